#include "ops/import.h"

#include "frame/database_program.h"
#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/result.h"
#include "media/postgresql.h"
#include "ops/import_into.h"
#include "ops/import_tasks.h"
#include "report/exchange_text.h"
#include "report/findings_text.h"
#include "report/import_plan.h"
#include "report/set_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"文件", "FILE"},
     .help = {"平台的数据文件或文件夹，- 表示标准输入；或数据库的地址 postgresql://…",
              "file or folder of the platform, - for standard input; or a database, postgresql://…"}},
};

constexpr Option from_option{
    .name = "from",
    .kind = Kind::text,
    .value = {"平台", "PLATFORM"},
    .help = {"数据来自哪个平台，或映射文件的路径", "platform that the data comes from, or the path of a mapping file"},
    .needed = true,
    .offered = platforms};

constexpr Option medium_option{
    .name = "medium",
    .kind = Kind::text,
    .value = {"介质", "MEDIUM"},
    .help = {"数据是平台的哪一种介质（见 matter platforms）；不给时由文件看出",
             "which of the platform's media the data is in (see matter platforms); without it, the files tell"},
    .offered = media};

constexpr Option schema_option{.name = "schema",
                               .kind = Kind::text,
                               .value = {"模式", "SCHEMA"},
                               .help = {"数据库中各表所在的模式；不给时按 search_path",
                                        "schema of a database; without it, the first of the search path"},
                               .offered = nothing_offered};

constexpr Option report_option = report_option_with(
    {"逐列、逐条的导入情况写成 JSON 文件", "write what became of every column and value as a JSON file"});

/// Task lists are one file and need no folder.
constexpr Option out_folder_option{.name = "out",
                                   .kind = Kind::path,
                                   .value = {"文件夹", "FOLDER"},
                                   .help = {"结果放在这个新文件夹", "the new folder of the result"}};

constexpr Option into_option{
    .name = "into",
    .kind = Kind::path,
    .value = {"目录", "CATALOG"},
    .help = {"导入到这个已有的目录，只改不同之处", "import into this catalog, changing only what is not the same"}};
constexpr Option delete_gone_option{.name = "delete-gone",
                                    .help = {"用 --into 时：目录里有、数据里没有的事项，删去它们的文件",
                                             "with --into: delete the files of matters that are not among what came"}};

constexpr const Option* into_options[] = {&edits_dry_run_option, &edits_diff_option, &delete_gone_option};

constexpr const Option* options[] = {&from_option,   &medium_option,        &schema_option,     &out_folder_option,
                                     &into_option,   &edits_dry_run_option, &edits_diff_option, &delete_gone_option,
                                     &report_option, &force_option,         &keep_going_option, &output_option,
                                     &format_option};

constexpr Example examples[] = {
    {"matter import catalogs/import/gd-hall-2021.jsonl \\\n--from gd-hall-2021 --out imported",
     {"把平台公开的事项变成事项目录，一个事项一个文件。", "Make a catalog of published matters, a file for each."}},
    {"sed s/020-00000001/020-00000009/ catalogs/import/gd-hall-2021.jsonl |\n"
     "matter import - --from gd-hall-2021 --into imported --dry-run",
     {"平台的数据有了变化：先看看会改目录里的什么。",
      "The platform's data changed: see what would change in the catalog."},
     exit_code::findings},
    {"matter import catalogs/tasks/跨省通办.csv \\\n--from catalogs/tasks/columns.tasks.yaml \\\n--output "
     "跨省通办.tasks.yaml --quiet",
     {"把下发的任务清单变成一个文件，供 matter progress 用。", "Make a task list of a table, for matter progress."}},
    {"matter import - --from gd-hall-2021 --out imported --force \\\n"
     "--report report.json < catalogs/import/gd-hall-2021.jsonl",
     {"从标准输入再导入一次，替换上次的结果，并写出报告。",
      "Again from standard input, replacing the last result, with a report."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"全部已导入", "everything was imported"}},
    {exit_code::findings,
     {"已导入，但有读不懂的记录被略过（--keep-going）；或用了 --dry-run、--diff，且会有改动",
      "imported but for records left out (--keep-going); or, with --dry-run or --diff: there would be changes"}},
    {exit_code::unusable,
     {"用法不对、文件读不了或读不懂、或没有可导入的记录，什么都没有写",
      "wrong usage, input that cannot be read or understood, or nothing to import; nothing was written"}},
};

/// What helps where no PostgreSQL can be reached.
constexpr Words<> without_database{"把各表存成 CSV 放进一个文件夹，从那里导入",
                                   "save the tables as CSV in one folder, and import that"};

