#include "ops/show.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "doc/yaml.h"
#include "model/content.h"
#include "model/read.h"
#include "ops/load.h"
#include "report/show_text.h"
#include "support/repository.h"
#include "support/tree.h"
#include "text/lines.h"

using namespace matter;
using matter::test::Tree;

namespace {

ShowResult shown(const Tree& tree, const std::string& code, const ShowOptions& how, Sources& sources) {
  RunOptions options;
  options.jobs = 1;
  return show(code, {tree.path()}, how, options, sources);
}

std::string identities(const ShowResult& result) {
  std::string text;
  for (const ShownMatter& one : result.found) text += one.identity + ' ';
  return text;
}

void add_province(const Tree& tree) {
  tree.add("province/catalog.yaml", "format: 1\nname: 省目录\nrole: 标准化目录\nlevel: 省级\n");
  tree.add("province/s.yaml",
           "name: 甲许可\n"
           "directory_code: \"00019900100001\"\n"
           "version: 2\n"
           "limits: {legal: 20 工作日, promised: 10 工作日}\n"
           "materials:\n"
           "  - 申请表\n"
           "  - {name: 营业执照, waiver: 电子证照}\n");
  tree.add("city/catalog.yaml", "format: 1\nname: 市目录\nlevel: 市级\nstandards: [../province]\n");
  tree.add("city/a.yaml",
           "# 注\n"
           "code: \"11350200000000000Y3000199001000\"\n"
           "standard: \"00019900100001@2\"\n"
           "limits:\n"
           "  promised: 5个工作日\n");
}

Content content_of_text(const std::string& yaml) {
  Document doc;
  Collector findings(Lang::en);
  REQUIRE(read_yaml(yaml, no_source, doc, findings) == YamlOutcome::read);
  std::vector<NodeId> nodes;
  matter_nodes(doc, nodes);
  REQUIRE(nodes.size() == 1);
  Arena arena;
  Matter m;
  read_matter(doc, nodes[0], arena, m);
  return content_of_record(*table_of<Matter>(), &m, {m.problems, m.document});
}

}  // namespace

TEST_CASE("show: every value has its origin, file and line") {
  const Tree tree;
  add_province(tree);
  Sources sources;
  const ShowResult result = shown(tree, "11350200000000000Y3000199001000", {.origin = true}, sources);
  REQUIRE(result.found.size() == 1);
  const ShownMatter& one = result.found[0];
  CHECK(one.level == "市级");
  CHECK(one.catalog == "市目录");
  REQUIRE(one.entry);
  CHECK(one.entry->identity == "00019900100001@2");
  CHECK(one.entry->catalog == "省目录");
  std::string lines;
  for (const ShownValue& value : one.values) {
    if (value.list) continue;
    const std::string_view file = sources.name(value.at.source);
    CHECK(file.ends_with(value.inherited ? "s.yaml" : "a.yaml"));
    const SharedText text = sources.text(value.at.source);
    lines += value.field + '=' + value.value + (value.inherited ? " s" : " a") +
             std::to_string(Lines(*text).position(value.at.span.begin).line) + '\n';
  }
  CHECK(lines ==
        "name=甲许可 s1\n"
        "code=11350200000000000Y3000199001000 a2\n"
        "standard=00019900100001@2 a3\n"
        "materials[申请表].name=申请表 s6\n"
        "materials[营业执照].name=营业执照 s7\n"
        "materials[营业执照].waiver=电子证照 s7\n"
        "limits.legal=20 工作日 s4\n"
        "limits.promised=5 工作日 a5\n");
}

TEST_CASE("show: the place stands behind each line, and a group of two origins has a line for each value") {
  const Tree tree;
  add_province(tree);
  Sources sources;
  const ShowResult result = shown(tree, "11350200000000000Y3000199001000", {.origin = true}, sources);
  std::string text;
  write_show_text(result, true, sources, {.lang = Lang::zh}, [&](std::string_view more) { text += more; });
  std::string squeezed;  // blanks before a place are alignment
  for (const char c : text) {
    if (c == ' ' && squeezed.ends_with("  ")) continue;
    squeezed += c;
  }
  CHECK(squeezed.find("limits:\n  legal: 20 工作日  # 标准 4\n  promised: 5 工作日  # 本级 5\n") != std::string::npos);
  CHECK(squeezed.find("materials:  # 标准 5\n") != std::string::npos);
  CHECK(squeezed.find("  - {name: 营业执照, waiver: 电子证照}  # 标准 7\n") != std::string::npos);
  CHECK(content_of_text(text) == content_of_text(result.found[0].yaml));
}

