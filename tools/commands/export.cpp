#include "ops/export.h"

#include <charconv>

#include "frame/database_program.h"
#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/result.h"
#include "media/postgresql.h"
#include "ops/export_sink.h"
#include "report/export_text.h"
#include "report/sink_report.h"

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
                               .help = {"各平台用哪一种介质，都要有这一种（见 matter platforms）；不给时各用第一种",
                                        "a medium that all of the platforms have (see matter platforms); without it, "
                                        "the first of each"},
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

constexpr Option gone_option{.name = "gone",
                             .kind = Kind::text,
                             .value = {"目录", "CATALOG"},
                             .help = {"上次导出的这个目录（或“目录/文件夹”）确实不再有了",
                                      "this catalog (or CATALOG/FOLDER) of the earlier export is gone for good"},
                             .repeated = true,
                             .offered = nothing_offered};

/// Into a database no folder is needed.
constexpr Option out_folder_option{.name = "out",
                                   .letter = 'o',
                                   .kind = Kind::path,
                                   .value = {"文件夹", "FOLDER"},
                                   .help = {"结果放在这个新文件夹；写入数据库时放损失清单，可以不给",
                                            "the new folder of the result; of a database, of the losses, if given"}};
constexpr Option sink_option{.name = "sink",
                             .kind = Kind::text,
                             .value = {"地址", "ADDRESS"},
                             .help = {"直接写入 PostgreSQL，如 postgresql://用户@主机/库",
                                      "into PostgreSQL, such as postgresql://user@host/database"},
                             .offered = nothing_offered};
constexpr Option schema_option{.name = "schema",
                               .kind = Kind::text,
                               .value = {"模式", "SCHEMA"},
                               .help = {"数据库中各表所在的模式；不给时按 search_path",
                                        "schema of the tables; without it, the first of the search path"},
                               .offered = nothing_offered};
constexpr Option scope_option{.name = "scope",
                              .kind = Kind::text,
                              .value = {"范围", "SCOPE"},
                              .help = {"数据库中这是谁的行；不给时是 catalog.yaml 的 name",
                                       "whose rows they are in the database; without it, the name in catalog.yaml"},
                              .offered = nothing_offered};
constexpr Option batch_size_option{.name = "batch-size",
                                   .kind = Kind::number,
                                   .value = {"个数", "N"},
                                   .help = {"数据库中一个事务写多少个事项", "matters in a transaction of the database"},
                                   .initial = "1000"};

constexpr Option shard_option{.name = "shard",
                              .kind = Kind::text,
                              .value = {"份/总数", "I/N"},
                              .help = {"只导出几份中的一份，如 2/4；各份由 --join 合并",
                                       "export one share of several, such as 2/4; --join joins the shares"}};
constexpr Option join_option{.name = "join",
                             .help = {"把 --shard 导出的各份（路径写它们的文件夹）合并成一次导出",
                                      "join the shares that --shard made (the paths are their folders)"}};

constexpr Option report_option = report_option_with({"导出情况写成 JSON 文件", "write a summary as a JSON file"});

constexpr const Option* options[] = {&to_option,       &medium_option,    &out_folder_option, &allow_invalid_option,
                                     &baseline_option, &strict_option,    &dry_run_option,    &incremental_option,
                                     &gone_option,     &shard_option,     &join_option,       &sink_option,
                                     &schema_option,   &scope_option,     &batch_size_option, &report_option,
                                     &force_option,    &keep_going_option};

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
    {"for i in 1 2; do matter export catalogs/five-levels --to csv \\\n--shard $i/2 --out s$i --quiet; done; "
     "\\\nmatter export --join s1 s2 --out joined --quiet",
     {"分成两份导出，再合并。", "Two shares, joined."}},
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

/// `2/4`; false where it is none.
bool read_shard(std::string_view text, ExportOptions& into) {
  const char* const end = text.data() + text.size();
  const auto [slash, bad] = std::from_chars(text.data(), end, into.shard);
  if (bad != std::errc() || slash == end || *slash != '/') return false;
  const auto [last, worse] = std::from_chars(slash + 1, end, into.shards);
  return worse == std::errc() && last == end && into.shard >= 1 && into.shard <= into.shards &&
         into.shards <= max_number;
}

