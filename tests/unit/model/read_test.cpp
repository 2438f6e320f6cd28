#include "model/read.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "doc/yaml.h"
#include "model/named.h"

using namespace matter;

namespace {

/// A text read as one matter; keeps what the matter points into.
struct Reading {
  explicit Reading(std::string yaml) : text(std::move(yaml)) {
    Collector findings(Lang::en);
    outcome = read_yaml(text, 7, doc, findings);
    matter_nodes(doc, nodes);
    if (!nodes.empty()) read_matter(doc, nodes.front(), arena, m);
  }
  [[nodiscard]] std::string at(Span span) const { return std::string(slice(text, span)); }
  /// `kind path = written` of each problem, one a line.
  [[nodiscard]] std::string problems() const {
    constexpr const char* names[] = {"unknown", "type", "value", "twice", "no-matter"};
    std::string out;
    for (const Problem& p : m.problems) {
      out.append(names[static_cast<int>(p.kind)]).append(" ").append(p.path).append(" = ").append(p.written) += '\n';
    }
    return out;
  }

  std::string text;
  YamlOutcome outcome = YamlOutcome::wrong;
  Document doc;
  Arena arena;
  std::vector<NodeId> nodes;
  Matter m;
};

constexpr const char* english = R"(sample: true
name: 公共场所卫生许可（示例）
handling: 首次申请
code: "11350200000000000Y3000199001000"
standard: "00019900100001@3"
type: 行政许可
filing: 否
version: 2
effective: 2026-01-01
agency: {name: 示例市卫生健康委员会, nature: 法定机关, region: "350200000000"}
clients: [企业法人, 个人]
conditions:
  - 有固定的经营场所
  - {text: 从业人员取得有效健康证明, basis: 第七条}
materials:
  - name: 卫生许可申请表
    originals: 1
    for: [单位经营]
  - 营业执照
limits: {legal: 20 工作日, promised: 当场}
fees: 无
channels:
  visits: 0
  online: {url: "https://example.gov.cn/apply", depth: [受理, 办理]}
  mail: 无
extra: {anything: [1, 2]}
)";

constexpr const char* chinese = R"(样例: true
事项名称: 公共场所卫生许可（示例）
业务办理项名称: 首次申请
实施编码: "11350200000000000Y3000199001000"
认领标准: "00019900100001@3"
事项类型: 行政许可
是否行政备案: 否
事项版本: 2
计划生效日期: 2026-01-01
实施主体: {实施主体名称: 示例市卫生健康委员会, 实施主体性质: 法定机关, 行政区划代码: "350200000000"}
服务对象: [企业法人, 个人]
申请条件:
  - 有固定的经营场所
  - {条件内容: 从业人员取得有效健康证明, 条件依据: 第七条}
申请材料:
  - 材料名称: 卫生许可申请表
    原件份数: 1
    适用情形: [单位经营]
  - 营业执照
办结时限: {法定办结时限: 20 工作日, 承诺办结时限: 当场}
收费: 无
办理形式:
  到办事现场次数: 0
  网上办理: {网办地址: "https://example.gov.cn/apply", 网上办理深度: [受理, 办理]}
  物流快递: 无
扩展信息: {anything: [1, 2]}
)";

}  // namespace

TEST_CASE("read: a matter with every kind of value, in English keys and in Chinese labels") {
  for (const char* text : {english, chinese}) {
    const Reading r(text);
    REQUIRE(r.outcome == YamlOutcome::read);
    const Matter& m = r.m;
    CHECK(r.problems() == "");
    CHECK(m.mark.given());
    CHECK(m.document == &r.doc);
    CHECK(m.sample.yes());
    CHECK(m.filing.no());
    CHECK(m.name.text == "公共场所卫生许可（示例）");
    CHECK(m.type.is("行政许可"));
    CHECK(m.type.value->code == "01");
    CHECK(family_of(m) == Family::licence);
    CHECK(m.version.value == 2);
    CHECK(m.effective.year == 2026);
    CHECK(m.effective.month == 1);
    CHECK(m.agency.mark.given());
    CHECK(m.agency.nature.is("法定机关"));
    CHECK(m.agency.code.absent());
    REQUIRE(m.clients.size() == 2);
    CHECK(m.clients[1].name() == "自然人");  // read by its alias; the text stays
    CHECK(m.clients[1].text == "个人");
    REQUIRE(m.conditions.size() == 2);
    CHECK(m.conditions[0].text.text == "有固定的经营场所");
    CHECK(m.conditions[1].basis.text == "第七条");
    REQUIRE(m.materials.size() == 2);
    CHECK(m.materials[0].originals.value == 1);
    CHECK(m.materials[0].situations[0].text == "单位经营");
    CHECK(m.materials[1].name.text == "营业执照");
    CHECK(m.limits.legal.amount == 20);
    CHECK(m.limits.promised.unit == LimitUnit::instant);
    CHECK(m.fees.none());
    CHECK(m.fees.empty());
    CHECK(m.channels.visits.given());
    CHECK(m.channels.online.depth.size() == 2);
    CHECK(m.channels.mail.mark.none());
    CHECK(m.channels.kiosk.mark.absent());
    CHECK(m.extra.given());
    CHECK(m.extra.document->node(m.extra.node).is(NodeKind::mapping));
    CHECK(m.basis.absent());
    CHECK(m.power.source.absent());
  }
}

