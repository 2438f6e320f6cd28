#include "ops/validate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "checks/rule.h"
#include "diag/diagnostic.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

constexpr std::string_view standard_entry = R"(sample: true
name: 公共场所卫生许可（示例）
directory_code: "00019900100001"
version: 3
type: 行政许可
limits: {legal: 20 工作日, promised: 5 工作日}
)";
constexpr std::string_view bound = "code: \"11350200000000000Y3000199001000\"\nstandard: \"00019900100001@3\"\n";

ValidateResult run(const Tree& tree, const std::vector<std::string>& below, Sources& sources, Lang lang = Lang::en) {
  std::vector<std::string> paths;
  for (const std::string& path : below) paths.push_back(tree.path(path));
  RunOptions options;
  options.lang = lang;
  options.jobs = 1;
  return validate(paths, options, sources);
}

bool any(const ValidateResult& r, std::string_view rule) {
  return std::any_of(r.findings.begin(), r.findings.end(), [&](const Diagnostic& d) { return d.rule == rule; });
}

std::size_t not_checked(const ValidateResult& r, std::string_view what, std::string_view reason) {
  for (const NotChecked& row : r.not_checked) {
    if (row.what == what && row.reason.find(reason) != std::string::npos) return row.count;
  }
  return 0;
}

}  // namespace

TEST_CASE("validate: a run that found nothing to check is not clean") {
  const Tree tree;
  tree.add("form.docx", "");
  Sources sources;
  const ValidateResult r = run(tree, {""}, sources);
  CHECK(r.nothing());
  CHECK(r.not_checked.empty());
  tree.add("matters.json", "[]");
  CHECK(not_checked(run(tree, {""}, sources), "file", "passed over: " + tree.path("matters.json")) == 1);
  tree.add("empty.yaml", "# nothing\n");
  const ValidateResult empty = run(tree, {""}, sources);
  CHECK(empty.nothing());
  CHECK(empty.files == 1);
  CHECK(not_checked(empty, "file", "no matter in it") == 1);
}

TEST_CASE("validate: asked for one rule, it finds of that rule what it finds with all") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\nsample: 是\nname: 示例\nrole: 实施清单\n");
  for (const Rule* rule : all_rules()) tree.add(std::string(rule->id) + ".yaml", rule->bad);
  RunOptions options;
  options.lang = Lang::en;
  options.jobs = 1;
  options.today = {2026, 1, 31};
  Sources sources;
  const auto find = [&](Collector& to) { return discover({tree.path("")}, sources, to); };
  const auto of_rule = [&](const ValidateResult& result, std::string_view rule) {
    std::vector<std::string> found;
    for (const Diagnostic& d : result.findings) {
      if (d.rule == rule) found.push_back(fingerprint(d, sources.name(d.at.source)) + d.message);
    }
    return found;
  };
  const ValidateResult all = validate(find, options, sources);
  std::set<std::string> ids;
  for (const Diagnostic& d : all.findings) ids.emplace(d.rule);
  CHECK(ids.size() > 60);
  for (const std::string& id : ids) {
    CAPTURE(id);
    CHECK(of_rule(validate_only({id}, find, options, sources), id) == of_rule(all, id));
  }
}

TEST_CASE("validate: findings are counted and stand in order of source, place and rule") {
  const Tree tree;
  tree.add("b.yaml", "nmae: x\ncode: 1\nfoo: 2\n");
  tree.add("a.yaml", "bar: 1\n---\nnmae: y\n");
  Sources sources;
  const ValidateResult r = run(tree, {""}, sources);
  CHECK(r.files == 2);
  CHECK(r.matters == 3);
  CHECK(r.errors + r.warnings + r.infos == r.findings.size());
  CHECK(std::is_sorted(r.findings.begin(), r.findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
    if (a.at.source != b.at.source) return a.at.source < b.at.source;
    if (a.at.span.begin != b.at.span.begin) return a.at.span.begin < b.at.span.begin;
    return a.rule < b.rule;
  }));
  CHECK_FALSE(r.nothing());
}

TEST_CASE("validate: a damaged file shows what is wrong; its matters are not checked, and that is said") {
  const Tree tree;
  tree.add("a.yaml", "name: \"x\ncode: 1\n");
  Sources sources;
  const ValidateResult r = run(tree, {""}, sources);
  CHECK(r.errors >= 1);
  for (const Diagnostic& d : r.findings) CHECK(d.rule.starts_with("yaml-"));
  CHECK(not_checked(r, "file", "could not be read whole") == 1);
  CHECK_FALSE(r.nothing());
}

