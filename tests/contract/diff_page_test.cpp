#include <doctest/doctest.h>

#include <string>

#include "support/hostile.h"
#include "support/judges.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

std::string matter_of(const std::string& code, const std::string& level, const std::string& agency,
                      const std::string& rest) {
  return "sample: true\nname: 许可" + code + "（示例）\ncode: C" + code + "\ntype: 行政许可\nlevel: " + level +
         "\nagency: {name: " + agency + "}\n" + rest;
}

void write_trees(const std::filesystem::path& folder) {
  const std::string bad = quoted_hostile();
  const std::string clause = "从业人员应当取得有效的健康证明并且在岗，场所固定";
  const std::string other = "从业人员应当取得合法的健康证明并且在岗，场所固定";
  const auto both = [&](const std::string& name, const std::string& before, const std::string& after) {
    if (!before.empty()) write_file(folder / "old" / name, before);
    if (!after.empty()) write_file(folder / "new" / name, after);
  };
  both("catalog.yaml", "format: 1\nname: 示例目录\nstandards: [std]\n",
       "format: 1\nname: " + bad + "\nstandards: [std]\n");
  both("a b#?.yaml",
       matter_of("1", "市级", "示例市甲局",
                 "conditions: [" + clause +
                     "]\nmaterials: [申请表, 营业执照]\nlimits: {legal: 20 工作日, promised: 10 "
                     "工作日}\nprocess: [{step: 受理, limit: 4 工作日}, {step: 决定, limit: 6 工作日}]\nchannels: "
                     "{visits: 1}\n"),
       matter_of("1", "市级", "示例市甲局",
                 "conditions: [" + other +
                     ", 提供营业执照]\nmaterials: [申请表]\nlimits: {legal: 20 工作日, promised: 5 "
                     "工作日}\nprocess: [{step: 受理, limit: 4 工作日}, {step: 决定, limit: 6 工作日}]\nchannels: "
                     "{visits: 0}\n"));
  both("b.yaml", matter_of("2", "县级", bad, "materials: [申请表]\nfees: 无\n"),
       matter_of(
           "2", "县级", bad,
           "materials: [申请表, " + bad + "]\nfees: [{name: 工本费, amount: 10 元}]\nextra: {备注: " + bad + "}\n"));
  both("c.yaml", matter_of("3", "县级", "示例区丙局", ""), "");
  both("d.yaml", "", "sample: true\nname: " + bad + "\ncode: " + bad + "\n");
  both("std/catalog.yaml", "format: 1\nrole: 标准化目录\nsample: true\n",
       "format: 1\nrole: 标准化目录\nsample: true\n");
  const std::string entry =
      "sample: true\nname: 标准（示例）\nbasic_code: \"000199001000\"\nversion: 1\nlimits: {legal: ";
  both("std/s.yaml", entry + "20 工作日}\n", entry + "15 工作日}\n");
  for (const char* const name : {"e", "f"}) {
    const std::string bound = matter_of(name, "市级", "示例市甲局", "standard: \"000199001000@1\"\n");
    both(std::string(name) + ".yaml", bound, bound);
  }
}

}  // namespace

TEST_CASE("diff page: holds in a real browser, whatever a catalog says") {
  if (!judges_or_say("diff page")) return;
  const PlayFolder play(in_repository(""));
  write_trees(play.path());
  for (const std::string lang : {"zh", "en"}) {
    CAPTURE(lang);
    const ShellResult made =
        run_in_shell("matter diff old new --format html --lang " + lang + " -o pages-" + lang + ".html", play.path(),
                     MATTER_PROGRAM);
    REQUIRE_MESSAGE(made.exit == 1, made.out << made.err);
    const ShellResult judged = run_judge("page.mjs", {(play.path() / ("pages-" + lang + ".html")).string()});
    CHECK_MESSAGE(judged.exit == 0, judged.out << judged.err);
  }
}

TEST_CASE("diff page: as Markdown it is what it should be to the reader that GitHub uses, whatever a catalog says") {
  if (!judges_or_say("diff page: Markdown")) return;
  const PlayFolder play(in_repository(""));
  write_trees(play.path());
  const std::string reader = " | cmark-gfm --unsafe -e table -e autolink -e strikethrough -e tagfilter";
  const ShellResult html =
      run_in_shell("matter diff old new --lang zh --format markdown" + reader, play.path(), MATTER_PROGRAM);
  REQUIRE_MESSAGE(html.err.empty(), html.err);
  for (const char* const bad : {"<a ", "<img", "<script", "<h1", "<li", "<pre", "</style", "@all", "<p>|", "<!--"}) {
    CAPTURE(bad);
    CHECK(html.out.find(bad) == std::string::npos);
  }
  CHECK(html.out.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
  CHECK(html.out.find("应当取得<del>有效</del>的健康证明") != std::string::npos);
  // Of every row the cells are those of its table: none was cut by what stands in it.
  std::size_t head = 0;
  std::size_t cells = 0;
  for (const std::string& line : lines_of(html.out)) {
    if (line == "<table>") head = 0;
    if (line == "<tr>") cells = 0;
    head += line.starts_with("<th") && !line.starts_with("<thead") ? 1U : 0U;
    cells += line.starts_with("<td") ? 1U : 0U;
    const bool filled = line != "</tr>" || cells == 0 || cells == head;
    CHECK_MESSAGE(filled, line);
  }
}

TEST_CASE("diff page: each place leads to its file, from where the page stands") {
  const PlayFolder play(in_repository(""));
  write_trees(play.path());
  const auto links = [&](const std::string& line) {
    const ShellResult made =
        run_in_shell(line + " | grep -o 'href=\"[^#][^\"]*\"' | sort -u", play.path(), MATTER_PROGRAM);
    return made.out;
  };
  CHECK(links("matter diff old new --format html").find("href=\"new/a%20b%23%3F.yaml#L2\"\n") != std::string::npos);
  CHECK(links("mkdir p; matter diff old new --format html -o p/x.html; cat p/x.html")
            .find("href=\"../new/a%20b%23%3F.yaml#L2\"\n") != std::string::npos);
  // Two slashes would name a host, and what is no file has no address.
  CHECK(links("matter diff /$PWD/old new --format html").find("href=\"//") == std::string::npos);
  CHECK(links("matter diff old/c.yaml - --format html <old/b.yaml").find("stdin") == std::string::npos);
}
