#include "ops/fix.h"

#include <algorithm>
#include <filesystem>
#include <initializer_list>

#include "edit/atomic.h"
#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/outputs.h"
#include "frame/reports.h"
#include "frame/result.h"
#include "model/calendar.h"
#include "report/fixes.h"
#include "report/ledger.h"
#include "report/places.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"路径", "PATH"},
     .help = {"事项文件或文件夹，- 表示标准输入；不给时为当前文件夹",
              "files or folders of matters, - for standard input; without any, this folder"},
     .needed = false,
     .many = true},
};

constexpr Choice fail_choices[] = {
    {"error", {"有错误时", "on errors"}},
    {"warning", {"有警告或错误时", "on warnings too"}},
    {"info", {"有任何结果时", "on anything found"}},
    {"never", {"从不", "never"}},
};

constexpr Option fail_on_option{.name = "fail-on",
                                .kind = Kind::choice,
                                .value = {"程度", "LEVEL"},
                                .help = {"什么情况下退出码为 1", "when the exit code is 1"},
                                .initial = "error",
                                .choices = fail_choices};

constexpr Option fix_option{.name = "fix",
                            .help = {"修正能确定原意的问题，只动有问题的地方",
                                     "fix what can be fixed without changing a meaning, and nothing else"}};
constexpr Option unsafe_option{.name = "unsafe-fixes",
                               .help = {"也做须由人确认的修正", "also fixes that somebody must look at"}};
constexpr Option diff_option{.name = "diff",
                             .help = {"只显示修正会怎样改文件，不写", "only show how fixes would change the files"}};

constexpr Option since_option{
    .name = "since",
    .kind = Kind::text,
    .value = {"提交", "COMMIT"},
    .help = {"只列出自这个 git 提交以来改动的事项和新出现的问题",
             "show only what concerns matters changed since this commit of git, and what is new"}};

constexpr Choice split_choices[] = {{"agency", {"每个部门一份", "a table for each agency"}}};
constexpr Option split_option{
    .name = "split",
    .kind = Kind::choice,
    .value = {"按什么", "BY"},
    .help = {"写成整改台账（CSV 和 XLSX），放在 --output 指定的新文件夹",
             "tables of what is to be mended (CSV and XLSX), in the new folder that --output names"},
    .choices = split_choices};
constexpr Option deadline_option{.name = "deadline",
                                 .kind = Kind::text,
                                 .value = {"期限", "DEADLINE"},
                                 .help = {"台账中的整改期限：日期，或检查之日起几个工作日",
                                          "by when to mend, in these tables: a date, or so many working days"}};

constexpr Option baseline_option{.name = "baseline",
                                 .kind = Kind::path,
                                 .value = {"文件", "FILE"},
                                 .help = {"不列出这份基线中已有的结果", "leave out what this baseline knows"}};
constexpr Option write_baseline_option{
    .name = "write-baseline",
    .kind = Kind::path,
    .value = {"文件", "FILE"},
    .help = {"写基线：没有就新建；已有的只去掉不再出现的",
             "write a baseline: a new one, or take out of it what no longer occurs"}};
constexpr Option grow_option{.name = "grow",
                             .help = {"写基线时也收入新的结果", "take new findings into the baseline that is written"}};

constexpr const Option* options[] = {
    &fix_option,           &unsafe_option, &diff_option,       &since_option, &baseline_option, &write_baseline_option,
    &grow_option,          &split_option,  &deadline_option,   &force_option, &fail_on_option,  &report_format_option,
    &report_output_option, &group_option,  &statistics_option, &all_option};

