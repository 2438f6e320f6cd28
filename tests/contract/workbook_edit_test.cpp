#include <doctest/doctest.h>

#include "media/xlsx.h"
#include "ops/workbook_apply.h"
#include "ops/workbook_check.h"
#include "ops/workbook_export.h"
#include "report/workbook_sheets.h"
#include "support/exchange.h"
#include "support/judges.h"
#include "support/shared.h"
#include "support/shell.h"
#include "support/workbook.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

RunOptions on_a_day() {
  RunOptions run;
  run.jobs = 1;
  run.today = {2026, 1, 31};
  return run;
}

/// A matter that takes from a standard entry, one that is bound to nothing, and their workbook.
class Played {
 public:
  Played() {
    write_file(folder_.path() / "std/catalog.yaml", "format: 1\nrole: 标准化目录\n");
    write_file(folder_.path() / "std/s.yaml",
               "name: 示例许可\ndirectory_code: \"00019900100001\"\nversion: 1\ntype: 行政许可\n"
               "limits: {legal: 20 工作日, promised: 10 工作日}\nmaterials: [申请表, 身份证]\n");
    write_file(catalog() / "catalog.yaml", "format: 1\nstandards: [../std]\n");
    write_file(catalog() / "a.yaml",
               "# 本局的\nname: 示例许可   # 全称\ncode: \"11350200000000000Y3000199001000\"\n"
               "standard: \"00019900100001@1\"\nagency: {name: 示例局}\n"
               "contacts: {consult: \"0592-1\", complain: 0592-2}   # 两个电话\nprocess: [受理, 审查, 决定]\n");
    write_file(catalog() / "b.yaml",
               "name: 示例确认\ncode: \"00123\"\ntype: 行政确认\nagency: {name: 示例局}\neffective: 2026-01-05\n"
               "materials:\n  - 申请表   # 一式两份\n  - {name: 身份证, originals: 1}\nfees: 无\n"
               "questions:\n  - question: 几天？\n    answer: |\n      三天。\n      节假日顺延。\n");
    Sources sources;
    const WorkbookExport made = export_workbook({catalog().string(), {}, false}, on_a_day(), sources);
    REQUIRE(made.complete);
    write_file(book(), workbook_bytes(made.content, Lang::zh));
    before_ = texts_in(catalog());
  }

  [[nodiscard]] fs::path catalog() const { return folder_.path() / "cat"; }
  [[nodiscard]] fs::path book() const { return folder_.path() / "book.xlsx"; }

  void edit(const std::string& steps) const { edit_workbook(book(), steps); }
  [[nodiscard]] bool office() const { return office_saves_book(folder_.path()); }
  [[nodiscard]] ImportPlan apply(bool confirmed = false) const {
    Sources sources;
    return apply_workbook({book().string(), catalog().string(), confirmed, true}, on_a_day(), sources);
  }
  [[nodiscard]] WorkbookCheck check(bool mark = false) const {
    Sources sources;
    WorkbookCheck made = check_workbook({book().string(), catalog().string(), mark}, on_a_day(), sources);
    for (const Diagnostic& d : made.result.findings)
      places_.push_back(d.at.known() ? fs::path(sources.name(d.at.source)).filename().string() : "");
    return made;
  }
  [[nodiscard]] const std::vector<std::string>& places() const { return places_; }
  [[nodiscard]] bool untouched() const { return texts_in(catalog()) == before_; }
  void change(const std::string& file, const std::string& from, const std::string& to) {
    std::string text = file_text(catalog() / file);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    write_file(catalog() / file, text.replace(at, from.size(), to));
    before_ = texts_in(catalog());
  }

 private:
  TemporaryFolder folder_;
  Texts before_;
  mutable std::vector<std::string> places_;
};

}  // namespace

