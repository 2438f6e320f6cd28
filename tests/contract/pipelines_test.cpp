#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "support/judges.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* good = "limits: {promised: 2 工作日}";
constexpr const char* bad = "limits: {promised: 50 工作日}";

/// A git repository with the sample catalog: main, and a branch that changes one promised limit.
class Repository {
 public:
  explicit Repository(const std::string& limits) {
    const ShellResult made =
        sh("git init -q -b main && cp -rL '" + in_repository("catalogs/five-levels").string() +
           "' . && git config user.name x && git config user.email x@example.org && git add . && git commit -qm 1 && "
           "git update-ref refs/remotes/origin/main main && git checkout -q -b reform && "
           "sed -i 's/^limits: .*/" +
           limits + "/' five-levels/city/自然资源/不动产抵押登记.yaml && git commit -qam 2");
    REQUIRE_MESSAGE(made.exit == 0, made.err);
  }
  [[nodiscard]] ShellResult sh(const std::string& line) const {
    return run_in_shell(line, folder_.path(), MATTER_PROGRAM);
  }
  /// Runs a pipeline here (tests/judges/pipeline.mjs). Without `program` there is no matter on the PATH.
  [[nodiscard]] ShellResult pipeline(const std::string& words, bool program = true) const {
    return sh(std::string(program ? "" : "PATH=/usr/bin:/bin ") + "node " +
              in_repository("tests/judges/pipeline.mjs").string() + ' ' + words + " 2>&1");
  }
  [[nodiscard]] std::string text(const std::string& name) const { return whole_file(folder_.path() / name); }
  [[nodiscard]] bool has(const std::string& name) const { return fs::exists(folder_.path() / name); }

 private:
  TemporaryFolder folder_;
};

std::string here(const char* path) { return in_repository(path).string(); }

bool says(const ShellResult& result, const std::string& text) { return result.out.find(text) != std::string::npos; }

/// Both findings of the bad limit at their line, nothing of the other 168 files, and the step fails.
void check_stopped(const ShellResult& done) {
  CAPTURE(done.out);
  CHECK(says(done, "不动产抵押登记.yaml:10:20: 错误: 承诺办结时限 50 工作日 长于法定办结时限 30 工作日"));
  CHECK(says(done, "169 个文件，169 个事项：错误 2，警告 0，提示 0"));
  CHECK(says(done, "以来改动的事项 1 个"));
  CHECK(done.out.ends_with("exit 1\n"));
}

void check_passed(const ShellResult& done) {
  CAPTURE(done.out);
  CHECK(says(done, "169 个文件，169 个事项：没有发现问题"));
  CHECK(done.out.ends_with("exit 0\n"));
}

constexpr const char* on_pull_request =
    " GITHUB_BASE_REF=main GITHUB_EVENT_NAME=pull_request GITHUB_STEP_SUMMARY=summary.md";
constexpr const char* on_merge_request =
    " CI_PIPELINE_SOURCE=merge_request_event CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git rev-parse main)";
constexpr const char* on_gitee_request =
    " GITEE_PULL_ID=7 GITEE_BRANCH=main GITEE_SOURCE_BRANCH=reform GITEE_COMMIT=$(git rev-parse main)";

}  // namespace

TEST_CASE("pipelines: the files are what their services read") {
  if (!judges_or_say("pipelines")) return;
  for (const char* file : {"action.yml", "schemas/ci/github.yml"}) {
    const ShellResult judged =
        run_in_shell("node_modules/.bin/action-validator '" + here(file) + "'", here("tests/judges"), MATTER_PROGRAM);
    CHECK_MESSAGE(judged.exit == 0, file, ": ", judged.err, judged.out);
  }
  for (const char* file : {"schemas/ci/github.yml", "schemas/ci/gitlab.yml", "schemas/ci/gitee.yml"}) {
    const std::string text = file_text(in_repository(file));
    CHECK_MESSAGE(text.find("改这里") != std::string::npos, file);
    CHECK_MESSAGE(text.find("CHANGE") != std::string::npos, file);
    CHECK_MESSAGE(text.find('\t') == std::string::npos, file);
  }
}

