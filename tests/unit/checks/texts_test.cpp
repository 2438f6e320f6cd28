#include <doctest/doctest.h>

#include "checks/escapes.h"
#include "checks/wording.h"
#include "support/check.h"

using namespace matter;
using namespace matter::test;

TEST_CASE("texts: fillers are whole texts") {
  for (const char* filler : {"无", "无。", " / ", "-", "暂无", "没有", "N/A", "略"})
    CHECK_MESSAGE(is_filler(filler), filler);
  for (const char* text : {"", "无线电台", "无条件受理", "空调", "略有不同", "-1", "没有犯罪记录", "待业人员"})
    CHECK_MESSAGE(!is_filler(text), text);
}

TEST_CASE("texts: catch-alls among materials") {
  for (const char* name :
       {"其他材料", "其他相关材料", "其它有关资料", "法律、法规规定的其他材料", "省奖附件-其他佐证材料",
        "其它业务相应材料（因其它原因的）。", "身份证明、营业执照等相关材料", "主管部门认为需要提交的材料",
        "认为需要的其他材料", "相关证明材料", "其他应当提交的文件", "其他法律法规规定的材料"})
    CHECK_MESSAGE(!find_catch_all_material(name).empty(), name);
}

TEST_CASE("texts: what names its object is no catch-all") {
  for (const char* name :
       {"三年以上其他法律职业经历证明", "其他身份证件", "变更其他登记事项的证明材料", "有效护照或者其他国际旅行证件",
        "其他人员应当提交处理私人事务证明材料", "其他专业部门意见", "放弃国籍的有关材料或经公证的译本", "合同等材料",
        "用海设施所有权的合法证明材料", "认为需要听证的申请书"})
    CHECK_MESSAGE(find_catch_all_material(name).empty(), name);
}

TEST_CASE("texts: catch-alls among conditions, but not 其他情形") {
  CHECK(!find_catch_all_condition("法律、行政法规规定的其他条件。").empty());
  CHECK(!find_catch_all_condition("（四）农业部规定的其他材料。").empty());
  CHECK(find_catch_all_condition("（七）法律、法规规定应当注销注册的其他情形。").empty());
  CHECK(find_catch_all_condition("法律、行政法规另有其他规定的，从其规定").empty());
  CHECK(find_catch_all_condition("申请人为公民、法人和其他组织").empty());
  CHECK(find_catch_all_condition("无其他要求").empty());
}

TEST_CASE("texts: a catch-all material is an error, a condition a warning, both with the words under the finding") {
  const std::string text =
      sample_with("materials: [申请表, 其他相关材料]\nconditions: [\"有经营场所；法律规定的其他条件\"]\n");
  const auto found = of_rule("catch-all-wording", text);
  REQUIRE(found.size() == 2);
  CHECK(found[0].severity == Severity::error);
  CHECK(under(found[0], text) == "其他相关材料");
  CHECK(found[0].field == "materials[其他相关材料].name");
  CHECK(found[1].severity == Severity::warning);
  CHECK(under(found[1], text) == "其他条件");
}

TEST_CASE("texts: leftovers and masks are found, parts of names are not") {
  for (const char* text : {"XXX许可", "xxxx", "联系人：***", "{{name}}", "____年", "请填写事项名称", "待补充", "××市"})
    CHECK_MESSAGE(!find_leftover(text).empty(), text);
  for (const char* text : {"X光机", "Q2字签证", "3×4 厘米照片", "5*7 照片", "申请请填写表", "某类机械"})
    CHECK_MESSAGE(find_leftover(text).empty(), text);
}

TEST_CASE("texts: a value that is the name of its field or list says nothing") {
  CHECK(of_rule("placeholder-value", sample_with("short_name: 事项简称\n")).size() == 1);
  CHECK(of_rule("placeholder-value", sample_with("conditions: [申请条件]\n")).size() == 1);
  CHECK(of_rule("placeholder-value", sample_with("materials: [材料名称]\n")).size() == 1);
  CHECK(of_rule("placeholder-value", sample_with("themes: [主题分类]\n")).size() == 1);
  const std::string text = sample_with("short_name: XXX许可\n");
  CHECK(under(of_rule("placeholder-value", text).at(0), text) == "XXX");
}

TEST_CASE("texts: a filler speaks only where 无 means nothing and nothing is demanded") {
  CHECK(of_rule("filler-text", sample_with("common_name: 无\n")).at(0).severity == Severity::info);
  CHECK(of_rule("filler-text", sample_with("common_name: 详见办事指南\n")).size() == 1);
  CHECK(of_rule("filler-text", sample_with("themes: 无\n")).size() == 1);
  CHECK(of_rule("filler-text", sample_with("handling: 无\n")).empty());
  CHECK(of_rule("filler-text", sample_with("name: 无\n")).empty());
  CHECK(of_rule("field-missing", sample_with("name: 无\n")).size() == 1);
}

TEST_CASE("texts: escapes of control characters are deleted, nothing else") {
  const std::string text = sample_with("short_name: \"卫\\u0001生\\x02许\\u8bb8\\n可\\e\"\n");
  const auto found = of_rule("control-character", text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::error);
  REQUIRE(found[0].fix.has_value());
  CHECK(found[0].fix->safe);
  CHECK(mended(found[0], text).find("\"卫生许\\u8bb8\\n可\"") != std::string::npos);
  CHECK(of_rule("control-character", mended(found[0], text)).empty());
}

TEST_CASE("texts: escapes are found by any of their names") {
  CHECK(control_escapes("\"a\\0b\\a\\t\\n\\e\\N\\U00000007\\\\u0001\"").size() == 5);
  CHECK(control_escapes("'\\u0001'").empty());
  CHECK(is_control(U'\x7F'));
  CHECK(!is_control(U'\t'));
}
