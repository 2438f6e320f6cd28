#include "ops/merge.h"

#include <filesystem>

#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/progress.h"
#include "ops/merge_rows.h"
#include "report/merge_table.h"
#include "report/merge_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"原来", "BASE"}, .help = {"双方都从它改起的文件或文件夹", "file or folder that both sides began with"}},
    {.name = {"我方", "OURS"}, .help = {"我方改后的", "the same as ours changed it"}},
    {.name = {"对方", "THEIRS"}, .help = {"对方改后的", "the same as theirs changed it"}},
};

constexpr Choice strictness_choices[] = {
    {"cell", {"同一条目的不同字段互不冲突", "different fields of one item are no conflict"}},
    {"item", {"同一列表的不同条目互不冲突", "different items of one list are no conflict"}},
    {"matter", {"同一字段内的不同改动都是冲突", "different changes within one field are a conflict"}},
};

constexpr Option result_option{
    .name = "output",
    .letter = 'o',
    .kind = Kind::path,
    .value = {"文件", "FILE"},
    .help = {"结果写到文件（可以就是我方的文件）；合并文件夹时写到这个新文件夹",
             "write the result to a file, which may be OURS; of folders, to this new folder"}};
constexpr Option strictness_option{
    .name = "strictness",
    .kind = Kind::choice,
    .value = {"严格程度", "HOW"},
    .help = {"改动多近算冲突；不给时看 catalog.yaml 的 merge，再不然为 cell，收费、依据、时限为 matter",
             "how near two changes are a conflict; without it as catalog.yaml says under merge, else cell, and matter "
             "for fees, basis and limits"},
    .choices = strictness_choices};
constexpr Option dry_run_option{.name = "dry-run",
                                .help = {"只说会怎样，什么都不写", "say what would come out, write nothing"}};
constexpr Option explain_option{.name = "explain",
                                .help = {"逐项说明为什么是这个结果", "say of every entry why it came out so"}};
constexpr Option conflicts_option{
    .name = "conflicts",
    .kind = Kind::path,
    .value = {"文件", "FILE"},
    .help = {"把冲突写成一张表（.csv 或 .json），填好“选择”一列再用 --resolve 交回",
             "write the conflicts as a table (.csv or .json); fill in its column choice, give it back with --resolve"}};
constexpr Option resolve_option{.name = "resolve",
                                .kind = Kind::path,
                                .value = {"文件", "FILE"},
                                .help = {"按填好的冲突表解决冲突", "decide conflicts as a filled-in table says"}};
constexpr Option label_base_option{.name = "label-base",
                                   .kind = Kind::text,
                                   .value = {"名称", "NAME"},
                                   .help = {"冲突标记里怎样称呼原来的版本", "what markers call the base"}};
constexpr Option label_ours_option{.name = "label-ours",
                                   .kind = Kind::text,
                                   .value = {"名称", "NAME"},
                                   .help = {"冲突标记里怎样称呼我方", "what markers call ours"}};
constexpr Option label_theirs_option{.name = "label-theirs",
                                     .kind = Kind::text,
                                     .value = {"名称", "NAME"},
                                     .help = {"冲突标记里怎样称呼对方", "what markers call theirs"}};

constexpr const Option* options[] = {&result_option,       &strictness_option, &dry_run_option,    &explain_option,
                                     &conflicts_option,    &resolve_option,    &label_base_option, &label_ours_option,
                                     &label_theirs_option, &format_option};

constexpr Example examples[] = {
    {"matter merge catalogs/merge/base.yaml catalogs/merge/health.yaml \\\ncatalogs/merge/reform.yaml --output "
     "merged.yaml",
     {"两个部门各改一份，合成一份。", "Two departments changed a file; one file comes of it."}},
    {"matter merge catalogs/merge/base.yaml catalogs/merge/health.yaml \\\ncatalogs/merge/approval.yaml --dry-run "
     "--conflicts conflicts.csv",
     {"有冲突：写成表，交给人填。", "Conflicts: written as a table for somebody to fill in."},
     exit_code::findings},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"合并好了，没有冲突", "merged, no conflicts"}},
    {exit_code::findings,
     {"有冲突；或没有冲突，但结果有双方原来都没有的错误",
      "conflicts; or none, but the result has errors that neither side had"}},
    {exit_code::unusable,
     {"用法不对、文件读不了、不能逐项合并、或选择对不上冲突，什么都没有写",
      "wrong usage, a file that cannot be read or merged by entries, or choices that fit no conflict; nothing was "
      "written"}},
    {exit_code::bug, {"程序自身出错", "a bug in the program"}},
};

std::string rendered(const MergeResult& result, const Sources& sources, const Invocation& in, bool with_text,
                     bool color) {
  std::string text;
  const Sink sink = [&text](std::string_view more) { text += more; };
  if (in.given.text(format_option) == "json") {
    write_merge_json(result, sources, with_text, in.lang, sink);
  } else {
    write_merge_text(result, sources, {.lang = in.lang, .color = color}, sink);
  }
  return text;
}

