#include <doctest/doctest.h>

#include <set>

#include "exchange/mapping.h"
#include "support/judges.h"
#include "support/repository.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

/// What a catalog must not be able to do to a page, as a YAML text in double quotes.
constexpr const char* hostile =
    R"("<script>alert(1)</script><img src=x onerror=alert(2)></li></style><h1 onclick='alert(3)'> {{list}} )"
    R"(\" ' & &lt; \u202E反转\u202C \u2067x\u2069 @all #1 javascript:alert(4) https://example.org/ <!-- ]]>")";

void write_catalog(const std::filesystem::path& folder) {
  const std::string bad = hostile;
  write_file(folder / "in/catalog.yaml", "format: 1\nname: " + bad + "\n");
  write_file(folder / "in/a.yaml",
             "sample: true\nname: " + bad + "\ncode: " + bad + "\ncommon_name: " + bad + "\nagency: {name: " + bad +
                 "}\nclients: [自然人, " + bad + "]\nsituations: [{name: " + bad + ", note: " + bad +
                 "}]\nconditions: [" + bad + "]\nmaterials:\n  - {name: " + bad + ", for: [" + bad +
                 "], remark: " + bad + ", blank_form: " + bad + ", necessity: " + bad + "}\nfees: [{name: " + bad +
                 ", amount: " + bad + "}]\nchannels: {online: {available: 是, url: " + bad +
                 "}, windows: [{place: " + bad + ", phone: " + bad + "}]}\ncontacts: {consult: " + bad +
                 "}\nquestions: [{question: " + bad + ", answer: " + bad + "}]\n");
  write_file(folder / "in/b.yaml", "name: 乙\ncode: B1\nclients: [企业法人]\nagency: {name: 示例区局}\n");
}

ShellResult judged(const std::filesystem::path& folder, const std::string& line) {
  const ShellResult made = run_in_shell(line + " --to guide --out site --date 2026-01-31 -q", folder, MATTER_PROGRAM);
  REQUIRE_MESSAGE(made.exit == 0, made.out << made.err);
  return run_judge("guide.mjs", {(folder / "site").string()});
}

}  // namespace

TEST_CASE("guide: the pages of a street hold in a real browser: search, filters, paper, no script, no violation") {
  if (!judges_or_say("guide: a street")) return;
  const PlayFolder play(in_repository(""));
  const ShellResult said = judged(play.path(), "matter export catalogs/five-levels/street");
  CHECK_MESSAGE(said.exit == 0, said.out << said.err);
  CHECK(said.out.find("looked ") != std::string::npos);
}

TEST_CASE("guide: the pages hold in a real browser, whatever a catalog says") {
  if (!judges_or_say("guide: hostile")) return;
  const PlayFolder play(in_repository(""));
  write_catalog(play.path());
  const ShellResult said = judged(play.path(), "matter export in --keep-going --allow-invalid");
  CHECK_MESSAGE(said.exit == 0, said.out << said.err);
}

TEST_CASE("guide: as Markdown it is text to the reader that GitHub uses, whatever a catalog says") {
  if (!judges_or_say("guide: Markdown")) return;
  const PlayFolder play(in_repository(""));
  write_catalog(play.path());
  const ShellResult html = run_in_shell(
      "matter export in --keep-going --allow-invalid --to guide --medium markdown --out md -q; for f in $(find md "
      "-name '*.md'); do "
      "cmark-gfm --unsafe -e table -e autolink -e strikethrough -e tagfilter -e tasklist \"$f\"; done",
      play.path(), MATTER_PROGRAM);
  CHECK(html.out.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
  for (const char* const bad :
       {"<img", "<script", "<h1 onclick", "</style", "@all", "<!--", "href=\"javascript", "href=\"https://example.org"})
    CHECK_MESSAGE(html.out.find(bad) == std::string::npos, bad);
}

TEST_CASE("guide: the templates hold the names that are filled in, and nothing that runs") {
  const auto names = [](const char* file) {
    const std::string text = file_text(in_repository(std::string("schemas/guide/") + file));
    CHECK(text.find("<style") == std::string::npos);
    CHECK(text.find("<script>") == std::string::npos);
    std::set<std::string> found;
    for (std::size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at + 2))
      found.insert(text.substr(at + 2, text.find("}}", at) - at - 2));
    return found;
  };
  using Names = std::set<std::string>;
  CHECK(names("head.html") == Names{"allowed", "title", "top", "script", "look", "banner"});
  CHECK(names("page.html") ==
        Names{"head", "index", "notice", "agency", "name", "known_as", "warnings", "parts", "sections", "date"});
  CHECK(names("notice.html") ==
        Names{"head", "index", "guide", "agency", "code", "name", "warnings", "sections", "date"});
  CHECK(names("index.html") ==
        Names{"head", "count", "agencies", "agency_options", "client_options", "mode_options", "list", "date"});
  for (const char* const page : {"page.html", "notice.html", "index.html"})
    CHECK(file_text(in_repository(std::string("schemas/guide/") + page)).rfind("{{head}}", 0) == 0);
  CHECK(file_text(in_repository("schemas/guide/head.html"))
            .find("Content-Security-Policy\" content=\"default-src 'none'") != std::string::npos);
}

TEST_CASE("guide: every field that the standard compares has its place on the page") {
  Sources sources;
  Collector findings(Lang::en);
  const auto mapping = load_mapping("guide", sources, findings);
  REQUIRE(mapping != nullptr);
  for (const Field& field : table_of<Matter>()->fields) {
    if (field.element == 0 || field.internal) continue;
    bool found = false;
    for (const MappedTable& table : mapping->tables) {
      for (const Column& column : table.columns) found = found || (column.mapped() && column.path.fields[0] == &field);
    }
    const bool derived = field.key == "basic_code";  // by a function
    CHECK_MESSAGE((found || derived), field.key);
  }
}
