#include "ops/merge.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <system_error>

#include "diag/collector.h"
#include "media/csv.h"
#include "media/guard.h"
#include "ops/merge_pairs.h"
#include "ops/merge_rows.h"
#include "report/merge_table.h"
#include "support/shared.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

constexpr std::string_view sides[] = {"b", "o", "t"};

/// Three folders and their merge.
struct Three {
  Tree tree;

  void add(std::size_t side, const std::string& path, std::string_view text) const {
    tree.add(std::string(sides[side]) + "/" + path, text);
  }
  MergeResult merge(const MergeCall& call = {}) {
    for (const std::string_view side : sides) std::filesystem::create_directories(tree.path(std::string(side)));
    RunOptions options;
    options.lang = Lang::en;
    options.jobs = 2;
    return merge_paths({tree.path("b"), tree.path("o"), tree.path("t")}, call, options, sources);
  }
  Sources sources;
};

const FileMerge* find(const MergeResult& result, const std::string& path) {
  for (const FileMerge& file : result.files) {
    if (file.path == path) return &file;
  }
  return nullptr;
}

std::string coded(char last, const std::string& rest) {
  return std::string("code: \"1135020000000000000000000000000") + last + "\"\nname: 示例\n" + rest;
}

}  // namespace

TEST_CASE("merge trees: each side's files, and what one side took away goes") {
  Three three;
  for (std::size_t side = 0; side < 3; ++side) three.add(side, "same.yaml", coded('1', ""));
  three.add(0, "gone.yaml", coded('2', ""));
  three.add(1, "gone.yaml", coded('2', ""));
  three.add(1, "ours.yaml", coded('3', ""));
  three.add(2, "theirs/theirs.yaml", coded('4', ""));
  const MergeResult result = three.merge();
  CHECK(result.clean());
  REQUIRE(result.files.size() == 4);
  CHECK(find(result, "same.yaml")->fate == FileFate::same);
  CHECK(find(result, "gone.yaml")->gone);
  CHECK(find(result, "ours.yaml")->fate == FileFate::ours);
  CHECK(find(result, "theirs/theirs.yaml")->fate == FileFate::theirs);
  REQUIRE(write_merged_tree(result, three.sources, three.tree.path("out")));
  CHECK(std::filesystem::exists(three.tree.path("out/theirs/theirs.yaml")));
  CHECK(!std::filesystem::exists(three.tree.path("out/gone.yaml")));
  CHECK(!write_merged_tree(result, three.sources, three.tree.path("out")));
}

TEST_CASE("merge trees: a file that one side moved takes the other side's edit, found by its matter") {
  Three three;
  three.add(0, "a.yaml", coded('1', "kind: 承诺件\nlevel: 市级\n"));
  three.add(1, "new/b.yaml", coded('1', "kind: 承诺件\nlevel: 县级\n"));
  three.add(2, "a.yaml", coded('1', "kind: 即办件\nlevel: 市级\n"));
  const MergeResult result = three.merge();
  REQUIRE(result.files.size() == 1);
  CHECK(result.files[0].path == "new/b.yaml");
  CHECK(result.files[0].text == coded('1', "kind: 即办件\nlevel: 县级\n"));
  CHECK(result.conflicts == 0);
}

TEST_CASE("merge trees: moved to a place that the other side uses, moved twice") {
  Three three;
  three.add(0, "a.yaml", coded('1', "level: 市级\n"));
  three.add(1, "a.yaml", coded('1', "level: 县级\n"));
  three.add(1, "b.yaml", coded('2', ""));
  three.add(2, "b.yaml", coded('1', "level: 市级\n"));
  three.add(0, "x.yaml", coded('5', ""));
  three.add(1, "y.yaml", coded('5', ""));
  three.add(2, "z.yaml", coded('5', ""));
  const MergeResult result = three.merge();
  REQUIRE(find(result, "a.yaml") != nullptr);
  CHECK(find(result, "a.yaml")->conflicts.size() == 1);
  REQUIRE(find(result, "b.yaml") != nullptr);
  CHECK(find(result, "b.yaml")->text.find("0000000000002") != std::string::npos);
  REQUIRE(find(result, "y.yaml") != nullptr);
  REQUIRE(find(result, "y.yaml")->conflicts.size() == 1);
  CHECK(find(result, "y.yaml")->conflicts[0].kind == ConflictKind::moved);
}