constexpr Example examples[] = {
    {"matter validate catalogs/five-levels",
     {"检查五级目录：省标准化目录和市、县、乡、村实施清单。", "Check a catalog of five levels."}},
    {"matter validate catalogs/defective/limit-instant.yaml",
     {"检查一个文件；有错误，退出码为 1。", "Check one file; it has an error, so the exit code is 1."},
     exit_code::findings},
    {"matter validate - < catalogs/defective/limit-instant.yaml",
     {"检查标准输入。", "Check standard input."},
     exit_code::findings},
    {"matter validate catalogs --format json --output findings.json",
     {"全部结果写成 JSON 文件，给别的程序用。", "All findings as a JSON file, for other programs."},
     exit_code::findings},
    {"matter validate catalogs/defective -o sarif=a.sarif -o junit=j.xml \\\n-o gitlab=q.json -o xlsx=r.xlsx -o text",
     {"检查一次，同时写出几种格式的报告。", "One check, a report in several forms."},
     exit_code::findings},
    {"matter validate catalogs/five-levels -o html=report.html",
     {"写成一个网页，给单位负责人看。", "One page for the head of the office."}},
    {"matter validate catalogs/defective --group rule",
     {"按规则分组，每条规则列出前几处。", "By rule, the first few of each."},
     exit_code::findings},
    {"matter validate catalogs/defective --statistics",
     {"只看各规则有多少处。", "Only how often each rule was found."},
     exit_code::findings},
    {"matter validate catalogs/defective --all --format markdown",
     {"全部结果写成 Markdown，放进工单或合并请求。", "All of it as Markdown, for a ticket or a merge request."},
     exit_code::findings},
    {"matter validate --diff --unsafe-fixes --quiet \\\ncatalogs/defective/filler-text.yaml",
     {"看看能修正什么、文件会怎样变，不写文件。", "See what can be fixed and how the file would change."}},
    {"matter validate - --fix --quiet < catalogs/defective/yaml-fullwidth.yaml",
     {"修正标准输入，结果写到标准输出。", "Fix standard input; the text goes to standard output."}},
    {"matter validate catalogs/defective --split agency --deadline 10 \\\n--output ledgers --date 2026-03-02",
     {"按部门分成整改台账，十个工作日内改完。", "What each agency has to mend within ten working days."},
     exit_code::findings},
    {"matter validate catalogs/defective/limit-instant.yaml \\\n--write-baseline known.tsv",
     {"记下现有的问题，以后用 --baseline known.tsv 只看新的。",
      "Take down what is known; from then on --baseline known.tsv shows what is new."}},
    {"matter validate catalogs/five-levels --fail-on warning --date 2026-01-31",
     {"在流水线中：有警告也不通过，日期固定。", "In a pipeline: warnings fail too, the day is fixed."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean,
     {"没有达到 --fail-on 程度的结果（修正之后）", "nothing found at or above --fail-on, or nothing left of it"}},
    {exit_code::findings,
     {"有达到 --fail-on 程度的结果；用 --diff 时按没有修正算",
      "something found, or left, at or above --fail-on; with --diff, as the files are"}},
    {exit_code::unusable,
     {"用法不对、文件读不了、或没有可检查的事项", "wrong usage, a file that cannot be read, or nothing to check"}},
};

bool fails(const ValidateResult& result, std::string_view level) {
  if (level == "never") return false;
  return result.errors > 0 || (level != "error" && result.warnings > 0) || (level == "info" && result.infos > 0);
}

std::optional<Severity> fails_at(std::string_view level) {
  if (level == "never") return std::nullopt;
  return level == "error" ? Severity::error : level == "warning" ? Severity::warning : Severity::info;
}

/// The work with what the forms need.
template <class Work>
auto checked(const Invocation& in, const Work& work) {
  return worked(in, [&](RunOptions run) {
    run.keep_hidden = wants_hidden(in);
    return work(run);
  });
}

/// A clean exit would say that all is well.
int nothing(const ValidateResult& result, const Invocation& in) {
  if (result.files == 0) {
    const int code = in.fail({"没有可检查的内容：在给出的路径下没有找到事项文件（.yaml、.yml）",
                              "nothing to check: no file of matters (.yaml, .yml) was found"});
    for (const NotChecked& row : result.not_checked) {
      in.narrate({"  没有看的 {} 个：{}", "  not looked at, {}: {}"}, row.count, row.reason);
    }
    return code;
  }
  return in.fail(
      {"没有可检查的内容：读了 {} 个文件，其中没有事项", "nothing to check: no matter in the files read ({})"},
      result.files);
}

/// What was named and is read therefore.
void say_named_anyway(const Invocation& in, const Report& report) {
  constexpr std::size_t most = 3;
  const std::vector<NamedAnyway>& all = report.result.named_anyway;
  for (std::size_t i = 0; i < all.size() && i < most; ++i) {
    in.narrate({"{}：{} 把它排除在外，因为点了名，照样检查", "{}: {} leaves it out; it was named, so it is checked"},
               all[i].path, Places(report.sources).shown(all[i].pattern));
  }
  if (all.size() > most) in.narrate({"另有 {} 个也是这样", "the same holds for {} more"}, all.size() - most);
}

int told(const Invocation& in, Report& report, const std::vector<std::string>& paths, const ValidateResult& judged,
         bool beside = false) {
  const std::string_view level = in.given.text(fail_on_option);
  report.fails_at = fails_at(level);
  say_named_anyway(in, report);
  return tell_report(in, report, paths, fails(judged, level), beside);
}

/// The text of standard input goes to standard output, so what is said of it goes beside it.
void write_given(const FixResult& result) {
  std::string_view text = result.given;
  for (const FixedFile& file : result.files) {
    if (file.standard_input) text = file.after;
  }
  write_output("", text);
}

int call_fix(const Invocation& in) {
  const bool only_shown = in.given.has(diff_option);
  const FixOptions what{in.given.has(unsafe_option), !only_shown};
  const std::vector<std::string> paths = paths_or_here(in);
  const FixResult result = checked(in, [&](const RunOptions& run) { return fix(paths, what, run); });
  if (result.left.nothing()) return nothing(result.left, in);
  const bool piped = !only_shown && std::find(paths.begin(), paths.end(), "-") != paths.end();
  if (piped) write_given(result);
  Report report{result.left, *result.sources, {}};
  report.fixes = &result;
  report.fixes_only_shown = only_shown;
  const int code = told(in, report, paths, only_shown ? result.found : result.left, piped);
  if (only_shown && in.given.text(report_format_option) != "json")
    in.narrate({"{}", "{}"}, fixes_summary(result, in.lang));
  return code;
}

/// `main...`: where the working branch left it, as git writes that.
std::string commit_of(const GitRepository& git, std::string name) {
  if (!name.ends_with("...")) return git.commit(name).empty() ? std::string() : name;
  name.resize(name.size() - 3);
  return git.merge_base(name, "HEAD");
}

int call_since(const Invocation& in) {
  const std::vector<std::string> paths = paths_or_here(in);
  const std::string_view given = in.given.text(since_option);
  if (in.given.has(fix_option) || in.given.has(unsafe_option) || in.given.has(diff_option))
    return in.misuse({"--since 不能和修正一起用", "--since does not go with fixes"});
  if (paths.size() > 1) return in.misuse({"--since 只能给一个路径", "--since takes one path"});
  if (paths[0] == "-") return in.misuse({"--since 不能用于标准输入", "--since does not go with standard input"});
  const GitRepository git;
  const std::string commit = commit_of(git, std::string(given));
  if (commit.empty()) return in.fail({"{}：git 不认识这个提交", "{}: git knows no such commit"}, given);
  Sources sources;
  const SinceResult result =
      checked(in, [&](const RunOptions& run) { return validate_since(paths[0], git, commit, run, sources); });
  if (result.nothing) return nothing(result.shown, in);
  Report report{result.shown, sources, {}};
  report.since = &result;
  report.commit = given;
  return told(in, report, paths, result.shown);
}

int call_split(const Invocation& in) {
  const std::vector<std::string> paths = paths_or_here(in);
  const std::string folder(in.given.text(report_output_option));
  for (const Option* const other :
       {&fix_option, &unsafe_option, &diff_option, &since_option, &group_option, &statistics_option, &all_option}) {
    if (in.given.has(*other))
      return in.misuse({"--split 不能和 --{} 一起用", "--split does not go with --{}"}, other->name);
  }
  if (std::find(paths.begin(), paths.end(), "-") != paths.end())
    return in.misuse({"--split 不能用于标准输入", "--split does not go with standard input"});
  if (folder.empty()) return in.misuse({"--split 要用 --output 指定文件夹", "--split needs a folder: --output"});
  const std::string_view form = in.given.text(report_format_option);
  if (in.given.all(report_output_option).size() > 1 || !output_place(report_output_option, folder).form.empty() ||
      (form != "text" && form != "json"))
    return in.misuse({"--split 写一个文件夹，说明只有 text 和 json 两种格式",
                      "--split writes one folder, and tells of it as text or json"});
  LedgerOptions how{in.lang, in.today, std::nullopt};
  if (in.given.has(deadline_option)) {
    const Calendar calendar = calendar_of(paths.front());
    how.deadline = deadline_of(in.given.text(deadline_option), in.today, calendar);
    if (!how.deadline) {
      return in.misuse({"--deadline：“{}”不是检查之日以后的日期，也不是日历（到 {} 年）之内的工作日数",
                        "--deadline: '{}' is no day after the check, nor a number of working days within the calendar "
                        "(up to {})"},
                       in.given.text(deadline_option), calendar.years().last);
    }
  }
  const FolderState state = folder_state(folder, ledger_mark);
  const bool replace = state == FolderState::ours && in.given.has(force_option);
  if (state != FolderState::missing && state != FolderState::empty && !replace) {
    return in.fail({"{} 已有内容，没有写入{}", "{} is not empty; nothing was written{}"}, folder,
                   state == FolderState::ours ? Bilingual{"（加 --force 替换）", " (--force replaces it)"}.in(in.lang)
                                              : std::string_view());
  }
  Sources sources;
  const SplitResult result = worked(in, [&](const RunOptions& run) { return validate_split(paths, run, sources); });
  if (result.checked.nothing()) return nothing(result.checked, in);
  Collector findings(in.lang);
  const std::vector<LedgerFiles> files = write_ledgers(result, folder, replace, how, sources, findings);
  for (const Diagnostic& d : findings.take()) in.warn({"{}", "{}"}, d.message);
  std::string said;
  const Sink to = [&](std::string_view more) { said += more; };
  if (form == "json")
    write_split_json(result, files, how, to);
  else
    write_split_text(result, files, folder, {.lang = in.lang, .color = in.color_out}, to);
  write_output("", said);
  return fails(result.checked, in.given.text(fail_on_option)) ? exit_code::findings : exit_code::clean;
}

bool has_any(const Invocation& in, std::initializer_list<const Option*> wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const Option* option) { return in.given.has(*option); });
}

