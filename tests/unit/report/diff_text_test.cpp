#include "report/diff_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "report/content_lines.h"
#include "report/diff_json.h"

namespace matter {

namespace {

/// Two texts compared; the places are told as old.yaml and new.yaml.
struct Compared {
  Sources sources;
  DiffResult result;
};

PathStep step(const Table& table, std::string_view key, std::string item = {}) {
  return {find_field(table, key), {}, std::move(item)};
}

/// A result made by hand, so that what is tested is the renderer alone.
std::unique_ptr<Compared> made() {
  auto filled = std::make_unique<Compared>();
  Compared& made = *filled;
  const SourceId before =
      made.sources.add_text(SourceKind::memory, "old.yaml", "name: 甲\nlimits:\n  promised: 9 工作日\n");
  const SourceId after =
      made.sources.add_text(SourceKind::memory, "new.yaml", "name: 甲\n\nlimits:\n  promised: 5 工作日\n");
  const Table& table = *table_of<Matter>();
  const Table& limits = *find_field(table, "limits")->table();
  MatterDiff changed;
  changed.matter = "C1";
  changed.name = "甲";
  changed.before = {before, {6, 9}};
  changed.after = {after, {6, 9}};
  Change limit;
  limit.path = {step(table, "limits"), step(limits, "promised")};
  limit.before = {text_content("9 工作日"), {before, {30, 40}}, false};
  limit.after = {text_content("5 工作日"), {after, {31, 41}}, true};
  Change step_added;
  step_added.kind = ChangeKind::added;
  step_added.path = {step(table, "process", "公示")};
  step_added.position = 2;
  step_added.before.at = {before, {0, 3}};
  step_added.after.at = {after, {0, 3}};
  step_added.after.value.kind = Content::Kind::record;
  step_added.after.value.parts = {text_content("公示"), text_content("1 工作日")};
  step_added.after.value.parts[0].key = "step";
  step_added.after.value.parts[1].key = "limit";
  changed.changes = {limit, step_added};
  changed.impact.days[0] = -4;
  changed.impact.steps.amount = 1;
  changed.impact.visits.comparable = false;
  MatterDiff removed;
  removed.kind = ChangeKind::removed;
  removed.matter = "C2";
  removed.name = "乙\x1b[31m";
  removed.before = {before, {0, 1}};
  made.result.reductions.add(changed.impact);
  made.result.matters = {changed, removed};
  made.result.removed = 1;
  made.result.changed = 1;
  made.result.same = 7;
  made.result.fields = 2;
  return filled;
}

std::string text_of(const Compared& compared, Lang lang, bool color = false) {
  std::string out;
  write_diff_text(compared.result, compared.sources, {lang, color, 80}, [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace

TEST_CASE("diff text: the summary stands first, then each matter with both values and places") {
  CHECK(text_of(*made(), Lang::zh) ==
        "事项：新增 0，删除 1，修改 1，相同 7；字段变化 2 处\n"
        "四减：承诺时限 -4 工作日；环节 +1；材料 0；跑动 0\n"
        "未计入（一边没有写明，或单位不同）：跑动 1 个事项\n"
        "\n"
        "修改 甲  C1\n"
        "  old.yaml:1 → new.yaml:1\n"
        "  四减：承诺时限 -4 工作日，环节 +1，跑动 无法比较\n"
        "  办结时限 › 承诺办结时限  limits.promised\n"
        "    - 9 工作日  第 3 行\n"
        "    + 5 工作日  第 4 行，取自标准\n"
        "  办理流程[公示]（排在第 2）  process[公示]\n"
        "    + 公示（环节时限：1 工作日）  第 1 行\n"
        "\n"
        "删除 乙␛[31m  C2\n"
        "  old.yaml:1\n");
}

TEST_CASE("diff text: it is complete in English too") {
  CHECK(text_of(*made(), Lang::en) ==
        "Matters: 0 added, 1 removed, 1 changed, 7 the same; 2 field changes\n"
        "Reductions: promised time -4 working days; steps +1; materials 0; visits 0\n"
        "Not counted (unknown on one side, or another unit): visits in 1 matter\n"
        "\n"
        "changed 甲  C1\n"
        "  old.yaml:1 → new.yaml:1\n"
        "  reductions: promised time -4 working days, steps +1, visits not comparable\n"
        "  limits.promised  办结时限 › 承诺办结时限\n"
        "    - 9 工作日  line 3\n"
        "    + 5 工作日  line 4, from the standard\n"
        "  process[公示] (as number 2)  办理流程[公示]\n"
        "    + 公示 (limit: 1 工作日)  line 1\n"
        "\n"
        "removed 乙␛[31m  C2\n"
        "  old.yaml:1\n");
}

TEST_CASE("diff text: no line is wider than told, colours come only when told") {
  const auto filled = made();
  Compared& compared = *filled;
  std::string words;
  for (int i = 0; i < 60; ++i) words += "很长的条件";
  compared.result.matters[0].changes[0].after.value = text_content(words);
  const std::string text = text_of(compared, Lang::zh);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text_of(compared, Lang::zh, true).find("\x1b[32m") != std::string::npos);
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    std::size_t columns = 0;
    for (std::size_t i = at; i < end; ++i) columns += (text[i] & 0xC0) != 0x80 ? ((text[i] & 0x80) != 0 ? 2U : 1U) : 0U;
    longest = std::max(longest, columns);
    at = end + 1;
  }
  CHECK(longest <= 80);
}

TEST_CASE("diff text: a line of parts breaks behind their commas, a part that is too wide within") {
  using Rows = std::vector<std::string>;
  CHECK(wrapped_parts("time -1, steps -2; visits 0", 80, 2) == Rows{"time -1, steps -2; visits 0"});
  CHECK(wrapped_parts("time -1, steps -2; visits 0", 17, 2) == Rows{"time -1,", "  steps -2;", "  visits 0"});
  CHECK(wrapped_parts("time -1, steps -2; visits 0", 18, 2) == Rows{"time -1, steps -2;", "  visits 0"});
  CHECK(wrapped_parts("时限 -1，环节 -2", 9, 2) == Rows{"时限 -1，", "  环节 -2"});
  CHECK(wrapped_parts("一二三四五", 6, 2) == Rows{"一二三", "  四五"});
  CHECK(wrapped_parts("", 6, 2) == Rows{""});
}

TEST_CASE("diff text: rows break between Chinese characters, never before a closing mark, never inside a word") {
  CHECK(wrapped({"一二三四五六"}, 6) == std::vector<std::string>{"一二三", "四五六"});
  CHECK(wrapped({"一二三，四五"}, 6) == std::vector<std::string>{"一二", "三，四", "五"});
  CHECK(wrapped({"aaa bbb ccc"}, 6) == std::vector<std::string>{"aaa", "bbb", "ccc"});
  CHECK(wrapped({"abcdefgh"}, 3) == std::vector<std::string>{"abc", "def", "gh"});
  CHECK(wrapped({""}, 3) == std::vector<std::string>{""});
}

TEST_CASE("diff text: equal trees are one line") {
  Compared compared;
  compared.result.same = 3;
  CHECK(text_of(compared, Lang::zh) == "没有差异：3 个事项相同\n");
}

namespace {

/// Matters that inherit one change; one of them has a change of its own too.
std::unique_ptr<Compared> inherited(std::size_t matters, bool entry_shown) {
  auto filled = std::make_unique<Compared>();
  Compared& made = *filled;
  const SourceId before = made.sources.add_text(SourceKind::memory, "e1.yaml", "name: 甲\nshort_name: 旧\n");
  const SourceId after = made.sources.add_text(SourceKind::memory, "e2.yaml", "name: 甲\nshort_name: 新\n");
  const SourceId own = made.sources.add_text(SourceKind::memory, "own.yaml", "common_name: 丙\n");
  const Table& table = *table_of<Matter>();
  Change change;
  change.path = {step(table, "short_name")};
  change.before = {text_content("旧"), {before, {11, 14}}, true};
  change.after = {text_content("新"), {after, {11, 14}}, true};
  for (std::size_t i = 0; i < matters; ++i) {
    MatterDiff& diff = made.result.matters.emplace_back();
    diff.matter = "L" + std::to_string(i + 1);
    diff.name = "名" + std::to_string(i + 1);
    diff.before = diff.after = {own, {0, 1}};
    diff.changes = {change};
  }
  Change added;
  added.kind = ChangeKind::added;
  added.path = {step(table, "common_name")};
  added.before.at = added.after.at = {own, {13, 16}};
  added.after.value = text_content("丙");
  made.result.matters.back().changes.push_back(added);
  if (entry_shown) {
    change.before.inherited = change.after.inherited = false;
    MatterDiff& diff = made.result.matters.emplace_back();
    diff.matter = "E@1";
    diff.name = "标准";
    diff.before = {before, {0, 1}};
    diff.after = {after, {0, 1}};
    diff.changes = {change};
  }
  made.result.changed = made.result.matters.size();
  return filled;
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("diff text: what a standard entry changed is told once, where it is shown, with all whom it reaches") {
  const std::string text = text_of(*inherited(3, true), Lang::en);
  CHECK(count(text, "+ 新") == 1);
  CHECK(text.find("changed 标准  E@1\n") < text.find("+ 新"));
  CHECK(text.find("    ↳ inherited by 3 matters:\n      名1  L1\n      名2  L2\n      名3  L3\n") != std::string::npos);
  CHECK(count(text, "changed 名") == 1);  // the one with a change of its own
  CHECK(text.find("  and 1 from the standard, told once for all whom it reaches\n") != std::string::npos);
  CHECK(text_of(*inherited(1, true), Lang::zh).find("    ↳ 由 1 个事项沿用：\n      名1  L1\n") != std::string::npos);
}

TEST_CASE("diff text: without the entry, what several inherit is told in a part of its own") {
  const std::string text = text_of(*inherited(12, false), Lang::zh);
  CHECK(count(text, "+ 新") == 1);
  const std::size_t part = text.find("修改 取自标准的内容\n");
  REQUIRE(part != std::string::npos);
  CHECK(text.find("    + 新  e2.yaml:2，取自标准\n    ↳ 由 12 个事项沿用：\n      名1  L1\n", part) !=
        std::string::npos);
  CHECK(text.find("      另有 2 个（--format json 逐个列出）\n", part) != std::string::npos);
  CHECK(count(text, "修改 名") == 1);
  const std::string alone = text_of(*inherited(1, false), Lang::zh);
  CHECK(alone.find("取自标准的内容") == std::string::npos);
  CHECK(alone.find("修改 名1  L1") != std::string::npos);
}

TEST_CASE("diff json: every matter has all its changes, inherited ones too") {
  const auto compared = inherited(3, true);
  std::string out;
  write_diff_json(compared->result, compared->sources, [&](std::string_view piece) { out += piece; });
  CHECK(count(out, "\"field\": \"short_name\"") == 4);
}

TEST_CASE("diff json: values keep their shape, places have file, line and column") {
  const auto filled = made();
  const Compared& compared = *filled;
  std::string out;
  write_diff_json(compared.result, compared.sources, [&](std::string_view piece) { out += piece; });
  const auto json = nlohmann::json::parse(out);
  CHECK(json["schema"] == "matter.diff/1");
  CHECK(json["summary"]["matters"] == nlohmann::json{{"added", 0}, {"removed", 1}, {"changed", 1}, {"same", 7}});
  CHECK(json["summary"]["fields"] == 2);
  CHECK(json["summary"]["reductions"]["promised_days"]["working_day"] == -4);
  CHECK(json["summary"]["reductions"]["visits"]["not_comparable"] == 1);
  const auto& changed = json["matters"][0];
  CHECK(changed["old"] == nlohmann::json{{"file", "old.yaml"}, {"line", 1}});
  CHECK(changed["reductions"]["promised_days"] == nlohmann::json{{"working_day", -4}});
  CHECK(changed["reductions"]["not_comparable"] == nlohmann::json{"visits"});
  const auto& limit = changed["changes"][0];
  CHECK(limit["field"] == "limits.promised");
  CHECK(limit["label"] == "办结时限 › 承诺办结时限");
  CHECK(limit["old"] == "9 工作日");
  CHECK(limit["new_place"] == nlohmann::json{{"file", "new.yaml"}, {"line", 4}, {"column", 13}});
  CHECK(limit["inherited"] == nlohmann::json{{"old", false}, {"new", true}});
  const auto& added = changed["changes"][1];
  CHECK(added["old"].is_null());
  CHECK(added["new"] == nlohmann::json{{"step", "公示"}, {"limit", "1 工作日"}});
  CHECK(added["position"] == 2);
  CHECK_FALSE(json["matters"][1].contains("new"));
}

}  // namespace matter
