#include <doctest/doctest.h>

#include <string>

#include "support/hostile.h"
#include "support/judges.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

TEST_CASE("stats page: holds in a real browser, whatever a catalog says") {
  if (!judges_or_say("stats page")) return;
  const PlayFolder play(in_repository(""));
  const std::string bad = quoted_hostile();
  write_file(play.path() / "bad/catalog.yaml", "format: 1\nname: " + bad + "\n");
  write_file(play.path() / "bad/a.yaml", "name: " + bad + "\nagency: {name: " + bad +
                                             "}\nlevel: 市级\ntongban: [{mode: " + bad +
                                             "}]\nlimits: {legal: 20 工作日, promised: 5 工作日}\n");
  write_file(play.path() / "bad/b.yaml", "name: 乙\ntype: 行政许可\nagency: {name: 乙局}\nlevel: 县级\n");
  for (const std::string lang : {"zh", "en"}) {
    for (const std::string from : {"bad", "catalogs/five-levels"}) {
      CAPTURE(lang);
      CAPTURE(from);
      const ShellResult made =
          run_in_shell("matter stats " + from + " --format html --lang " + lang + " ", play.path(), MATTER_PROGRAM);
      REQUIRE_MESSAGE(made.exit == 0, made.err);
      CHECK(made.out.find("<script") == std::string::npos);
      CHECK((made.out.find("class=\"sample\"") != std::string::npos) == (from != "bad"));
      write_file(play.path() / "page.html", made.out);
      const ShellResult judged = run_judge("page.mjs", {(play.path() / "page.html").string()});
      CHECK_MESSAGE(judged.exit == 0, judged.out);
    }
  }
}