int call_baseline(const Invocation& in) {
  const std::vector<std::string> paths = paths_or_here(in);
  const bool writes = in.given.has(write_baseline_option);
  if (has_any(in, {&fix_option, &unsafe_option, &diff_option, &since_option}))
    return in.misuse({"基线不能和修正、--since 一起用", "a baseline goes neither with fixes nor with --since"});
  if (in.given.has(baseline_option) && writes)
    return in.misuse({"--baseline 和 --write-baseline 只给一个：写的时候也按它判断",
                      "give --baseline or --write-baseline: what is written is used as well"});
  if (in.given.has(grow_option) && !writes)
    return in.misuse({"--grow 要和 --write-baseline 一起用", "--grow goes with --write-baseline"});
  const BaselineOptions how{std::string(in.given.text(writes ? write_baseline_option : baseline_option)), writes,
                            in.given.has(grow_option), wants_hidden(in)};
  Sources sources;
  ValidateResult result = checked(in, [&](const RunOptions& run) { return validate(paths, run, sources); });
  if (result.nothing()) return nothing(result, in);
  const BaselineUse use = use_baseline(how, paths, sources, in.lang, result);
  if (!use.text.empty()) {
    const std::filesystem::path folder = std::filesystem::path(use.file).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder);
    write_files({{use.file, use.text}});
  }
  Report report{result, sources, {}};
  report.baseline = &use;
  return told(in, report, paths, result);
}

