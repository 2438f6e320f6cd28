#include "model/matter.h"

#include <doctest/doctest.h>

#include <string>

#include "model/field.h"
#include "model/named.h"
#include "model/path.h"

using namespace matter;

namespace {

Text given(std::string_view text) {
  Text value;
  value.text = text;
  value.mark.state = State::given;
  return value;
}

const Field& field_at(std::string_view path) { return resolve_path(path).value().last(); }

}  // namespace

TEST_CASE("matter: identity is the handling code, else the implementing code, else the local one") {
  Matter m;
  CHECK(identity(m).empty());
  m.local_code = given("XM-1");
  CHECK(identity(m) == "XM-1");
  m.code = given("11440000006939756B2440101007000");
  CHECK(identity(m) == "11440000006939756B2440101007000");
  m.handling_code = given("11440000006939756B244010100700001");
  CHECK(identity(m) == "11440000006939756B244010100700001");
  CHECK(implementing_code(m) == "11440000006939756B2440101007000");
  m.code = {};
  CHECK(implementing_code(m) == "11440000006939756B2440101007000");
}

TEST_CASE("matter: the basic code is as written, else the end of a well-formed implementing code") {
  Matter m;
  CHECK(basic_code(m).empty());
  m.code = given("11440000006939756B244010100700001");
  CHECK(basic_code(m) == "440101007000");
  CHECK(standard_code(m) == "440101007000");
  m.basic_code = given("000101007000");
  CHECK(basic_code(m) == "000101007000");
  m.directory_code = given("00010100700001");
  CHECK(standard_code(m) == "00010100700001");
  Matter broken;
  broken.code = given("114400000069");
  CHECK(basic_code(broken).empty());
}

TEST_CASE("matter: the displayed name holds the handling item once") {
  Matter m;
  m.name = given("公共场所卫生许可");
  CHECK(display_name(m) == "公共场所卫生许可");
  m.handling = given("变更");
  CHECK(display_name(m) == "公共场所卫生许可（变更）");
  for (const char* handling : {"（变更）", "(变更)"}) {
    m.handling = given(handling);
    CHECK(display_name(m) == std::string("公共场所卫生许可") + handling);
  }
  m.handling = given("变更");
  m.name = given("公共场所卫生许可（变更）");
  CHECK(display_name(m) == "公共场所卫生许可（变更）");
}

TEST_CASE("matter: items are labelled by key, else name, else number, and long ones are cut") {
  Material material;
  const Field& list = field_at("materials");
  CHECK(item_label(list, &material, 2) == "3");
  CHECK(item_identity(list, &material).empty());
  material.name = given("营业执照");
  CHECK(item_label(list, &material, 2) == "营业执照");
  material.code = given("M-01");
  CHECK(item_label(list, &material, 2) == "M-01");
  CHECK(item_identity(list, &material) == "m-01");

  Basis basis;
  basis.title = given("《示例条例》");
  basis.article = given("第七条");
  CHECK(item_label(field_at("basis"), &basis, 0) == "《示例条例》 第七条");
  Basis other = basis;
  other.article = given("第八条");
  CHECK(item_identity(field_at("basis"), &basis) != item_identity(field_at("basis"), &other));
  other.article = given("第 七 条");
  CHECK(item_identity(field_at("basis"), &basis) == item_identity(field_at("basis"), &other));

  Condition condition;
  std::string longer;
  for (int i = 0; i < 40; ++i) longer += "条";
  condition.text = given(longer);
  CHECK(item_label(field_at("conditions"), &condition, 0).size() == 31 * 3);
  const Text theme = given("设立变更");
  CHECK(item_label(field_at("agency.joint"), &theme, 0) == "设立变更");
}

TEST_CASE("families: by type, and the sets name themselves") {
  CHECK(family_of("行政许可") == Family::licence);
  CHECK(family_of("行政给付") == Family::on_application);
  CHECK(family_of("公共服务") == Family::public_service);
  CHECK(family_of("行政处罚") == Family::ex_officio);
  CHECK(family_of("") == Family::unknown);
  CHECK(name(families::all) == "全部");
  CHECK(name(families::licence) == "许可");
  CHECK(name(families::on_application) == "依申请");
  CHECK(name(families::powers) == "行政权力");
  for (const NamedValue& type : named_list("matter_type")->values) {
    CAPTURE(std::string(type.name));
    CHECK(family_of(type.name) != Family::unknown);
  }
}

TEST_CASE("named values: aliases lead to the canonical name, and near misses to a suggestion") {
  const NamedList& clients = *named_list("client");
  CHECK(clients.label == "服务对象");
  CHECK(find_named(clients, "个人")->name == "自然人");
  CHECK(find_named(clients, "1") == nullptr);
  CHECK(nearest_name(clients, "企业法") == "企业法人");
  CHECK(nearest_name(clients, "法人").empty());
  CHECK(nearest_name(*named_list("channel"), "窗口办") == "窗口办理");
  CHECK(nearest_name(clients, "完全不相干的说法").empty());
  CHECK(named_list("no_such_list") == nullptr);
  CHECK(named_list("tongban_list")->open);
  CHECK_FALSE(clients.open);
}

TEST_CASE("families: an entry with members is a 一件事 whatever its type, and its own code is its identity") {
  Matter m;
  CHECK(family_of(m) == Family::unknown);
  m.bundle.mark.state = State::given;
  m.bundle.code = given("350200YJS0001");
  CHECK(family_of(m) == Family::bundle);
  CHECK(identity(m) == "350200YJS0001");
  CHECK(families::all.has(Family::bundle));
  CHECK_FALSE(families::matters.has(Family::bundle));
  CHECK_FALSE(families::on_application.has(Family::bundle));
  CHECK(name(families::bundle) == "一件事");
}