TEST_CASE("workbook: nobody edited it, and not one byte changes, whoever saved it") {
  const Played play;
  const ImportPlan same = play.apply();
  check_no_errors(same);
  CHECK(same.same == 2);
  CHECK_FALSE(same.any());
  CHECK(play.untouched());
  if (!judges_or_say("workbook")) return;
  play.edit("[]");  // saved by exceljs
  CHECK_FALSE(play.apply().any());
  if (!play.office()) return;
  const ImportPlan saved = play.apply();
  check_no_errors(saved);
  CHECK(saved.same == 2);
  CHECK(play.untouched());
}

TEST_CASE("workbook: one cell is one value; a value of the standard that is written is the matter's own") {
  if (!judges_or_say("workbook")) return;
  const Played play;
  play.edit(R"([{"sheet":"事项","do":"set","row":2,"heading":"承诺办结时限","to":"5 工作日"}])");
  const ImportPlan plan = play.apply();
  check_no_errors(plan);
  REQUIRE(plan.written);
  REQUIRE(plan.values() == 1);
  CHECK(plan.matters[0].changes[0].field == "limits.promised");
  CHECK(plan.matters[0].changes[0].before == "10 工作日");
  CHECK(plan.matters[0].changes[0].inherited);
  CHECK(file_text(play.catalog() / "a.yaml") ==
        "# 本局的\nname: 示例许可   # 全称\ncode: \"11350200000000000Y3000199001000\"\n"
        "standard: \"00019900100001@1\"\nagency: {name: 示例局}\n"
        "limits: {promised: 5 工作日}\n"
        "contacts: {consult: \"0592-1\", complain: 0592-2}   # 两个电话\nprocess: [受理, 审查, 决定]\n");
}

TEST_CASE("workbook: rows sorted, a sheet renamed and a column inserted say nothing; LibreOffice saves that, too") {
  if (!judges_or_say("workbook")) return;
  const Played play;
  play.edit(
      R"([{"sheet":"办理流程","do":"sort"},{"sheet":"申请材料","do":"sort"},)"
      R"({"sheet":"办理流程","do":"rename","to":"环节表"},{"sheet":"申请材料","do":"insert","heading":"我的备注"}])");
  CHECK_FALSE(play.apply().any());
  if (!play.office()) return;
  const ImportPlan plan = play.apply();
  check_no_errors(plan);
  CHECK_FALSE(plan.any());
  CHECK(play.untouched());
}

TEST_CASE("workbook: what goes is confirmed first; 无 and empty are two things") {
  if (!judges_or_say("workbook")) return;
  const Played play;
  play.edit(
      R"([{"sheet":"申请材料","do":"delete","row":3},{"sheet":"事项","do":"set","row":3,"heading":"收费","to":""},)"
      R"({"sheet":"事项","do":"set","row":2,"heading":"收费","to":"无"}])");
  const ImportPlan plan = play.apply();
  check_no_errors(plan);
  CHECK_FALSE(plan.written);
  CHECK(plan.complete);
  CHECK(plan.asking() == 2);  // the material and 无 of the second; 无 of the first is new
  CHECK(play.untouched());
  const ImportPlan done = play.apply(true);
  REQUIRE(done.written);
  CHECK(file_text(play.catalog() / "b.yaml") ==
        "name: 示例确认\ncode: \"00123\"\ntype: 行政确认\nagency: {name: 示例局}\neffective: 2026-01-05\n"
        "materials:\n  - 申请表   # 一式两份\n"
        "questions:\n  - question: 几天？\n    answer: |\n      三天。\n      节假日顺延。\n");
  CHECK(file_text(play.catalog() / "a.yaml").find("fees: 无\n") != std::string::npos);
}

