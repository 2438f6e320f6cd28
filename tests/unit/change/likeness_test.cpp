#include "change/likeness.h"

#include <doctest/doctest.h>

#include "support/read_text.h"

namespace matter {

namespace {

std::vector<MatterSketch> sketches(const std::string& yaml) {
  const auto read = test::read_text(yaml);
  std::vector<MatterSketch> all;
  for (const Matter& m : read->file.matters) all.push_back(sketch_of(m, false));
  return all;
}

/// `0=1 2=0`: numbers of the old and the new side.
std::string pairs(const std::string& before, const std::string& after) {
  std::string text;
  for (const LikePair& pair : pair_alike(sketches(before), sketches(after))) {
    text.append(text.empty() ? "" : " ").append(std::to_string(pair.before)).append("=");
    text += std::to_string(pair.after);
  }
  return text;
}

std::string matter(const std::string& name, const std::string& code, const std::string& agency,
                   const std::string& rest = "fees: 无\n") {
  return "---\nname: " + name + "\n" + (code.empty() ? "" : "code: \"" + code + "\"\n") + "agency: {name: " + agency +
         "}\nmaterials: [申请表, 场所平面图]\nlimits: {promised: 10 工作日}\n" + rest;
}

const std::string health = "11350200000000000Y3000199001000";
const std::string other_agency = "11350200000000001X3000199001000";
const std::string other_item = "11350200000000000Y3000199002000";
const std::string other_city = "11350300000000000Y3000199001000";

}  // namespace

TEST_CASE("likeness: how much of two texts is the same") {
  CHECK(text_likeness("", "") == 1);
  CHECK(text_likeness("甲乙", "甲乙") == 1);
  CHECK(text_likeness("甲乙", "丙丁") == 0);
  CHECK(text_likeness("（甲乙）", "(甲乙)") == 1);
  CHECK(text_likeness("场所卫生许可", "场所卫生许可证") > 0.7);
}

TEST_CASE("likeness: a matter whose agency and so its code changed, and whose name is nearly the same") {
  CHECK(pairs(matter("公共场所卫生许可", health, "示例卫生局"),
              matter("公共场所卫生许可证核发", other_agency, "示例卫生健康委员会")) == "0=0");
}

TEST_CASE("likeness: another code for the same name and agency") {
  CHECK(pairs(matter("公共场所卫生许可", health, "示例卫生局"), matter("公共场所卫生许可", other_item, "示例卫生局")) ==
        "0=0");
  CHECK(pairs(matter("公共场所卫生许可", "L1", "示例卫生局"), matter("公共场所卫生许可", "L2", "示例卫生局")) == "0=0");
}

TEST_CASE("likeness: siblings, whose codes say that they are two, are no pair however alike") {
  CHECK(pairs(matter("高等学校设立（民办学校设置审核）", health + "01", "示例教育局"),
              matter("高等学校设立（公办学校设置审核）", health + "02", "示例教育局"))
            .empty());
  CHECK(pairs(matter("公共场所卫生许可新办", health, "示例卫生局"),
              matter("公共场所卫生许可换证", other_item, "示例卫生局"))
            .empty());
}

TEST_CASE("likeness: the same matter of another region is another matter") {
  CHECK(pairs(matter("公共场所卫生许可", health, "示例甲市卫生局"),
              matter("公共场所卫生许可", other_city, "示例乙市卫生局"))
            .empty());
  CHECK(pairs("name: 甲\nagency: {name: 示例局, region: \"350200000000\"}\n",
              "name: 甲\nagency: {name: 示例局, region: \"350300\"}\n")
            .empty());
}

TEST_CASE("likeness: the same name at another agency is the same matter only where the content is") {
  const std::string unlike = "conditions: [完全不同的条件]\nprocess: [{step: 受理}]\nclients: [自然人]\n";
  CHECK(pairs(matter("信息公开申请", "L1", "示例卫生局"), matter("信息公开申请", "L2", "示例教育局")) == "0=0");
  CHECK(pairs("name: 信息公开申请\ncode: \"L1\"\nagency: {name: 示例卫生局}\nfees: 无\n",
              "name: 信息公开申请\ncode: \"L2\"\nagency: {name: 示例教育局}\n" + unlike)
            .empty());
}

TEST_CASE("likeness: without codes, one agency and nearly the same name and content") {
  CHECK(pairs(matter("公共场所卫生许可", "", "示例卫生局"), matter("公共场所卫生许可证", "", "示例卫生局")) == "0=0");
  CHECK(pairs(matter("公共场所卫生许可", "", "示例卫生局"), matter("道路运输经营备案", "", "示例卫生局")).empty());
}

TEST_CASE("likeness: where two are equally alike none is taken, and order does not decide") {
  const std::string one = matter("甲许可", "L1", "示例局");
  CHECK(pairs(one, matter("甲许可", "L2", "示例局") + matter("甲许可", "L3", "示例局")).empty());
  CHECK(pairs(matter("甲许可", "L2", "示例局") + matter("甲许可", "L3", "示例局"), one).empty());
  CHECK(pairs(one, matter("甲许可", "L2", "示例局", "fees: [{name: 工本费, amount: 10 元}]\n") +
                       matter("甲许可", "L3", "示例局")) == "0=1");
}

}  // namespace matter