TEST_CASE("merge trees: files that are no YAML keep their bytes, both sides of a conflict too") {
  Three three;
  const std::string gbk = "\xCA\xC2\xCF\xEE\xB9\xDC\xC0\xED\xCA\xC2\xCF\xEE\xB9\xDC\xC0\xED\n";
  for (std::size_t side = 0; side < 3; ++side) three.add(side, "table.txt", gbk);
  three.add(0, "files/form.docx", "1");
  three.add(1, "files/form.docx", "2");
  three.add(2, "files/form.docx", "3");
  const MergeResult result = three.merge();
  REQUIRE(find(result, "files/form.docx")->conflicts.size() == 1);
  REQUIRE(write_merged_tree(result, three.sources, three.tree.path("out")));
  std::string text;
  read_file(three.tree.path("out/table.txt"), text);
  CHECK(text == gbk);
  read_file(three.tree.path("out/files/form.docx"), text);
  CHECK(text == "2");
  read_file(three.tree.path("out/files/form~theirs.docx"), text);
  CHECK(text == "3");
}

TEST_CASE("merge trees: the result does not depend on how many work, and a choice decides a whole file") {
  Three three;
  three.add(0, "a.yaml", coded('1', "level: 市级\n"));
  three.add(2, "a.yaml", coded('1', "level: 县级\n"));
  const MergeResult open = three.merge();
  REQUIRE(open.conflicts == 1);
  MergeCall call;
  call.choices.push_back({conflict_id("a.yaml", open.files[0].conflicts[0]), "", "", "", MergeSide::ours, 2});
  const MergeResult taken = three.merge(call);
  CHECK(taken.conflicts == 0);
  CHECK(taken.files[0].gone);
  call.choices[0].side = MergeSide::theirs;
  const MergeResult kept = three.merge(call);
  CHECK(kept.files[0].text == coded('1', "level: 县级\n"));
  call.choices[0].id = "c00000000";
  CHECK(three.merge(call).unused_choices.size() == 1);
}

TEST_CASE("merge: what only the merge made invalid is told, what both sides had is not") {
  Three three;
  const std::string common = "fees: {charged: 是}\n";
  three.add(0, "a.yaml", coded('1', "type: 行政许可\nkind: 承诺件\nlimits: {promised: 1 工作日}\n" + common));
  three.add(1, "a.yaml", coded('1', "type: 行政许可\nkind: 即办件\nlimits: {promised: 1 工作日}\n" + common));
  three.add(2, "a.yaml", coded('1', "type: 行政许可\nkind: 承诺件\nlimits: {promised: 5 工作日}\n" + common));
  const MergeResult result = three.merge();
  CHECK(result.conflicts == 0);
  REQUIRE(!result.invalid.empty());
  for (const Diagnostic& d : result.invalid) CHECK(d.rule == "limit-instant");
}

TEST_CASE("merge: errors that one side alone has are not held against the merge, in whatever rule they are") {
  Three three;
  const std::string plain = "type: 行政许可\nkind: 承诺件\nlimits: {promised: 1 工作日}\n";
  for (std::size_t side = 0; side < 3; ++side) three.add(side, "b.yaml", coded('2', plain));
  three.add(1, "c.yaml", coded('3', plain + "level: 无此层级\n"));
  three.add(2, "d.yaml", coded('5', plain + "fees: 不知道\n"));
  const MergeResult known = three.merge();
  CHECK(known.validated);
  CHECK(known.invalid.empty());
  three.add(1, "e.yaml", coded('4', plain));
  three.add(2, "f.yaml", coded('4', plain));
  const MergeResult fresh = three.merge();
  REQUIRE(fresh.invalid.size() == 1);
  CHECK(fresh.invalid[0].rule == "code-duplicate");
  CHECK(fresh.invalid[0].matter.ends_with('4'));
}

