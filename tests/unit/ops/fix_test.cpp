#include "ops/fix.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <system_error>

#include "support/check.h"
#include "support/shared.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

FixResult run(const std::vector<std::string>& paths, FixOptions what = {}) {
  RunOptions options;
  options.jobs = 1;
  return fix(paths, what, options);
}

const NotFixed* not_fixed(const FixResult& result, const std::string& file) {
  const auto at = std::find_if(result.not_fixed.begin(), result.not_fixed.end(),
                               [&](const NotFixed& row) { return row.file == file; });
  return at == result.not_fixed.end() ? nullptr : &*at;
}

Diagnostic with_edit(std::uint32_t begin, std::uint32_t end, std::string text) {
  Diagnostic d;
  d.rule = "field-value";
  d.at = {0, {begin, end}};
  d.fix = Fix{"x", {{d.at, std::move(text)}}, true, Encoding::utf8, {}};
  return d;
}

}  // namespace

TEST_CASE("fix: safe fixes are made and written; everything else stays byte for byte") {
  const Tree tree;
  const std::string text = sample_with("short_name： 许可 # 注释\r\ncommon_nmae: 办证\r\n");
  const std::string path = tree.add("a.yaml", text);
  const FixResult result = run({tree.path()});
  REQUIRE(result.files.size() == 1);
  std::string mended = text;
  mended.replace(mended.find("： "), std::string("： ").size(), ": ");
  CHECK(file_text(path) == mended);
  CHECK(result.written);
  REQUIRE(result.applied.size() == 1);
  CHECK(result.applied[0].rule == "yaml-fullwidth");
  CHECK(result.applied[0].at == Position{1, 11});
  CHECK(result.left.unsafe_fixable == 1);
  CHECK(result.left.fixable == 0);
}

TEST_CASE("fix: what comes to light only when a fault is mended is mended too") {
  const Tree tree;
  // The value is looked at only when the colon is one.
  const std::string path = tree.add("a.yaml", sample_with("kind: 承诺 件\nshort_name：许可\n"));
  const FixResult result = run({path});
  REQUIRE(result.applied.size() == 2);
  CHECK(result.applied[0].round == 1);
  CHECK(result.applied[1].round == 2);
  CHECK(file_text(path) == sample_with("kind: 承诺件\nshort_name: 许可\n"));
  CHECK(result.left.findings.empty());
  CHECK(result.found.errors == 1);
}

TEST_CASE("fix: unsafe fixes are made only when asked for") {
  const Tree tree;
  const std::string text = sample_with("kind: 承诺办件\n");
  const std::string path = tree.add("a.yaml", text);
  CHECK(run({path}).applied.empty());
  CHECK(file_text(path) == text);
  const FixResult result = run({path}, {true, true});
  REQUIRE(result.applied.size() == 1);
  CHECK_FALSE(result.applied[0].safe);
  CHECK(file_text(path) == sample_with("kind: 承诺件\n"));
}

TEST_CASE("fix: without writing, the same result and the same files") {
  const Tree tree;
  const std::string text = sample_with("short_name：许可\n");
  const std::string path = tree.add("a.yaml", text);
  const FixResult result = run({path}, {false, false});
  CHECK(result.files.size() == 1);
  CHECK_FALSE(result.written);
  CHECK(file_text(path) == text);
  CHECK(result.found.fixable == 1);
}

TEST_CASE("fix: a file in another encoding is converted, and edited in the same run") {
  const Tree tree;
  const std::string utf8 = sample_with("kind: 承诺 件\n");
  const std::string path = tree.add("a.yaml", "");
  REQUIRE(std::system(("iconv -f UTF-8 -t GB18030 >" + path + " <<'END'\n" + utf8 + "END\n").c_str()) == 0);
  REQUIRE(file_text(path) != utf8);
  const FixResult result = run({path});
  REQUIRE(result.files.size() == 1);
  CHECK(result.files[0].converted_from == Encoding::gb18030);
  CHECK(result.applied.size() == 2);
  CHECK(file_text(path) == sample_with("kind: 承诺件\n"));
  CHECK(result.left.findings.empty());
}

TEST_CASE("fix: a file outside the dialect is checked, and left with the reason") {
  const Tree tree;
  const std::string text = sample_with("kind: &k 承诺 件\n");
  const std::string path = tree.add("a.yaml", text);
  const FixResult result = run({path});
  CHECK(result.applied.empty());
  CHECK(file_text(path) == text);
  REQUIRE(not_fixed(result, path) != nullptr);
  CHECK(not_fixed(result, path)->reason.find("anchors") != std::string::npos);
  CHECK(not_fixed(result, path)->findings == 1);
  CHECK(result.left.fixable == 0);
}

