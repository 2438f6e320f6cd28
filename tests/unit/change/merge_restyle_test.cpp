#include <doctest/doctest.h>

#include <string>

#include "change/merge.h"
#include "change/merge/restyle.h"

using namespace matter;

namespace {

Merged merged(const std::string& base, const std::string& ours, const std::string& theirs) {
  MergeOptions options;
  options.lang = Lang::en;
  options.groups.clear();
  return merge_texts(base, ours, theirs, options);
}

/// The same whoever of the two is ours, without a conflict.
void comes_to(const std::string& base, const std::string& ours, const std::string& theirs, const std::string& wanted) {
  const Merged one = merged(base, ours, theirs);
  CHECK(one.clean());
  CHECK(one.text == wanted);
  const Merged turned = merged(base, theirs, ours);
  CHECK(turned.clean());
  CHECK(turned.text == wanted);
}

const std::string head = "name: 公共场所卫生许可（示例）\n";

}  // namespace

TEST_CASE("merge, restyled: a list put into brackets takes an edit and an item that the other wrote on lines") {
  comes_to(head + "materials:\n  - name: 申请表\n    form: 纸质\n  - name: 身份证\n    form: 纸质\n",
           head + "materials:\n  - name: 申请表\n    form: 电子化\n  - name: 身份证\n    form: 纸质\n  - 营业执照\n",
           head + "materials: [{name: 申请表, form: 纸质}, {name: 身份证, form: 纸质}]\n",
           head + "materials: [{name: 申请表, form: 电子化}, {name: 身份证, form: 纸质}, 营业执照]\n");
}

TEST_CASE("merge, restyled: a mapping put on lines takes an edit and a key that the other wrote in brackets") {
  comes_to(head + "limits: {legal: 20 工作日, promised: 10 工作日}  # 时限\nfees: 无\n",
           head + "limits: {legal: 20 工作日, promised: 5 工作日, promised_note: 快}  # 时限\nfees: 无\n",
           head + "limits:  # 时限\n    legal: 20 工作日\n    promised: 10 工作日\nfees: 无\n",
           head + "limits:  # 时限\n    legal: 20 工作日\n    promised: 5 工作日\n    promised_note: 快\nfees: 无\n");
}

TEST_CASE("merge, restyled: both changed what one of them restyled") {
  comes_to(head + "limits: {legal: 20 工作日, promised: 10 工作日}\n",
           head + "limits: {legal: 20 工作日, promised: 5 工作日}\n",
           head + "limits:\n  legal: 15 工作日  # 条例修改\n  promised: 10 工作日\n",
           head + "limits:\n  legal: 15 工作日  # 条例修改\n  promised: 5 工作日\n");
}

TEST_CASE("merge, restyled: items in brackets become lines, inside and out; an added one like its neighbours") {
  comes_to(head + "materials: [{name: 甲, form: 纸质}, {name: 乙}]\n",
           head + "materials: [{name: 甲, form: 电子化}, {name: 乙}, {name: 丙, copies: 2}]\n",
           head + "materials:\n- name: 甲\n  form: 纸质\n- name: 乙\n",
           head + "materials:\n- name: 甲\n  form: 电子化\n- name: 乙\n- name: 丙\n  copies: 2\n");
}

TEST_CASE("merge, restyled: a comment that has no place in brackets keeps the lines") {
  comes_to(head + "situations:\n  - 个人\n  - 单位\n", head + "situations:\n  # 新\n  - 个人\n  - 单位\n  - 外商\n",
           head + "situations: [个人, 单位]\n", head + "situations:\n  # 新\n  - 个人\n  - 单位\n  - 外商\n");
}

TEST_CASE("merge, restyled: a value changed by one stands in the quotes that the other gave it") {
  comes_to(head + "kind: 承诺件\n", head + "kind: 即办件\n", head + "kind: \"承诺件\"\n", head + "kind: \"即办件\"\n");
  comes_to(head + "extra: {n: '3'}\n", head + "extra: {n: '5'}\n", head + "extra: {n: 3}\n", head + "extra: {n: 5}\n");
}

TEST_CASE(
    "merge, restyled: a conflict in what was restyled is one, with the places in the sides as they were written") {
  const std::string base = head + "fees: 无\nmaterials:\n  - name: 甲\n    form: 纸质\n";
  const std::string ours = head + "fees: 无\nmaterials:\n  - name: 甲\n    form: 电子化\n";
  const std::string theirs = head + "fees: 无\nmaterials: [{name: 甲, form: 纸质和电子化}]\n";
  const Merged m = merged(base, ours, theirs);
  REQUIRE(m.conflicts.size() == 1);
  CHECK(english(m.conflicts[0].path) == "materials[甲].form");
  CHECK(m.conflicts[0].offset[0] == base.find("materials"));
  CHECK(m.conflicts[0].offset[1] == ours.find("materials"));
  CHECK(m.conflicts[0].offset[2] == theirs.find("纸质和"));
  CHECK(m.text.find("materials: [{name: 甲, form: 电子化}]\n") != std::string::npos);
  CHECK(m.text.find("materials: [{name: 甲, form: 纸质和电子化}]\n") != std::string::npos);
}

TEST_CASE("merge, restyled: an empty list that both filled with lines holds both") {
  comes_to(head + "situations: []\nfees: 无\n", head + "situations:\n  - 个人\nfees: 无\n",
           head + "situations:\n  - 个人\nfees: 无\n", head + "situations:\n  - 个人\nfees: 无\n");
  const Merged m =
      merged(head + "situations: []\n", head + "situations:\n  - 个人\n", head + "situations:\n  - 单位\n");
  CHECK(m.clean());
  CHECK(m.text == head + "situations:\n  - 个人\n  - 单位\n");
}

TEST_CASE("merge, restyled: what one took away and the other only put in another order is gone") {
  comes_to(head + "extra:\n  k:\n    a: 1\n    b: 2\n  l: 3\n", head + "extra:\n  l: 3\n",
           head + "extra:\n  k:\n    b: 2\n    a: 1\n  l: 3\n", head + "extra:\n  l: 3\n");
}
