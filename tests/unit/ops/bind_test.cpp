#include "ops/bind.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

constexpr const char* code = "11350200000000000Y300019900100001";

void add_standard(const Tree& tree) {
  tree.add("standard/catalog.yaml", "format: 1\nname: 标准\nrole: 标准化目录\n");
  const std::string head =
      "name: 甲许可\nbasic_code: \"000199001000\"\ndirectory_code: \"00019900100001\"\ntype: 行政许可\n";
  tree.add("standard/1.yaml", head +
                                  "version: 1\nlimits: {legal: 20 工作日, promised: 10 工作日}\n"
                                  "channels: {visits: 1, online: {available: 是, depth: [咨询]}}\n"
                                  "materials: [申请表, 营业执照]\n");
  tree.add("standard/2.yaml", head +
                                  "version: 2\nlimits: {legal: 15 工作日, promised: 5 工作日}\n"
                                  "channels: {visits: 0, online: {available: 是, depth: [办理]}}\n"
                                  "materials: [申请表]\n");
  tree.add("city/catalog.yaml", "format: 1\nname: 市\nlevel: 市级\nstandards: [../standard]\n");
}

std::string text_of(const Tree& tree, const std::string& path) {
  std::ifstream in(tree.path(path), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

BindResult bound(const Tree& tree, BindOptions what) {
  what.paths = {tree.path("city")};
  RunOptions options;
  options.lang = Lang::zh;
  Sources sources;
  return bind_matters(what, options, sources);
}

std::string why(const BindResult& result) {
  std::string all;
  for (const Diagnostic& d : result.refused) all += d.message + "|" + d.hint + "\n";
  return all;
}

}  // namespace

TEST_CASE("bind: only the version changes, back again gives the same bytes") {
  const Tree tree;
  add_standard(tree);
  const std::string before =
      "# 注\ncode:   \"11350200000000000Y300019900100001\"\n\nstandard: '00019900100001@1'   # 认领\n";
  tree.add("city/a.yaml", before);
  CHECK(bound(tree, {.code = code}).written);
  CHECK(text_of(tree, "city/a.yaml") ==
        "# 注\ncode:   \"11350200000000000Y300019900100001\"\n\nstandard: '00019900100001@2'   # 认领\n");
  CHECK(bound(tree, {.code = code}).changes.empty());
  CHECK(bound(tree, {.code = code, .to = "1"}).written);
  CHECK(text_of(tree, "city/a.yaml") == before);
}

TEST_CASE("bind: what is kept is written out where it would change, each with its reason") {
  const Tree tree;
  add_standard(tree);
  tree.add("city/a.yaml", std::string("实施编码: \"") + code + "\"\n认领标准: \"00019900100001@1\"\n");
  const BindResult result = bound(
      tree,
      {.code = code, .keep = {{"promised-limit", "人手不足"}, {"channels.online", "平台未改"}, {"fees", "没有变"}}});
  CHECK(why(result).empty());
  CHECK(text_of(tree, "city/a.yaml") ==
        std::string("实施编码: \"") + code +
            "\"\n认领标准: \"00019900100001@2\"\n绑定情况:\n  保留的要素:\n"
            "    - {保留要素: limits.promised, 保留理由: 人手不足}\n    - {保留要素: channels.online, 保留理由: "
            "平台未改}\n"
            "办结时限: {承诺办结时限: 10 工作日}\n办理形式:\n  网上办理: {网上办理深度: [咨询]}\n");
  CHECK(result.unused == std::vector<std::string>{"--keep fees"});
  // Another reason for the same element replaces the first.
  CHECK(why(bound(tree, {.code = code, .keep = {{"limits.promised", "正在招人"}}})).empty());
  CHECK(text_of(tree, "city/a.yaml").find("保留理由: 正在招人") != std::string::npos);
  CHECK(text_of(tree, "city/a.yaml").find("人手不足") == std::string::npos);
  // What is taken goes with its reason; groups that hold nothing go as well.
  CHECK(why(bound(tree, {.code = code, .take = {"承诺办结时限", "channels"}})).empty());
  CHECK(text_of(tree, "city/a.yaml") == std::string("实施编码: \"") + code + "\"\n认领标准: \"00019900100001@2\"\n");
}

TEST_CASE("bind: all matters of an entry, or all that are stale, in one file and several") {
  const Tree tree;
  add_standard(tree);
  const std::string item = "  standard: \"00019900100001@1\"  # 一\n";
  tree.add("city/a.yaml", "- code: \"11350200000000000Y300019900100001\"\n" + item +
                              "- code: \"11350200000000000Y300019900100002\"\n" + item +
                              "- code: \"11350200000000000Y300019900100003\"\n  name: 乙\n");
  tree.add("city/b.yaml", "code: \"11350200000000000Y300019900100004\"\nstandard: \"00019900100001@2\"\n");
  SUBCASE("stale") {
    const BindResult result = bound(tree, {});
    CHECK(result.matters.size() == 2);
    CHECK(result.files.size() == 1);
    CHECK(text_of(tree, "city/a.yaml").find("@1") == std::string::npos);
    CHECK(text_of(tree, "city/a.yaml").find("@2\"  # 一\n- code") != std::string::npos);
  }
  SUBCASE("of an entry") {
    CHECK(bound(tree, {.code = "00019900100001", .to = "1"}).changes.size() == 1);
    CHECK(text_of(tree, "city/b.yaml").find("@1") != std::string::npos);
  }
  SUBCASE("of a version") {
    CHECK(bound(tree, {.code = "00019900100001@1", .write = false}).matters.size() == 2);
    CHECK(bound(tree, {.code = "00019900100001@2", .write = false}).matters.size() == 1);
  }
}

TEST_CASE("bind: one that cannot be bound, and nothing is written") {
  const Tree tree;
  add_standard(tree);
  const std::string good = std::string("code: \"") + code + "\"\nstandard: \"00019900100001@1\"\nreview: [面积]\n";
  tree.add("city/a.yaml", good);
  tree.add(
      "city/b.yaml",
      "code: \"11350200000000000Y300019900100002\"\nstandard: \"00019900100001@1\"\nlimits: {promised: &a 8 工作日}\n");
  CHECK(why(bound(tree, {})).find("不能修改") != std::string::npos);
  CHECK(why(bound(tree, {.code = code, .to = "3"})).find("有这几版：1、2") != std::string::npos);
  CHECK(why(bound(tree, {.code = code, .to = "00019900900001"})).find("没有标准条目") != std::string::npos);
  // The entry has no points of examination: without its own the matter would have none.
  CHECK(why(bound(tree, {.code = code, .take = {"review"}})).find("去掉就没有了") != std::string::npos);
  CHECK(why(bound(tree, {.code = code, .take = {"contacts"}})).empty());  // nothing of it is written: nothing to do
  CHECK(why(bound(tree, {.code = code, .to = "1", .take = {"agency"}})).find("各单位自己的") != std::string::npos);
  CHECK(why(bound(tree, {.code = "1", .to = "1"})).find("没有编码") != std::string::npos);
  CHECK(text_of(tree, "city/a.yaml").find("@2") != std::string::npos);
  CHECK(text_of(tree, "city/b.yaml").find("@1") != std::string::npos);
}
