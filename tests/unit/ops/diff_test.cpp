#include "ops/diff.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "change/change_type.h"
#include "support/shared.h"

namespace matter {

namespace {

using Tree = std::map<std::string, std::string>;

/// Two folders of files, compared.
class Trees {
 public:
  Trees(const Tree& before, const Tree& after) {
    write("old", before);
    write("new", after);
  }

  DiffResult diff(unsigned jobs = 1) {
    RunOptions options;
    options.jobs = jobs;
    return matter::diff(path("old"), path("new"), options, sources);
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  [[nodiscard]] std::string shown(Location at) const {
    return at.known() ? std::string(sources.name(at.source)).substr(folder_.path().string().size() + 1) : "-";
  }

  Sources sources;

 private:
  void write(const std::string& side, const Tree& tree) const {
    std::filesystem::create_directories(folder_.path() / side);
    for (const auto& [name, text] : tree) {
      const auto file = folder_.path() / side / name;
      std::filesystem::create_directories(file.parent_path());
      std::ofstream(file) << text;
    }
  }

  test::TemporaryFolder folder_;
};

std::string coded(const std::string& code, const std::string& rest) { return "code: \"" + code + "\"\n" + rest; }

/// `kind matter: field, field`, a line each.
std::string lines(const DiffResult& result) {
  std::string text;
  for (const MatterDiff& diff : result.matters) {
    text.append(name(diff.kind)).append(" ").append(diff.matter).append(":");
    for (const Change& change : diff.changes) text.append(" ").append(english(change.path));
    text.append("\n");
  }
  return text;
}

const std::string province = "format: 1\nrole: 标准化目录\n";
const std::string city = "format: 1\nstandards: [../province]\n";
const std::string entry = "name: 甲\ndirectory_code: \"00019900100001\"\nversion: 1\nlimits: {promised: 10 工作日}\n";
const std::string bound = "code: \"L1\"\nstandard: \"00019900100001@1\"\n";

}  // namespace

TEST_CASE("diff trees: the same trees do not differ, and all matters are counted") {
  const Tree tree{{"a.yaml", coded("1", "name: 甲\n")},
                  {"b.yaml", "- " + std::string("name: 乙\n- name: 丙\n")},
                  {"c.yaml", "name: 丁\n---\nname: 戊\n"},
                  {"d.yaml", "# 空\n"}};
  Trees trees(tree, tree);
  const DiffResult result = trees.diff();
  CHECK(result.understood());
  CHECK_FALSE(result.any());
  CHECK(result.same == 5);
  CHECK_FALSE(result.nothing());
}

TEST_CASE("diff trees: a matter that moved to another file is the same matter") {
  Trees trees({{"a.yaml", coded("1", "name: 甲\n")}, {"b.yaml", coded("2", "name: 乙\n")}},
              {{"x/b.yaml", coded("1", "name: 甲改\n")}, {"y.yaml", coded("2", "name: 乙\n")}});
  const DiffResult result = trees.diff();
  CHECK(lines(result) == "changed 1: name\n");
  CHECK(result.same == 1);
  REQUIRE(result.matters.size() == 1);
  CHECK(trees.shown(result.matters[0].before) == "old/a.yaml");
  CHECK(trees.shown(result.matters[0].after) == "new/x/b.yaml");
}

TEST_CASE("diff trees: matters of one side are added or removed") {
  Trees trees({{"a.yaml", coded("1", "name: 甲\n")}}, {{"a.yaml", coded("2", "name: 甲\n")}});
  const DiffResult result = trees.diff();
  CHECK(lines(result) == "removed 1:\nadded 2:\n");
  CHECK(result.added == 1);
  CHECK(result.removed == 1);
  CHECK(trees.shown(result.matters[0].after) == "-");
  CHECK(result.matters[1].name == "甲");
}

TEST_CASE("diff trees: without a code, path and number tell which matter is which") {
  Trees trees({{"a.yaml", "name: 甲\n---\nname: 乙\n"}, {"b.yaml", "name: 丙\n"}},
              {{"a.yaml", "name: 甲\n---\nname: 丁\n"}, {"b.yaml", coded("1", "name: 丙\n")}});
  const DiffResult result = trees.diff();
  CHECK(lines(result) == "changed " + trees.path("new") + "/a.yaml#2: name\nchanged 1: code\n");
  CHECK(result.same == 1);
}

TEST_CASE("diff trees: several matters of one file are matched by identity, not by their order") {
  Trees trees({{"a.yaml", "- {code: '1', name: 甲}\n- {code: '2', name: 乙}\n"}},
              {{"a.yaml", "- {code: '2', name: 乙改}\n- {code: '1', name: 甲}\n"}});
  CHECK(lines(trees.diff()) == "changed 2: name\n");
}

TEST_CASE("diff trees: one identity twice in a tree cannot be compared") {
  Trees trees({{"a.yaml", coded("1", "name: 甲\n")}},
              {{"a.yaml", coded("1", "name: 乙\n")}, {"b.yaml", coded("1", "name: 丙\n")}});
  const DiffResult result = trees.diff();
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].rule == "code-duplicate");
  CHECK(trees.shown(result.findings[0].at) == "new/b.yaml");
  CHECK(trees.shown(result.findings[0].notes.at(0).at) == "new/a.yaml");
  CHECK_FALSE(result.understood());
  CHECK(result.matters.empty());
}

