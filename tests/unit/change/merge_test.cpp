#include "change/merge.h"

#include <doctest/doctest.h>

#include <string>

using namespace matter;

namespace {

Merged merged(const std::string& base, const std::string& ours, const std::string& theirs) {
  MergeOptions options;
  options.lang = Lang::en;
  options.groups.clear();
  return merge_texts(base, ours, theirs, options);
}

const std::string head = "name: 公共场所卫生许可（示例）\n";

}  // namespace

TEST_CASE("merge: both append different materials, both are kept") {
  const std::string base = head + "materials:\n  - 申请表\n  - 身份证\nfees: 无\n";
  const std::string ours = head + "materials:\n  - 申请表\n  - 身份证\n  - 营业执照\nfees: 无\n";
  const std::string theirs = head + "materials:\n  - 申请表\n  - 身份证\n  # 图纸一份\n  - 平面图\nfees: 无\n";
  const Merged m = merged(base, ours, theirs);
  CHECK(m.conflicts.empty());
  CHECK(m.text == head + "materials:\n  - 申请表\n  - 身份证\n  - 营业执照\n  # 图纸一份\n  - 平面图\nfees: 无\n");
}

TEST_CASE("merge: both add the same code with different content, a conflict around the item") {
  const std::string base = head + "materials:\n  - {name: 申请表, code: \"01\"}\n";
  const Merged m =
      merged(base, base + "  - {name: 营业执照, code: \"02\"}\n", base + "  - {name: 平面图, code: \"02\"}\n");
  REQUIRE(m.conflicts.size() == 1);
  CHECK(m.conflicts[0].kind == ConflictKind::both_added);
  CHECK(english(m.conflicts[0].path) == "materials[02]");
  CHECK(m.text == base +
                      "<<<<<<< ours ours | materials[02]: added by both, not the same\n"
                      "  - {name: 营业执照, code: \"02\"}\n"
                      "||||||| before base\n"
                      "=======\n"
                      "  - {name: 平面图, code: \"02\"}\n"
                      ">>>>>>> theirs theirs\n");
}

TEST_CASE("merge: adjacent fields changed by each side, both") {
  const std::string base = head + "limits:\n  legal: 20 工作日\n  promised: 10 工作日  # 承诺\n";
  const std::string ours = head + "limits:\n  legal: 15 工作日\n  promised: 10 工作日  # 承诺\n";
  const std::string theirs = head + "limits:\n  legal: 20 工作日\n  promised: 5 工作日  # 承诺\n";
  const Merged m = merged(base, ours, theirs);
  CHECK(m.conflicts.empty());
  CHECK(m.text == head + "limits:\n  legal: 15 工作日\n  promised: 5 工作日  # 承诺\n");
}

TEST_CASE("merge: two keys of one flow mapping changed by each side, both") {
  const std::string base = head + "limits: {legal: 20 工作日, promised: 10 工作日}  # 时限\n";
  const std::string ours = head + "limits: {legal: 15 工作日, promised: 10 工作日}  # 时限\n";
  const std::string theirs = head + "limits: {legal: 20 工作日, promised: 5 工作日, promised_note: 快}  # 时限\n";
  const Merged m = merged(base, ours, theirs);
  CHECK(m.conflicts.empty());
  CHECK(m.text == head + "limits: {legal: 15 工作日, promised: 5 工作日, promised_note: 快}  # 时限\n");
}

TEST_CASE("merge: delete against edit, a conflict") {
  const std::string base = head + "materials:\n  - name: 申请表\n    form: 纸质\n  - name: 身份证\n    form: 纸质\n";
  const std::string ours = head + "materials:\n  - name: 申请表\n    form: 纸质\n";
  const std::string theirs =
      head + "materials:\n  - name: 申请表\n    form: 纸质\n  - name: 身份证\n    form: 电子化\n";
  const Merged m = merged(base, ours, theirs);
  REQUIRE(m.conflicts.size() == 1);
  CHECK(m.conflicts[0].kind == ConflictKind::ours_removed);
  CHECK(m.text == head +
                      "materials:\n  - name: 申请表\n    form: 纸质\n"
                      "<<<<<<< ours ours | materials[身份证]: removed by ours, changed by theirs\n"
                      "||||||| before base\n  - name: 身份证\n    form: 纸质\n"
                      "=======\n  - name: 身份证\n    form: 电子化\n>>>>>>> theirs theirs\n");
}

TEST_CASE("merge: both add the same key with different values, a conflict; English and Chinese are one key") {
  const Merged m = merged(head, head + "kind: 即办件\n", head + "办件类型: 承诺件\n");
  REQUIRE(m.conflicts.size() == 1);
  CHECK(m.conflicts[0].kind == ConflictKind::both_added);
  const Merged same = merged(head, head + "kind: 即办件\n", head + "办件类型: \"即办件\"\n");
  CHECK(same.conflicts.empty());
  CHECK(same.text == head + "kind: 即办件\n");
}

