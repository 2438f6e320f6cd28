#include "ops/export.h"

#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/result.h"
#include "report/export_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"路径", "PATH"},
     .help = {"事项文件或文件夹，- 表示标准输入", "files or folders of matters, - for standard input"},
     .many = true},
};

constexpr Option to_option{
    .name = "to",
    .kind = Kind::text,
    .value = {"平台", "PLATFORM"},
    .help = {"导出到哪些平台（或映射文件的路径），用逗号隔开；不给时按 catalog.yaml 的 platforms",
             "platforms to export to, or paths of mapping files, with commas between; without it, the platforms of "
             "catalog.yaml"},
    .offered = platforms};

constexpr Option medium_option{.name = "medium",
                               .kind = Kind::text,
                               .value = {"介质", "MEDIUM"},
                               .help = {"平台有几种介质时用哪一种（见 matter platforms）；不给时用第一种",
                                        "which of the platform's media (see matter platforms); without it, the first"},
                               .offered = media};

constexpr Option allow_invalid_option{
    .name = "allow-invalid",
    .help = {"检查有错误的事项照样导出", "exports matters all the same where the check finds errors"}};
constexpr Option baseline_option{.name = "baseline",
                                 .kind = Kind::path,
                                 .value = {"文件", "FILE"},
                                 .help = {"这份基线中已有的错误不算", "errors that this baseline knows do not count"}};
constexpr Option strict_option{
    .name = "strict",
    .help = {"有一个值不能原样到达，就什么都不写", "writes nothing where a value would not arrive as it is"}};
constexpr Option dry_run_option{.name = "dry-run", .help = {"只说会写什么，不写", "only say what would be written"}};

constexpr Option incremental_option{
    .name = "incremental",
    .kind = Kind::path,
    .value = {"上次的文件夹", "LAST"},
    .help = {"只写自上次导出（它的文件夹）以来有变化的，并列出不再有的",
             "write only what changed since an earlier export (its folder), and list what is gone"}};

constexpr Option report_option = report_option_with({"导出情况写成 JSON 文件", "write a summary as a JSON file"});

constexpr const Option* options[] = {&to_option,       &medium_option, &out_option,       &allow_invalid_option,
                                     &baseline_option, &strict_option, &dry_run_option,   &incremental_option,
                                     &report_option,   &force_option,  &keep_going_option};

constexpr Example examples[] = {
    {"matter export catalogs/five-levels --to national-exchange \\\n--out exchange --date 2026-01-31",
     {"导出国家交换库的各张表（CSV），并列出损失。", "The national exchange tables as CSV, and a list of losses."}},
    {"matter export catalogs/five-levels/street --to guide --out guides",
     {"一个街道的办事指南和一次性告知单，网页。", "Guides and checklists of a street, as a site."}},
    {"matter export catalogs/five-levels/city --to json --out json --quiet",
     {"导出一个市的事项，JSON 格式。", "The matters of a city as JSON."}},
    {"matter export catalogs/five-levels/city \\\n--to national-exchange,tongban-zone,csv --out all --quiet",
     {"一次导出到三个平台。", "Three platforms at once."}},
    {"matter export catalogs/defective/limit-instant.yaml --to csv --out none \\\n--report errors.json",
     {"有错误的事项不导出，错误全部写进报告。", "A matter with errors is not exported; the report lists them."},
     exit_code::findings},
    {"matter export catalogs/five-levels --to csv,json --out night \\\n--incremental night --force --quiet",
     {"每晚一次：只写有变化的，不再有的列入 gone.json。",
      "Night by night: only what changed, and what is gone in gone.json."}},
    {"matter export catalogs/five-levels/street --to csv --out csv --dry-run",
     {"看看会写什么，不写。", "See what would be written, and write nothing."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已导出", "exported"}},
    {exit_code::findings,
     {"检查有错误，或有的值不能原样到达（--strict）：什么都没有写；用 --keep-going 时：已导出，但略过了读不懂的内容",
      "the check finds errors, or values would not arrive as they are (--strict): nothing was written; with "
      "--keep-going: exported but for what could not be read"}},
    {exit_code::unusable,
     {"用法不对、文件读不了或读不懂、或没有可导出的事项，什么都没有写",
      "wrong usage, input that cannot be read or understood, or nothing to export; nothing was written"}},
};

int call(const Invocation& in) {
  ExportOptions what;
  what.paths = in.given.operands();
  what.to = in.given.text(to_option);
  what.medium = in.given.text(medium_option);
  what.out = in.given.text(out_option);
  what.replace = in.given.has(force_option);
  what.keep_going = in.given.has(keep_going_option);
  what.refuse_invalid = !in.given.has(allow_invalid_option);
  what.baseline = in.given.text(baseline_option);
  what.strict = in.given.has(strict_option);
  what.since = in.given.text(incremental_option);
  what.dry_run = in.given.has(dry_run_option);
  Sources sources;
  const ExportBatch result = worked(in, [&](const RunOptions& run) { return export_batch(what, run, sources); });
  in.say_converted(sources);
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) { write_export_text(result, sources, style, to); },
                        [&](const Sink& to) { to(export_json(result, sources)); }},
              .found = result.damaged > 0 || result.refused != ExportRefusal::none,
              .told_quietly = !result.findings.empty() || result.refused != ExportRefusal::none,
              .report = &report_option};
  if (result.nothing()) {
    told.nothing = {"没有可导出的事项：在给出的路径下没有找到事项文件（.yaml、.yml）",
                    "nothing to export: no file of matters (.yaml, .yml) was found"};
  }
  if (result.failed()) told.failed = {"没有导出，什么都没有写", "not exported, nothing was written"};
  return tell(in, told);
}

}  // namespace

extern const Command export_command;
const Command export_command{
    .name = "export",
    .summary = {"把事项目录导出成平台的格式，并列出损失",
                "Write a catalog in a platform's form, and list what is lost"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