TEST_CASE("merge: one identity in two files that the sides added is invalid, though nothing is in conflict") {
  Three three;
  three.add(1, "a.yaml", coded('1', ""));
  three.add(2, "b.yaml", coded('1', ""));
  const MergeResult result = three.merge();
  CHECK(result.conflicts == 0);
  REQUIRE(result.invalid.size() == 1);
  CHECK(result.invalid[0].rule == "code-duplicate");
}

TEST_CASE("merge: cells that would be formulas are guarded, and come back unchanged") {
  for (const std::string text :
       {"=1+2", "+86", "-5", "@SUM", "'=x", "''@y", "\tx", "＝1", "plain", "'quoted'", "", "'"}) {
    const std::string cell = guarded(text);
    CAPTURE(text);
    CHECK(unguarded(cell) == text);
    CHECK((cell.empty() || std::string("=+-@\t\r").find(cell[0]) == std::string::npos));
  }
}

TEST_CASE("merge: a table goes out and comes back") {
  Three three;
  three.add(0, "a.yaml", coded('1', "level: 市级\nextra: {n: 1}\n"));
  three.add(1, "a.yaml", coded('1', "level: 县级\nextra: {n: \"=1,\\\"2\\\"\"}\n"));
  three.add(2, "a.yaml", coded('1', "level: 省级\nextra: {n: 3}\n"));
  const MergeResult result = three.merge();
  REQUIRE(result.conflicts == 2);
  std::string csv = conflicts_csv(result, three.sources, Lang::zh);
  CHECK(csv.starts_with("\xEF\xBB\xBF冲突编号,"));
  Arena arena;
  std::vector<CsvCell> cells;
  CsvReader reader(csv, arena);
  std::string filled;
  CsvWriter writer(filled);
  for (bool heading = true; reader.next(cells); heading = false) {
    REQUIRE(cells.size() == merge_columns().size());
    for (std::size_t i = 0; i < cells.size(); ++i) writer.cell(i == 10 && !heading ? " 对方 " : cells[i].text);
    writer.end_row();
  }
  MergeCall call;
  Collector findings(Lang::en);
  call.choices = read_merge_rows(three.tree.add("filled.csv", filled), three.sources, findings);
  CHECK(findings.found().empty());
  REQUIRE(call.choices.size() == 2);
  const MergeResult decided = three.merge(call);
  CHECK(decided.conflicts == 0);
  CHECK(decided.decided == 2);
  CHECK(decided.files[0].text == coded('1', "level: 省级\nextra: {n: 3}\n"));
}

TEST_CASE("merge trees: in place, nothing is written where somebody changed a file of ours meanwhile") {
  Three three;
  for (const char* const file : {"a.yaml", "b.yaml", "gone.yaml"}) {
    const char number = file[0] == 'a' ? '1' : file[0] == 'b' ? '2' : '3';
    three.add(0, file, coded(number, "level: 市级\n"));
    three.add(1, file, coded(number, "level: 市级\nstatus: 在用\n"));
    if (file[0] != 'g') three.add(2, file, coded(number, "level: 县级\n"));
  }
  three.add(1, "gone.yaml", coded('3', "level: 市级\n"));
  const MergeResult result = three.merge();
  REQUIRE(result.clean());
  const std::string before = test::file_text(three.tree.path("o/a.yaml"));
  for (const char* const changed : {"o/b.yaml", "o/gone.yaml"}) {
    const std::string was = test::file_text(three.tree.path(changed));
    three.tree.add(changed, "name: 别人刚改的（示例）\n");
    CHECK_THROWS_AS(static_cast<void>(write_merged_in_place(result, three.sources, three.tree.path("o"))),
                    std::system_error);
    CHECK(test::file_text(three.tree.path(changed)) == "name: 别人刚改的（示例）\n");
    CHECK(test::file_text(three.tree.path("o/a.yaml")) == before);
    three.tree.add(changed, was);
  }
  const InPlaceResult written = write_merged_in_place(result, three.sources, three.tree.path("o"));
  CHECK(written.written == 2);
  CHECK(written.removed == 1);
}