TEST_CASE("diff trees: a new matter that stands in an unchanged file too is a duplicate") {
  Trees trees({{"a.yaml", coded("1", "name: 甲\n")}},
              {{"a.yaml", coded("1", "name: 甲\n")}, {"b.yaml", coded("1", "name: 丙\n")}});
  const DiffResult result = trees.diff();
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].rule == "code-duplicate");
}

TEST_CASE("diff trees: unreadable YAML and what is no matter cannot be compared") {
  Trees broken({{"a.yaml", coded("1", "name: 甲\n")}}, {{"a.yaml", "name: \"甲\n"}});
  REQUIRE(broken.diff().findings.size() == 1);
  CHECK(broken.diff().findings[0].rule == "yaml-syntax");
  Trees words({{"a.yaml", coded("1", "name: 甲\n")}}, {{"a.yaml", "只有文字\n"}});
  REQUIRE(words.diff().findings.size() == 1);
  CHECK(words.diff().findings[0].rule == "field-type");
}

TEST_CASE("diff trees: what cannot be understood is no equality, whatever its bytes") {
  for (const char* text : {"name: \"甲\n", "只有文字\n"}) {
    CAPTURE(text);
    const Tree tree{{"a.yaml", text}, {"b.yaml", coded("1", "name: 甲\n")}};
    Trees same(tree, tree);
    CHECK_FALSE(same.diff().understood());
    REQUIRE(same.diff().findings.size() == 1);
    CHECK(same.shown(same.diff().findings[0].at) == "new/a.yaml");
  }
}

TEST_CASE("diff trees: an unreadable standard entry is told once") {
  const Tree before{
      {"catalog.yaml", "format: 1\nstandards: [province]\n"}, {"province/e.yaml", "name: [\n"}, {"a.yaml", bound}};
  Tree after = before;
  after["a.yaml"] = bound + "short_name: 甲\n";
  Trees trees(before, after);
  CHECK(trees.diff().findings.size() == 1);
}

TEST_CASE("diff trees: two empty folders are nothing, not equal") {
  Trees trees(Tree{}, Tree{});
  CHECK(trees.diff().nothing());
}