/// What does not go together; empty where all does.
Bilingual contradiction(const Invocation& in) {
  const bool shard = in.given.has(shard_option);
  const bool join = in.given.has(join_option);
  if (shard && join) return {"--shard 和 --join 不能一起用", "--shard does not go with --join"};
  if (shard && in.given.has(strict_option))
    return {"--strict 在合并时用", "--strict goes with the join, not with a share"};
  if (shard && in.given.has(gone_option)) return {"--gone 在合并时用", "--gone goes with the join, not with a share"};
  if (!join && in.given.has(gone_option) && !in.given.has(incremental_option))
    return {"--gone 只用于 --incremental", "--gone is for --incremental"};
  if (join && (in.given.has(to_option) || in.given.has(medium_option) || in.given.has(keep_going_option)))
    return {"--join 的平台和介质是各份的，--to、--medium、--keep-going 不能用",
            "--join takes platforms and media from the shares: --to, --medium, --keep-going do not go with it"};
  return {"", ""};
}

ExportOptions options_of(const Invocation& in) {
  ExportOptions what;
  (in.given.has(join_option) ? what.join : what.paths) = in.given.operands();
  what.to = in.given.text(to_option);
  what.medium = in.given.text(medium_option);
  what.out = in.given.text(out_folder_option);
  what.replace = in.given.has(force_option);
  what.keep_going = in.given.has(keep_going_option);
  what.refuse_invalid = !in.given.has(allow_invalid_option);
  what.baseline = in.given.text(baseline_option);
  what.strict = in.given.has(strict_option);
  what.since = in.given.text(incremental_option);
  what.gone = in.given.all(gone_option);
  what.dry_run = in.given.has(dry_run_option);
  return what;
}

int call_sink(const Invocation& in) {
  for (const Option* const other : {&shard_option, &join_option, &incremental_option, &gone_option}) {
    if (in.given.has(*other))
      return in.misuse({"--{} 不与 --sink 同用：数据库自己记着上次",
                        "--{} does not go with --sink: the database knows the last run"},
                       other->name);
  }
  for (const Option* const other : {&medium_option, &to_option}) {
    const bool wrong = other == &medium_option
                           ? in.given.has(*other)
                           : in.given.text(to_option).find(',') != std::string::npos || !in.given.has(to_option);
    if (wrong)
      return in.misuse({"--sink 写一个平台（--to）的表，没有 --medium",
                        "--sink takes the tables of one platform (--to), and no --medium"});
  }
  SinkOptions sink;
  sink.what = options_of(in);
  sink.address = in.given.text(sink_option);
  if (!is_postgresql_address(sink.address))
    return in.misuse({"--sink 要以 postgresql:// 开头", "--sink begins with postgresql://"});
  if (!has_postgresql()) {
    return hand_over_to_database_program(
        in, {"用 --medium sql 写成脚本，再用 psql 执行", "write a script with --medium sql and run it with psql"});
  }
  sink.schema = in.given.text(schema_option);
  sink.scope = in.given.text(scope_option);
  sink.batch_matters = std::max(1U, in.given.number(batch_size_option));
  Sources sources;
  const SinkResult result = worked(in, [&](const RunOptions& run) { return export_to_sink(sink, run, sources); });
  in.say_converted(sources);
  const bool refused = result.checked.refused != ExportRefusal::none;
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) { write_sink_text(result, sources, style, to); },
                        [&](const Sink& to) { to(sink_json(result, sources)); }},
              .found = result.checked.damaged > 0 || refused,
              .told_quietly = !result.findings.empty() || refused,
              .report = &report_option};
  if (result.checked.nothing()) {
    told.nothing = {"没有可导出的事项：在给出的路径下没有找到事项文件（.yaml、.yml）",
                    "nothing to export: no file of matters (.yaml, .yml) was found"};
  }
  if (!result.complete && !refused) {
    told.failed = result.progress.batches.empty()
                      ? Bilingual{"没有导出，什么都没有写", "not exported, nothing was written"}
                      : Bilingual{"没有写完", "not all was written"};
  }
  return tell(in, told);
}

int call(const Invocation& in) {
  if (in.given.has(sink_option)) return call_sink(in);
  for (const Option* const other : {&schema_option, &scope_option, &batch_size_option}) {
    if (in.given.has(*other)) return in.misuse({"--{} 只用于 --sink", "--{} is for --sink"}, other->name);
  }
  if (!in.given.has(out_folder_option))
    return in.misuse({"还缺：--{} {}", "--{} {} is missing"}, out_folder_option.name,
                     out_folder_option.value.in(in.lang));
  if (const Bilingual wrong = contradiction(in); !wrong.en.empty()) return in.misuse({"{}", "{}"}, wrong.in(in.lang));
  ExportOptions what = options_of(in);
  if (in.given.has(shard_option) && !read_shard(in.given.text(shard_option), what))
    return in.misuse({"--shard 要写第几份/共几份，如 2/4", "--shard wants which of how many, such as 2/4"});
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
