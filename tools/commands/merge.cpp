#include "ops/merge.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "edit/atomic.h"
#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/result.h"
#include "ops/file_tree.h"
#include "ops/git_tree.h"
#include "ops/merge_rows.h"
#include "ops/merge_sides.h"
#include "ops/merge_union.h"
#include "report/merge_check.h"
#include "report/merge_table.h"
#include "report/merge_text.h"
#include "report/merge_union.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"原来", "BASE"},
     .help = {"双方都从它改起的文件、文件夹或 git 提交；只给两个提交（或 我方...对方）时自己找",
              "file, folder or commit that both sides began with; of two commits (or OURS...THEIRS) it is found"},
     .needed = false},
    {.name = {"我方", "OURS"}, .help = {"我方改后的", "the same as ours changed it"}, .needed = false},
    {.name = {"对方", "THEIRS"},
     .help =
         {"对方改后的；提交之后还可以给一个路径；用 --union 时，三个参数都是要汇总的目录，可以更多",
          "the same as theirs changed it; behind commits there may be a path; with --union all of them are catalogs "
          "to unite, and there may be more"},
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
constexpr Option in_place_option{
    .name = "in-place",
    .help = {"结果写回我方（提交则写进工作目录），只动有变化的文件，要么全写要么不写",
             "write the result into OURS (of commits, into the working tree): changed files only, all or none"}};
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
    .help = {"把冲突写成一张表（.xlsx、.csv 或 .json），填好“选择”一列再用 --resolve 交回",
             "write the conflicts as a table (.xlsx, .csv or .json); fill in its column choice, give it back with "
             "--resolve"}};
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