TEST_CASE("diff trees: a changed standard entry changes whoever inherits from it") {
  std::string changed = entry;
  changed.replace(changed.find("10 工作日"), std::string("10 工作日").size(), "5 工作日");
  const Tree before{{"province/catalog.yaml", province},
                    {"province/e.yaml", entry},
                    {"city/catalog.yaml", city},
                    {"city/a.yaml", bound},
                    {"city/own.yaml", "code: \"L2\"\nstandard: \"00019900100001@1\"\nlimits: {promised: 3 工作日}\n"}};
  Tree after = before;
  after["province/e.yaml"] = changed;
  Trees trees(before, after);
  const DiffResult result = trees.diff();
  CHECK(lines(result) == "changed L1: limits.promised\nchanged 00019900100001@1: limits.promised\n");
  CHECK(result.same == 1);
  REQUIRE(result.matters.size() == 2);
  const Change& inherited = result.matters[0].changes[0];
  CHECK(inherited.before.inherited);
  CHECK(inherited.after.inherited);
  CHECK(trees.shown(inherited.after.at) == "new/province/e.yaml");
  CHECK(trees.shown(result.matters[0].before) == "old/city/a.yaml");
  CHECK(result.reductions.days[0] == -10);
}

TEST_CASE("diff trees: writing down what was inherited is no change") {
  const Tree before{{"province/catalog.yaml", province},
                    {"province/e.yaml", entry},
                    {"city/catalog.yaml", city},
                    {"city/a.yaml", bound}};
  Tree after = before;
  after["city/a.yaml"] = bound + "limits: {promised: 10 工作日}\n";
  Trees trees(before, after);
  CHECK_FALSE(trees.diff().any());
}

TEST_CASE("diff trees: a binding that only one side can follow invents no changes") {
  const Tree before{{"catalog.yaml", "format: 1\n"}, {"a.yaml", bound}};
  const Tree after{{"catalog.yaml", "format: 1\nstandards: [province]\n"},
                   {"province/catalog.yaml", province},
                   {"province/e.yaml", entry},
                   {"a.yaml", bound + "short_name: 甲\n"}};
  Trees trees(before, after);
  const DiffResult result = trees.diff();
  CHECK(lines(result) == "changed L1: short_name\nadded 00019900100001@1:\n");
  REQUIRE(result.not_compared.size() == 1);
  CHECK(result.not_compared[0].count == 1);
}

TEST_CASE("diff trees: a standard entry with a new version is the same entry") {
  std::string next = entry;
  next.replace(next.find("version: 1"), 10, "version: 2");
  Trees trees({{"catalog.yaml", province}, {"e.yaml", entry}}, {{"catalog.yaml", province}, {"e.yaml", next}});
  CHECK(lines(trees.diff()) == "changed 00019900100001@2: version\n");
}

TEST_CASE("diff trees: what catalog.yaml says is compared too") {
  Trees trees({{"catalog.yaml", "format: 1\nname: 甲\n"}, {"a.yaml", coded("1", "name: 甲\n")}},
              {{"catalog.yaml", "name: 乙 # 注\nformat: 1\n"}, {"a.yaml", coded("1", "name: 甲\n")}});
  const DiffResult result = trees.diff();
  CHECK(result.any());
  REQUIRE(result.catalogs.size() == 1);
  CHECK(result.catalogs[0].file == "catalog.yaml");
  REQUIRE(result.catalogs[0].changes.size() == 1);
  CHECK(english(result.catalogs[0].changes[0].path) == "name");
}

TEST_CASE("diff trees: keys that catalog.yaml does not know are compared too") {
  const std::string head = "format: 1\n";
  const auto changes = [&](const std::string& before, const std::string& after) {
    Trees trees({{"catalog.yaml", head + before}, {"a.yaml", coded("1", "name: 甲\n")}},
                {{"catalog.yaml", head + after}, {"a.yaml", coded("1", "name: 甲\n")}});
    const DiffResult result = trees.diff();
    std::string paths;
    for (const CatalogDiff& diff : result.catalogs) {
      for (const Change& change : diff.changes) paths += english(change.path) + " ";
    }
    return paths;
  };
  CHECK(changes("future: {on: 1}\n", "future: {on: 2}\n") == "future.on ");
  CHECK(changes("", "future: [a]\n") == "future ");
  CHECK(changes("future: [a]\n", "future:\n  - a  # 注\n").empty());
  CHECK(changes("type_codes: [{code: \"21\", typ: 公共服务}]\n", "type_codes: [{code: \"21\", typ: 行政许可}]\n") ==
        "type_codes[21].typ ");
}

