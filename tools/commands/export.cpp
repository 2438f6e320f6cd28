#include "ops/export.h"

#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/result.h"
#include "report/exchange_text.h"

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
    .help = {"导出到哪个平台，或映射文件的路径", "platform to export to, or the path of a mapping file"},
    .needed = true,
    .offered = platforms};

constexpr Option medium_option{.name = "medium",
                               .kind = Kind::text,
                               .value = {"介质", "MEDIUM"},
                               .help = {"平台有几种介质时用哪一种（见 matter platforms）；不给时用第一种",
                                        "which of the platform's media (see matter platforms); without it, the first"},
                               .offered = media};

constexpr Option report_option = report_option_with({"导出情况写成 JSON 文件", "write a summary as a JSON file"});

constexpr const Option* options[] = {&to_option,     &medium_option, &out_option,
                                     &report_option, &force_option,  &keep_going_option};

constexpr Example examples[] = {
    {"matter export catalogs/five-levels --to national-exchange \\\n--out exchange --date 2026-01-31",
     {"导出国家交换库的各张表（CSV），并列出损失。", "The national exchange tables as CSV, and a list of losses."}},
    {"matter export catalogs/five-levels/street --to guide --out guides",
     {"一个街道的办事指南和一次性告知单，网页。", "Guides and checklists of a street, as a site."}},
    {"matter export catalogs/five-levels/city --to json --out json --quiet",
     {"导出一个市的事项，JSON 格式。", "The matters of a city as JSON."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已导出", "exported"}},
    {exit_code::findings,
     {"已导出，但有读不懂的内容被略过（--keep-going）", "exported but for what could not be read (--keep-going)"}},
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
  Sources sources;
  const ExportResult result = worked(in, [&](const RunOptions& run) { return export_catalog(what, run, sources); });
  in.say_converted(sources);
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) { write_export_text(result, sources, style, to); },
                        [&](const Sink& to) { to(export_json(result)); }},
              .found = result.damaged > 0,
              .told_quietly = !result.findings.empty(),
              .report = &report_option};
  if (result.nothing()) {
    told.nothing = {"没有可导出的事项：在给出的路径下没有找到事项文件（.yaml、.yml）",
                    "nothing to export: no file of matters (.yaml, .yml) was found"};
  }
  if (!result.written) told.failed = {"没有导出，什么都没有写", "not exported, nothing was written"};
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