TEST_CASE("read: spans are those of the text, byte for byte") {
  const Reading r(english);
  const Matter& m = r.m;
  CHECK(r.at(m.name.mark.key) == "name");
  CHECK(r.at(m.name.mark.value) == "公共场所卫生许可（示例）");
  CHECK(m.name.mark.source == 7);
  CHECK(r.at(m.code.mark.value) == "\"11350200000000000Y3000199001000\"");
  CHECK(r.at(m.agency.mark.key) == "agency");
  CHECK(r.at(m.agency.mark.value).starts_with("{name:"));
  CHECK(r.at(m.agency.region.mark.key) == "region");
  CHECK(r.at(m.clients[0].mark.value) == "企业法人");
  CHECK(m.clients[0].mark.key.empty());
  CHECK(r.at(m.conditions[0].mark.value) == "有固定的经营场所");
  CHECK(r.at(m.conditions[0].text.mark.value) == "有固定的经营场所");
  CHECK(r.at(m.conditions[1].mark.value) == "{text: 从业人员取得有效健康证明, basis: 第七条}");
  CHECK(r.at(m.limits.legal.mark.value) == "20 工作日");
  CHECK(r.at(m.fees.mark.value) == "无");
  CHECK(r.at(m.extra.mark.value) == "{anything: [1, 2]}");
}

TEST_CASE("read: an absent member stands where it would belong, in its parent") {
  const Reading r(english);
  const Matter& m = r.m;
  CHECK(m.power.mark.value == m.mark.value);
  CHECK(m.power.source.mark.value == m.mark.value);
  CHECK(m.power.mark.source == 7);
  CHECK(m.agency.code.mark.value == m.agency.mark.value);
  CHECK(m.agency.code.mark.key.empty());
  CHECK(m.conditions[0].basis.mark.value == m.conditions[0].mark.value);
  CHECK(m.channels.kiosk.device.mark.value == m.channels.mark.value);
}

TEST_CASE("read: a key with nothing behind it is absent, and its key is known") {
  const Reading r("name:\nlimits:\nclients:\nhandling: \"\"\nmaterials:\n  -\n  - 表\n");
  CHECK(r.problems() == "");
  for (const Mark& mark : {r.m.name.mark, r.m.limits.mark, r.m.clients.mark, r.m.handling.mark}) {
    CHECK(mark.absent());
    CHECK_FALSE(mark.key.empty());
  }
  CHECK(r.at(r.m.limits.mark.key) == "limits");
  REQUIRE(r.m.materials.size() == 2);
  CHECK(r.m.materials[0].mark.absent());
  CHECK(r.m.materials[1].name.text == "表");
}

TEST_CASE("read: 无 is none for every kind of value, exactly") {
  const Reading r(
      "name: 无\ntype: 无\nfiling: 无\nversion: 无\neffective: 无\nagency: 无\nclients: 无\nmaterials: [无]\n"
      "limits: {legal: 无, promised: \"无\"}\nthemes: [无, 其他]\nextra: 无\nhandling: 无。\n");
  CHECK(r.problems() == "");
  const Matter& m = r.m;
  for (const Mark& mark :
       {m.name.mark, m.type.mark, m.filing.mark, m.version.mark, m.effective.mark, m.agency.mark, m.clients.mark,
        m.limits.legal.mark, m.limits.promised.mark, m.materials[0].mark, m.themes[0].mark, m.extra.mark}) {
    CHECK(mark.none());
  }
  CHECK(m.themes[1].mark.given());
  CHECK(m.handling.given());
  CHECK(m.agency.name.absent());
  CHECK(m.type.name().empty());
}