int call_tasks(const Invocation& in, const std::string& file, const std::string& from) {
  for (const Option* const other :
       {&medium_option, &schema_option, &out_folder_option, &into_option, &edits_dry_run_option, &edits_diff_option,
        &delete_gone_option, &report_option, &force_option, &keep_going_option, &format_option}) {
    if (in.given.has(*other))
      return in.misuse({"任务清单是一个文件，用 --output，不用 --{}", "a task list is one file: --output, not --{}"},
                       other->name);
  }
  Sources sources;
  const TaskImport result = worked(in, [&](const RunOptions& run) { return import_tasks(file, from, run, sources); });
  in.say_converted(sources);
  if (!result.findings.empty()) {
    write_findings(result.findings, sources, {.lang = in.lang, .color = in.color_err}, write_error);
    return in.fail({"没有导入，什么都没有写", "not imported, nothing was written"});
  }
  write_output(in.given.text(output_option), result.yaml);
  in.narrate({"导入 {} 项任务", "{:task} imported"}, Counted{result.tasks});
  for (const std::string& column : result.left_out)
    in.warn({"任务没有对应“{}”这一列的字段，没有导入", "no field of a task takes the column '{}': left out"}, column);
  for (const auto& [name, day] : result.no_day) {
    in.warn({"{}：“{}”不是日期，没有完成时限；没有批次一列时记作批次",
             "{}: '{}' is no day, so there is none; without a column of batches it is the batch"},
            name, day);
  }
  return exit_code::clean;
}

void summarize(const ImportPlan& plan, const Invocation& in) {
  const std::size_t files = plan.files.size() + plan.deleted.size();
  if (!plan.any()) {
    in.narrate({"都一样，没有改动", "all the same; nothing was changed"});
  } else if (plan.written) {
    in.narrate({"写了 {} 个文件", "{:file} written"}, Counted{files});
  } else {
    in.narrate({"会写 {} 个文件；没有写", "{:file} would be written; nothing was"}, Counted{files});
  }
}

int call_into(const Invocation& in, const ImportOptions& asked) {
  for (const Option* const other : {&out_folder_option, &force_option}) {
    if (in.given.has(*other))
      return in.misuse({"--into 不能与 --{} 同用", "--into does not go with --{}"}, other->name);
  }
  ImportIntoOptions what{asked.file, asked.from, asked.medium, std::string(in.given.text(into_option)),
                         asked.keep_going};
  what.schema = asked.schema;
  what.delete_gone = in.given.has(delete_gone_option);
  what.write = !in.given.has(edits_dry_run_option) && !in.given.has(edits_diff_option);
  const bool diff = in.given.has(edits_diff_option);
  Sources sources;
  const ImportPlan plan = worked(in, [&](const RunOptions& run) { return import_into(what, run, sources); });
  in.say_converted(sources);
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) {
                          if (diff && plan.complete) {
                            write_set_diff(plan.files, to);
                          } else {
                            write_import_plan(plan, sources, plan.written, style, to);
                          }
                        },
                        [&](const Sink& to) { write_import_plan_json(plan, sources, diff, to); }},
              .found = plan.refused > 0 || (!plan.written && plan.any()),
              .told_quietly = !plan.findings.empty() || !what.write,
              .report = &report_option};
  if (plan.records == 0 && plan.findings.empty())
    told.nothing = {"没有可导入的记录", "there is nothing to import: no records"};
  else if (!plan.complete)
    told.failed = {"没有导入，什么都没有写", "not imported, nothing was written"};
  const int code = tell(in, told);
  if (plan.complete) summarize(plan, in);
  return code;
}

int call(const Invocation& in) {
  ImportOptions what;
  what.file = in.given.operands().front();
  what.from = in.given.text(from_option);
  what.medium = in.given.text(medium_option);
  what.out = in.given.text(out_folder_option);
  Sources mappings;
  if (is_task_list_mapping(what.from, mappings)) return call_tasks(in, what.file, what.from);
  if (in.given.has(output_option))
    return in.misuse({"--output 只用于任务清单（--from task-list），目录用 --out",
                      "--output is for task lists (--from task-list); a catalog goes to --out"});
  const bool database = is_postgresql_address(what.file);
  if (in.given.has(schema_option) && !database)
    return in.misuse({"--schema 只用于数据库（postgresql://…）", "--schema is for a database (postgresql://…)"});
  what.schema = in.given.text(schema_option);
  what.replace = in.given.has(force_option);
  what.keep_going = in.given.has(keep_going_option);
  if (database && !has_postgresql() && (in.given.has(into_option) || in.given.has(out_folder_option)))
    return hand_over_to_database_program(in, without_database);
  if (in.given.has(into_option)) return call_into(in, what);
  for (const Option* const other : into_options) {
    if (in.given.has(*other)) return in.misuse({"--{} 与 --into 同用", "--{} goes with --into"}, other->name);
  }
  if (what.out.empty()) {
    return in.misuse({"还缺：--out 文件夹（新目录），或 --into 目录（已有的）",
                      "--out FOLDER (a new catalog) or --into CATALOG (one that is there) is missing"});
  }
  Sources sources;
  const ImportResult result = worked(in, [&](const RunOptions& run) { return import_catalog(what, run, sources); });
  in.say_converted(sources);
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) { write_import_text(result, sources, style, to); },
                        [&](const Sink& to) { to(import_json(result)); }},
              .found = result.refused > 0,
              .told_quietly = !result.findings.empty(),
              .report = &report_option};
  if (result.nothing()) told.nothing = {"没有可导入的记录", "there is nothing to import: no records"};
  if (!result.written) told.failed = {"没有导入，什么都没有写", "not imported, nothing was written"};
  return tell(in, told);
}

}  // namespace

extern const Command import_command;
const Command import_command{
    .name = "import",
    .summary = {"把平台的数据导入事项目录", "Bring a platform's data into a catalog"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
