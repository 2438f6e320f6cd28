#include "ops/diff.h"

#include <filesystem>
#include <optional>

#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/result.h"
#include "ops/diff_against.h"
#include "ops/git_tree.h"
#include "report/change_types.h"
#include "report/diff_json.h"
#include "report/diff_pages.h"
#include "report/diff_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"旧", "OLD"},
     .help = {"原来的文件或文件夹，- 表示标准输入", "file or folder as it was, - for standard input"},
     .needed = false},
    {.name = {"新", "NEW"},
     .help = {"现在的文件或文件夹；两者也可以是 git 的提交", "file or folder as it is; both may be commits of git"},
     .needed = false},
    {.name = {"路径", "PATH"}, .help = {"提交之中只比较这里", "of commits, only what is below"}, .needed = false},
};

constexpr Choice fail_choices[] = {
    {"any", {"有不同", "there is a difference"}},
    {"more-burden", {"有增负的变化", "a change means more burden for the public"}},
    {"breaking", {"有对系统不兼容的变化", "a change breaks systems that take the data"}},
};

constexpr Choice form_choices[] = {
    {"text", {"给人看", "for people"}},
    {"json", {"给程序看", "for programs"}},
    {"markdown", {"贴在评审意见里", "for a review comment"}},
    {"html", {"单独一个网页", "one page that needs nothing else"}},
};
constexpr Option form_option = format_option_with(form_choices);
constexpr Choice for_choices[] = {
    {"public", {"给申请人的中文告知：新要什么，不再要什么", "a notice in Chinese for those who apply"}},
};
constexpr Option for_option{.name = "for",
                            .kind = cli::Kind::choice,
                            .value = {"读者", "WHOM"},
                            .help = {"写给谁看", "for whom it is written"},
                            .choices = for_choices};
constexpr Option stat_option{.name = "stat", .help = {"每个事项只显示一行", "one line a matter"}};
constexpr Option verbose_option{
    .name = "verbose",
    .letter = 'v',
    .help = {"显示变化类型的编号、两种评级和长文字的全文", "ids of changes, both judgements, long texts in full"}};
constexpr Option fail_option{.name = "fail-on",
                             .kind = cli::Kind::choice,
                             .value = {"何时", "WHEN"},
                             .help = {"何时以退出码 1 结束", "when to end with exit code 1"},
                             .initial = "any",
                             .choices = fail_choices};
constexpr Option list_option{.name = "list-changes",
                             .help = {"列出全部变化类型：编号、评级、含义和例子，不作比较",
                                      "list all kinds of changes: id, judgements, meaning, example; compare nothing"}};

constexpr Option against_option{
    .name = "against",
    .kind = cli::Kind::text,
    .value = {"何处", "WHERE"},
    .help = {"与另一层级、另一实施主体（名称或编码）的同一事项比较，standard 为认领的标准",
             "compare with the same matter of another level or agency (name or code), or with the standard"},
    .offered = levels};
constexpr Option code_option{.name = "code",
                             .kind = cli::Kind::text,
                             .value = {"编码", "CODE"},
                             .help = {"与 --against 同用：只比较这一个事项", "with --against: only this matter"}};

constexpr const Option* options[] = {&form_option,    &for_option,  &output_option, &stat_option, &verbose_option,
                                     &against_option, &code_option, &fail_option,   &list_option};