TEST_CASE("workbook: what the catalog changed since is kept, told, and a conflict where both changed one value") {
  if (!judges_or_say("workbook")) return;
  Played play;
  play.edit(R"([{"sheet":"事项","do":"set","row":2,"heading":"咨询方式","to":"0592-7"}])");
  play.change("a.yaml", "0592-2", "0592-8");
  const ImportPlan asked = play.apply();
  check_no_errors(asked);
  CHECK_FALSE(asked.written);
  REQUIRE(asked.matters.size() == 1);
  REQUIRE(asked.matters[0].since.size() == 1);
  CHECK(asked.matters[0].since[0].field == "contacts.complain");
  CHECK(asked.conflicts() == 0);
  play.change("a.yaml", "0592-1", "0592-6");
  const ImportPlan blocked = play.apply(true);
  CHECK_FALSE(blocked.written);
  REQUIRE(blocked.conflicts() == 1);
  const PlannedConflict& conflict = blocked.matters[0].conflicts[0];
  CHECK(conflict.base == "0592-1");
  CHECK(conflict.catalog == "0592-6");
  CHECK(conflict.workbook == "0592-7");
  CHECK(play.untouched());
  play.change("a.yaml", "0592-6", "0592-1");
  CHECK(play.apply(true).written);
  CHECK(file_text(play.catalog() / "a.yaml").find("{consult: \"0592-7\", complain: 0592-8}   # 两个电话") !=
        std::string::npos);
}

TEST_CASE("workbook: findings stand at cells, and the marked workbook is one that comes back") {
  if (!judges_or_say("workbook")) return;
  const Played play;
  play.edit(R"([{"sheet":"事项","do":"set","row":2,"heading":"承诺办结时限","to":"30 工作日"}])");
  const WorkbookCheck made = play.check(true);
  bool found = false;
  for (std::size_t i = 0; i < made.result.findings.size(); ++i) {
    const Diagnostic& d = made.result.findings[i];
    CHECK(play.places()[i].starts_with("book.xlsx:"));
    if (d.rule != "limit-promised-over-legal") continue;
    found = true;
    CHECK(play.places()[i].starts_with("book.xlsx:事项!"));
    CHECK(play.places()[i].ends_with("2"));
  }
  CHECK(found);
  CHECK(play.untouched());
  write_file(play.book(), made.marked);
  const ImportPlan plan = play.apply();
  check_no_errors(plan);
  REQUIRE(plan.values() == 1);
  CHECK(plan.matters[0].changes[0].after == "30 工作日");
}

