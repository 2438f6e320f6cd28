#include "ops/merge.h"

#include <algorithm>
#include <filesystem>

#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/result.h"
#include "ops/merge_rows.h"
#include "ops/merge_union.h"
#include "report/merge_check.h"
#include "report/merge_table.h"
#include "report/merge_text.h"
#include "report/merge_union.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"原来", "BASE"}, .help = {"双方都从它改起的文件或文件夹", "file or folder that both sides began with"}},
    {.name = {"我方", "OURS"}, .help = {"我方改后的", "the same as ours changed it"}},
    {.name = {"对方", "THEIRS"},
     .help = {"对方改后的；用 --union 时，三个参数都是要汇总的目录，可以更多",
              "the same as theirs changed it; with --union all of them are catalogs to unite, and there may be more"},
     .needed = false,
     .many = true},
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

constexpr Option check_option{
    .name = "check",
    .kind = Kind::path,
    .value = {"文件", "FILE"},
    .help = {"核对手工合并的文件：双方的改动是否都在，有没有多出什么",
             "check a file merged by hand: is every change of the sides there, and nothing else"}};
constexpr Option union_option{.name = "union",
                              .help = {"把几个部门的目录汇总成一个，写到 -o 的文件夹",
                                       "unite the catalogs of several departments in the folder of -o"}};
constexpr Option prefer_option{.name = "prefer",
                               .kind = Kind::path,
                               .value = {"目录", "PATH"},
                               .help = {"汇总时同一事项内容不同的，以这个目录为准",
                                        "when uniting, whose version of a matter holds where they differ"},
                               .repeated = true};

constexpr const Option* options[] = {&check_option,      &union_option,      &prefer_option,     &result_option,
                                     &strictness_option, &dry_run_option,    &explain_option,    &conflicts_option,
                                     &resolve_option,    &label_base_option, &label_ours_option, &label_theirs_option,
                                     &format_option};