int call(const Invocation& in) {
  const bool with_baseline = has_any(in, {&baseline_option, &write_baseline_option, &grow_option});
  if (in.given.has(split_option)) {
    if (with_baseline) return in.misuse({"--split 不能和基线一起用", "--split does not go with a baseline"});
    return call_split(in);
  }
  for (const Option* const option : {&deadline_option, &force_option}) {
    if (in.given.has(*option)) return in.misuse({"--{} 要和 --split 一起用", "--{} goes with --split"}, option->name);
  }
  const std::vector<std::string> paths = paths_or_here(in);
  if (int code = 0; forms_misused(in, paths, code)) return code;
  if (with_baseline) return call_baseline(in);
  if (in.given.has(since_option)) return call_since(in);
  if (in.given.has(fix_option) || in.given.has(unsafe_option) || in.given.has(diff_option)) return call_fix(in);
  Sources sources;
  const ValidateResult result = checked(in, [&](const RunOptions& run) { return validate(paths, run, sources); });
  if (result.nothing()) return nothing(result, in);
  Report report{result, sources, {}};
  return told(in, report, paths, result);
}

}  // namespace

extern const Command validate_command;
const Command validate_command{
    .name = "validate",
    .summary = {"检查事项目录：能否读懂、是否完整、是否合法、前后是否一致",
                "Check matters: are they readable, complete, lawful, and free of contradictions"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
