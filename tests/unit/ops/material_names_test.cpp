#include "ops/material_names.h"

#include <doctest/doctest.h>

using namespace matter;

TEST_CASE("material names: what makes no other material is left aside, of forms the brackets are kept") {
  CHECK(material_core("营业执照（原件及复印件）") == material_core("营业执照"));
  CHECK(material_core("调整的依据文件") == material_core("调整依据文件"));
  CHECK(material_core("《律师执业证》复印件") == material_core("律师执业证"));
  CHECK(material_core("申请表（个人）") != material_core("申请表（单位）"));
  CHECK(material_core("居民身份证") != material_core("身份证明"));
  CHECK(material_core("复印件") == "");
  CHECK(material_core("执照（未收尾") == "执照(未收尾");
}

TEST_CASE("material names: a matter that is called after what it issues tells so") {
  CHECK(issued_by_name("残疾人证核发") == "残疾人证");
  CHECK(issued_by_name("开具无犯罪记录证明（示例）") == "无犯罪记录证明");
  CHECK(issued_by_name("失业登记") == "");
  CHECK(issued_by_name("核发证") == "");
  CHECK(issued_by_name("高龄津贴发放") == "");
}
