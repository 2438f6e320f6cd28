#include "ops/since.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "support/check.h"
#include "support/shell.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

/// A repository with one commit `then`, and the working folder in it.
class Repository {
 public:
  Repository() : before_(std::filesystem::current_path()) {}
  ~Repository() { std::filesystem::current_path(before_); }
  Repository(const Repository&) = delete;
  Repository& operator=(const Repository&) = delete;

  void add(const std::string& path, std::string_view text) const { tree_.add(path, text); }
  void remove(const std::string& path) const { std::filesystem::remove(tree_.path(path)); }
  void commit(const std::string& below = {}) const {
    std::filesystem::current_path(tree_.path());
    const auto done = std::system(
        "git init -q . && git add . && git -c user.name=x -c user.email=x@example.org commit -qm then && git tag then");
    REQUIRE(done == 0);
    std::filesystem::current_path(tree_.path(below));
  }
  [[nodiscard]] std::string path(const std::string& below) const { return tree_.path(below); }

 private:
  Tree tree_;
  std::filesystem::path before_;
};

SinceResult since(const std::string& path) {
  const GitRepository git;
  Sources sources;
  RunOptions options;
  options.jobs = 1;
  return validate_since(path, git, "then", options, sources);
}

std::string with_code(std::string_view serial, std::string_view more) {
  return sample_with("code: \"11350200000000000Y3000199" + std::string(serial) + "000\"\n" + std::string(more));
}

}  // namespace

TEST_CASE("since: nothing changed, nothing is shown, and what is there is counted") {
  const Repository r;
  r.add("a.yaml", with_code("001", "kind: 承诺 件\n"));
  r.commit();
  for (const std::string& path : {std::string("."), std::string("a.yaml"), std::string("./a.yaml"), r.path("a.yaml")}) {
    CAPTURE(path);
    const SinceResult s = since(path);
    CHECK(s.shown.findings.empty());
    CHECK(s.changed == 0);
    CHECK(s.elsewhere_errors == 1);
    CHECK(s.gone == 0);
  }
}

TEST_CASE("since: all that is found in a changed matter is shown, and nothing of its neighbour in the file") {
  const Repository r;
  const std::string first = with_code("001", "kind: 承诺 件\n");
  const std::string second = with_code("002", "kind: 即办 件\n");
  r.add("a.yaml", first + "---\n" + second);
  r.commit();
  r.add("a.yaml", with_code("001", "kind: 承诺 件\nshort_name: 许可\n") + "---\n" + second);
  const SinceResult s = since(".");
  CHECK(s.changed == 1);
  REQUIRE(s.shown.findings.size() == 1);
  CHECK(s.shown.findings[0].matter == "11350200000000000Y3000199001000");
  CHECK(s.elsewhere_errors == 1);
}

TEST_CASE("since: another way to write the same is no change") {
  const Repository r;
  r.add("a.yaml", with_code("001", "kind: 承诺 件\nshort_name: 许可\n"));
  r.commit();
  r.add("a.yaml",
        "# 注释\n" + with_code("001", "short_name: \"许可\"  # 注释\n事项类型: 行政许可\n!type\nkind: 承诺 件\n"));
  const SinceResult s = since(".");
  CHECK(s.changed == 0);
  CHECK(s.shown.findings.empty());
  CHECK(s.elsewhere_errors == 1);
}

TEST_CASE("since: a finding in an untouched matter is shown where a change elsewhere brings it about") {
  const Repository r;
  r.add("z.yaml", with_code("001", ""));
  r.add("s/catalog.yaml", "format: 1\nname: 示例标准\nrole: 标准化目录\n");
  r.commit();
  r.add("a.yaml", with_code("001", ""));
  const SinceResult s = since(".");
  CHECK(s.changed == 0);  // the same matter, once more: it says nothing else
  REQUIRE(s.shown.findings.size() == 1);
  CHECK(s.shown.findings[0].rule == "code-duplicate");
  CHECK(s.elsewhere() == 0);
}

TEST_CASE("since: what is no more found is counted, removed matters included") {
  const Repository r;
  r.add("a.yaml", with_code("001", "kind: 承诺 件\n"));
  r.add("b.yaml", with_code("002", "name: 旅馆业特种行业许可（示例）\nkind: 承诺 件\n"));
  r.commit();
  r.remove("a.yaml");
  r.add("b.yaml", with_code("002", "name: 旅馆业特种行业许可（示例）\nkind: 承诺件\n"));
  const SinceResult s = since(".");
  CHECK(s.shown.findings.empty());
  CHECK(s.gone == 2);
  CHECK(s.changed == 1);
}

TEST_CASE("since: a moved file is no change, and matters without a code go by what they say") {
  const Repository r;
  r.add("a.yaml", with_code("001", "kind: 承诺 件\n"));
  r.add("n.yaml", "name: 甲\n---\nname: 乙\n");
  r.commit();
  r.remove("a.yaml");
  r.add("sub/b.yaml", with_code("001", "kind: 承诺 件\n"));
  r.add("n.yaml", "name: 新\n---\nname: 甲\n---\nname: 乙\n");
  const SinceResult s = since(".");
  CHECK(s.changed == 1);
  for (const Diagnostic& d : s.shown.findings) CHECK(d.rule != "field-value");
  CHECK(s.elsewhere_errors >= 1);
}

TEST_CASE("since: below a folder, and from inside one") {
  const Repository r;
  r.add("c/a.yaml", with_code("001", "kind: 承诺 件\n"));
  r.add("d/b.yaml", with_code("002", "kind: 承诺 件\n"));
  r.commit("c");
  const SinceResult here = since(".");
  CHECK(here.shown.findings.empty());
  CHECK(here.elsewhere_errors == 1);
  CHECK(since("../d").elsewhere_errors == 1);
  CHECK(since("..").elsewhere_errors == 2);
  CHECK(since(r.path("d")).elsewhere_errors == 1);
}

TEST_CASE("since: a file that could not be read then and still cannot is shown when it changed only") {
  const Repository r;
  r.add("a.yaml", "name: \"x\n");
  r.add("b.yaml", "name: \"x\n");
  r.commit();
  r.add("b.yaml", "name: \"x\nkind: y\n");
  const SinceResult s = since(".");
  REQUIRE(s.shown.findings.size() == 1);
  CHECK(s.elsewhere_errors == 1);
}