TEST_CASE("read: what is not understood is kept and said, with its path, text and place") {
  const Reading r(R"(name: [甲, 乙]
type: 行政许口
filing: 也许
version: 二
effective: 2026-02-30
agency: 某局
clients: 自然人
limits: {legal: 20个小时, promised: {a: 1}}
materials:
  - {form: 纸张, name: 营业执照}
  - [表]
  - {originals: 多}
channels: {online: {depth: [受理, 全部]}}
)");
  CHECK(r.problems() ==
        "type name = [甲, 乙]\n"
        "value type = 行政许口\n"
        "value filing = 也许\n"
        "type version = 二\n"
        "value effective = 2026-02-30\n"
        "type agency = 某局\n"
        "type clients = 自然人\n"
        "value limits.legal = 20个小时\n"
        "type limits.promised = {a: 1}\n"
        "value materials[营业执照].form = 纸张\n"
        "type materials[2] = [表]\n"
        "type materials[3].originals = 多\n"
        "value channels.online.depth[全部] = 全部\n");
  CHECK(r.m.type.mark.state == State::wrong);
  CHECK(r.m.type.text == "行政许口");
  CHECK(r.m.type.value == nullptr);
  CHECK(r.m.agency.mark.state == State::wrong);
  CHECK(r.m.clients.empty());
  for (const Problem& p : r.m.problems) {
    CHECK(r.at(p.at.span) == p.written);
    CHECK(p.at.source == 7);
    CHECK(p.field != nullptr);
    CHECK(p.table != nullptr);
    CHECK(p.node != no_node);
  }
}

TEST_CASE("read: an unknown key is said with its parents, at the key; nothing else is lost") {
  const Reading r("name: 甲\ncolour: 红\nmaterials:\n  - name: 表\n    纸张颜色: 白\nlimits: {legel: 1 工作日}\n");
  CHECK(r.problems() ==
        "unknown colour = colour\n"
        "unknown materials[表].纸张颜色 = 纸张颜色\n"
        "unknown limits.legel = legel\n");
  CHECK(r.at(r.m.problems[1].at.span) == "纸张颜色");
  CHECK(r.m.problems[1].table->name == "material");
  CHECK(nearest_field(*r.m.problems[2].table, "legel") == "legal");
  CHECK(nearest_field(*table_of<Material>(), "材料名") == "材料名称");
  CHECK(nearest_field(*table_of<Matter>(), "zzzzzzz").empty());
}

TEST_CASE("read: one field under its key and its label is twice; the first one counts") {
  const Reading r("name: 甲\n事项名称: 乙\nlimits: {promised: 1 工作日, 承诺办结时限: 2 工作日}\n");
  CHECK(r.problems() == "twice name = 事项名称\ntwice limits.promised = 承诺办结时限\n");
  CHECK(r.at(r.m.problems[0].at.span) == "事项名称");
  CHECK(r.at(r.m.problems[0].first.span) == "name");
  CHECK(r.m.name.text == "甲");
  CHECK(r.m.limits.promised.amount == 1);
}

TEST_CASE("read: what is no mapping is no matter") {
  Reading r("只是一句话\n");
  CHECK(r.problems() == "no-matter  = 只是一句话\n");
  CHECK(r.m.mark.state == State::wrong);
  CHECK(r.m.name.absent());
}

TEST_CASE("read: the matters of a source are its roots, or the items of root lists; empty documents are none") {
  CHECK(Reading("name: 甲\n").nodes.size() == 1);
  CHECK(Reading("- name: 甲\n- name: 乙\n").nodes.size() == 2);
  CHECK(Reading("name: 甲\n---\nname: 乙\n---\n").nodes.size() == 2);
  CHECK(Reading("").nodes.empty());
  CHECK(Reading("# 只有说明\n").nodes.empty());
}

TEST_CASE("read: a path given by the caller stands before the problems' own and is left as it was") {
  Reading r("legal: 很久\n");
  Limits limits;
  std::vector<Problem> problems;
  std::string path = "presets[默认]";
  read_record(r.doc, r.nodes.front(), *table_of<Limits>(), &limits, r.arena, problems, path);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].path == "presets[默认].legal");
  CHECK(path == "presets[默认]");
  CHECK(limits.mark.given());
}

TEST_CASE("read: an open list takes names that are not listed") {
  const Reading r("tongban:\n  - {list: 闽赣通办, mode: 全程网办}\n  - 跨省通办\n");
  CHECK(r.problems() == "");
  CHECK(r.m.tongban[0].list.given());
  CHECK(r.m.tongban[0].list.value == nullptr);
  CHECK(r.m.tongban[0].list.name() == "闽赣通办");
  CHECK(r.m.tongban[0].list.is("闽赣通办"));
  CHECK(r.m.tongban[1].list.is("跨省通办"));
}

TEST_CASE("read: a list in the place of a matter has no keys, however many items it has") {
  for (const char* const text : {"- - a\n", "- - a\n  - b\n", "- - name\n  - x\n  - y\n", "- [name]\n", "- []\n"}) {
    const Reading r(text);
    REQUIRE(r.m.problems.size() == 1);
    CHECK(r.m.problems[0].kind == ProblemKind::not_a_matter);
    CHECK(r.m.name.mark.absent());
  }
}
