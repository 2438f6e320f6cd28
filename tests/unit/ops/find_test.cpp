#include "ops/find.h"

#include <doctest/doctest.h>

#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

std::string found(const Tree& tree, const FindQuery& query) {
  RunOptions options;
  options.jobs = 1;
  Sources sources;
  std::string text;
  for (const FoundMatter& one : find(query, {tree.path("city")}, options, sources).found) {
    text += one.identity + ':';
    for (const FoundPlace& place : one.places) {
      const std::string_view sign = place.certainty == Certainty::named ? ""
                                    : place.certainty == Certainty::own ? "?"
                                                                        : "~";
      text += ' ' + place.field + std::string(sign) + (place.inherited ? "^" : "");
    }
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("find: a law counts where a matter takes it over, and a list that is written hides the standard's") {
  const Tree tree;
  tree.add("standard/catalog.yaml", "format: 1\nname: 省\nrole: 标准化目录\n");
  tree.add("standard/s.yaml",
           "name: 甲\ndirectory_code: \"00019900100001\"\nbasis: [{title: 示例法, article: 第七条}]\n");
  tree.add("city/catalog.yaml", "format: 1\nname: 市\nstandards: [../standard]\n");
  tree.add("city/a.yaml", "{code: C1, name: 甲, standard: \"00019900100001@1\"}\n");
  tree.add("city/b.yaml", "{code: C2, name: 甲, standard: \"00019900100001@1\", basis: [另一示例法]}\n");
  CHECK(found(tree, {.basis = "《示例法》"}) == "C1: basis[示例法 第七条]^\n");
  CHECK(found(tree, {.basis = "《示例法》", .article = Article{8, 0, 0, 0}}) == "");
  CHECK(found(tree, {.basis = "《另一示例法》", .article = Article{8, 0, 0, 0}}) == "C2: basis[另一示例法]~\n");
}

TEST_CASE("find: an article alone means the law where the matter has no other") {
  const Tree tree;
  tree.add("city/a.yaml", "{code: C1, name: 甲, basis: [示例法], conditions: [{text: 有场所, basis: 第七条}]}\n");
  tree.add("city/b.yaml", "{code: C2, name: 乙, basis: [示例法, 另法], conditions: [{text: 有场所, basis: 第七条}]}\n");
  CHECK(found(tree, {.basis = "示例法"}) == "C1: basis[示例法] conditions[有场所].basis?\nC2: basis[示例法]\n");
}

TEST_CASE("find: conditions hold at once; numbers and codes are found whole") {
  const Tree tree;
  tree.add("city/a.yaml",
           "{code: C1, name: 甲许可, agency: {name: 甲局, code: A1}, materials: [营业执照, 营业执照复印件], basis: "
           "[{title: 某办法, number: 示例发〔2020〕6号}]}\n");
  tree.add("city/b.yaml", "{code: C2, name: 乙许可, agency: {name: 乙局, code: A12}, materials: [营业执照]}\n");
  CHECK(found(tree, {.material = "营业 执照"}) ==
        "C1: materials[营业执照] materials[营业执照复印件]\nC2: materials[营业执照]\n");
  CHECK(found(tree, {.of = {.agency = "A1"}, .material = "营业执照"}) ==
        "C1: materials[营业执照] materials[营业执照复印件]\n");
  CHECK(found(tree, {.basis = "示例发[2020]6号"}) == "C1: basis[某办法 示例发〔2020〕6号]\n");
  CHECK(found(tree, {.of = {.name = "许可", .agency = "丙"}}) == "");
}

TEST_CASE("find: words are looked for in names, agency and codes, all at once") {
  const Tree tree;
  tree.add("city/a.yaml",
           "{code: \"113502000000000001\", name: 营业执照, handling: 变更登记, agency: {name: 甲局, code: A1}}\n");
  tree.add("city/b.yaml", "{code: AB2, name: 甲证, main: 营业性演出, agency: {name: 乙局}}\n");
  const auto words = [&](std::vector<std::string> all) { return found(tree, {.of = {.words = std::move(all)}}); };
  CHECK(words({"yyzzbg", "甲局"}) == "113502000000000001:\n");
  CHECK(words({"营业"}) == "113502000000000001:\nAB2:\n");
  CHECK(words({"0002", "甲"}) == "");
  CHECK(words({"3502"}) == "113502000000000001:\n");
  CHECK(words({"b2"}) == "AB2:\n");
  CHECK(words({"ab"}) == "");  // letters alone are initials, no part of a code
}

TEST_CASE("find: mode, level, type and family; without a question all, in the order asked for") {
  const Tree tree;
  tree.add("city/a.yaml",
           "{code: C2, name: 乙, type: 行政许可, level: 县级, channels: {online: {available: 是}}, "
           "tongban: [{mode: 全程网办}, {mode: 全程网办}]}\n");
  tree.add("city/b.yaml", "{code: C1, name: 甲, type: 公共服务, level: 市级, channels: {windows: [{name: 一号}]}}\n");
  const auto with = [&](MatterQuery of) { return found(tree, {.of = std::move(of)}); };
  CHECK(with({.mode = "qcwb"}) == "C2:\n");
  CHECK(with({.mode = "窗口"}) == "C1:\n");
  CHECK(with({.level = "市级"}) == "C1:\n");
  CHECK(with({.type = "行政许可"}) == "C2:\n");
  CHECK(with({.family = families_called("依申请")}) == "C2:\nC1:\n");
  CHECK(with({.family = families_called("public-service")}) == "C1:\n");
  CHECK_FALSE(families_called("全部"));
  CHECK(found(tree, {}) == "C2:\nC1:\n");
  CHECK(found(tree, {.order = FoundOrder::code}) == "C1:\nC2:\n");
  CHECK(found(tree, {.order = FoundOrder::level}) == "C1:\nC2:\n");
}
