#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "checks/elements.h"

using namespace matter;

namespace {

/// A standard entry and a matter, as YAML, and the usual profile.
class Pair {
 public:
  Pair(const std::string& own, const std::string& other) {
    load(own, own_);
    load(other, other_);
    profile_ = find_profile(usual_profile, sources_, findings_);
    REQUIRE(profile_);
  }
  [[nodiscard]] ElementResult of(std::string_view id) const {
    for (const Element& element : profile_->elements) {
      if (element.id != id) continue;
      const ElementResult result = compare_element(element, own_.matters.at(0), other_.matters.at(0));
      const ElementResult brief = compare_element(element, own_.matters.at(0), other_.matters.at(0), Wanted::verdict);
      CHECK(brief.verdict == result.verdict);
      CHECK(brief.differences.empty());
      return result;
    }
    FAIL("no such element");
    return {};
  }

 private:
  void load(const std::string& text, LoadedFile& into) {
    load_file(sources_, sources_.add_text(SourceKind::memory, "m.yaml", text), into, findings_);
    REQUIRE(into.matters.size() == 1);
  }

  Sources sources_;
  Collector findings_{Lang::en};
  LoadedFile own_, other_;
  std::shared_ptr<const Profile> profile_;
};

std::string verdict(std::string_view element, const std::string& own, const std::string& other) {
  return std::string(name(Pair(own, other).of(element).verdict));
}

/// The verdict, and each difference in words.
std::string said(std::string_view element, const std::string& own, const std::string& other) {
  const ElementResult result = Pair(own, other).of(element);
  std::string text(name(result.verdict));
  if (result.silence != Silence::none) text += std::string(" (") + std::string(words(result.silence).en) + ")";
  for (const Difference& d : result.differences) text += "; " + told(d, Lang::en);
  return text;
}

std::string limits(const std::string& promised) { return "limits: {promised: " + promised + "}\n"; }

}  // namespace

TEST_CASE("elements: a limit is shorter, longer, or not to be compared") {
  CHECK(verdict("promised-limit", limits("5 工作日"), limits("5个工作日")) == "same");
  CHECK(said("promised-limit", limits("5 工作日"), limits("10 工作日")) == "better; 5 工作日, against 10 工作日");
  CHECK(verdict("promised-limit", limits("12 工作日"), limits("10 工作日")) == "worse");
  CHECK(verdict("promised-limit", limits("当场"), limits("10 工作日")) == "better");
  CHECK(verdict("promised-limit", limits("2 周"), limits("14 自然日")) == "same");
  CHECK(verdict("promised-limit", limits("无"), limits("10 工作日")) == "worse");
  // Working days go with working days only, however clear the order.
  CHECK(said("promised-limit", limits("1 工作日"), limits("30 自然日")) ==
        "not-applicable (units or amounts that cannot be compared); 1 工作日, against 30 自然日");
  // Of the legal limit only the same is good, and another unit is another limit.
  CHECK(verdict("legal-limit", "limits: {legal: 10 工作日}\n", "limits: {legal: 20 工作日}\n") == "worse");
  CHECK(verdict("legal-limit", "limits: {legal: 20 自然日}\n", "limits: {legal: 20 工作日}\n") == "worse");
  CHECK(verdict("legal-limit", "limits: {legal: 无}\n", "limits: {legal: 20 工作日}\n") == "missing");
  CHECK(verdict("legal-limit", "limits: {legal: 20 工作日}\n", "limits: {legal: 无}\n") == "extra");
}

TEST_CASE("elements: what a side does not say is not compared") {
  CHECK(said("promised-limit", "name: 甲\n", limits("5 工作日")) == "not-applicable (the matter does not say it)");
  CHECK(said("promised-limit", limits("5 工作日"), "name: 甲\n") == "not-applicable (the other side does not say it)");
  CHECK(said("promised-limit", limits("大概五天"), limits("5 工作日")) ==
        "not-applicable (a value was not understood)");
}

TEST_CASE("elements: names are compared by what they say, codes by the basic code") {
  CHECK(verdict("name", "name: 公共场所卫生许可 （示例）\n", "name: 公共场所卫生许可(示例)\n") == "same");
  CHECK(said("name", "name: 卫生许可\n", "name: 公共场所卫生许可\n") == "worse; 卫生许可, against 公共场所卫生许可");
  CHECK(verdict("code", "code: \"11350200000000000Y3000199001000\"\n", "basic_code: \"000199001000\"\n") == "same");
  CHECK(verdict("code", "code: \"11350200000000000Y3000199001001\"\n", "basic_code: \"000199001000\"\n") == "worse");
  CHECK(verdict("type", "type: 许可\n", "type: 行政许可\n") == "same");
}

TEST_CASE("elements: a material less is better, unless the law demands it") {
  const std::string standard =
      "materials: [申请表, {name: 营业执照, basis: 第五条}, {name: 说明, basis: 第六条, necessity: 非必要}]\n";
  CHECK(verdict("materials", standard, standard) == "same");
  CHECK(said("materials", "materials: [{name: 说明}, {name: 营业执照}]\n", standard) ==
        "worse; materials[说明].necessity: nothing, against 非必要; it lacks 申请表");
  CHECK(said("materials", "materials: [{name: 营业执照}]\n", standard) == "better; it lacks 申请表; it lacks 说明");
  CHECK(said("materials", "materials: [申请表]\n", standard) == "missing; it lacks 营业执照; it lacks 说明");
  CHECK(said("materials", "materials: [申请表, 营业执照, {name: 说明, necessity: 非必要}, 租赁合同]\n", standard) ==
        "worse; it adds 租赁合同");
  CHECK(verdict("materials", "materials: 无\n", "materials: [申请表]\n") == "better");
  CHECK(verdict("materials", "materials: [申请表]\n", "materials: 无\n") == "worse");
}

