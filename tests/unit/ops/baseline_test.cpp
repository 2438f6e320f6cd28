#include "ops/baseline.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <string>

#include "support/check.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

std::string with_same(std::string_view more = {}) {
  return sample_with("contacts: {consult: 0592-0000001, complain: 0592-0000001}\n" + std::string(more));
}

struct Used {
  ValidateResult result;
  BaselineUse use;
};

Used used(const std::vector<std::string>& paths, const BaselineOptions& how, Sources& sources) {
  RunOptions options;
  options.today = {2026, 1, 31};
  Used both;
  both.result = validate(paths, options, sources);
  both.use = use_baseline(how, paths, sources, Lang::en, both.result);
  return both;
}

std::string written(const Tree& tree, const std::string& file = ".matter/baseline.tsv", bool grow = false) {
  Sources sources;
  return used({tree.path()}, {tree.path(file), true, grow}, sources).use.text;
}

std::size_t lines(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("baseline: what is written hides what was found, and nothing that comes") {
  const Tree tree;
  tree.add("a.yaml", with_same());
  const std::string text = written(tree);
  CHECK(lines(text) == 2);
  CHECK(text.find("11350200000000000Y3000199001000\tcontact-same\tcontacts") != std::string::npos);
  const std::string file = tree.add(".matter/baseline.tsv", text);
  Sources known;
  const Used same = used({tree.path()}, {file}, known);
  CHECK(same.result.findings.empty());
  CHECK(same.result.warnings == 0);
  CHECK(same.result.baselined == 1);
  CHECK(same.use.gone == 0);
  CHECK(same.use.text.empty());

  tree.add("a.yaml", "# 一行\n\n" + with_same("!basis\n"));  // moved lines, and a new finding
  Sources later;
  const Used more = used({tree.path()}, {file}, later);
  CHECK(more.result.baselined == 1);
  REQUIRE_FALSE(more.result.findings.empty());
  CHECK(more.result.findings[0].rule != "contact-same");
}

TEST_CASE("baseline: it only shrinks, unless it is told to grow") {
  const Tree tree;
  tree.add("a.yaml", with_same());
  tree.add(".matter/baseline.tsv", written(tree));
  tree.add("a.yaml", with_same("basis: [{title: 《示例卫生法》, number: 示例令第1号, article: 第八条, rank: 法律}]\n"));
  CHECK(written(tree).empty());  // what is new is not taken in
  const std::string grown = written(tree, ".matter/baseline.tsv", true);
  CHECK(lines(grown) == 3);
  tree.add(".matter/baseline.tsv", grown);
  tree.add("a.yaml", sample_with(""));
  Sources mended;
  const Used gone = used({tree.path()}, {tree.path(".matter/baseline.tsv")}, mended);
  CHECK(gone.use.gone == 2);
  CHECK(gone.use.text.empty());
  CHECK(lines(written(tree)) == 1);
}

TEST_CASE("baseline: what was not looked at is not gone") {
  const Tree tree;
  tree.add("a/a.yaml", with_same());
  tree.add("b/b.yaml", sample_with("code: \"11350200000000000Y3000199002000\"\n"));
  const std::string file = tree.add(".matter/baseline.tsv", written(tree));
  tree.add("a/a.yaml", sample_with(""));
  Sources part;
  CHECK(used({tree.path("b")}, {file, true}, part).use.text.empty());
  tree.add("b/b.yaml", "name: [\n");  // not readable: nobody knows what is in it
  Sources broken;
  const Used unknown = used({tree.path()}, {file, true}, broken);
  CHECK_FALSE(unknown.use.whole);
  CHECK(unknown.use.text.empty());
  tree.add("b/b.yaml", sample_with("code: \"11350200000000000Y3000199002000\"\n"));
  tree.add("catalog.yaml", "format: 1\nname: 示例\nrules: {contact-same: {severity: off, reason: 示例}}\n");
  Sources off;
  CHECK(used({tree.path()}, {file, true}, off).use.text.empty());
}

TEST_CASE("baseline: a matter without a code is known by its file, from wherever it is checked") {
  const Tree tree;
  tree.add("a/x.yaml", with_same("!code\n"));
  const std::string text = written(tree, "known.tsv");
  CHECK(text.find("a/x.yaml#1\tcontact-same") != std::string::npos);
  CHECK(text.find(tree.path()) == std::string::npos);
}

TEST_CASE("baseline: findings that look alike are counted") {
  const Tree tree;
  tree.add("a.yaml", with_same());
  tree.add("b.yaml", with_same());
  const std::string text = written(tree);
  CHECK(text.find("\t2\n") != std::string::npos);
  const std::string file = tree.add(".matter/baseline.tsv", text);
  tree.add("c.yaml", with_same());
  Sources sources;
  const Used used_now = used({tree.path()}, {file}, sources);
  CHECK(std::count_if(used_now.result.findings.begin(), used_now.result.findings.end(),
                      [](const Diagnostic& d) { return d.rule == "contact-same"; }) == 1);
}

TEST_CASE("baseline: mistakes in it are findings at their line, and nothing is hidden then") {
  const auto wrong = [](const std::string& text) {
    Collector findings(Lang::en);
    CHECK_FALSE(read_baseline(text, 0, findings));
    REQUIRE(findings.found().size() == 1);
    return findings.found()[0];
  };
  const std::string head = "# matter baseline 1\n";
  CHECK(wrong("name: x\n").message.starts_with("this is no baseline"));
  CHECK(wrong("# matter baseline 2\n").message == "a baseline of this version is not known");
  CHECK(wrong(head + "a\tb\tc\td\n").rule == "field-type");
  CHECK(wrong(head + "a\tb\tc\td\t0\n").at.span.begin == head.size());
  CHECK(wrong(head + "a\tb\tc\td\t1\n<<<<<<< ours\n").rule == "yaml-merge-marker");
  Collector findings(Lang::en);
  const auto merged = read_baseline(head + "# 说明\n\na\tb\tc\td\t3\na\tb\tc\td\t2\n", 0, findings);
  REQUIRE(merged);
  CHECK(merged->counts.at("a\tb\tc\td") == 2);

  const Tree tree;
  tree.add("a.yaml", with_same());
  const std::string file = tree.add("known.tsv", "nothing\n");
  Sources sources;
  const Used used_now = used({tree.path()}, {file}, sources);
  CHECK(used_now.result.errors == 1);
  CHECK(used_now.result.warnings == 1);
}

TEST_CASE("baseline: what says that a file cannot be read is never known") {
  const Tree tree;
  tree.add("a.yaml", "name: [\n");
  CHECK(lines(written(tree)) == 1);
}
