#include "ops/progress.h"

#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/result.h"
#include "report/findings_text.h"
#include "report/progress_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"清单", "LIST"},
     .help = {"任务清单（*.tasks.yaml），由 matter import --from task-list 得到",
              "a task list (*.tasks.yaml), made by matter import --from task-list"}},
    {.name = {"路径", "PATH"},
     .help = {"事项文件或文件夹；不给时为当前文件夹", "files or folders of matters; the working folder without one"},
     .needed = false,
     .many = true},
};

constexpr const Option* options[] = {&table_format_option, &output_option};

constexpr Example examples[] = {
    {"matter progress catalogs/tasks/跨省通办.tasks.yaml \\\ncatalogs/five-levels --date 2021-06-30",
     {"这一天哪些任务完成了、哪些逾期、为什么。", "What was done on that day, what was overdue, and why."},
     exit_code::findings},
    {"matter progress catalogs/tasks/跨省通办.tasks.yaml \\\ncatalogs/five-levels --date 2020-12-31 \\\n--format csv "
     "--output progress.csv",
     {"到期当天还不算逾期；写成表格。", "On its last day a task is not overdue; as a table."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"没有逾期的任务", "no task is overdue"}},
    {exit_code::findings, {"有逾期的任务", "a task is overdue"}},
    {exit_code::unusable,
     {"用法不对、清单或文件读不了，或没有事项", "wrong usage, a list or file that cannot be read, or no matter"}},
};

int call(const Invocation& in) {
  const std::vector<std::string>& given = in.given.operands();
  std::vector<std::string> paths(given.begin() + 1, given.end());
  if (paths.empty()) paths.emplace_back(".");
  Sources sources;
  const ProgressResult result =
      worked(in, [&](const RunOptions& run) { return progress(given.front(), paths, run, sources); });
  if (!result.findings.empty()) {
    write_findings(result.findings, sources, {.lang = in.lang, .color = in.color_err}, write_error);
    return in.fail({"{}：不是可用的任务清单", "{}: no task list that can be used"}, given.front());
  }
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) { write_progress_text(result, style, to); },
                        [&](const Sink& to) { write_progress_json(result, sources, to); },
                        [&](const Sink& to) { write_progress_csv(result, in.lang, to); }},
              .found = result.all.overdue > 0};
  if (result.nothing()) {
    told.nothing = {"没有事项：没有找到事项文件（.yaml、.yml），或其中没有事项",
                    "no matters: no file of matters (.yaml, .yml), or no matter in them"};
  }
  return tell(in, told);
}

}  // namespace

extern const Command progress_command;
const Command progress_command{
    .name = "progress",
    .summary = {"对照任务清单看进展：哪些完成了、未到期、逾期，为什么",
                "How far the tasks of a list are: done, due or overdue, and why"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