TEST_CASE("fix: a file with an unfinished merge is left, whatever else is wrong with it") {
  const Tree tree;
  const std::string marked = sample_with("short_name：许可\n") + "<<<<<<< ours\nversion: 2\n=======\n>>>>>>> theirs\n";
  const std::string twice = sample_with("kind: 承诺 件\nconditions: [有场所, 有场所]\n");
  const std::string first = tree.add("a.yaml", marked);
  const std::string second = tree.add("b.yaml", twice);
  const FixResult result = run({tree.path()}, {true, true});
  CHECK(result.applied.empty());
  CHECK(file_text(first) == marked);
  CHECK(file_text(second) == twice);
  for (const std::string& path : {first, second}) {
    REQUIRE(not_fixed(result, path) != nullptr);
    CHECK(not_fixed(result, path)->reason.find("unfinished merge") != std::string::npos);
  }
}

TEST_CASE("fix: a standard entry that was not named is not touched") {
  const Tree tree;
  tree.add("standards/catalog.yaml", "format: 1\nname: 示例标准\nrole: 标准化目录\n");
  const std::string entry =
      "sample: true\nname: 示例\ndirectory_code: \"00019900100001\"\nversion: 3\nshort_name：许可\n";
  const std::string standard = tree.add("standards/s.yaml", entry);
  tree.add("city/catalog.yaml", "format: 1\nname: 示例市\nstandards: [../standards]\n");
  tree.add("city/a.yaml", "code: \"11350200000000000Y3000199001000\"\nstandard: \"00019900100001@3\"\n");
  const FixResult result = run({tree.path("city")});
  CHECK(file_text(standard) == entry);
  CHECK(result.applied.empty());
  CHECK(result.left.fixable == 0);
}

TEST_CASE("fix: of several files all are written or none") {
  const Tree tree;
  const std::string text = sample_with("short_name：许可\n");
  const std::string path = tree.add("a.yaml", text);
  tree.add("b/b.yaml", sample_with("short_name：许可\ncode: \"11350200000000000Y3000199002000\"\n"));
  std::filesystem::permissions(tree.path("b"), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  if (std::ofstream(tree.path("b/probe")).good()) return;  // root may write anywhere
  CHECK_THROWS_AS(static_cast<void>(run({tree.path()})), std::system_error);
  CHECK(file_text(path) == text);
  std::filesystem::permissions(tree.path("b"), std::filesystem::perms::owner_all);
}

TEST_CASE("fix: where two fixes meet the first one holds") {
  const std::string text = "a: 12345\n";
  const Diagnostic first = with_edit(3, 5, "x");
  const Diagnostic meets = with_edit(4, 6, "y");
  const Diagnostic touches = with_edit(5, 7, "z");
  const Diagnostic inserts = with_edit(3, 3, "i");
  const FixedText fixed = fixed_text(text, {&first, &meets, &touches, &inserts}, Lang::en);
  CHECK(fixed.taken == std::vector<const Diagnostic*>{&first, &touches});
  CHECK(fixed.refused.empty());
  CHECK(fixed.text == "a: xz5\n");
}

TEST_CASE("fix: one that would change more than its span is refused, the others hold") {
  const std::string text = "a: 1\nb: 2\nc: 3\n";
  const Diagnostic good = with_edit(3, 4, "7");
  const Diagnostic bad = with_edit(8, 9, "\"2");
  const Diagnostic also = with_edit(13, 14, "9");
  const FixedText fixed = fixed_text(text, {&good, &bad, &also}, Lang::en);
  CHECK(fixed.taken == std::vector<const Diagnostic*>{&good, &also});
  REQUIRE(fixed.refused.size() == 1);
  CHECK(fixed.refused[0].finding == &bad);
  CHECK(fixed.refused[0].why == "the file would not be understood any more");
  CHECK(fixed.text == "a: 7\nb: 2\nc: 9\n");
}

TEST_CASE("fix: a file that somebody changes meanwhile is left alone, and all others with it") {
  const Tree tree;
  const std::string path = tree.add("a.yaml", sample_with("short_name： 许可\n"));
  const std::string other = sample_with("# 别人\nshort_name： 许可\n");
  RunOptions options;
  options.jobs = 1;
  std::size_t calls = 0;
  // Before it is mended: findings have their places in what was checked.
  options.progress = [&](std::size_t, std::size_t) {
    if (++calls == 1) tree.add("a.yaml", other);
  };
  CHECK_THROWS_AS(static_cast<void>(fix({tree.path()}, {}, options)), std::system_error);
  CHECK(file_text(path) == other);
  // After that, before it is written.
  tree.add("a.yaml", sample_with("short_name： 许可\n"));
  calls = 0;
  options.progress = [&](std::size_t, std::size_t) {
    if (++calls == 2) tree.add("a.yaml", other);
  };
  CHECK_THROWS_AS(static_cast<void>(fix({tree.path()}, {}, options)), std::system_error);
  CHECK(file_text(path) == other);
}
