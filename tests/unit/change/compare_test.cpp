#include "change/compare.h"

#include <doctest/doctest.h>

#include "support/read_text.h"

namespace matter {

namespace {

using test::read_text;

std::string to_line(const Content& content) {
  switch (content.kind) {
    case Content::Kind::absent: return "";
    case Content::Kind::none:
    case Content::Kind::text: return content.text;
    case Content::Kind::record:
    case Content::Kind::list: break;
  }
  std::string line = content.kind == Content::Kind::list ? "[" : "{";
  for (const Content& part : content.parts) {
    if (line.size() > 1) line += ", ";
    if (content.kind == Content::Kind::record) line.append(part.key).append(": ");
    line += to_line(part);
  }
  return line + (content.kind == Content::Kind::list ? "]" : "}");
}

/// `kind path: old -> new`, a change a line.
std::string lines(const std::vector<Change>& changes) {
  std::string text;
  for (const Change& change : changes) {
    text.append(name(change.kind)).append(" ").append(english(change.path)).append(": ");
    text.append(to_line(change.before.value)).append(" -> ").append(to_line(change.after.value)).append("\n");
  }
  return text;
}

std::string compared(const std::string& before, const std::string& after) {
  const auto a = read_text(before);
  const auto b = read_text(after);
  REQUIRE(a->file.matters.size() == 1);
  REQUIRE(b->file.matters.size() == 1);
  return lines(compare(a->matter(), b->matter()));
}

}  // namespace

TEST_CASE("compare: a changed value is told with its path and both texts") {
  CHECK(compared("name: 甲\nlimits: {legal: 20 工作日, promised: 10 工作日}\n",
                 "name: 甲\nlimits: {legal: 20 工作日, promised: 5 工作日}\n") ==
        "changed limits.promised: 10 工作日 -> 5 工作日\n");
  CHECK(compared("name: 甲\n", "name: 甲\nlimits: {promised: 当场}\n") == "added limits.promised:  -> 当场\n");
  CHECK(compared("name: 甲\nchannels: {visits: 1}\n", "name: 甲\n") == "removed channels.visits: 1 -> \n");
}

TEST_CASE("compare: how a value is written is no change") {
  CHECK(compared("name: 甲（示例）\nlimits: {promised: 20 工作日}\ntype: 行政许可\nsample: true\n",
                 "# 注\n样例: 是\n事项类型: \"行政许可\"\n办结时限:\n  承诺办结时限: 20个工作日 # 注\n事项名称: '甲 "
                 "(示例)'\n") == "");
  CHECK(compared("type: 行政许可\n", "type: 许可\n") == "");
  CHECK(compared("clients: [自然人, 企业法人]\n", "clients:\n  - 企业法人\n  - 自然人\n") == "");
  CHECK(compared("materials: [营业执照, 申请表]\n", "materials: [{name: 申请表}, 营业执照]\n") == "");
  CHECK(compared("fees: 无\n", "收费: '无'\n") == "");
}

TEST_CASE("compare: letters, their case and digits are changes") {
  CHECK(compared("name: 甲A\n", "name: 甲a\n") == "changed name: 甲A -> 甲a\n");
  CHECK(compared("name: 甲\n", "name: 乙\n") == "changed name: 甲 -> 乙\n");
}

TEST_CASE("compare: in addresses and codes width is a change") {
  CHECK(compared("channels: {online: {url: 'https://a.cn/?x'}}\n", "channels: {online: {url: 'https://a.cn/？x'}}\n") ==
        "changed channels.online.url: https://a.cn/?x -> https://a.cn/？x\n");
  CHECK(compared("contacts: {consult: 0592-1000000}\n", "contacts: {consult: 0592－1000000}\n") == "");
}

TEST_CASE("compare: absent and none differ where none means something") {
  CHECK(compared("name: 甲\n", "name: 甲\nfees: 无\n") == "added fees:  -> 无\n");
  CHECK(compared("fees: 无\n", "fees: [{name: 工本费, amount: 10 元/本}]\n") ==
        "changed fees: 无 -> [{name: 工本费, amount: 10 元/本}]\n");
  CHECK(compared("name: 甲\n", "name: 甲\nshort_name: 无\n") == "");
  CHECK(compared("name: 甲\nshort_name: 乙\n", "name: 甲\nshort_name: 无\n") == "changed short_name: 乙 -> 无\n");
}

TEST_CASE("compare: none as a condition means something outside 许可 only") {
  CHECK(compared("type: 公共服务\n", "type: 公共服务\nconditions: 无\n") == "added conditions:  -> 无\n");
  CHECK(compared("type: 行政许可\n", "type: 行政许可\nconditions: 无\n") == "");
}

TEST_CASE("compare: list items are matched by name, never by index") {
  CHECK(compared("materials:\n  - {name: 甲, form: 纸质}\n  - {name: 乙, form: 纸质}\n",
                 "materials:\n  - {name: 丙}\n  - {name: 乙, form: 电子化}\n  - {name: 甲, form: 纸质}\n") ==
        "changed materials[乙].form: 纸质 -> 电子化\nadded materials[丙]:  -> {name: 丙}\n");
}

TEST_CASE("compare: a code identifies an item before its name") {
  CHECK(compared("materials:\n  - {name: 甲, code: '1'}\n  - {name: 乙, code: '2'}\n",
                 "materials:\n  - {name: 乙, code: '1'}\n  - {name: 甲, code: '2'}\n") ==
        "changed materials[1].name: 甲 -> 乙\nchanged materials[2].name: 乙 -> 甲\n");
  CHECK(compared("materials:\n  - {name: 甲}\n", "materials:\n  - {name: 甲, code: '1'}\n") ==
        "added materials[甲].code:  -> 1\n");
}

TEST_CASE("compare: of several items with one name the unchanged ones stay together") {
  CHECK(compared("materials:\n  - {name: 甲, remark: 一}\n  - {name: 甲, remark: 二}\n",
                 "materials:\n  - {name: 甲, remark: 二}\n") == "removed materials[甲]: {name: 甲, remark: 一} -> \n");
  CHECK(compared("materials:\n  - {name: 甲, remark: 一}\n  - {name: 甲, remark: 二}\n",
                 "materials:\n  - {name: 甲, remark: 一}\n  - {name: 甲, remark: 三}\n") ==
        "changed materials[甲#2].remark: 二 -> 三\n");
}

TEST_CASE("compare: another order of steps is a change, one of materials is none") {
  CHECK(compared("process: [{step: 受理}, {step: 审查}, {step: 决定}]\n",
                 "process: [{step: 审查}, {step: 受理}, {step: 公示}, {step: 决定}]\n") ==
        "added process[公示]:  -> {step: 公示}\nreordered process: [受理, 审查, 决定] -> [审查, 受理, 决定]\n");
}

TEST_CASE("compare: an item added to an ordered list knows its place") {
  const auto a = read_text("process: [{step: 受理}, {step: 决定}]\n");
  const auto b = read_text("process: [{step: 受理}, {step: 审查}, {step: 决定}]\n");
  const auto changes = compare(a->matter(), b->matter());
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].position == 2);
}