TEST_CASE("workbook: marks leave people's notes, looks and sheets alone, and go where they are not right any more") {
  if (!judges_or_say("workbook")) return;
  const Played play;
  const auto look = [&] {
    const ShellResult seen = run_judge("look_workbook.mjs", {play.book().string(), "事项", "2", "承诺办结时限"});
    REQUIRE_MESSAGE(seen.exit == 0, seen.err);
    return seen.out;
  };
  play.edit(R"([{"sheet":"事项","do":"set","row":2,"heading":"承诺办结时限","to":"30 工作日"},)"
            R"({"sheet":"事项","do":"note","row":2,"heading":"承诺办结时限","to":"问过科长"},)"
            R"({"sheet":"我的草稿","do":"own","to":"备忘"}])");
  write_file(play.book(), play.check(true).marked);
  const std::string marked = look();
  CHECK(marked.find(R"("note":"问过科长\n—— matter ——\n)") != std::string::npos);
  CHECK(marked.find(R"("bold":true,"fill":"FF00FF00","coloured":true)") != std::string::npos);
  CHECK(marked.find("我的草稿") != std::string::npos);
  play.edit(R"([{"sheet":"事项","do":"set","row":2,"heading":"承诺办结时限","to":"5 工作日"}])");
  write_file(play.book(), play.check(true).marked);
  const std::string mended = look();
  CHECK(mended.find(R"("note":"问过科长","bold":true,"fill":"FF00FF00","coloured":false)") != std::string::npos);
  CHECK(mended.find("我的草稿") != std::string::npos);
  if (!play.office()) return;
  const ImportPlan plan = play.apply();
  check_no_errors(plan);
  CHECK(plan.values() == 1);
}

TEST_CASE(
    "workbook: a block pasted from elsewhere brings spaces and line breaks that say nothing; a filter hides no row") {
  if (!judges_or_say("workbook")) return;
  const Played play;
  play.edit(R"([{"sheet":"办理流程","do":"paste","row":2,"heading":"环节名称","to":[["受理 "],["审查\n"],[" 决定"]]},)"
            R"({"sheet":"办理流程","do":"filter","row":3}])");
  const ImportPlan same = play.apply();
  check_no_errors(same);
  CHECK_FALSE(same.any());
  CHECK(play.untouched());
  play.edit(R"([{"sheet":"事项","do":"paste","row":2,"heading":"咨询方式","to":[["0592-7 \r\n"],["0592-8"]]}])");
  const ImportPlan plan = play.apply();
  check_no_errors(plan);
  REQUIRE(plan.written);
  CHECK(plan.values() == 2);
  CHECK(file_text(play.catalog() / "a.yaml").find("consult: \"0592-7\"") != std::string::npos);
}

TEST_CASE("workbook: an empty one is filled in, and its matters are new files") {
  if (!judges_or_say("workbook")) return;
  const TemporaryFolder folder;
  write_file(folder.path() / "cat/catalog.yaml", "format: 1\n");
  const auto run = [&](const std::string& line) { return run_in_shell(line, folder.path(), MATTER_PROGRAM); };
  REQUIRE(run("matter workbook export --template --output book.xlsx --lang zh").exit == 0);
  edit_workbook(folder.path() / "book.xlsx",
                R"([{"sheet":"事项","do":"set","row":2,"heading":"事项标识","to":"00456"},)"
                R"({"sheet":"事项","do":"set","row":2,"heading":"事项名称","to":"示例备案"},)"
                R"({"sheet":"事项","do":"set","row":2,"heading":"承诺办结时限","to":"30 工作日"},)"
                R"({"sheet":"事项","do":"set","row":2,"heading":"法定办结时限","to":"20 工作日"},)"
                R"({"sheet":"申请材料","do":"set","row":2,"heading":"事项标识","to":"00456"},)"
                R"({"sheet":"申请材料","do":"set","row":2,"heading":"材料名称","to":"备案表"}])");
  // Alone: there is no catalog that it was made of.
  const ShellResult alone = run("matter workbook check book.xlsx --lang zh");
  CHECK(alone.exit == 1);
  CHECK_MESSAGE(alone.out.find("book.xlsx:事项!") != std::string::npos, alone.out);
  CHECK(alone.out.find("没有事项类型 [field-missing]") != std::string::npos);
  CHECK(alone.out.find("没有给目录") != std::string::npos);
  CHECK(run("matter workbook check missing.xlsx").exit == 2);
  const ShellResult made = run("matter workbook apply book.xlsx cat");
  CHECK_MESSAGE(made.exit == 0, made.out, made.err);
  const ShellResult listed = run("cat cat/*.yaml cat/*/*.yaml");
  CHECK(listed.out.find("name: 示例备案") != std::string::npos);
  CHECK(listed.out.find("- 备案表") != std::string::npos);
}

TEST_CASE("workbook: one that was not exported is refused, and so is a code that became a number") {
  const Played play;
  Sheet sheet;
  sheet.name = "事项";
  sheet.columns = {{"事项标识", 20}, {"事项名称", 20}};
  const std::string own = file_text(play.book());
  write_file(play.book(), to_xlsx(sheet));
  const ImportPlan plan = play.apply();
  CHECK_FALSE(plan.complete);
  REQUIRE(plan.findings.size() == 1);
  CHECK(plan.findings[0].message.find("no workbook of matter workbook export") != std::string::npos);
  if (!judges_or_say("workbook")) return;
  write_file(play.book(), own);
  play.edit(R"([{"sheet":"事项","do":"number","row":3,"heading":"实施编码","to":"123"}])");
  const ImportPlan wrong = play.apply(true);
  CHECK_FALSE(wrong.complete);
  CHECK(play.untouched());
}

TEST_CASE(
    "workbook: zeros, long digits, days and line breaks come back as they were written, through LibreOffice, too") {
  if (!judges_or_say("workbook")) return;
  const Played play;
  play.edit(R"([{"sheet":"事项","do":"set","row":3,"heading":"咨询方式","to":"0059200000000000000001"},)"
            R"({"sheet":"事项","do":"set","row":3,"heading":"办理流程说明","to":"第一行\n第二行"},)"
            R"({"sheet":"事项","do":"set","row":3,"heading":"计划取消日期","to":"2026-12-31"}])");
  if (!play.office()) return;
  const ImportPlan plan = play.apply();
  check_no_errors(plan);
  REQUIRE(plan.written);
  CHECK(plan.values() == 3);
  const std::string text = file_text(play.catalog() / "b.yaml");
  CHECK(text.find("\"0059200000000000000001\"") != std::string::npos);
  CHECK(text.find("第一行\n") != std::string::npos);
  CHECK(text.find("cancelled: \"2026-12-31\"\n") != std::string::npos);
  CHECK(text.find("effective: 2026-01-05\n") != std::string::npos);
}

TEST_CASE("workbook: a row at the end is a new matter; a matter whose rows go is deleted when that is confirmed") {
  if (!judges_or_say("workbook")) return;
  const Played play;
  play.edit(R"([{"sheet":"事项","do":"set","row":4,"heading":"事项标识","to":"00456"},)"
            R"({"sheet":"事项","do":"set","row":4,"heading":"事项名称","to":"示例备案"},)"
            R"({"sheet":"申请材料","do":"set","row":4,"heading":"事项标识","to":"00456"},)"
            R"({"sheet":"申请材料","do":"set","row":4,"heading":"材料名称","to":"备案表"}])");
  const ImportPlan fresh = play.apply();
  check_no_errors(fresh);
  REQUIRE(fresh.written);
  REQUIRE(fresh.count(PlannedMatter::State::added) == 1);
  const std::string text = file_text(fresh.matters[0].file);
  CHECK(text.find("name: 示例备案\n") != std::string::npos);
  CHECK(text.find("- 备案表\n") != std::string::npos);

  const Played other;
  other.edit(R"([{"sheet":"事项","do":"delete","row":2},{"sheet":"办理流程","do":"delete","row":2},)"
             R"({"sheet":"办理流程","do":"delete","row":2},{"sheet":"办理流程","do":"delete","row":2}])");
  const ImportPlan asked = other.apply();
  check_no_errors(asked);
  CHECK_FALSE(asked.written);
  CHECK(asked.asking() == 1);
  CHECK(other.untouched());
  CHECK(other.apply(true).deleted.size() == 1);
  CHECK_FALSE(fs::exists(other.catalog() / "a.yaml"));
}

TEST_CASE("workbook: the conflicts of a merge are decided in one") {
  if (!judges_or_say("workbook")) return;
  const TemporaryFolder folder;
  write_file(folder.path() / "base.yaml", "name: 甲\ncode: \"1\"\nlimits: {promised: 9 工作日}\n");
  write_file(folder.path() / "ours.yaml", "name: 甲\ncode: \"1\"\nlimits: {promised: 8 工作日}\n");
  write_file(folder.path() / "theirs.yaml", "name: 甲\ncode: \"1\"\nlimits: {promised: 7 工作日}\n");
  const auto merge = [&](const std::string& more) {
    return run_in_shell("matter merge base.yaml ours.yaml theirs.yaml " + more, folder.path(), MATTER_PROGRAM);
  };
  CHECK(merge("--dry-run --lang zh --conflicts t.xlsx").exit == 1);
  const std::string book = (folder.path() / "t.xlsx").string();
  const ShellResult done = run_judge(
      "edit_workbook.mjs", {book, book, R"([{"sheet":"冲突","do":"set","row":2,"heading":"选择","to":"对方"}])"});
  REQUIRE_MESSAGE(done.exit == 0, done.err);
  const ShellResult merged = merge("--resolve t.xlsx --output m.yaml");
  CHECK_MESSAGE(merged.exit == 0, merged.err);
  CHECK(whole_file(folder.path() / "m.yaml").find("promised: 7 工作日") != std::string::npos);
}
