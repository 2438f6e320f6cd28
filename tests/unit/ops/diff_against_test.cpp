#include "ops/diff_against.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "support/shared.h"

namespace matter {

namespace {

/// A folder of matters, compared with their counterparts.
class Offices {
 public:
  Offices& add(const std::string& name, const std::string& text) {
    const auto file = folder_.path() / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
    return *this;
  }
  [[nodiscard]] DiffResult against(const std::string& what, const std::string& code = {}, unsigned jobs = 1) const {
    Against against = against_of(what);
    against.code = code;
    RunOptions options;
    options.jobs = jobs;
    Sources sources;
    return diff_against(folder_.path().string(), against, options, sources);
  }

 private:
  test::TemporaryFolder folder_;
};

std::string office(const std::string& code, const std::string& level, const std::string& region,
                   const std::string& rest) {
  return "name: 甲\ncode: \"" + code + "\"\nlevel: " + level + "\nagency: {name: 示例" + region + "局, region: \"" +
         region + "\"}\n" + rest;
}

const std::string north = "11350100000000000Y3000199001000";
const std::string south = "11350200000000000Y3000199001000";
const std::string district = "11350203000000000A4000199001000";

/// `other>matter: fields`, a line each.
std::string lines(const DiffResult& result) {
  std::string text;
  for (const MatterDiff& diff : result.matters) {
    text.append(diff.other).append(">").append(diff.matter).append(":");
    for (const Change& change : diff.changes) text.append(" ").append(english(change.path));
    text.append("\n");
  }
  return text;
}

}  // namespace

TEST_CASE("diff against: what is named is a level, the standard, or an agency") {
  CHECK(against_of("市级").kind == Against::Kind::level);
  CHECK(against_of("市级").what == "市级");
  CHECK(against_of("standard").kind == Against::Kind::standard);
  CHECK(against_of("标准").kind == Against::Kind::standard);
  CHECK(against_of("示例局").kind == Against::Kind::agency);
}

TEST_CASE("diff against: of several counterparts the one whose region contains the matter's is taken") {
  Offices offices;
  offices.add("north.yaml", office(north, "市级", "350100000000", "limits: {promised: 3 工作日}\n"))
      .add("south.yaml", office(south, "市级", "350200000000", "limits: {promised: 5 工作日}\n"))
      .add("district.yaml", office(district, "县级", "350203000000", "limits: {promised: 8 工作日}\n"));
  const DiffResult down = offices.against("市级");
  CHECK(lines(down) == south + ">" + district + ": limits.promised\n");
  CHECK(down.reductions.days[0] == 3);
  CHECK(lines(offices.against("县级", south)) == district + ">" + south + ": limits.promised\n");
}

TEST_CASE("diff against: where no region fits, all counterparts are compared, whatever the number of workers") {
  Offices offices;
  offices.add("north.yaml", office(north, "市级", "350100000000", "limits: {promised: 3 工作日}\n"))
      .add("south.yaml", office(south, "市级", "350200000000", "limits: {promised: 5 工作日}\n"))
      .add("west.yaml",
           office("11350303000000000A4000199001000", "县级", "350303000000", "limits: {promised: 当场}\n"));
  const DiffResult one = offices.against("市级");
  CHECK(one.changed == 2);
  CHECK(lines(one) == lines(offices.against("市级", {}, 3)));
}

TEST_CASE("diff against: another 办理项 is no counterpart, and what belongs to the office is not compared") {
  Offices offices;
  offices
      .add("south.yaml", office(south, "市级", "350200000000", "handling: 变更\ncontacts: {consult: 0592-0000001}\n"))
      .add("district.yaml",
           office(district, "县级", "350203000000", "handling: 变更\ncontacts: {consult: 0592-0000002}\n"))
      .add("other.yaml", office("11350203000000000A400019900100002", "县级", "350203000000", "handling: 注销\n"))
      .add("uncoded.yaml", "name: 乙\nlevel: 县级\n");
  const DiffResult result = offices.against("市级");
  CHECK(result.same == 1);
  CHECK(result.changed == 0);
  REQUIRE(result.not_compared.size() == 2);
  CHECK(result.not_compared[0].count == 1);
  CHECK(result.not_compared[1].count == 1);
}

TEST_CASE("diff against: a file that is not understood refuses the comparison") {
  Offices offices;
  offices.add("a.yaml", office(south, "市级", "350200000000", "")).add("b.yaml", "name: \"甲\n");
  const DiffResult result = offices.against("市级");
  CHECK_FALSE(result.understood());
  CHECK(result.matters.empty());
}

}  // namespace matter