/// Choices from the table; false where it cannot be understood, which was said.
bool read_choices(const Invocation& in, Sources& sources, MergeCall& call) {
  if (!in.given.has(resolve_option)) return true;
  Collector findings(in.lang);
  call.choices = read_merge_rows(std::string(in.given.text(resolve_option)), sources, findings);
  if (findings.found().empty()) return true;
  std::string text;
  write_findings(findings.found(), sources, {.lang = in.lang, .color = in.color_err},
                 [&text](std::string_view more) { text += more; });
  write_error(text);
  return false;
}

int refuse_choices(const Invocation& in, const MergeResult& result, const MergeCall& call) {
  std::string rows;
  for (const std::size_t i : result.unused_choices) {
    const MergeRow& row = call.choices[i];
    rows += say(in.lang, {"\n  第 {} 行：{} {} {}", "\n  row {}: {} {} {}"}, row.number, row.id, row.matter, row.field);
  }
  return in.fail({"这些选择对不上任何冲突（双方后来又改过，或表不是这次合并的），什么都没有写：{}",
                  "choices that fit no conflict (a side was changed since, or the table is of another merge); nothing "
                  "was written:{}"},
                 rows);
}

MergeCall call_of(const Invocation& in) {
  MergeCall call;
  call.labels = {std::string(in.given.text(label_base_option)), std::string(in.given.text(label_ours_option)),
                 std::string(in.given.text(label_theirs_option))};
  call.explain = in.given.has(explain_option);
  if (in.given.has(strictness_option)) {
    const std::string_view how = in.given.text(strictness_option);
    call.strictness = how == "item" ? Strictness::item : how == "matter" ? Strictness::matter : Strictness::cell;
  }
  return call;
}

/// Writes the merged file or folder; false where the folder is taken.
bool write_result(const Invocation& in, const MergeResult& result) {
  if (!in.given.has(result_option)) return true;
  const std::string path(in.given.text(result_option));
  if (result.trees) return write_merged_tree(result, path);
  write_output(path, result.files.front().text);
  return true;
}

int told(const Invocation& in, const MergeResult& result, Sources& sources) {
  const bool dry = in.given.has(dry_run_option);
  const bool json = in.given.text(format_option) == "json";
  const bool to_stdout = !result.trees && !dry && !in.given.has(result_option);
  const bool text_only = to_stdout && !json && !in.given.has(explain_option);
  const std::string report = rendered(result, sources, in, to_stdout, text_only ? in.color_err : in.color_out);
  if (in.given.has(conflicts_option)) {
    const std::string path(in.given.text(conflicts_option));
    write_output(path, path.ends_with(".json") ? conflicts_json(result, sources, in.lang)
                                               : conflicts_csv(result, sources, in.lang));
  }
  if (!dry && !write_result(in, result)) {
    return in.fail({"{}：要一个还没有的或空的文件夹", "{}: the folder must be new or empty"},
                   in.given.text(result_option));
  }
  if (text_only) {
    write_output("", result.files.front().text);
    if (!result.clean()) write_error(report);
  } else if (!in.quiet || !result.clean()) {
    write_output("", report);
  }
  return result.clean() ? exit_code::clean : exit_code::findings;
}

int call(const Invocation& in) {
  const std::vector<std::string>& paths = in.given.operands();
  const bool trees = std::filesystem::is_directory(paths[1]);
  for (const std::string& path : paths) {
    if (std::filesystem::exists(path) && std::filesystem::is_directory(path) != trees) {
      return in.misuse({"三个参数要么都是文件，要么都是文件夹", "give three files or three folders"});
    }
  }
  if (trees && !in.given.has(result_option) && !in.given.has(dry_run_option)) {
    return in.misuse({"合并文件夹要用 -o 指定结果放在哪个新文件夹", "folders need -o FOLDER for the result"});
  }
  Sources sources;
  MergeCall what = call_of(in);
  if (!read_choices(in, sources, what)) return exit_code::unusable;
  Progress progress(in.lang, in.quiet);
  const MergeResult result = merge_paths({paths[0], paths[1], paths[2]}, what, in.run(progress), sources);
  progress.clear();
  in.say_converted(sources);
  if (!result.findings.empty() || result.refused()) {
    write_error(rendered(result, sources, in, false, in.color_err));
    return in.fail({"不能合并，什么都没有写", "not merged, nothing was written"});
  }
  if (!result.unused_choices.empty()) return refuse_choices(in, result, what);
  return told(in, result, sources);
}

}  // namespace

extern const Command merge_command;
const Command merge_command{
    .name = "merge",
    .summary = {"把两方对同一份目录的改动合到一起，逐个字段、逐个条目",
                "Bring two sides' changes of a catalog together, field by field and item by item"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