TEST_CASE("pipelines: the GitHub workflow stops a bad change at its lines, lets a good one pass, checks main wholly") {
  if (!judges_or_say("pipelines")) return;
  const std::string workflow = "github '" + here("schemas/ci/github.yml") + "'";
  const Repository stopped(bad);
  const ShellResult done = stopped.pipeline(workflow + on_pull_request);
  check_stopped(done);
  CHECK(says(done,
             "::error file=five-levels/city/自然资源/不动产抵押登记.yaml,line=10,endLine=10,col=20,endColumn=26,"
             "title=limit-promised-over-legal::"));
  CHECK(stopped.text("summary.md").find("## 事项检查：错误 2") != std::string::npos);
  CHECK(json::parse(stopped.text("matter.sarif"))["runs"][0]["results"].size() == 2);
  CHECK(stopped.text("matter.html").starts_with("<!doctype html>"));
  CHECK(stopped.text("matter.xlsx").starts_with("PK"));
  CHECK(says(stopped.pipeline(workflow), "169 个事项：错误 2"));  // no pull request: all of it
  check_passed(Repository(good).pipeline(workflow + on_pull_request));
}

TEST_CASE("pipelines: the GitLab job stops a bad change and writes its reports; GitLab's schema knows all of it") {
  if (!judges_or_say("pipelines")) return;
  const std::string job = "gitlab '" + here("schemas/ci/gitlab.yml") + "'";
  const Repository stopped(bad);
  const ShellResult done = stopped.pipeline(job + on_merge_request);
  CAPTURE(done.out);
  CHECK(says(done, "json schema validated"));
  CHECK(says(done, "错误: 承诺办结时限 50 工作日 长于法定办结时限 30 工作日 [limit-promised-over-legal]"));
  CHECK(says(done, "169 个文件，169 个事项：错误 2，警告 0，提示 0"));
  CHECK(done.out.ends_with("exit 1\n"));
  const json quality = json::parse(stopped.text("matter-quality.json"));
  REQUIRE(quality.size() == 2);
  CHECK(quality[0]["location"]["path"] == "five-levels/city/自然资源/不动产抵押登记.yaml");
  CHECK(stopped.text("matter-junit.xml").find("<failure") != std::string::npos);
  CHECK(stopped.has("matter.html"));
  CHECK(stopped.has("matter.xlsx"));
  const ShellResult passed = Repository(good).pipeline(job + on_merge_request);
  CHECK_MESSAGE(passed.out.ends_with("exit 0\n"), passed.out);
}

TEST_CASE("pipelines: the Gitee commands stop a bad change, let a good one pass, and know when there is none") {
  if (!judges_or_say("pipelines")) return;
  const std::string steps = "gitee '" + here("schemas/ci/gitee.yml") + "'";
  const Repository stopped(bad);
  check_stopped(stopped.pipeline(steps + on_gitee_request));
  CHECK(stopped.text("matter-report/junit.xml").find("<failure") != std::string::npos);
  CHECK(stopped.has("matter-report/matter.html"));
  CHECK(stopped.has("matter-report/matter.xlsx"));
  CHECK(says(stopped.pipeline(steps), "169 个事项：错误 2"));
  const Repository passed(good);
  check_passed(passed.pipeline(steps + on_gitee_request));
  // What stood there before is no reason to stop main once it is in a baseline.
  REQUIRE(stopped.sh("matter validate --write-baseline known.tsv").exit == 0);
  const ShellResult known = stopped.pipeline(steps + " MATTER_BASELINE=known.tsv");
  CHECK_MESSAGE(known.out.ends_with("exit 0\n"), known.out);
}

TEST_CASE("pipelines: the program is downloaded only with the right checksum, alone or in an archive") {
  if (!judges_or_say("pipelines")) return;
  const Repository folder(good);
  REQUIRE(folder
              .sh("mkdir -p pack/matter-1/bin pack/matter-1/share/completions && "
                  "echo '# bash' >pack/matter-1/share/completions/matter && cp \"$(command -v matter)\" "
                  "pack/matter-1/bin && "
                  "tar -czf matter.tar.gz -C pack matter-1 && mv pack/matter-1/bin/matter alone && rm -r pack")
              .exit == 0);
  struct Kind {
    const char* words;
    const char* file;
    const char* request;
  };
  for (const Kind& kind : {Kind{"github", "schemas/ci/github.yml", on_pull_request},
                           Kind{"gitlab", "schemas/ci/gitlab.yml", on_merge_request},
                           Kind{"gitee", "schemas/ci/gitee.yml", on_gitee_request}}) {
    CAPTURE(kind.file);
    const std::string words = std::string(kind.words) + " '" + here(kind.file) + "'" + kind.request;
    for (const std::string download : {"alone", "matter.tar.gz"}) {
      const ShellResult fetched =
          folder.pipeline(words + " serve:" + download + " MATTER_URL={served} MATTER_SHA256=$(sha256sum " + download +
                              " | cut -d' ' -f1)",
                          false);
      CHECK_MESSAGE(fetched.out.ends_with("exit 0\n"), fetched.out);
    }
    const ShellResult forged =
        folder.pipeline(words + " serve:alone MATTER_URL={served} MATTER_SHA256=" + std::string(64, '0'), false);
    CHECK_MESSAGE(forged.out.ends_with("exit 1\n"), forged.out);
    const ShellResult none = folder.pipeline(words, false);
    CHECK(says(none, "没有 matter 程序"));
    CHECK(says(none, "there is no matter"));
    CHECK_MESSAGE(none.out.find("个事项") == std::string::npos, none.out);
  }
}