TEST_CASE("elements: a material is compared field by field") {
  const auto one = [](const std::string& fields) { return "materials: [{name: 营业执照, " + fields + "}]\n"; };
  CHECK(verdict("materials", one("waiver: 电子证照"), one("copies: 1")) == "better");
  CHECK(verdict("materials", one("copies: 1"), one("waiver: 数据核验")) == "worse");
  CHECK(verdict("materials", one("waiver: 电子证照"), one("waiver: 数据核验")) == "same");
  CHECK(verdict("materials", one("necessity: 容缺后补"), one("kind: 证件证书证明")) == "better");
  CHECK(verdict("materials", one("copies: 2"), one("copies: 1")) == "worse");
  CHECK(verdict("materials", one("form: 纸质"), one("form: 纸质和电子化")) == "worse");
  CHECK(verdict("materials", one("for: [单位经营]"), one("copies: 1")) == "better");
  CHECK(verdict("materials", one("for: [甲, 乙]"), one("for: [乙, 甲]")) == "same");
  CHECK(verdict("materials", one("kind: 其他"), one("kind: 证件证书证明")) == "worse");
}

TEST_CASE("elements: steps have an order, clients have none") {
  CHECK(verdict("process", "process: [受理, 决定]\n", "process: [受理, 审查, 决定]\n") == "better");
  CHECK(verdict("process", "process: [受理, 审查, 公示, 决定]\n", "process: [受理, 审查, 决定]\n") == "worse");
  CHECK(said("process", "process: [审查, 受理]\n", "process: [受理, 审查]\n") ==
        "worse; in another order: 审查、受理, against 受理、审查");
  CHECK(verdict("clients", "clients: [企业法人, 自然人]\n", "clients: [自然人, 企业法人]\n") == "same");
  CHECK(verdict("clients", "clients: [自然人]\n", "clients: [自然人, 企业法人]\n") == "missing");
  CHECK(verdict("conditions", "conditions: [甲, 乙]\n", "conditions: [甲]\n") == "extra");
}

TEST_CASE("elements: a local act may stand beside the bases, with its reason") {
  const std::string standard = "basis: [{title: 《示例条例》, number: 示例令第1号, article: 第八条}]\n";
  const std::string more =
      "basis: [{title: 示例条例, article: 第八条}, {title: 《示例市规定》, rank: 经济特区法规, article: 第二条}]\n";
  CHECK(verdict("basis", "basis: [{title: 示例条例, article: 第八条}]\n", standard) == "same");
  CHECK(verdict("basis", "basis: [{title: 示例条例, article: 第九条}]\n", standard) == "missing");
  CHECK(verdict("basis", more, standard) == "extra");
  CHECK(verdict("basis", more + "binding: {reason: 本市特区法规另有规定}\n", standard) == "better");
}

TEST_CASE("elements: fees are compared by their amounts") {
  const auto fee = [](const std::string& amount) { return "fees: [{name: 工本费, amount: " + amount + "}]\n"; };
  CHECK(verdict("fees", fee("10 元/本"), fee("10元/本")) == "same");
  CHECK(verdict("fees", fee("5 元/本"), fee("10 元/本")) == "better");
  CHECK(verdict("fees", fee("20 元/本"), fee("10 元/本")) == "worse");
  CHECK(verdict("fees", fee("免费"), "fees: 无\n") == "same");
  CHECK(verdict("fees", "fees: 无\n", fee("10 元/本")) == "better");
  CHECK(verdict("fees", fee("10 元/本"), "fees: 无\n") == "worse");
  CHECK(verdict("fees", fee("10 元/本"), fee("10 元/平方米")) == "not-applicable");
}

TEST_CASE("elements: more ways are better; windows are each office's own") {
  const std::string online = "channels: {online: {available: 是}, mail: {supported: 是}}\n";
  CHECK(verdict("channels", online, online) == "same");
  CHECK(said("channels", "channels: {online: {available: 是}, mail: {supported: 否}}\n", online) ==
        "worse; channels.mail: 否, against 是");
  CHECK(verdict("channels", "channels: {online: {available: 是}, mail: {supported: 是}, kiosk: {supported: 是}}\n",
                online) == "better");
  CHECK(verdict("channels", "channels: {online: {available: 是}, mail: {supported: 是}, windows: [{name: 1号}]}\n",
                online) == "same");
  CHECK(verdict("results", "results: [{name: 证, delivery: [窗口领取, 邮寄送达]}]\n",
                "results: [{name: 证, delivery: [窗口领取]}]\n") == "better");
}

TEST_CASE("elements: equal prints are 一致, and a print tells what differs") {
  Sources sources;
  Collector findings(Lang::en);
  const auto profile = find_profile(usual_profile, sources, findings);
  REQUIRE(profile);
  const auto prints = [&](const std::string& text) {
    LoadedFile file;
    load_file(sources, sources.add_text(SourceKind::memory, "m.yaml", text), file, findings);
    std::vector<std::uint64_t> all;
    for (const Element& element : profile->elements) all.push_back(print_of(element, file.matters.at(0)));
    return all;
  };
  const auto one = prints("name: 甲 乙\nclients: [自然人, 企业法人]\nlimits: {promised: 5个工作日}\n");
  const auto same = prints("name: 甲乙\nclients: [企业法人, 自然人]\nlimits: {promised: 5 工作日}\n");
  const auto other = prints("name: 甲\nclients: [自然人]\nlimits: {promised: 6 工作日}\n");
  CHECK(one == same);
  for (std::size_t i = 0; i < one.size(); ++i) CHECK((one[i] != other[i]) == (one[i] != 0));
  CHECK(one[0] != 0);
  CHECK(one[5] == 0);  // conditions are not said
}
