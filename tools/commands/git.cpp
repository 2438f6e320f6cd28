#include <cstdlib>
#include <filesystem>
#include <iterator>

#include "frame/failure.h"
#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/progress.h"
#include "frame/style.h"
#include "ops/diff.h"
#include "ops/git_compare.h"
#include "ops/git_driver.h"
#include "ops/git_setup.h"
#include "report/diff_text.h"

namespace matter::cli::commands {
namespace {

std::vector<Choice> actions() { return {{"install", {}}, {"uninstall", {}}, {"status", {}}}; }

constexpr Operand operands[] = {
    {.name = {"动作", "ACTION"},
     .help = {"install（设置）、uninstall（撤销）、status（查看）；merge-driver 和 diff-driver 由 git 自己调用",
              "install, uninstall or status; merge-driver and diff-driver are called by git itself"},
     .offered = actions},
    {.name = {"参数", "ARGUMENT"},
     .help = {"git 交给驱动的文件", "what git hands to a driver"},
     .needed = false,
     .many = true},
};

constexpr Option global_option{
    .name = "global",
    .help = {"对本用户的全部仓库，不只是当前仓库", "for all repositories of this user, not only this one"}};

constexpr const Option* options[] = {&global_option};

constexpr Example examples[] = {
    {"git init -q books; cd books; matter git install --quiet; matter git status",
     {"在一个仓库里设置，再查看。", "Set the drivers of a repository and look."}},
    {"git init -q bare; cd bare; matter git status --quiet",
     {"没有设置的仓库。", "A repository without them."},
     exit_code::findings},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已设置、已撤销；驱动：合并好了", "set or taken back; a driver: merged"}},
    {exit_code::findings,
     {"status：没有设置好；驱动：有冲突，或出了差错", "status: not set; a driver: conflicts, or it failed"}},
    {exit_code::unusable, {"用法不对、这里没有 git 仓库", "wrong usage, or no git repository here"}},
};

int tell_status(const Invocation& in, GitScope scope) {
  const GitState state = git_state(scope);
  if (!state.git) return in.fail({"这里没有 git 仓库，或没有装 git", "there is no git repository here, or no git"});
  std::string text;
  const auto line = [&](const Bilingual& what, const std::string& value) {
    text.append(what.in(in.lang)).append(in.lang == Lang::zh ? "：" : ": ");
    text.append(value.empty() ? say(in.lang, {"（没有）", "(none)"}) : value).append("\n");
  };
  line({"合并驱动", "merge driver"}, state.driver);
  if (!state.driver.empty() && !state.program) {
    text += say(in.lang, {"  其中的程序已经不在了，请重新运行 matter git install\n",
                          "  its program is gone: run matter git install again\n"});
  }
  line({"比较驱动", "diff driver"}, state.diff);
  line({"属性文件", "attributes"}, state.attributes);
  for (const std::string& missing : state.missing) text += say(in.lang, {"  缺：{}\n", "  lacks: {}\n"}, missing);
  if (!in.quiet) write_output("", text);
  return state.installed() ? exit_code::clean : exit_code::findings;
}

int install(const Invocation& in, GitScope scope) {
  if (!git_install(scope, own_program()))
    return in.fail({"这里没有 git 仓库，或 git 不让设置", "there is no git repository here, or git refused"});
  in.narrate({"已设置：git 合并 .yaml、.yml 文件时逐项合并。属性写在 {}，请一并提交。",
              "Set: git merges .yaml and .yml files by entries. The attributes are in {}; commit them."},
             git_state(scope).attributes);
  return exit_code::clean;
}

int uninstall(const Invocation& in, GitScope scope) {
  if (!git_uninstall(scope))
    return in.fail({"这里没有 git 仓库，或 git 不让改", "there is no git repository here, or git refused"});
  in.narrate({"已撤销。", "Taken back."});
  return exit_code::clean;
}

/// Never anything but 0 and 1: to git, more than 128 is a failure of the whole merge.
int drive_merge(const Invocation& in) {
  const auto& given = in.given.operands();
  if (given.size() != 5) {
    (void)in.misuse({"用法：matter git merge-driver %O %A %B %P", "usage: matter git merge-driver %O %A %B %P"});
    return exit_code::findings;
  }
  const std::string& path = given[4];
  try {
    Sources sources;
    RunOptions run;
    run.lang = in.lang;
    run.jobs = 1;
    run.today = in.today;
    const DriverResult result = merge_driver({given[1], given[2], given[3]}, path, run, sources);
    static constexpr Bilingual sides[] = {{"原来的版本", "the base"}, {"我方的版本", "ours"}, {"对方的版本", "theirs"}};
    for (std::size_t i = 0; i < merge_sides; ++i) {
      if (result.encodings[i] == Encoding::utf8) continue;
      in.warn({"{}：{}的编码是 {}，合并的结果是 UTF-8", "{}: {} is encoded in {}; the merged file is UTF-8"}, path,
              sides[i].in(in.lang), matter::name(result.encodings[i]));
    }
    if (result.by_git && !result.why.empty()) {
      in.narrate({"matter：{}：{}；改用 git 的按行合并", "matter: {}: {}; merged by lines by git"}, path, result.why);
    } else if (result.conflicts > 0) {
      in.narrate({"matter：{}：冲突 {} 处", "matter: {}: conflicts: {}"}, path, result.conflicts);
    } else if (!result.invalid.empty()) {
      std::string text = say(in.lang,
                             {"matter：{}：合并没有冲突，但结果不合规，请改好再提交：\n",
                              "matter: {}: merged without conflicts, but invalid; mend it before you commit:\n"},
                             path);
      write_findings(result.invalid, sources, {.lang = in.lang, .color = in.color_err},
                     [&text](std::string_view more) { text += more; });
      write_error(text);
    }
    return result.clean ? exit_code::clean : exit_code::findings;
  } catch (const std::system_error& failure) {
    in.say_error(told(failure, in.lang));
  } catch (const std::exception& fault) {
    in.say_error(fault.what());
  }
  return exit_code::findings;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  if (from.empty() || from == to) return;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Git keeps colours on when it shows what is written in a pager.
bool in_pager() {
  const char* const pager = std::getenv("GIT_PAGER_IN_USE");
  const char* const plain = std::getenv("NO_COLOR");
  return pager != nullptr && std::string_view(pager) == "true" && (plain == nullptr || *plain == '\0');
}

/// The comparison of two versions of a file of matters; empty where there is none to tell.
std::string compared(const GitPair& pair, const Invocation& in, bool color) {
  Sources sources;
  if (!pair.both()) return {};
  if (!holds_matters(pair.path, pair.before, sources) && !holds_matters(pair.after_path(), pair.after, sources))
    return {};
  Progress progress(in.lang, true);
  const DiffResult result = diff(pair.before, pair.after, in.run(progress), sources);
  const std::string named = pair.path + (pair.renamed.empty() ? "" : " → " + pair.renamed);
  if (!result.understood()) {
    write_output("", say(in.lang,
                         {"matter diff {}：读不懂，按行比较；原因见 matter validate\n",
                          "matter diff {}: not understood, so compared by lines; matter validate says why\n"},
                         named));
    return {};
  }
  if (!result.any()) return {};
  std::string text = bold("matter diff " + named, color) + "\n";
  if (pair.before_mode != pair.after_mode)
    text += "old mode " + pair.before_mode + "\nnew mode " + pair.after_mode + "\n";
  write_diff_text(result, sources, {.lang = in.lang, .color = color}, [&text](std::string_view more) { text += more; });
  // Git's temporary files mean nothing to anybody.
  replace_all(text, pair.before, pair.before == pair.path ? pair.path : "a/" + pair.path);
  replace_all(text, pair.after, pair.after == pair.after_path() ? pair.after : "b/" + pair.after_path());
  return text + "\n";
}

/// Git calls it with what `git_pair` reads, or with the path alone while a merge is not finished. It must exit with 0.
int drive_diff(const Invocation& in) {
  const std::vector<std::string> given(std::next(in.given.operands().begin()), in.given.operands().end());
  if (given.size() == 1) {
    write_output("", "* Unmerged path " + given[0] + "\n");
    return exit_code::clean;
  }
  if (given.size() < 7) return in.misuse({"由 git 调用", "called by git"});
  const GitPair pair = git_pair(given);
  const bool color = in.color_out || in_pager();
  std::string text;
  try {
    text = compared(pair, in, color);
  } catch (const std::system_error&) {
    // Git's own comparison says what is wrong.
  }
  write_output("", text.empty() ? compare_by_lines(pair, color) : text);
  return exit_code::clean;
}

int call(const Invocation& in) {
  const std::string& action = in.given.operands()[0];
  const GitScope scope = in.given.has(global_option) ? GitScope::global : GitScope::repository;
  if (action == "merge-driver") return drive_merge(in);
  if (action == "diff-driver") return drive_diff(in);
  if (in.given.operands().size() > 1)
    return in.misuse({"“{}”是多余的", "\"{}\" is one argument too many"}, in.given.operands()[1]);
  if (action == "install") return install(in, scope);
  if (action == "uninstall") return uninstall(in, scope);
  if (action == "status") return tell_status(in, scope);
  return in.misuse({"没有动作“{}”，可以是：install、uninstall、status",
                    "there is no action \"{}\"; it is one of: install, uninstall, status"},
                   action);
}

}  // namespace

extern const Command git_command;
const Command git_command{
    .name = "git",
    .summary = {"让 git 逐项合并和比较事项文件", "Let git merge and compare files of matters by their entries"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