TEST_CASE("compare: a list that appears is one change, a group of fields is one for each field") {
  CHECK(compared("name: 甲\n", "name: 甲\nmaterials: [申请表, 营业执照]\n") ==
        "added materials:  -> [{name: 申请表}, {name: 营业执照}]\n");
  CHECK(compared("name: 甲\n", "name: 甲\ncontacts: {consult: '12345', complain: '12345'}\n") ==
        "added contacts.consult:  -> 12345\nadded contacts.complain:  -> 12345\n");
}

TEST_CASE("compare: unknown fields and extra pass nowhere in silence") {
  CHECK(compared("colour: 红\n", "colour: 蓝\n") == "changed colour: 红 -> 蓝\n");
  CHECK(compared("name: 甲\n", "name: 甲\nmaterials: [{name: 乙, colour: 蓝}]\n") ==
        "added materials:  -> [{name: 乙, colour: 蓝}]\n");
  CHECK(compared("materials: [{name: 甲（一）, colour: 红}]\n", "materials: [{colour: 蓝, name: 甲(一)}]\n") ==
        "changed materials[甲（一）].colour: 红 -> 蓝\n");
  CHECK(compared("name: 甲\n", "name: 甲\n事项名称: 乙\n") == "added 事项名称#2:  -> 乙\n");
  CHECK(compared("extra: {a: {b: 1, c: [x]}, d: 2}\n", "extra: {d: 2, a: {c: [y], b: \"1\"}, e: {f: g}}\n") ==
        "changed extra.a.c: [x] -> [y]\nadded extra.e:  -> {f: g}\n");
}