constexpr Example examples[] = {
    {"matter diff catalogs/five-levels catalogs/five-levels",
     {"与自己比较：没有不同，退出码为 0。", "Compared with itself: no difference, exit code 0."}},
    {"matter diff catalogs/changed/old.yaml catalogs/changed/new.yaml",
     {"比较一个文件的两个版本。", "Compare two versions of a file."},
     exit_code::findings},
    {"matter diff catalogs/changed/old.yaml - < catalogs/changed/new.yaml",
     {"新版本取自标准输入。", "The new one from standard input."},
     exit_code::findings},
    {"matter diff catalogs/changed/old.yaml catalogs/changed/new.yaml --format json",
     {"同上，给别的程序用。", "The same for other programs."},
     exit_code::findings},
    {"matter diff --fail-on breaking \\\ncatalogs/changed/old.yaml catalogs/changed/new.yaml",
     {"只有对系统不兼容的变化才算不通过。", "Only what breaks systems counts."},
     exit_code::findings},
    {"matter diff --for public \\\ncatalogs/changed/old.yaml catalogs/changed/new.yaml",
     {"给申请人的告知。", "A notice for those who apply."},
     exit_code::findings},
    {"matter diff catalogs/five-levels --against 11350200000000000Y --stat",
     {"与市级机构的同一事项比较；层级写名称，如 --against 市级。",
      "Each matter with the same one of this agency; a level goes by its name."},
     exit_code::findings},
    {"matter diff catalogs/five-levels --against standard \\\n--code 11350203000000000A400019900100002",
     {"一个事项与它认领的标准比较。", "One matter with the standard entry it is bound to."}},
    {"matter diff --list-changes", {"全部变化类型和评级。", "All kinds of changes with their judgements."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"没有不同，或没有 --fail-on 所指的变化", "no differences, or none that --fail-on names"}},
    {exit_code::findings, {"有不同（或有 --fail-on 所指的变化）", "differences (those that --fail-on names)"}},
    {exit_code::unusable,
     {"用法不对、文件读不了或读不懂、或没有可比较的事项",
      "wrong usage, a file that cannot be read or understood, or nothing to compare"}},
};

struct Sides {
  DiffInput before, after;
};

/// A page says what was compared, and its links lead from where it will stand.
PageOptions page_options(const Sides& sides, const Invocation& in) {
  const auto called = [](const DiffInput& side) {
    if (side.name.empty()) return side.path;
    return side.path == "." ? side.name : side.name + ":" + side.path;
  };
  const std::filesystem::path page(in.given.text(output_option));
  return {in.lang, called(sides.before), called(sides.after), page.parent_path().string()};
}

void write(const DiffResult& result, const Sides& sides, const Sources& sources, const Invocation& in,
           const TextStyle& style, const Sink& sink) {
  const std::string_view form = in.given.text(form_option);
  if (!result.understood()) {
    write_diff_text(result, sources, style, sink);
  } else if (in.given.has(for_option)) {
    write_diff_notice(result, sources, sink);
  } else if (form == "json") {
    write_diff_json(result, sources, sink);
  } else if (form == "markdown") {
    write_diff_markdown(result, sources, page_options(sides, in), sink);
  } else if (form == "html") {
    write_diff_html(result, sources, page_options(sides, in), sink);
  } else {
    const DiffDetail detail = in.given.has(stat_option)      ? DiffDetail::stat
                              : in.given.has(verbose_option) ? DiffDetail::all
                                                             : DiffDetail::usual;
    write_diff_text(result, sources, style, sink, detail);
  }
}

int list_changes(const Invocation& in) {
  return tell(in, {.forms = {[&](const TextStyle& style, const Sink& to) {
                     if (in.given.text(form_option) == "json") {
                       write_change_types_json(to);
                     } else {
                       write_change_types(style.lang, to);
                     }
                   }}});
}

bool on_disk(const std::string& path) {
  std::error_code ignored;
  return path == "-" || std::filesystem::exists(path, ignored);
}

