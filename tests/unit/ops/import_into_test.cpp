#include "ops/import_into.h"

#include <doctest/doctest.h>

#include "ops/export.h"
#include "support/exchange.h"
#include "support/shared.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

using Fate = PlannedMatter::State;

/// A standard entry and two matters, one of which takes from it; exported as CSV.
struct Played : Tree {
  Played() {
    add("standard/catalog.yaml", "format: 1\nrole: 标准化目录\n");
    add("standard/s.yaml",
        "name: 甲\ndirectory_code: \"00019900100001\"\nversion: 1\nlimits: {legal: 20 工作日, promised: 10 工作日}\n"
        "materials: [申请表, 身份证]\n");
    add("cat/catalog.yaml", "format: 1\nstandards: [../standard]\n");
    add("cat/a.yaml", "name: 甲\ncode: \"11350200000000000Y3000199001000\"\nstandard: \"00019900100001@1\"\n");
    add("cat/b.yaml", "name: 乙\ncode: B2\nmaterials: [申请表, 身份证]\nfees: 无\n");
    REQUIRE(export_to(path("cat"), "csv", path("out")).written);
  }

  void replace(const std::string& file, const std::string& from, const std::string& to) const {
    std::string text = file_text(path("out/" + file));
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    add("out/" + file, text.replace(at, from.size(), to));
  }
  [[nodiscard]] ImportPlan import(bool keep_going = false, bool delete_gone = false) const {
    ImportIntoOptions options{path("out"), "csv", {}, path("cat"), keep_going, delete_gone};
    Sources sources;
    return import_into(options, {}, sources);
  }
};

}  // namespace

TEST_CASE("import into: a value of the standard entry is not written down, and an empty cell cannot take it away") {
  const Played play;
  const std::string before = file_text(play.path("cat/a.yaml"));
  play.replace("matters.csv", "20 工作日,10 工作日", "20 工作日,");
  const ImportPlan plan = play.import();
  REQUIRE(plan.written);
  CHECK(plan.values() == 0);
  REQUIRE(plan.matters.size() == 1);
  REQUIRE(plan.matters[0].kept.size() == 1);
  CHECK(plan.matters[0].kept[0].field == "limits.promised");
  CHECK(plan.matters[0].kept[0].inherited);
  CHECK(file_text(play.path("cat/a.yaml")) == before);
}

TEST_CASE("import into: one item of an inherited list that changes makes the list the matter's own") {
  const Played play;
  play.replace("materials.csv", "1,申请表", "1,新的申请表");
  const ImportPlan plan = play.import();
  REQUIRE(plan.written);
  REQUIRE(plan.values() == 1);
  CHECK(plan.matters[0].changes[0].field == "materials[申请表].name");
  CHECK(plan.matters[0].changes[0].inherited);
  CHECK(file_text(play.path("cat/a.yaml")) ==
        "name: 甲\ncode: \"11350200000000000Y3000199001000\"\nstandard: \"00019900100001@1\"\n"
        "materials: [新的申请表, 身份证]\n");
}

TEST_CASE("import into: where records could not be read nothing is deleted, and no list comes out shorter") {
  const Played play;
  play.replace("matters.csv", "乙", "\"乙");  // the quote is never closed
  CHECK_FALSE(play.import().written);
  const ImportPlan going = play.import(true, true);
  CHECK(going.written);
  CHECK(going.count(Fate::gone) == 1);
  CHECK(going.deleted.empty());
  const Played other;
  other.replace("materials.csv", "B2,", "B2,x,y,z,");
  std::string rows = file_text(other.path("out/materials.csv"));
  other.add("out/materials.csv", rows.replace(rows.find("身份证,", rows.find("B2")), 0, "\""));
  CHECK_FALSE(other.import(true).written);
}

TEST_CASE("import into: another standard entry is told, as it changes what is taken from it") {
  const Played play;
  play.replace("matters.csv", "00019900100001@1", "00019900100001@2");
  const ImportPlan plan = play.import();
  REQUIRE(plan.findings.size() == 1);
  CHECK(plan.findings[0].message.starts_with("'11350200000000000Y3000199001000' is bound to another standard entry"));
  CHECK(plan.written);
}

TEST_CASE("import into: a new matter whose row has no code is known by its identity, and then the same") {
  const Played play;
  play.add("flat.csv",
           "事项标识,事项名称\n11350200000000000Y3000199009000,新的\nX-7,另一个\n目录/丙.yaml#1,没有编码\n");
  ImportIntoOptions options{play.path("flat.csv"), "csv", {}, play.path("cat")};
  Sources sources;
  const ImportPlan plan = import_into(options, {}, sources);
  REQUIRE(plan.written);
  CHECK(plan.count(Fate::added) == 3);
  std::string all;
  for (const auto& [name, text] : texts_in(play.path("cat"))) all += text;
  CHECK(all.find("name: 新的\ncode: \"11350200000000000Y3000199009000\"\n") != std::string::npos);
  CHECK(all.find("name: 另一个\nlocal_code: X-7\n") != std::string::npos);
  CHECK(all.find("丙.yaml") == std::string::npos);
  CHECK(all.find("name: 没有编码\n") != std::string::npos);
  Sources again;
  const ImportPlan same = import_into(options, {}, again);
  CHECK(same.written);
  CHECK(same.same == 3);
  CHECK_FALSE(same.any());
}

TEST_CASE("import into: an incremental export does not tell what is gone") {
  const Played play;
  play.add("cat/b.yaml", "name: 乙二\ncode: B2\nmaterials: [申请表, 身份证]\nfees: 无\n");
  Sources sources;
  ExportOptions night;
  night.paths = {play.path("cat")};
  night.to = "csv";
  night.out = night.since = play.path("out");
  night.replace = true;
  const ExportBatch second = export_batch(night, {}, sources);
  REQUIRE(second.written);
  REQUIRE(second.platforms[0].changes.same == 1);
  const ImportPlan refused = play.import(false, true);
  CHECK_FALSE(refused.written);
  REQUIRE(refused.findings.size() == 1);
  CHECK(refused.findings[0].message.find("what is gone is not known") != std::string::npos);
  const ImportPlan plan = play.import();
  CHECK(plan.written);
  CHECK(plan.count(Fate::gone) == 0);
}

TEST_CASE("import into: what may stand in a damaged file of the catalog is neither added nor gone") {
  const Played play;
  play.add("cat/b.yaml", "name: [\n");
  const ImportPlan plan = play.import(true, true);
  CHECK(plan.count(Fate::added) == 0);
  CHECK(plan.count(Fate::gone) == 0);
  CHECK(plan.refused == 1);
  CHECK(plan.deleted.empty());
  CHECK(plan.files.empty());
}