TEST_CASE("validate: what the standard entry says is not missing, and its file need not be named") {
  const Tree tree;
  tree.add("standard/catalog.yaml", "format: 1\nrole: 标准化目录\n");
  tree.add("standard/s.yaml", standard_entry);
  tree.add("xm/catalog.yaml", "format: 1\nstandards: [../standard]\n");
  tree.add("xm/m.yaml", bound);
  Sources sources;
  const ValidateResult r = run(tree, {"xm"}, sources);
  CHECK(r.matters == 1);
  for (const Diagnostic& d : r.findings) CHECK(d.field != "name");
  CHECK_FALSE(any(r, "reference-dangling"));
}

TEST_CASE("validate: what could not be read of a standard entry is told though nobody named its file") {
  const Tree tree;
  tree.add("standard/catalog.yaml", "format: 1\nrole: 标准化目录\n");
  tree.add("standard/s.yaml", std::string(standard_entry) + "conditons:\n  - x\nspecial: 三周\n");
  tree.add("xm/catalog.yaml", "format: 1\nstandards: [../standard]\n");
  tree.add("xm/a.yaml", bound);
  Sources sources;
  const auto told = [&](const ValidateResult& r, std::string_view rule) {
    return std::count_if(r.findings.begin(), r.findings.end(), [&](const Diagnostic& d) {
      return d.rule == rule && sources.name(d.at.source).ends_with("s.yaml");
    });
  };
  const ValidateResult alone = run(tree, {"xm"}, sources);
  CHECK(told(alone, "field-unknown") == 1);
  CHECK(told(alone, "field-missing") == 0);  // of the entry nothing else is checked
  const ValidateResult both = run(tree, {""}, sources);
  CHECK(told(both, "field-unknown") == 1);
}

TEST_CASE("validate: a matter whose standard entry cannot be read is not checked instead of failing") {
  const Tree tree;
  tree.add("standard/catalog.yaml", "format: 1\nrole: 标准化目录\n");
  tree.add("standard/s.yaml", std::string(standard_entry) + "basis: \"x\n");
  tree.add("xm/catalog.yaml", "format: 1\nstandards: [../standard]\n");
  tree.add("xm/m.yaml", bound);
  Sources sources;
  const ValidateResult r = run(tree, {"xm"}, sources);
  CHECK(not_checked(r, "matter", "standard entry") == 1);
  CHECK_FALSE(any(r, "reference-dangling"));
  CHECK_FALSE(any(r, "field-missing"));
  CHECK(r.errors >= 1);  // the fault in the standard entry itself

  const Tree lost;
  lost.add("catalog.yaml", "format: 1\nstandards: [nowhere]\n");
  lost.add("m.yaml", bound);
  const ValidateResult l = run(lost, {""}, sources);
  CHECK(not_checked(l, "matter", "standard entry") == 1);
  CHECK(l.errors == 1);
  CHECK(any(l, "reference-dangling"));
}

TEST_CASE("validate: rules that need what the source never carries are counted, not failed") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\nnot_carried: [basis]\n");
  tree.add("m.yaml", "name: 示例\ntype: 行政许可\n");
  Sources sources;
  const ValidateResult r = run(tree, {""}, sources);
  CHECK_FALSE(any(r, "basis-missing"));
  CHECK(not_checked(r, "basis-missing", "basis") == 1);
  CHECK(not_checked(run(tree, {""}, sources, Lang::zh), "basis-missing", "来源不提供 basis") == 1);
}

TEST_CASE("validate: files of a newer format are refused with an error and counted") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 2\n");
  tree.add("m.yaml", "name: 示例\n");
  Sources sources;
  const ValidateResult r = run(tree, {""}, sources);
  CHECK(r.files == 0);
  CHECK(r.errors == 1);
  CHECK(not_checked(r, "file", "newer format") == 1);
}

TEST_CASE("validate: a file that cannot be read is an error of the environment") {
  const Tree tree;
  Sources sources;
  CHECK_THROWS_AS((void)run(tree, {"none.yaml"}, sources), std::system_error);
}

TEST_CASE("validate: progress ends with all files") {
  const Tree tree;
  for (int i = 0; i < 70; ++i) tree.add("m" + std::to_string(i) + ".yaml", "name: 示例\n");
  Sources sources;
  RunOptions options;
  options.jobs = 3;
  std::size_t last = 0;
  options.progress = [&](std::size_t done, std::size_t total) {
    CHECK(done > last);
    CHECK(total == 70);
    last = done;
  };
  CHECK(validate({tree.path()}, options, sources).files == 70);
  CHECK(last == 70);
}