/// What the operands mean. A name that stands on the disk is a path, else a commit if git knows it:
/// `A..B [PATH]`, `A...B [PATH]` (from where B left A), `A B [PATH]`, `A [PATH]` (against the working tree), `OLD NEW`.
std::optional<Sides> sides_of(const std::vector<std::string>& given, const GitRepository& git) {
  if (given.empty()) return std::nullopt;
  const auto path = [&](std::size_t i) { return given.size() > i ? given[i] : std::string("."); };
  const auto commit = [&](const std::string& name) { return !on_disk(name) && !git.resolve(name).empty(); };
  const auto sides = [&](const std::string& a, const std::string& b, const std::string& below) {
    return Sides{{below, a, &git}, {below, b, &git}};
  };
  const std::string& first = given[0];
  const std::size_t dots = first.find("..");
  if (given.size() <= 2 && dots != std::string::npos && !on_disk(first)) {
    const bool from_base = first.compare(dots, 3, "...") == 0;
    std::string a = first.substr(0, dots);
    std::string b = first.substr(dots + (from_base ? 3 : 2));
    if (a.empty()) a = "HEAD";
    if (b.empty()) b = "HEAD";
    if (!git.resolve(a).empty() && !git.resolve(b).empty()) {
      if (from_base) a = git.merge_base(a, b);
      if (!a.empty()) return sides(a, b, path(1));
    }
  }
  if (commit(first)) {
    if (given.size() > 1 && commit(given[1])) return sides(first, given[1], path(2));
    if (given.size() <= 2) return Sides{{path(1), first, &git}, {path(1), {}, nullptr}};
  }
  if (given.size() != 2) return std::nullopt;
  return Sides{{given[0], {}, nullptr}, {given[1], {}, nullptr}};
}

bool fails(const DiffResult& result, std::string_view when) {
  if (when == "more-burden") return result.judged.more > 0;
  return when == "breaking" ? result.judged.breaking > 0 : result.any();
}

int call_against(const Invocation& in) {
  const std::vector<std::string>& given = in.given.operands();
  if (given.size() > 1) return in.misuse({"“{}”是多余的", "\"{}\" is one argument too many"}, given[1]);
  if (in.given.has(for_option)) {
    return in.misuse({"--against 与 --for 不能同用", "--against and --for do not go together"});
  }
  Against against = against_of(in.given.text(against_option));
  against.code = in.given.text(code_option);
  const std::string path = given.empty() ? "." : given[0];
  Sources sources;
  const DiffResult result =
      worked(in, [&](const RunOptions& run) { return diff_against(path, against, run, sources); });
  in.say_converted(sources);
  const Sides sides{{result.against, {}, nullptr}, {path, {}, nullptr}};
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) { write(result, sides, sources, in, style, to); }},
              .found = fails(result, in.given.text(fail_option))};
  if (result.nothing()) {
    told.nothing = {"没有可比较的事项：没有找到事项，或没有同一事项",
                    "nothing to compare: no matter was found, or none that has a counterpart"};
  }
  if (!result.understood()) told.failed = {"读不懂，不能比较", "not understood, so not compared"};
  return tell(in, told);
}

int call(const Invocation& in) {
  if (in.given.has(list_option)) return list_changes(in);
  if (in.given.has(against_option)) return call_against(in);
  if (in.given.has(code_option)) return in.misuse({"--code 要与 --against 同用", "--code goes with --against"});
  const GitRepository git;
  const std::optional<Sides> sides = sides_of(in.given.operands(), git);
  if (!sides) {
    const std::vector<std::string>& given = in.given.operands();
    if (!given.empty() && given[0].find("..") != std::string::npos && !on_disk(given[0])) {
      return in.fail({"{}：git 不认识这个提交范围", "{}: git knows no such range of commits"}, given[0]);
    }
    if (given.size() > 2) return in.misuse({"“{}”是多余的", "\"{}\" is one argument too many"}, given[2]);
    return in.misuse({"还缺：{}", "{} is missing"}, operands[given.size()].name.in(in.lang));
  }
  Sources sources;
  const DiffResult result =
      worked(in, [&](const RunOptions& run) { return diff(sides->before, sides->after, run, sources); });
  in.say_converted(sources);
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) { write(result, *sides, sources, in, style, to); }},
              .found = fails(result, in.given.text(fail_option))};
  if (result.nothing()) {
    told.nothing = {"没有可比较的事项：两边都没有找到事项文件（.yaml、.yml）",
                    "nothing to compare: neither side has a file of matters (.yaml, .yml)"};
  }
  if (!result.understood()) told.failed = {"读不懂，不能比较", "not understood, so not compared"};
  return tell(in, told);
}

}  // namespace

extern const Command diff_command;
const Command diff_command{
    .name = "diff",
    .summary = {"比较两份事项目录：改了哪些要素，减了多少时限、环节、材料、跑动",
                "Compare two catalogs: fields that changed, and days, steps, materials and visits saved"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