TEST_CASE("merge: reorder against edit of one item, both") {
  const std::string base =
      head + "materials:\n  - name: 甲\n    form: 纸质\n  # 乙的说明\n  - name: 乙\n  - name: 丙\n";
  const std::string ours =
      head + "materials:\n  - name: 丙\n  # 乙的说明\n  - name: 乙\n  - name: 甲\n    form: 纸质\n";
  const std::string theirs =
      head + "materials:\n  - name: 甲\n    form: 电子化  # 改\n  # 乙的说明\n  - name: 乙\n  - name: 丙\n";
  const Merged m = merged(base, ours, theirs);
  CHECK(m.conflicts.empty());
  CHECK(m.text ==
        head + "materials:\n  - name: 丙\n  # 乙的说明\n  - name: 乙\n  - name: 甲\n    form: 电子化  # 改\n");
}

TEST_CASE("merge: a conflict right behind a dash is marked around its item") {
  const std::string base = head + "materials:\n  - code: \"1\"\n    form: 纸质\n  - name: 乙\n";
  const std::string ours = head + "materials:\n  - code: \"1\"\n    form: 电子化\n  - name: 乙\n";
  const std::string theirs =
      head + "materials:\n  - code: \"1\"\n    form: 纸质和电子化\n    copies: 1\n  - name: 乙\n";
  const Merged m = merged(base, ours, theirs);
  REQUIRE(m.conflicts.size() == 1);
  CHECK(english(m.conflicts[0].path) == "materials[1].form");
  CHECK(m.text == head +
                      "materials:\n  - code: \"1\"\n"
                      "<<<<<<< ours ours | materials[1].form: changed by both\n    form: 电子化\n"
                      "||||||| before base\n    form: 纸质\n=======\n    form: 纸质和电子化\n>>>>>>> theirs theirs\n"
                      "    copies: 1\n  - name: 乙\n");
}

TEST_CASE("merge: a conflict in a list and an edit in a list inside of it are two places") {
  const std::string base = head + "extra:\n  - {a: 1}\n  - [[甲], 乙]\n";
  const std::string edited = head + "extra:\n  - {a: 2}\n  - [[甲三], 乙]\n";
  const std::string removed = head + "extra:\n  - [[甲], 乙]\n";
  for (const bool turned : {false, true}) {
    const Merged m = turned ? merged(base, removed, edited) : merged(base, edited, removed);
    CHECK(m.refusal == MergeRefusal::none);
    REQUIRE(m.conflicts.size() == 1);
    CHECK(english(m.conflicts[0].path) == "extra[1]");
    CHECK(m.text.ends_with("  - [[甲三], 乙]\n"));
  }
}

TEST_CASE("merge: two comments behind one item both stay with it") {
  const std::string base = head + "clients:\n- 企业法人\nfees: 无\n";
  const Merged m =
      merged(base, head + "clients:\n- 企业法人  # 甲\nfees: 无\n", head + "clients:\n- 企业法人  # 乙\nfees: 无\n");
  CHECK(m.clean());
  CHECK(m.text == head + "clients:\n- 企业法人  # 甲\n  # 乙\nfees: 无\n");
}

TEST_CASE("merge: an order that both changed is a conflict, also where one of them added items in its own") {
  const std::string base = head + "process:\n  - {step: 受理}\n  - {step: 审查}\n  - {step: 决定}\n";
  const std::string ours = head + "process:\n  - {step: 受理}\n  - {step: 决定}\n  - {step: 审查}\n";
  const std::string theirs =
      head + "process:\n  - {step: 审查}\n  - {step: 受理}\n  - {step: 决定}\n  - {step: 公示}\n";
  for (const bool turned : {false, true}) {
    const Merged m = turned ? merged(base, theirs, ours) : merged(base, ours, theirs);
    CHECK(m.refusal == MergeRefusal::none);
    REQUIRE(m.conflicts.size() == 1);
    CHECK(m.conflicts[0].kind == ConflictKind::order);
    CHECK(m.text.find("{step: 公示}") != std::string::npos);
  }
}

TEST_CASE("merge: an order that was decided for one side takes the other side's edits of its items") {
  const std::string base = head + "process:\n  - {step: 受理}\n  - {step: 审查}\n  - {step: 决定, content: 甲}\n";
  const std::string ours = head + "process:\n  - {step: 受理}\n  - {step: 决定, content: 甲}\n  - {step: 审查}\n";
  const std::string theirs = head + "process:\n  - {step: 审查}\n  - {step: 受理}\n  - {step: 决定, content: 乙}\n";
  const Merged open = merged(base, ours, theirs);
  REQUIRE(open.conflicts.size() == 1);
  MergeOptions how;
  how.choices.push_back({open.conflicts[0].matter, "process", MergeSide::ours});
  const Merged decided = merge_texts(base, ours, theirs, how);
  CHECK(decided.refusal == MergeRefusal::none);
  CHECK(decided.conflicts.empty());
  CHECK(decided.text == head + "process:\n  - {step: 受理}\n  - {step: 决定, content: 乙}\n  - {step: 审查}\n");
}