constexpr Example examples[] = {
    {"matter merge catalogs/merge/base.yaml catalogs/merge/health.yaml \\\ncatalogs/merge/reform.yaml --output "
     "merged.yaml",
     {"两个部门各改一份，合成一份。", "Two departments changed a file; one file comes of it."}},
    {"matter merge catalogs/merge/base.yaml catalogs/merge/health.yaml \\\ncatalogs/merge/approval.yaml --dry-run "
     "--conflicts conflicts.csv",
     {"有冲突：写成表，交给人填。", "Conflicts: written as a table for somebody to fill in."},
     exit_code::findings},
    {"matter merge catalogs/merge/base.yaml catalogs/merge/health.yaml \\\ncatalogs/merge/reform.yaml --check "
     "catalogs/merge/health.yaml",
     {"核对手工合并的结果：这里对方的改动都丢了。", "Check a merge made by hand: here theirs' changes are all gone."},
     exit_code::findings},
    {"matter merge --union catalogs/five-levels/city catalogs/five-levels/street \\\n"
     "--prefer catalogs/five-levels/city --output united",
     {"汇总两个目录，内容不同的以市为准。", "Unite two catalogs; where they differ, the city's holds."}},
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

Forms forms_of(const MergeResult& result, const Sources& sources, const Invocation& in, bool with_text) {
  return {[&](const TextStyle& style, const Sink& to) { write_merge_text(result, sources, style, to); },
          [&, with_text](const Sink& to) { write_merge_json(result, sources, with_text, in.lang, to); }};
}

/// Choices from the table; false where it cannot be understood, which was said.
bool read_choices(const Invocation& in, Sources& sources, MergeCall& call) {
  if (!in.given.has(resolve_option)) return true;
  Collector findings(in.lang);
  call.choices = read_merge_rows(std::string(in.given.text(resolve_option)), sources, findings);
  if (findings.found().empty()) return true;
  const Forms forms{
      [&](const TextStyle& style, const Sink& to) { write_findings(findings.found(), sources, style, to); }};
  write_error(rendered(in, forms, in.color_err));
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
bool write_result(const Invocation& in, const MergeResult& result, const Sources& sources) {
  if (!in.given.has(result_option)) return true;
  const std::string path(in.given.text(result_option));
  if (result.trees) return write_merged_tree(result, sources, path);
  write_output(path, result.files.front().text);
  return true;
}

int told(const Invocation& in, const MergeResult& result, Sources& sources) {
  const bool dry = in.given.has(dry_run_option);
  const bool json = in.given.text(format_option) == "json";
  const bool to_stdout = !result.trees && !dry && !in.given.has(result_option);
  const bool text_only = to_stdout && !json && !in.given.has(explain_option);
  const Forms forms = forms_of(result, sources, in, to_stdout);
  if (in.given.has(conflicts_option)) {
    const std::string path(in.given.text(conflicts_option));
    write_output(path, path.ends_with(".json") ? conflicts_json(result, sources, in.lang)
                                               : conflicts_csv(result, sources, in.lang));
  }
  if (!dry && !write_result(in, result, sources)) {
    return in.fail({"{}：要一个还没有的或空的文件夹", "{}: the folder must be new or empty"},
                   in.given.text(result_option));
  }
  if (text_only) {
    write_output("", result.files.front().text);
    if (!result.clean()) write_error(rendered(in, forms, in.color_err));
    return result.clean() ? exit_code::clean : exit_code::findings;
  }
  return tell(in, {.forms = forms, .found = !result.clean(), .told_quietly = !result.clean()});
}

int call_union(const Invocation& in) {
  UnionCall what{in.given.operands(), in.given.all(prefer_option)};
  const bool dry = in.given.has(dry_run_option);
  if (!dry && !in.given.has(result_option))
    return in.misuse({"汇总要用 -o 指定新文件夹", "--union needs -o FOLDER for the result"});
  for (const std::string& named : what.prefer) {
    if (std::find(what.inputs.begin(), what.inputs.end(), named) == what.inputs.end())
      return in.misuse({"--prefer 的“{}”不在要汇总的目录里", "--prefer \"{}\" is none of the catalogs to unite"},
                       named);
  }
  const UnionResult result = unite(what, in.lang);
  if (!result.refused.empty()) {
    std::string why;
    for (const std::string& one : result.refused) why += "\n  " + one;
    return in.fail({"不能汇总，什么都没有写：{}", "not united, nothing was written:{}"}, why);
  }
  const bool clean = result.conflicts.empty();
  if (clean && result.files.empty()) return in.fail({"没有可汇总的文件", "there is nothing to unite"});
  if (clean && !dry && !write_union(result, std::string(in.given.text(result_option)))) {
    return in.fail({"{}：要一个还没有的或空的文件夹", "{}: the folder must be new or empty"},
                   in.given.text(result_option));
  }
  return tell(in, {.forms = {[&](const TextStyle& style, const Sink& to) { to(union_text(result, style)); },
                             [&](const Sink& to) { to(union_json(result)); }},
                   .found = !clean,
                   .told_quietly = !clean});
}

int call_check(const Invocation& in) {
  const std::vector<std::string>& paths = in.given.operands();
  const std::string file(in.given.text(check_option));
  Sources sources;
  std::vector<Diagnostic> wrong;
  const MergeOptions how = merge_options(call_of(in), paths[1], sources, in.lang, wrong);
  if (!wrong.empty()) return in.fail({"{}", "{}"}, wrong.front().message);
  std::array<std::string, merge_sides> texts;
  for (std::size_t i = 0; i < merge_sides; ++i) read_file(paths[i], texts[i]);
  std::string resolved;
  read_file(file, resolved);
  const CheckResult result = check_merge(resolved, texts, how);
  if (result.merged.refusal != MergeRefusal::none)
    return in.fail({"没有核对：{}", "not checked: {}"}, refusal_words(result.merged, in.lang));
  const bool found = !result.findings.empty();
  return tell(in, {.forms = {[&](const TextStyle& style, const Sink& to) { to(merge_check_text(result, file, style)); },
                             [&](const Sink& to) { to(merge_check_json(result, file)); }},
                   .found = found,
                   .told_quietly = found});
}

int call(const Invocation& in) {
  const std::vector<std::string>& paths = in.given.operands();
  if (in.given.has(union_option)) return call_union(in);
  if (paths.size() < 3) return in.misuse({"还缺：对方", "THEIRS is missing"});
  if (paths.size() > 3) return in.misuse({"“{}”是多余的", "\"{}\" is one argument too many"}, paths[3]);
  if (in.given.has(check_option)) return call_check(in);
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
  const MergeResult result = worked(in, [&](const RunOptions& run) {
    return merge_paths({paths[0], paths[1], paths[2]}, what, run, sources);
  });
  in.say_converted(sources);
  if (!result.findings.empty() || result.refused()) {
    write_error(rendered(in, forms_of(result, sources, in, false), in.color_err));
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