TEST_CASE("compare: a value that was not understood is compared by its text") {
  CHECK(compared("limits: {promised: 很快}\n", "limits: {promised: 马上}\n") ==
        "changed limits.promised: 很快 -> 马上\n");
  CHECK(compared("limits: {promised: 很快}\n", "limits: {promised: 很快}\n") == "");
  CHECK(compared("limits: {promised: 很快}\n", "limits: {promised: 5 工作日}\n") ==
        "changed limits.promised: 很快 -> 5 工作日\n");
  CHECK(compared("fees: 免费\n", "fees: 收费\n") == "changed fees: 免费 -> 收费\n");
  CHECK(compared("name: [甲]\n", "name: [乙]\n") == "changed name: [甲] -> [乙]\n");
  CHECK(compared("materials: [[甲]]\n", "materials: [[乙]]\n") != "");
}

TEST_CASE("compare: both places are told, of an absent value where it would belong") {
  const std::string before = "name: 甲\nlimits: {legal: 20 工作日}\n";
  const std::string after = "name: 甲\nlimits: {legal: 20 工作日, promised: 5 工作日}\n";
  const auto a = read_text(before);
  const auto b = read_text(after);
  const auto changes = compare(a->matter(), b->matter());
  REQUIRE(changes.size() == 1);
  CHECK(slice(before, changes[0].before.at.span) == "{legal: 20 工作日}");
  CHECK(slice(after, changes[0].after.at.span) == "5 工作日");
}

TEST_CASE("compare: what comes from the standard entry is said to be inherited") {
  const auto standard = read_text("name: 甲\nlimits: {legal: 20 工作日, promised: 10 工作日}\n", "standard.yaml");
  const auto a = read_text("name: 甲\n", "a.yaml");
  const auto b = read_text("name: 甲\nlimits: {promised: 5 工作日}\n", "b.yaml");
  // All of one run, so that sources are told apart.
  Sources sources;
  std::vector<SourceId> ids;
  for (const auto* read : {&standard, &a, &b}) {
    ids.push_back(sources.add_text(SourceKind::memory, std::string((*read)->sources.name(0)), (*read)->file.text));
  }
  LoadedFile entry;
  LoadedFile old_file;
  LoadedFile new_file;
  Collector findings(Lang::en);
  load_file(sources, ids[0], entry, findings);
  load_file(sources, ids[1], old_file, findings);
  load_file(sources, ids[2], new_file, findings);
  make_effective(old_file.matters[0], &entry.matters[0]);
  make_effective(new_file.matters[0], &entry.matters[0]);
  const auto changes = compare(old_file.matters[0], new_file.matters[0]);
  CHECK(lines(changes) == "changed limits.promised: 10 工作日 -> 5 工作日\n");
  CHECK(changes[0].before.inherited);
  CHECK_FALSE(changes[0].after.inherited);
  CHECK(changes[0].before.at.source == ids[0]);
}

}  // namespace matter
