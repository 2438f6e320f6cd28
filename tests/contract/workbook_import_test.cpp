#include <doctest/doctest.h>

#include "support/exchange.h"
#include "support/judges.h"
#include "support/shared.h"
#include "support/shell.h"
#include "support/workbook.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

/// A catalog of two matters, and its workbook.
class Played {
 public:
  Played() {
    write_file(catalog() / "catalog.yaml", "format: 1\n");
    write_file(catalog() / "a.yaml",
               "# 本局的\nname: 示例许可   # 全称\ncode: \"11350200000000000Y3000199001000\"\neffective: 2026-01-05\n"
               "agency: {name: 示例局}\nmaterials:\n  - 申请表   # 一式两份\n  - {name: 身份证, originals: 1}\n"
               "process: [受理, 审查, 决定]\n");
    write_file(catalog() / "b.yaml", "name: 示例确认\ncode: \"00123\"\nagency: {name: 示例局}\nfees: 无\n");
    REQUIRE(export_to(catalog(), "xlsx", folder_.path() / "out").written);
    fs::copy(folder_.path() / "out/catalog.xlsx", book());
    before_ = texts_in(catalog());
  }

  [[nodiscard]] fs::path catalog() const { return folder_.path() / "catalog"; }
  [[nodiscard]] fs::path book() const { return folder_.path() / "book.xlsx"; }

  void edit(const std::string& steps) const { edit_workbook(book(), steps); }
  [[nodiscard]] bool office() const { return office_saves_book(folder_.path()); }
  [[nodiscard]] ImportPlan plan(bool write = true) const {
    return import_into_catalog(book(), "xlsx", catalog(), write);
  }
  [[nodiscard]] bool untouched() const { return texts_in(catalog()) == before_; }

 private:
  TemporaryFolder folder_;
  Texts before_;
};

}  // namespace

TEST_CASE("workbook import: a workbook that LibreOffice saved changes no byte; one cell is that value of one file") {
  if (!judges_or_say("workbook import")) return;
  const Played play;
  if (!play.office()) return;
  const ImportPlan same = play.plan();
  check_no_errors(same);
  CHECK(same.same == 2);
  CHECK(play.untouched());
  play.edit(R"([{"sheet":"申请材料","do":"set","row":2,"heading":"材料形式","to":"纸质"}])");
  REQUIRE(play.office());
  const ImportPlan plan = play.plan();
  check_no_errors(plan);
  REQUIRE(plan.values() == 1);
  CHECK(plan.matters[0].changes[0].field == "materials[申请表].form");
  CHECK(file_text(play.catalog() / "a.yaml") ==
        "# 本局的\nname: 示例许可   # 全称\ncode: \"11350200000000000Y3000199001000\"\neffective: 2026-01-05\n"
        "agency: {name: 示例局}\nmaterials:\n  - {name: 申请表, form: 纸质}   # 一式两份\n  - {name: 身份证, "
        "originals: 1}\n"
        "process: [受理, 审查, 决定]\n");
}

TEST_CASE("workbook import: rows in another order, a sheet of another name and a column more say nothing new") {
  if (!judges_or_say("workbook import")) return;
  const Played play;
  play.edit(
      R"([{"sheet":"办理流程","do":"sort"},{"sheet":"事项","do":"sort"},{"sheet":"办理流程","do":"rename","to":"环节表"},)"
      R"({"sheet":"申请材料","do":"insert","heading":"我的备注"}])");
  const ImportPlan plan = play.plan();
  check_no_errors(plan);
  CHECK(plan.same == 2);
  CHECK(plan.values() == 0);
  CHECK(play.untouched());
  play.edit(R"([{"sheet":"申请材料","do":"set","row":2,"heading":"我的备注","to":"已核"}])");
  const ImportPlan noted = play.plan(false);
  REQUIRE(noted.values() == 1);
  CHECK(noted.matters[0].changes[0].field == "extra.materials[1].我的备注");
}

TEST_CASE("workbook import: what an office program made a number, a formula or merged is told at its cell") {
  if (!judges_or_say("workbook import")) return;
  const Played play;
  play.edit(R"([{"sheet":"事项","do":"number","row":3,"heading":"实施编码","to":"123"},)"
            R"({"sheet":"事项","do":"formula","row":2,"heading":"事项名称","to":"示例许可"},)"
            R"({"sheet":"申请材料","do":"merge","to":"E2:E3"}])");
  const ImportPlan plan = play.plan();
  CHECK_FALSE(plan.written);
  CHECK(play.untouched());
  std::vector<std::string> told;
  for (const Diagnostic& d : plan.findings) told.push_back(std::string(name(d.severity)) + " " + d.message);
  REQUIRE(told.size() == 3);
  CHECK(told[0] == "warning this cell is a formula; what it gave when saved counts: 示例许可");
  CHECK(told[1] ==
        "error this became the number 123, and is a text: leading zeros and last digits may be lost; make it text and "
        "write it again");
  CHECK(told[2].starts_with("error merged cells E2:E3"));
}
