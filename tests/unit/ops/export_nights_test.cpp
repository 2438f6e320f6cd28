#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <thread>

#include "ops/export.h"
#include "support/tree.h"

using namespace matter;
using matter::test::file_text;
using matter::test::Tree;

namespace {

namespace fs = std::filesystem;

ExportBatch night(const Tree& tree, const std::string& to, const std::string& out, const std::string& since,
                  std::uint8_t day, const std::string& medium = {}, bool keep_going = false, bool strict = false) {
  Sources sources;
  ExportOptions options;
  options.paths = {tree.path("c")};
  options.to = to;
  options.medium = medium;
  options.out = tree.path(out);
  options.since = since.empty() ? since : tree.path(since);
  options.replace = true;
  options.keep_going = keep_going;
  options.strict = strict;
  RunOptions run;
  run.today = {2026, 2, day};
  return export_batch(options, run, sources);
}

std::string matter_of(const std::string& code, const std::string& more = {}) {
  return "name: 甲" + code + "\ncode: " + code + "\ntype: 行政许可\nmaterials: [申请表, 身份证]\n" + more;
}

std::size_t lines_of(const std::string& path) {
  const std::string text = file_text(path);
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

ino_t folder_number(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

/// A night of catalogs that lie anywhere below the tree.
ExportBatch night_of(const Tree& tree, const std::vector<std::string>& paths, const std::string& out,
                     const std::string& since, const std::vector<std::string>& gone = {}) {
  Sources sources;
  ExportOptions options;
  for (const std::string& path : paths) options.paths.push_back(tree.path(path));
  options.to = "csv";
  options.out = tree.path(out);
  options.since = since.empty() ? since : tree.path(since);
  options.replace = true;
  options.gone = gone;
  RunOptions run;
  run.today = {2026, 2, 1};
  return export_batch(options, run, sources);
}

std::size_t gone_in(const ExportBatch& batch) { return batch.platforms.at(0).changes.gone; }

/// A look at an export by its name: 1 where all that its manifest lists is there, -1 where it is not, 0 where another
/// export took its place in the meantime.
int looked_at(const std::string& folder, const std::string& platform) {
  const ino_t before = folder_number(folder);
  std::ifstream in(folder + "/" + platform + "/manifest.json");
  const std::string manifest((std::istreambuf_iterator<char>(in)), {});
  const std::regex row(R"_("name": "([^"]+)",[^}]*"bytes": ([0-9]+))_");
  std::size_t listed = 0;
  bool good = true;
  for (auto at = std::sregex_iterator(manifest.begin(), manifest.end(), row); at != std::sregex_iterator(); ++at) {
    std::error_code error;
    const auto size = fs::file_size(folder + "/" + platform + "/" + (*at)[1].str(), error);
    good = good && !error && size == std::stoull((*at)[2].str());
    ++listed;
  }
  if (before == 0 || folder_number(folder) != before) return before == 0 ? -1 : 0;
  return good && listed > 20 ? 1 : -1;
}

}  // namespace

TEST_CASE("nights: only new and changed matters are written, what is gone is told, and the state follows") {
  const Tree tree;
  for (const char* code : {"a", "b", "c"}) tree.add(std::string("c/") + code + ".yaml", matter_of(code));
  REQUIRE(night(tree, "csv,json", "one", "", 1).written);
  tree.add("c/b.yaml", matter_of("b", "fees: 无\n"));
  tree.add("c/d.yaml", matter_of("d"));
  fs::remove(tree.path("c/c.yaml"));
  const ExportBatch two = night(tree, "csv,json", "two", "one", 2);
  REQUIRE(two.written);
  for (const ExportResult& one : two.platforms) {
    CAPTURE(one.platform);
    CHECK(one.changes.since == "2026-02-01");
    CHECK(one.changes.whole == ExportWhole::no);
    CHECK(one.changes.fresh == 1);
    CHECK(one.changes.changed == 1);
    CHECK(one.changes.same == 1);
    CHECK(one.changes.gone == 1);
    CHECK(one.exported == 3);
  }
  CHECK(lines_of(tree.path("two/csv/matters.csv")) == 3);
  CHECK(file_text(tree.path("two/csv/gone.json"))
            .find(R"({"matter":"c","name":"甲c","since":"2026-02-01","why":"away"})") != std::string::npos);
  const std::string state = file_text(tree.path("two/csv/state.json"));
  CHECK(state.find(R"("matter":"a")") < state.find(R"("matter":"b")"));
  CHECK(state.find(R"("matter":"c")") == std::string::npos);
  const ExportBatch three = night(tree, "csv,json", "three", "two", 3);
  CHECK_FALSE(three.platforms[0].changes.any());
  CHECK(lines_of(tree.path("three/csv/matters.csv")) == 1);
  CHECK(file_text(tree.path("three/json/matters.json")).find("甲") == std::string::npos);
  // What the state remembers does not depend on the way it came about.
  REQUIRE(night(tree, "csv", "whole", "", 3).written);
  const auto without_days = [](std::string text) {
    for (std::size_t at = text.find("2026-02-0"); at != std::string::npos; at = text.find("2026-02-0", at))
      text.erase(at, 10);
    return text;
  };
  CHECK(without_days(file_text(tree.path("whole/state.json"))) ==
        without_days(file_text(tree.path("three/csv/state.json"))));
}

TEST_CASE("nights: what is secret now is taken back, and its name not said again") {
  const Tree tree;
  tree.add("c/a.yaml", matter_of("a"));
  tree.add("c/b.yaml", matter_of("b"));
  tree.add("c/d.yaml", matter_of("d"));
  REQUIRE(night(tree, "minzhengtong", "one", "", 1).written);
  tree.add("c/a.yaml", matter_of("a", "publicity: 涉密\n"));
  tree.add("c/b.yaml", matter_of("b", "status: 取消\n"));
  const ExportBatch two = night(tree, "minzhengtong", "two", "one", 2);
  CHECK(two.platforms[0].changes.gone == 2);
  const std::string gone = file_text(tree.path("two/gone.json"));
  CHECK(gone.find(R"({"matter":"a","since":"2026-02-01","why":"withheld"})") != std::string::npos);
  CHECK(gone.find(R"({"matter":"b","name":"甲b","since":"2026-02-01","why":"left-out"})") != std::string::npos);
}

TEST_CASE("nights: of two with one code, the name of the one that is secret now is not said again") {
  const Tree tree;
  tree.add("c/a.yaml", matter_of("a"));
  tree.add("c/b.yaml", "name: 机密\ncode: a\ntype: 行政许可\n");
  REQUIRE(night(tree, "minzhengtong", "one", "", 1).written);
  tree.add("c/b.yaml", "name: 机密\ncode: a\ntype: 行政许可\npublicity: 涉密\n");
  REQUIRE(night(tree, "minzhengtong", "two", "one", 2).written);
  const std::string gone = file_text(tree.path("two/gone.json"));
  CHECK(gone.find(R"("matter":"a#2")") != std::string::npos);
  CHECK(gone.find(R"("why":"withheld")") != std::string::npos);
  CHECK(gone.find("机密") == std::string::npos);
}

TEST_CASE("nights: a platform with operations is told of rows that come, change and go, and of no others") {
  const Tree tree;
  tree.add("c/a.yaml", matter_of("a"));
  tree.add("c/b.yaml", matter_of("b"));
  REQUIRE(night(tree, "national-exchange", "one", "", 1).written);
  tree.add("c/a.yaml", "name: 甲a\ncode: a\ntype: 行政许可\nmaterials: [申请表, 照片, 户口簿]\nversion: 3\n");
  fs::remove(tree.path("c/b.yaml"));
  REQUIRE(night(tree, "national-exchange", "two", "one", 2).written);
  const auto count = [&](const std::string& folder, const std::string& table, const std::string& operation) {
    const std::string text = file_text(tree.path(folder + "/up_task_general_" + table + ".csv"));
    const std::string cell = ",20260202," + operation + ",2026-02-02 00:00:00,";
    std::size_t n = 0;
    for (std::size_t at = text.find(cell); at != std::string::npos; at = text.find(cell, at + 1)) ++n;
    return n;
  };
  CHECK(count("two", "basic", "U") == 1);
  CHECK(count("two", "basic", "D") == 1);
  CHECK(count("two", "material", "U") == 0);  // the form is the same, and in the same place
  CHECK(count("two", "material", "I") == 2);
  CHECK(count("two", "material", "D") == 3);
  // Something changed that no table has: no row is written.
  tree.add(
      "c/a.yaml",
      "name: 甲a\ncode: a\ntype: 行政许可\nmaterials: [申请表, 照片, 户口簿]\nversion: 3\nextra: {内部备注: 无关}\n");
  REQUIRE(night(tree, "national-exchange", "three", "two", 3).written);
  CHECK(lines_of(tree.path("three/up_task_general_basic.csv")) == 1);
  CHECK(lines_of(tree.path("three/up_task_general_material.csv")) == 1);
}

TEST_CASE("nights: what could not be read is not gone, and is remembered") {
  const Tree tree;
  tree.add("c/a.yaml", matter_of("a"));
  tree.add("c/b.yaml", matter_of("b"));
  REQUIRE(night(tree, "csv", "one", "", 1).written);
  tree.add("c/b.yaml", "name: [\n");
  const ExportBatch two = night(tree, "csv", "two", "one", 2, {}, true);
  REQUIRE(two.written);
  CHECK(two.platforms[0].changes.gone == 0);
  CHECK(file_text(tree.path("two/gone.json")).find("\"b\"") == std::string::npos);
  CHECK(file_text(tree.path("two/state.json")).find(R"("matter":"b")") != std::string::npos);
  tree.add("c/b.yaml", matter_of("b"));
  CHECK(night(tree, "csv", "three", "two", 3).platforms[0].changes.same == 2);
}

TEST_CASE("nights: what stands in a file that cannot be read is not taken back, and known the night after") {
  const Tree tree;
  for (const char* code : {"a", "b", "c"}) tree.add(std::string("c/") + code + ".yaml", matter_of(code));
  REQUIRE(night(tree, "national-exchange", "one", "", 1).written);
  tree.add("c/a.yaml", "name: [\n");
  tree.add("c/b.yaml", matter_of("b", "publicity: 不公开\n"));
  const ExportBatch two = night(tree, "national-exchange", "two", "one", 2, {}, true);
  REQUIRE(two.written);
  CHECK(two.platforms[0].changes.gone == 1);  // what is withheld now was read
  CHECK(two.platforms[0].changes.unread == 1);
  const std::string gone = file_text(tree.path("two/gone.json"));
  CHECK(gone.find(R"("matter":"a")") == std::string::npos);
  CHECK(gone.find(R"("matter":"b")") != std::string::npos);
  const auto line_of = [&](const std::string& night) {
    const std::string state = file_text(tree.path(night + "/state.json"));
    const std::size_t at = state.find(R"({"matter":"a")");
    return at == std::string::npos ? std::string()
                                   : state.substr(at, state.find_first_of(",\n", state.find("}}", at)) - at);
  };
  CHECK_FALSE(line_of("one").empty());
  CHECK(line_of("two") == line_of("one"));
  tree.add("c/a.yaml", matter_of("a"));
  const ExportChanges back = night(tree, "national-exchange", "three", "two", 3).platforms[0].changes;
  CHECK(back.same == 2);
  CHECK(back.fresh == 0);
  fs::remove(tree.path("c/a.yaml"));
  CHECK(night(tree, "national-exchange", "four", "two", 4).platforms[0].changes.gone >= 1);
}

TEST_CASE("nights: rows of a matter that could not be read whole are deleted only when it is whole again") {
  const Tree tree;
  const auto deleted = [&](const std::string& night) {
    const std::string text = file_text(tree.path(night + "/up_task_general_material.csv"));
    std::size_t n = 0;
    for (std::size_t at = text.find(",D,"); at != std::string::npos; at = text.find(",D,", at + 1)) ++n;
    return n;
  };
  tree.add("c/a.yaml", "name: 甲\ncode: a\ntype: 行政许可\nmaterials: [申请表, 身份证]\n");
  REQUIRE(night(tree, "national-exchange", "one", "", 1).written);
  tree.add("c/a.yaml", "name: 甲\ncode: a\ntype: 行政许可\nmaterials: [申请表]\nfees: [\n");
  REQUIRE(night(tree, "national-exchange", "two", "one", 2, {}, true).written);
  CHECK(deleted("two") == 0);
  tree.add("c/a.yaml", "name: 甲\ncode: a\ntype: 行政许可\nmaterials: [申请表]\n");
  REQUIRE(night(tree, "national-exchange", "three", "two", 3).written);
  CHECK(deleted("three") == 1);
}

TEST_CASE("nights: of matters with one code those rows are deleted that none has any more, each once") {
  const Tree tree;
  const auto rows = [&](const std::string& night, const std::string& table, const std::string& operation) {
    const std::string text = file_text(tree.path(night + "/up_task_general_" + table + ".csv"));
    std::size_t n = 0;
    for (std::size_t at = text.find("," + operation + ",2026"); at != std::string::npos;
         at = text.find("," + operation + ",2026", at + 1))
      ++n;
    return n;
  };
  const auto with = [](const std::string& materials) {
    return "name: 甲\ncode: a\ntype: 行政许可\nmaterials: [" + materials + "]\n";
  };
  const auto write = [&](const std::string& night, const std::string& since, std::uint8_t day) {
    REQUIRE(::night(tree, "national-exchange", night, since, day).written);
  };
  tree.add("c/a.yaml", with("申请表, 照片"));
  tree.add("c/b.yaml", with("申请表, 合同, 户口簿"));
  tree.add("c/c.yaml", with("合同, 章程"));
  write("one", "", 1);
  // The first has a row no more that the second still has: it stays on the platform.
  tree.add("c/a.yaml", with("照片"));
  write("two", "one", 2);
  CHECK(rows("two", "material", "D") == 0);
  // The last two go: what the first has stays.
  tree.add("c/a.yaml", with("照片, 章程"));
  fs::remove(tree.path("c/b.yaml"));
  fs::remove(tree.path("c/c.yaml"));
  write("three", "two", 3);
  CHECK(rows("three", "material", "D") == 3);  // 申请表, 合同, 户口簿
  CHECK(rows("three", "basic", "D") == 0);
  fs::remove(tree.path("c/a.yaml"));
  tree.add("c/d.yaml", matter_of("d"));
  write("four", "three", 4);
  CHECK(rows("four", "material", "D") == 2);
  CHECK(rows("four", "basic", "D") == 1);
}

TEST_CASE("nights: strictly, losses of what did not change count like those of a full export") {
  const Tree tree;
  tree.add("c/catalog.yaml", "format: 1\nname: 示例\n");
  tree.add("c/a.yaml", matter_of("a", "conditions: [甲；乙]\nextra: {k: 1}\n"));
  tree.add("c/b.yaml", matter_of("b", "extra: {k: 1}\n"));
  for (const std::string to : {"csv,national-exchange", "fujian-hall-xml", "national-exchange"}) {
    CAPTURE(to);
    REQUIRE(night(tree, to, "one", "", 1).written);
    const ExportBatch full = night(tree, to, "none", "", 2, {}, false, true);
    REQUIRE(full.refused == ExportRefusal::lossy);
    const ExportBatch next = night(tree, to, "none", "one", 2, {}, false, true);
    CHECK(next.refused == ExportRefusal::lossy);
    CHECK_FALSE(fs::exists(tree.path("none")));
    for (std::size_t i = 0; i < full.platforms.size(); ++i) {
      CHECK(next.platforms[i].changes.same == 2);
      const auto& groups = next.platforms[i].losses.groups;
      const auto& all = full.platforms[i].losses.groups;
      CHECK(
          std::equal(groups.begin(), groups.end(), all.begin(), all.end(), [](const LossGroup& a, const LossGroup& b) {
            return a.why == b.why && a.column == b.column && a.field == b.field && a.values == b.values &&
                   a.matters == b.matters;
          }));
    }
    // Not strictly, only what is written is told.
    const ExportBatch loose = night(tree, to, "loose", "one", 2);
    REQUIRE(loose.written);
    CHECK(loose.platforms[0].losses.lost() == 0);
    fs::remove_all(tree.path("one"));
    fs::remove_all(tree.path("loose"));
  }
  // Without a loss it goes through, and the configuration of its catalog with it.
  tree.add("c/a.yaml", matter_of("a"));
  tree.add("c/b.yaml", matter_of("b"));
  REQUIRE(night(tree, "json", "one", "", 1, {}, false, true).written);
  tree.add("c/b.yaml", matter_of("b", "fees: 无\n"));
  REQUIRE(night(tree, "json", "two", "one", 2, {}, false, true).written);
  REQUIRE(night(tree, "json", "loose", "one", 2).written);
  CHECK(file_text(tree.path("two/matters.json")) == file_text(tree.path("loose/matters.json")));
}

TEST_CASE("nights: what stands in a cell and not in the matter makes it another one") {
  const Tree tree;
  const auto entry = [](const std::string& name) {
    return "name: " + name + "\ndirectory_code: \"00019900100001\"\nversion: 1\ntype: 行政许可\n";
  };
  tree.add("s/catalog.yaml", "format: 1\nname: 标准\nrole: 标准化目录\n");
  tree.add("s/e.yaml", entry("旧名"));
  tree.add("c/catalog.yaml", "format: 1\nname: 示例\nstandards: [../s]\n");
  tree.add("c/a.yaml", matter_of("a", "standard: 00019900100001@1\n"));
  tree.add("c/b.yaml", matter_of("b"));
  for (const char* const to : {"fujian-hall-xml", "csv"})
    REQUIRE(night(tree, to, std::string("one-") + to, "", 1).written);
  tree.add("s/e.yaml", entry("新名"));
  const ExportBatch two = night(tree, "fujian-hall-xml", "two", "one-fujian-hall-xml", 2);
  REQUIRE(two.written);
  CHECK(two.platforms[0].changes.changed == 1);
  CHECK(two.platforms[0].changes.same == 1);
  REQUIRE(night(tree, "fujian-hall-xml", "whole", "", 2).written);
  std::size_t written = 0;
  for (const ExportedFile& file : two.platforms[0].files) {
    ++written;
    CHECK(file_text(tree.path("two/" + file.name)) == file_text(tree.path("whole/" + file.name)));
    CHECK(file_text(tree.path("two/" + file.name)).find("新名") != std::string::npos);
  }
  CHECK(written == 1);
  // No column of this one says the name.
  CHECK(night(tree, "csv", "three", "one-csv", 2).platforms[0].changes.same == 2);
}

TEST_CASE("nights: another mapping, medium or program writes everything, says why, and still tells what is gone") {
  const Tree tree;
  const std::string mapping =
      "format: 1\nplatform: m\nlabel: M\nmedia: [csv, jsonl]\ntables:\n  - {table: t, columns: [{column: N, path: "
      "name}]}\n";
  const std::string file = tree.add("m.yaml", mapping);
  tree.add("c/a.yaml", matter_of("a"));
  tree.add("c/b.yaml", matter_of("b"));
  REQUIRE(night(tree, file, "one", "", 1).written);
  fs::remove(tree.path("c/b.yaml"));
  const ExportChanges medium = night(tree, file, "two", "one", 2, "jsonl").platforms[0].changes;
  CHECK(medium.whole == ExportWhole::medium);
  CHECK(medium.gone == 1);
  CHECK(lines_of(tree.path("two/t.jsonl")) == 1);
  tree.add("m.yaml", mapping + "# another\n");
  const ExportChanges mapped = night(tree, file, "two", "one", 2).platforms[0].changes;
  CHECK(mapped.whole == ExportWhole::mapping);
  CHECK(mapped.gone == 1);
  CHECK(lines_of(tree.path("two/t.csv")) == 2);
  tree.add("one/state.json", "{\"schema\":\"matter.exported/1\",\n");
  CHECK(night(tree, file, "two", "one", 2).platforms[0].changes.whole == ExportWhole::unknown);
  CHECK(night(tree, "guide", "two", "one", 2).platforms[0].changes.whole != ExportWhole::no);
}

TEST_CASE("nights: the first night may name the folder it makes, any other name must be an export") {
  const Tree tree;
  tree.add("c/a.yaml", matter_of("a"));
  CHECK(night(tree, "csv", "one", "nowhere", 1).failed());
  const ExportBatch first = night(tree, "csv", "one", "one", 1);
  CHECK(first.written);
  CHECK(first.platforms[0].changes.whole == ExportWhole::first);
  const ExportBatch second = night(tree, "csv", "one", "one", 2);
  CHECK(second.written);
  CHECK(second.platforms[0].changes.same == 1);
}

TEST_CASE("nights: a catalog or folder that is not read again is not gone, unless somebody says so") {
  const Tree tree;
  for (const char* const office : {"a", "b"}) {
    tree.add(std::string(office) + "/catalog.yaml", "format: 1\nname: 局" + std::string(office) + "\n");
    for (const char* const folder : {"one", "two"})
      tree.add(std::string(office) + "/" + folder + "/m.yaml", matter_of(std::string(office) + folder));
  }
  REQUIRE(night_of(tree, {"a", "b"}, "whole", "").written);
  const auto refused = [&](const std::vector<std::string>& paths, const std::string& since, const std::string& named) {
    const ExportBatch batch = night_of(tree, paths, "out", since);
    CHECK(batch.failed());
    CHECK(!fs::exists(tree.path("out")));
    REQUIRE(batch.findings.size() == 1);
    CHECK(batch.findings[0].message.find("'" + named + "'") != std::string::npos);
    CHECK(batch.findings[0].hint.find("--gone '" + named + "'") != std::string::npos);
  };
  refused({"a"}, "whole", "局b");
  refused({"a", "b/one"}, "whole", "局b");
  CHECK(gone_in(night_of(tree, {"b", "a"}, "same", "whole")) == 0);
  CHECK(gone_in(night_of(tree, {"a"}, "less", "whole", {"局b"})) == 2);
  CHECK(night_of(tree, {"a"}, "again", "less").written);

  REQUIRE(night_of(tree, {"a/one", "a/two/m.yaml", "b"}, "parts", "").written);
  refused({"a/one", "b"}, "parts", "局a/two/m.yaml");
  CHECK(gone_in(night_of(tree, {"a/two", "b"}, "folder", "parts", {"局a/one"})) == 1);
  CHECK(gone_in(night_of(tree, {"a", "b"}, "wider", "parts")) == 0);
  fs::remove(tree.path("a/two/m.yaml"));  // what was removed is gone, and nobody has to say so
  CHECK(gone_in(night_of(tree, {"a/one", "b"}, "removed", "parts")) == 1);
}

TEST_CASE("nights: catalogs are known wherever they lie, without a name by their region or folder, and counted") {
  const Tree tree;
  const std::string config = "format: 1\nregion: \"350200000000\"\n";
  for (const char* const place : {"here/a", "here/b", "there/x", "there/y"}) {
    tree.add(std::string(place) + "/catalog.yaml", config);
    tree.add(std::string(place) + "/m.yaml", matter_of(std::string(1, place[std::string(place).size() - 1])));
  }
  tree.add("plain/catalog.yaml", "format: 1\n");
  tree.add("plain/m.yaml", matter_of("p"));
  REQUIRE(night_of(tree, {"here", "plain"}, "one", "").written);
  CHECK(night_of(tree, {"there", "plain"}, "two", "one").written);
  CHECK(night_of(tree, {"here/a", "plain"}, "out", "one").failed());
  CHECK(night_of(tree, {"here/a", "here/b"}, "out", "one", {"plain"}).written);
  CHECK(file_text(tree.path("one/state.json")).ends_with(R"_(
],"catalogs":[{"name":"350200000000","parts":[".","."]},{"name":"plain","parts":["."]}]}
)_"));
}

TEST_CASE("nights: a reader never sees half an export while others replace it") {
  const Tree tree;
  for (int i = 0; i < 40; ++i) tree.add("c/" + std::to_string(i) + ".yaml", matter_of(std::to_string(i)));
  REQUIRE(night(tree, "csv,json", "out", "", 1).written);
  std::atomic<bool> done = false;
  std::atomic<std::size_t> whole = 0;
  std::atomic<std::size_t> broken = 0;
  std::thread reader([&] {
    while (!done) {
      const int seen = looked_at(tree.path("out"), "csv");
      if (seen > 0) ++whole;
      if (seen < 0) ++broken;
    }
  });
  for (std::uint8_t day = 2; day < 22; ++day) CHECK(night(tree, "csv,json", "out", "", day).written);
  done = true;
  reader.join();
  CHECK(whole > 0);
  CHECK(broken == 0);
  CHECK(std::distance(fs::directory_iterator(tree.path()), fs::directory_iterator()) == 2);  // nothing left beside
}