constexpr const Option* options[] = {&check_option,        &union_option,      &prefer_option,     &result_option,
                                     &in_place_option,     &strictness_option, &dry_run_option,    &explain_option,
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
    {"matter merge catalogs/merge/base.yaml catalogs/merge/health.yaml \\\ncatalogs/merge/reform.yaml --check "
     "catalogs/merge/health.yaml",
     {"核对手工合并的结果：这里对方的改动都丢了。", "Check a merge made by hand: here theirs' changes are all gone."},
     exit_code::findings},
    {"matter merge --union catalogs/five-levels/city catalogs/five-levels/street \\\n"
     "--prefer catalogs/five-levels/city --dry-run",
     {"先看看把两个目录汇总会怎样，内容不同的以市为准。",
      "See what uniting two catalogs would give; where they differ, the city's holds."}},
    {"git init -q books; cd books; cp ../catalogs/merge/base.yaml a.yaml; git add .\ngit -c user.name=x -c "
     "user.email=x@e.cn commit -qm base\ngit branch reform; matter merge HEAD...reform --dry-run",
     {"合并两个分支，不检出：它们的共同祖先自己找。", "Two branches, without a checkout; where they parted is found."}},
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

/// Where the result goes.
struct Target {
  std::string path;       ///< empty: standard output, or nowhere
  bool in_place = false;  ///< the folder or file of OURS, or the working tree
};

bool same_folder(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return std::filesystem::equivalent(a, b, ignored);
}

Target target_of(const Invocation& in, const NamedSides& sides, const GitRepository& git) {
  if (in.given.has(in_place_option)) {
    if (!sides.commits) return {sides.names[1], true};
    const std::string below = git.inside(sides.below);
    return {below.empty() ? git.top() : git.top() + "/" + below, true};
  }
  const std::string path(in.given.text(result_option));
  return {path, !path.empty() && !sides.commits && same_folder(path, sides.names[1])};
}

/// Writes the merged file or folder; what is wrong was said then.
bool write_result(const Invocation& in, const MergeResult& result, const Sources& sources, const Target& target) {
  if (target.path.empty()) return true;
  const auto in_the_way = [&](const std::vector<std::string>& paths) {
    std::string all;
    for (const std::string& path : paths) all.append("\n  ").append(path);
    static_cast<void>(in.fail({"工作目录里这些文件与我方的不一样或挡着路，什么都没有写：{}",
                               "in the working tree these files are not as ours has them, or in the way; nothing was "
                               "written:{}"},
                              all));
    return false;
  };
  if (!result.trees) {
    const FileMerge& file = result.files.front();
    if (result.commits && target.in_place) {
      std::string due;
      std::string found;
      if (file.sources[1] != no_source) read_bytes(sources, file.sources[1], due);
      read_file(target.path, found);
      if (found != due) return in_the_way({target.path});
    }
    if (target.in_place) {
      write_files({{target.path, file.text, std::nullopt, false, file.ours_read}});
    } else {
      write_output(target.path, file.text);
    }
    return true;
  }
  if (!target.in_place) {
    if (write_merged_tree(result, sources, target.path)) return true;
    static_cast<void>(in.fail({"{}：要一个还没有的或空的文件夹", "{}: the folder must be new or empty"}, target.path));
    return false;
  }
  const InPlaceResult written = write_merged_in_place(result, sources, target.path);
  if (!written.in_the_way.empty()) return in_the_way(written.in_the_way);
  in.narrate({"写入 {} 个文件，删除 {} 个", "Files written: {}, removed: {}"}, written.written, written.removed);
  return true;
}

/// What was brought together in another encoding comes out as UTF-8.
void say_encodings(const Invocation& in, const MergeResult& result, const Sources& sources) {
  for (const FileMerge& file : result.files) {
    for (std::size_t i = 0; i < merge_sides; ++i) {
      if (file.encodings[i] == Encoding::utf8) continue;
      in.warn({"“{}”的编码是 {}，合并的结果是 UTF-8", "'{}' is encoded in {}; the merged file is UTF-8"},
              sources.name(file.sources[i]), matter::name(file.encodings[i]));
    }
  }
}

int told(const Invocation& in, const MergeResult& result, const Sources& sources, const Target& target) {
  const bool dry = in.given.has(dry_run_option);
  const bool json = in.given.text(format_option) == "json";
  const bool to_stdout = !result.trees && !dry && target.path.empty();
  const bool text_only = to_stdout && !json && !in.given.has(explain_option);
  const Forms forms = forms_of(result, sources, in, to_stdout);
  if (in.given.has(conflicts_option)) {
    const std::string path(in.given.text(conflicts_option));
    write_output(path, path.ends_with(".json")   ? conflicts_json(result, sources, in.lang)
                       : path.ends_with(".xlsx") ? conflicts_xlsx(result, sources, in.today, in.lang)
                                                 : conflicts_csv(result, sources, in.lang));
  }
  if (!dry && !write_result(in, result, sources, target)) return exit_code::unusable;
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
  what.out = in.given.text(result_option);
  Sources sources;
  const UnionResult result = worked(in, [&](const RunOptions& run) { return unite(what, run, sources); });
  if (!result.refused.empty()) {
    std::string why;
    for (const std::string& one : result.refused) why += "\n  " + one;
    return in.fail({"不能汇总，什么都没有写：{}", "not united, nothing was written:{}"}, why);
  }
  const bool united = result.conflicts.empty();
  if (united && result.files.empty()) return in.fail({"没有可汇总的文件", "there is nothing to unite"});
  if (united && !dry && !write_union(result, what.out)) {
    return in.fail({"{}：要一个还没有的或空的文件夹", "{}: the folder must be new or empty"}, what.out);
  }
  return tell(in, {.forms = {[&](const TextStyle& style, const Sink& to) { to(union_text(result, sources, style)); },
                             [&](const Sink& to) { to(union_json(result, sources)); }},
                   .found = !result.clean(),
                   .told_quietly = !result.clean()});
}

int call_check(const Invocation& in, const NamedSides& sides, const GitRepository& git) {
  const std::string file(in.given.text(check_option));
  Sources sources;
  std::vector<Diagnostic> wrong;
  const MergeOptions how = merge_options(call_of(in), sides.commits ? file : sides.names[1], sources, in.lang, wrong);
  if (!wrong.empty()) return in.fail({"{}", "{}"}, wrong.front().message);
  std::array<std::string, merge_sides> texts;
  for (std::size_t i = 0; i < merge_sides; ++i) {
    if (sides.commits) {
      git.read(sides.names[i], sides.below, texts[i]);
    } else {
      read_file(sides.names[i], texts[i]);
    }
  }
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

int misused(const Invocation& in, const NamedSides& sides) {
  using Wrong = NamedSides::Wrong;
  if (sides.wrong == Wrong::unknown_range)
    return in.fail({"{}：git 不认识这个提交范围", "{}: git knows no such range of commits"}, sides.word);
  if (sides.wrong == Wrong::unknown_path)
    return in.fail({"{}：git 没有这个提交，提交里也没有这个路径", "{}: no commit, and no path in the commits"},
                   sides.word);
  if (sides.wrong == Wrong::no_base)
    return in.fail({"{}：没有共同的祖先，请把“原来”也给出", "{}: no common ancestor; name BASE as well"}, sides.word);
  if (sides.wrong == Wrong::too_many) return in.misuse({"“{}”是多余的", "\"{}\" is one argument too many"}, sides.word);
  const std::size_t given = in.given.operands().size();
  return in.misuse({"还缺：{}", "{} is missing"}, operands[given].name.in(in.lang));
}

/// Whether three paths are all files or all folders.
bool alike(const NamedSides& sides) {
  const bool trees = std::filesystem::is_directory(sides.names[1]);
  return std::all_of(sides.names.begin(), sides.names.end(), [&](const std::string& path) {
    return !std::filesystem::exists(path) || std::filesystem::is_directory(path) == trees;
  });
}

MergeResult merge(const NamedSides& sides, const GitRepository& git, const MergeCall& what, const RunOptions& run,
                  Sources& sources) {
  if (!sides.commits) return merge_paths(sides.names, what, run, sources);
  return merge_commits({&git, sides.names, git.inside(sides.below)}, what, run, sources);
}

int call(const Invocation& in) {
  if (in.given.has(union_option)) return call_union(in);
  const GitRepository git;
  const NamedSides sides = named_sides(in.given.operands(), git);
  if (sides.wrong != NamedSides::Wrong::nothing) return misused(in, sides);
  if (in.given.has(check_option)) return call_check(in, sides, git);
  if (!sides.commits && !alike(sides))
    return in.misuse({"三个参数要么都是文件，要么都是文件夹", "give three files or three folders"});
  if (in.given.has(in_place_option) && in.given.has(result_option))
    return in.misuse({"--in-place 和 -o 只能用一个", "give --in-place or -o, not both"});
  const Target target = target_of(in, sides, git);
  const bool trees =
      sides.commits ? git.kind(sides.names[1], sides.below) != "blob" : std::filesystem::is_directory(sides.names[1]);
  if (trees && target.path.empty() && !in.given.has(dry_run_option)) {
    return in.misuse({"合并文件夹要用 -o 指定结果放在哪个新文件夹，或用 --in-place 写回我方",
                      "folders need -o FOLDER for the result, or --in-place to write it into OURS"});
  }
  if (!sides.other_bases.empty()) {
    in.warn({"两个提交有多个共同祖先，以 {} 为“原来”；要用别的请自己给出：{}",
             "the commits have several common ancestors; {} is taken for BASE. To take another, name it: {}"},
            sides.names[0], fmt::format("{}", fmt::join(sides.other_bases, " ")));
  }
  Sources sources;
  MergeCall what = call_of(in);
  if (!read_choices(in, sources, what)) return exit_code::unusable;
  const MergeResult result = worked(in, [&](const RunOptions& run) { return merge(sides, git, what, run, sources); });
  say_encodings(in, result, sources);
  if (!result.findings.empty() || result.refused()) {
    write_error(rendered(in, forms_of(result, sources, in, false), in.color_err));
    return in.fail({"不能合并，什么都没有写", "not merged, nothing was written"});
  }
  if (!result.unused_choices.empty()) return refuse_choices(in, result, what);
  return told(in, result, sources, target);
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
