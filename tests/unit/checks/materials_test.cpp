#include <doctest/doctest.h>

#include "checks/phrases.h"
#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

std::vector<Diagnostic> with(std::string_view rule, std::string_view fragment) {
  return of_rule(rule, sample_with(fragment));
}
std::vector<Diagnostic> material(std::string_view rule, std::string_view members, std::string_view more = {}) {
  return with(rule, "materials: [{name: 平面图, " + std::string(members) + "}]\n" + std::string(more));
}

}  // namespace

TEST_CASE("materials: several papers in one name") {
  for (const char* joint :
       {"身份证、户口簿", "身份证复印件、户口簿复印件", "购机合同及发票", "申请书（一式两份）、承诺书"}) {
    CAPTURE(std::string(joint));
    CHECK(!find_joint(joint).empty());
  }
  for (const char* one : {"身份证及复印件", "安全、环保承诺书", "营业执照", "《合同、协议》文本",
                          "法定代表人（身份证、护照）证明", "章程及其修正案", ""}) {
    CAPTURE(std::string(one));
    CHECK(find_joint(one).empty());
  }
}

TEST_CASE("materials: wording that nobody can test") {
  for (const char* vague : {"有关部门批准", "提供相关材料", "有适当的场所", "必要时提供", "营业执照、护照等"}) {
    CAPTURE(std::string(vague));
    CHECK(!find_vague(vague).empty());
  }
  for (const char* clear :
       {"与航道有关的工程", "利益相关者意见", "《关于有关问题的通知》", "二等奖、三等奖证书", "等级证书"}) {
    CAPTURE(std::string(clear));
    CHECK(find_vague(clear).empty());
  }
}

TEST_CASE("materials: markup is a tag or an entity, not a comparison") {
  CHECK(find_markup("甲<br/>乙") == "<br/>");
  CHECK(find_markup("甲</p>乙") == "</p>");
  CHECK(find_markup("甲&nbsp;乙") == "&nbsp;");
  CHECK(find_markup("甲&amp;amp;乙") == "&amp;");
  for (const char* plain : {"面积<200平方米", "A&B 公司", "a < b；c", "1<2>0", "R&D; 2", "&"}) {
    CAPTURE(std::string(plain));
    CHECK(find_markup(plain).empty());
  }
}

TEST_CASE("materials: what government issues is waived, or says that it cannot be") {
  CHECK(material("material-government", "source: 政府部门核发").size() == 1);
  CHECK(material("material-government", "source: 政府部门核发, waiver: 无法免交, originals: 1").empty());
  CHECK(material("material-government", "source: 政府部门核发, waiver: 电子证照").empty());
  const auto demanded = material("material-government", "source: 政府部门核发, waiver: 电子证照, originals: 2");
  REQUIRE(demanded.size() == 1);
  CHECK(demanded[0].field == "materials[平面图].originals");
  CHECK(demanded[0].message == "平面图 is waived (电子证照), but 2 originals are taken");
  CHECK(material("material-government", "source: 申请人自备, originals: 2").empty());
}

TEST_CASE("materials: a code is the matter's code and a serial, or the serial alone") {
  const auto code = [](std::string_view text) {
    return material("material-code", "code: \"" + std::string(text) + "\"");
  };
  CHECK(code("11350200000000000Y30001990010000100000001").empty());
  CHECK(code("00000001").empty());
  CHECK(code("01").empty());
  CHECK(code("11350200000000000Y3000199001000010000001").size() == 1);   // one short
  CHECK(code("11350200000000000Y30001990020000100000001").size() == 1);  // another matter's
  CHECK(code("A-01").size() == 1);
}

TEST_CASE("materials: situations are those of the matter, whatever their width") {
  const char* situations = "situations: [个人经营, 单位经营（含分公司）]\n";
  CHECK(material("material-situation", "for: [单位经营(含分公司)]", situations).empty());
  const auto wrong = material("material-situation", "for: [个人经营, 个体经营]", situations);
  REQUIRE(wrong.size() == 1);
  CHECK(wrong[0].hint == "did you mean 个人经营?");
  CHECK(material("material-situation", "for: [个人经营]").size() == 1);  // the matter has none
}

TEST_CASE("materials: 容缺后补 wants its days, 非必要 its case") {
  CHECK(material("tolerant-term", "necessity: 容缺后补").size() == 1);
  CHECK(material("tolerant-term", "necessity: 容缺后补, within: 5 工作日").empty());
  CHECK(material("material-optional", "necessity: 容缺后补").empty());
  CHECK(material("material-optional", "necessity: 非必要").size() == 1);
  CHECK(material("material-optional", "necessity: 非必要, remark: 没有变化的不交").empty());
  CHECK(material("material-optional", "necessity: 非必要, for: [甲]").empty());
}

TEST_CASE("materials: paper of which nothing is taken") {
  CHECK(material("material-copies", "form: 纸质, originals: 0, copies: 0").size() == 1);
  CHECK(material("material-copies", "form: 纸质, originals: 0").size() == 1);
  CHECK(material("material-copies", "form: 纸质, originals: 0, copies: 1").empty());
  CHECK(material("material-copies", "form: 纸质").empty());
  CHECK(material("material-copies", "form: 电子化, originals: 0, copies: 0").empty());
  CHECK(material("material-copies", "form: 纸质和电子化, originals: 0, copies: 0").empty());
}

TEST_CASE("materials: materials without a basis are told once a matter") {
  const auto found = with("material-basis", "materials: [甲图, {name: 乙图, basis: 第九条}, 丙图]\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "2 materials have no basis; the first is here");
  CHECK(found[0].field == "materials[甲图].basis");
}

TEST_CASE("materials: attachments are of a kind that platforms take") {
  const auto form = [](std::string_view file) {
    return material("attachment-format", "kind: 申请表格文书, blank_form: \"" + std::string(file) + "\"");
  };
  for (const char* taken :
       {"files/a.docx", "files/a.PDF", "https://example.gov.cn/a.xls?v=2.zip", "https://example.gov.cn/form"}) {
    CAPTURE(std::string(taken));
    CHECK(form(taken).empty());
  }
  CHECK(form("files/a.wps").size() == 1);
  CHECK(form("files/a.zip").size() == 1);
  CHECK(form("files.d/a").empty());
}

TEST_CASE("materials: a promise that replaces proof has its text") {
  CHECK(material("promise-file", "waiver: 告知承诺").size() == 1);
  CHECK(material("promise-file", "waiver: 告知承诺", "promise: {form: files/a.docx}\n").empty());
  CHECK(material("promise-file", "waiver: 告知承诺", "promise: 无\n").size() == 1);
  CHECK(with("promise-file", "promise: 无\n").empty());
}