TEST_CASE("pipelines: the action checks, annotates, writes SARIF and gives its outputs") {
  if (!judges_or_say("pipelines")) return;
  const std::string action = "github '" + here("action.yml") + "'";
  const Repository stopped(bad);
  const ShellResult done = stopped.pipeline(action + on_pull_request);
  CHECK(says(done, "title=limit-promised-over-legal::"));
  CHECK(says(done, "output exit-code=1\noutput sarif=matter.sarif\nexit 1\n"));
  CHECK(stopped.text("summary.md").find("## 事项检查：错误 2") != std::string::npos);
  CHECK(json::parse(stopped.text("matter.sarif"))["runs"][0]["results"].size() == 2);
  const ShellResult english = stopped.pipeline(action + on_pull_request +
                                               " input:lang=en 'input:args=--fail-on never -o csv=m.csv' "
                                               "input:sarif= input:path=five-levels/city");
  CHECK(says(english, "the promised limit 50 工作日 is longer"));
  CHECK(says(english, "output exit-code=0\noutput sarif=\nexit 0\n"));
  CHECK(stopped.has("m.csv"));
  CHECK(says(stopped.pipeline(action + on_pull_request + " input:since=HEAD"), "没有发现问题"));
  const ShellResult all = stopped.pipeline(action + on_pull_request + " input:since=none");
  CHECK_FALSE(says(all, "以来改动"));
  CHECK(says(all, "169 个事项：错误 2"));
  const ShellResult wrong = stopped.pipeline(action + on_pull_request + " input:path=nothing");
  CHECK_MESSAGE(says(wrong, "output exit-code=2"), wrong.out);
  CHECK(wrong.out.ends_with("exit 2\n"));
}

TEST_CASE("pipelines: the action compares in a shallow checkout, too") {
  if (!judges_or_say("pipelines")) return;
  const Repository from(bad);
  REQUIRE(from.sh("git checkout -q main && git merge -q --no-ff --no-edit reform && git branch -q merged && "
                  "git reset -q --hard HEAD~1 && git clone -q --depth 1 -b merged \"file://$PWD\" shallow")
              .exit == 0);
  const ShellResult done =
      from.sh("cd shallow && git rev-parse --is-shallow-repository && node '" + here("tests/judges/pipeline.mjs") +
              "' github '" + here("action.yml") + "'" + on_pull_request + " 2>&1");
  CHECK_MESSAGE(says(done, "自 origin/main 以来改动的事项 1 个"), done.out);
  CHECK(done.out.starts_with("true\n"));
  CHECK(done.out.ends_with("exit 1\n"));
}

TEST_CASE("pipelines: the action takes a program that is there, and refuses a download without its checksum") {
  if (!judges_or_say("pipelines")) return;
  const std::string action = "github '" + here("action.yml") + "'";
  const Repository folder(good);
  REQUIRE(folder.sh("cp \"$(command -v matter)\" other-name").exit == 0);
  const ShellResult given = folder.pipeline(action + on_pull_request + " input:program=other-name", false);
  CHECK_MESSAGE(given.out.ends_with("exit 0\n"), given.out);
  const ShellResult bare = folder.pipeline(action + " serve:other-name input:url={served}", false);
  CHECK(says(bare, "下载的程序要给出 SHA-256"));
  CHECK(bare.out.ends_with("exit 2\n"));
  const ShellResult forged =
      folder.pipeline(action + " serve:other-name input:url={served} input:sha256=" + std::string(64, '0'), false);
  CHECK(says(forged, "is not what its SHA-256 says, and is not used"));
  CHECK(forged.out.ends_with("exit 2\n"));
  const ShellResult fetched = folder.pipeline(
      action + " serve:other-name input:url={served} input:sha256=$(sha256sum other-name | cut -d' ' -f1)", false);
  CHECK_MESSAGE(fetched.out.ends_with("exit 0\n"), fetched.out);
  CHECK(says(folder.pipeline(action, false), "there is no matter: install it"));
}