TEST_CASE("show: what is shown of each sample reads back to the effective matter, in both languages of keys") {
  std::map<std::string, Content> effective;
  RunOptions options;
  options.jobs = 1;
  const std::vector<std::string> paths{test::in_repository("catalogs/five-levels").string()};
  {
    Sources sources;
    Collector findings(Lang::en);
    for_each_matter(paths, options, sources, findings, [&](const MatterView& view, const LoadedFile&) {
      effective[std::string(view.identity)] =
          content_of_record(*table_of<Matter>(), &view.matter, {view.matter.problems, view.matter.document});
    });
  }
  REQUIRE(effective.size() > 30);
  for (const auto& one : effective) {
    const std::string& identity = one.first;
    const Content& content = one.second;
    CAPTURE(identity);
    for (const KeyLanguage keys : {KeyLanguage::english, KeyLanguage::chinese}) {
      Sources sources;
      const ShowResult result = show(identity, paths, {.keys = keys, .origin = true}, options, sources);
      REQUIRE(result.found.size() == 1);
      CHECK(content_of_text(result.found[0].yaml) == content);
      CHECK((result.found[0].yaml.find("\nname:") == std::string::npos) == (keys == KeyLanguage::chinese));
    }
  }
}

TEST_CASE("show: any code and the name mean a matter; an identity means one only") {
  const Tree tree;
  add_province(tree);
  tree.add("city/b.yaml",
           "- {code: \"11350200000000000Y300019900100001\", name: 乙}\n"
           "- {code: \"11350200000000000Y300019900100002\", name: 乙, local_code: L1}\n"
           "- {local_code: L2, local_basic_code: LB2, name: 丙}\n");
  const auto found = [&](const std::string& code) {
    Sources sources;
    return identities(shown(tree, code, {}, sources));
  };
  CHECK(found("11350200000000000Y3000199001000") == "11350200000000000Y3000199001000 ");
  CHECK(found("000199001000") ==
        "11350200000000000Y3000199001000 11350200000000000Y300019900100001 11350200000000000Y300019900100002 ");
  CHECK(found("00019900100001@2") == "00019900100001@2 ");
  CHECK(found("00019900100001") == "00019900100001@2 ");
  CHECK(found("L1") == "11350200000000000Y300019900100002 ");
  CHECK(found("LB2") == "L2 ");
  CHECK(found(" 丙 ") == "L2 ");
  CHECK(found("乙") == "11350200000000000Y300019900100001 11350200000000000Y300019900100002 ");
  CHECK(found("").empty());
}

TEST_CASE("show: several are listed, or all shown") {
  const Tree tree;
  tree.add("a.yaml", "- {local_code: L1, name: 乙}\n- {local_code: L2, name: 乙}\n- {local_code: L3, name: 乙}\n");
  Sources sources;
  const ShowResult listed = shown(tree, "乙", {}, sources);
  CHECK(listed.listed);
  for (const ShownMatter& one : listed.found) CHECK(one.yaml.empty());
  const ShowResult all = shown(tree, "乙", {.all = true}, sources);
  CHECK_FALSE(all.listed);
  for (const ShownMatter& one : all.found) CHECK(one.yaml == "name: 乙\nlocal_code: " + one.identity + "\n");
}

TEST_CASE("show: where nothing is found, the nearest codes and names are told") {
  const Tree tree;
  tree.add("a.yaml", "- {local_code: LOCAL-001, name: 失业登记（示例）}\n- {local_code: X, name: 婚姻登记}\n");
  const auto nearest = [&](const std::string& code) {
    Sources sources;
    const ShowResult result = shown(tree, code, {}, sources);
    CHECK(result.found.empty());
    std::string text;
    for (const ShownPlace& one : result.nearest) text += one.identity + ' ';
    return text;
  };
  CHECK(nearest("LOCAL-002") == "LOCAL-001 ");
  CHECK(nearest("失业登计") == "LOCAL-001 ");
  CHECK(nearest("登记") == "LOCAL-001 X ");
  CHECK(nearest("完全不同的名称") == "");
}

TEST_CASE("show: a binding to nothing is said, and what was not understood is shown as written") {
  const Tree tree;
  tree.add("a.yaml",
           "local_code: L1\nstandard: \"00019900100001@9\"\nlimits: {legal: 尽快}\n自定: 值\nclients: {a: b}\n"
           "extra: {甲: [1, 2]}\n");
  Sources sources;
  const ShowResult result = shown(tree, "L1", {}, sources);
  REQUIRE(result.found.size() == 1);
  CHECK(result.found[0].bound_to == "00019900100001@9");
  CHECK_FALSE(result.found[0].entry);
  std::string text;
  for (const ShownValue& value : result.found[0].values) text += value.field + '=' + value.value + '\n';
  CHECK(text.find("limits.legal=尽快\n") != std::string::npos);
  CHECK(text.find("自定=值\n") != std::string::npos);
  CHECK(result.found[0].yaml.find("legal: 尽快") != std::string::npos);
  CHECK(result.found[0].yaml.find("自定: 值") != std::string::npos);
  CHECK(result.found[0].yaml.find("甲: [1, 2]") != std::string::npos);
}
