#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

constexpr const char* file = "city/自然资源/不动产抵押登记.yaml";

bool pre_commit_or_say() {
  if (fs::exists("/usr/bin/pre-commit")) return true;
  if (std::getenv("CI") != nullptr) throw std::runtime_error("pre-commit is not installed: scripts/setup");
  std::printf("SKIPPED pre-commit: it is not installed (scripts/setup)\n");
  return false;
}

/// A repository of hooks, made of ours, and a catalog whose repository uses all of them, with one commit.
class Hooked {
 public:
  Hooked() {
    const std::string root = in_repository("").string();
    const ShellResult made =
        in("mkdir -p hooks/scripts && cp '" + root + "/.pre-commit-hooks.yaml' hooks && cp -r '" + root +
               "/scripts/ci' hooks/scripts && cd hooks && git init -q && git add . && git -c user.name=x -c "
               "user.email=x@example.org commit -qm 1 && cd .. && cp -rL '" +
               root +
               "/catalogs/five-levels' catalog && cd catalog && git init -q -b main && git config user.name x && git "
               "config user.email x@example.org && printf 'repos:\\n- repo: %s/hooks\\n  rev: %s\\n  hooks:\\n  - id: "
               "matter-fmt\\n  - id: matter-validate\\n  - id: matter-validate-since\\n' \"${PWD%/*}\" \"$(git -C "
               "../hooks "
               "rev-parse HEAD)\" >.pre-commit-config.yaml && pre-commit install && git add . && git commit -qm 1",
           "");
    REQUIRE_MESSAGE(made.exit == 0, made.out, made.err);
  }
  [[nodiscard]] ShellResult in(const std::string& line, const std::string& below = "catalog") const {
    return run_in_shell(
        "export PRE_COMMIT_HOME='" + folder_.path().string() + "/home' PRE_COMMIT_COLOR=never; { " + line + "\n} 2>&1",
        folder_.path() / below, MATTER_PROGRAM);
  }
  /// Changes the line of the limits, and commits.
  [[nodiscard]] ShellResult commit(const std::string& limits) const {
    return in("sed -i 's/^limits: .*/limits: " + limits + "/' " + file + " && git commit -qam 2");
  }

 private:
  TemporaryFolder folder_;
};

bool says(const ShellResult& result, const std::string& text) { return result.out.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("pre-commit: it reads our hooks") {
  if (!pre_commit_or_say()) return;
  const ShellResult judged =
      run_in_shell("pre-commit validate-manifest .pre-commit-hooks.yaml", in_repository(""), MATTER_PROGRAM);
  CHECK_MESSAGE(judged.exit == 0, judged.out, judged.err);
}

TEST_CASE("pre-commit: a bad limit is not committed, another form of a good one is mended first") {
  if (!pre_commit_or_say()) return;
  const Hooked repository;
  const ShellResult bad = repository.commit("{promised: 50 工作日}");
  CAPTURE(bad.out);
  CHECK(bad.exit == 1);
  CHECK(says(bad, "matter fmt...............................................................Passed"));
  CHECK(says(bad, "- hook id: matter-validate\n- exit code: 1"));
  CHECK(says(bad, "- hook id: matter-validate-since\n- exit code: 1"));
  CHECK(says(bad, "1 file, 1 matter: 2 errors, 0 warnings, 0 infos"));
  CHECK(says(bad, "169 files, 169 matters: 2 errors, 0 warnings, 0 infos\nsince HEAD: 1 matter changed"));
  const ShellResult other = repository.commit("{promised: \"2个工作日\"}");
  CHECK(other.exit == 1);
  CHECK(says(other, "- hook id: matter-fmt\n- files were modified by this hook"));
  CHECK(says(repository.in(std::string("grep limits ") + file), "limits: {promised: 2 工作日}"));
  const ShellResult good = repository.in("git commit -qam 2");
  CHECK_MESSAGE(good.exit == 0, good.out);
}

TEST_CASE("pre-commit: the whole catalog is looked at for what a new file brings; other files are no concern") {
  if (!pre_commit_or_say()) return;
  const Hooked repository;
  const ShellResult other = repository.in("echo '# x' >>.pre-commit-config.yaml && git commit -qam 2");
  CHECK_MESSAGE(other.exit == 0, other.out);
  CHECK(says(other, "(no files to check)Skipped"));
  const ShellResult twice =
      repository.in(std::string("cp ") + file + " city/又一个.yaml && git add . && git commit -qm 3");
  CHECK(twice.exit == 1);
  CHECK_MESSAGE(says(twice, "belongs to another matter already [code-duplicate]"), twice.out);
  // A range, as pipelines ask for it: from where it begins.
  const ShellResult range =
      repository.in("git commit -qnm 3 && pre-commit run matter-validate-since --from-ref HEAD~1 --to-ref HEAD");
  CHECK(range.exit == 1);
  CHECK_MESSAGE(says(range, "[code-duplicate]"), range.out);
  CHECK(repository.in("pre-commit run matter-validate-since --from-ref HEAD --to-ref HEAD").exit == 0);
}