TEST_CASE("diff trees: a catalog.yaml that is several documents, or no group of fields, cannot be compared") {
  for (const char* text : {"format: 1\n---\nname: 乙\n", "- format: 1\n"}) {
    CAPTURE(text);
    Trees trees({{"catalog.yaml", "format: 1\n"}, {"a.yaml", coded("1", "name: 甲\n")}},
                {{"catalog.yaml", text}, {"a.yaml", coded("1", "name: 甲\n")}});
    CHECK_FALSE(trees.diff().understood());
  }
}

TEST_CASE("diff trees: the catalog.yaml of a catalog that others name as standard is compared once") {
  const Tree before{{"catalog.yaml", "format: 1\nstandards: [province/e.yaml]\n"},
                    {"province/catalog.yaml", "format: 1\nname: 甲\n"},
                    {"province/e.yaml", entry},
                    {"province/own.yaml", coded("1", "name: 甲\n")}};
  Tree after = before;
  after["province/catalog.yaml"] = "format: 1\nname: 乙\n";
  Trees trees(before, after);
  CHECK(trees.diff().catalogs.size() == 1);
}

TEST_CASE("diff trees: two files are compared whatever they are called") {
  Trees trees({{"a.yaml", coded("1", "name: 甲\n")}}, {{"b.yaml", coded("1", "name: 乙\n")}});
  Sources sources;
  const DiffResult result = diff(trees.path("old/a.yaml"), trees.path("new/b.yaml"), RunOptions{}, sources);
  CHECK(lines(result) == "changed 1: name\n");
}

TEST_CASE("diff trees: the result does not depend on the number of workers") {
  Tree before;
  Tree after;
  for (int i = 0; i < 200; ++i) {
    const std::string number = std::to_string(i);
    before["f" + number + ".yaml"] = coded(number, "name: 甲\nlimits: {promised: 9 工作日}\n");
    after[(i % 7 == 0 ? "g" : "f") + number + ".yaml"] = coded(
        i % 11 == 0 ? "x" + number : number, i % 3 == 0 ? "name: 乙\n" : "name: 甲\nlimits: {promised: 9 工作日}\n");
  }
  Trees trees(before, after);
  const std::string one = lines(trees.diff(1));
  CHECK(one == lines(trees.diff(4)));
  CHECK(one.find("changed") != std::string::npos);
  CHECK(one.find("added") != std::string::npos);
}

TEST_CASE("diff trees: a matter that got another code is one change, its sibling is another matter") {
  const std::string rest = "agency: {name: 示例局}\nfees: 无\nlimits: {promised: 5 工作日}\n";
  Trees trees({{"a.yaml", coded("L1", "name: 公共场所卫生许可\n" + rest)},
               {"b.yaml", coded("L2", "name: 学校设立（民办）\n" + rest)}},
              {{"x.yaml", coded("N1", "name: 公共场所卫生许可\n" + rest)},
               {"y.yaml", coded("N2", "name: 学校设立（公办）\n" + rest)}});
  const DiffResult result = trees.diff();
  CHECK(lines(result) == "removed L2:\nchanged N1: code\nadded N2:\n");
  REQUIRE(result.matters.size() == 3);
  CHECK(result.matters[1].other == "L1");
  CHECK(result.matters[1].likeness > 0.9);
  CHECK(lines(trees.diff(4)) == lines(result));
}

TEST_CASE("diff trees: a matter without a code in another file is the same matter, and told as moved") {
  const std::string text = "name: 信息公开\nagency: {name: 示例局}\nfees: 无\n";
  Trees trees({{"a.yaml", text}, {"k.yaml", coded("1", "name: 甲\n")}},
              {{"b/c.yaml", text}, {"k.yaml", coded("1", "name: 甲\n")}});
  const DiffResult result = trees.diff();
  REQUIRE(result.matters.size() == 1);
  REQUIRE(result.matters[0].type != nullptr);
  CHECK(result.matters[0].type->id == "matter-moved");
  CHECK(result.matters[0].changes.empty());
  CHECK(result.added + result.removed == 0);
}

}  // namespace matter
