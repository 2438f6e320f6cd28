#include <doctest/doctest.h>

#include <string>

#include "support/judges.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

void judge(const std::filesystem::path& page) {
  const ShellResult judged = run_judge("findings_page.mjs", {page.string()});
  CHECK_MESSAGE(judged.exit == 0, page.filename().string(), ": ", judged.out, judged.err);
}

}  // namespace

TEST_CASE("page of findings: holds in a real browser, in both languages, with and without findings and a baseline") {
  if (!judges_or_say("page of findings")) return;
  const PlayFolder play(in_repository(""));
  for (const std::string lang : {"zh", "en"}) {
    const ShellResult made = run_in_shell(
        "L='--lang " + lang +
            " --date 2026-01-31'; matter validate catalogs/defective $L -o html=all.html;"
            "matter validate catalogs/five-levels $L -o html=five.html;"
            "matter validate catalogs/defective/limit-instant.yaml $L --write-baseline k.tsv -q >said;"
            "printf 'C0\\tlimit-instant\\tlimits\\t0123456789abcdef\\t2\\n' >>k.tsv;"
            "matter validate catalogs/defective/limit-instant.yaml catalogs/defective/fee-contradiction.yaml $L "
            "--baseline k.tsv -o html=base.html;"
            "matter validate - $L -o html=in.html <catalogs/defective/limit-instant.yaml",
        play.path(), MATTER_PROGRAM);
    REQUIRE_MESSAGE(made.err.empty(), made.err);
    for (const char* const page : {"all.html", "five.html", "base.html", "in.html"}) judge(play.path() / page);
  }
}

TEST_CASE("page of findings: nothing that a catalog says becomes markup or script in a real browser") {
  if (!judges_or_say("page of findings: hostile texts")) return;
  const PlayFolder play(in_repository(""));
  const std::string bad =
      R"('</script><script>alert(1)</script><img src=x onerror=alert(2)></li></style></noscript><h1 onclick=alert(3)> )"
      R"(<!-- ]]> " & &lt; {0} ${x} javascript:alert(4)' )";
  write_file(play.path() / "a'b <i>&amp;\"c.yaml", "sample: true\nname: " + bad + "\ncode: " + bad + "\nlevel: " + bad +
                                                       "\nagency: {name: " + bad + "}\nlimits: {promised: " + bad +
                                                       "}\nmaterials: [" + bad + "]\n" + bad + ": " + bad + "\n");
  const ShellResult made = run_in_shell("matter validate . -o html=page.html", play.path(), MATTER_PROGRAM);
  REQUIRE_MESSAGE(made.exit == 1, made.err);
  judge(play.path() / "page.html");
}

TEST_CASE("page of findings: a hundred thousand findings can be opened, searched and filtered") {
  if (!judges_or_say("page of findings: a hundred thousand")) return;
  const PlayFolder play(in_repository(""));
  // A list of matters that ask for a material of an unknown name of a form: several findings each.
  const ShellResult made = run_in_shell(
      "mkdir c; for f in 0 1 2 3 4 5 6 7 8 9; do i=0; while [ $i -lt 1000 ]; do "
      "printf -- '- {name: 许可%s-%s（示例）, sample: true, type: 行政许可甲, agency: {name: 示例局%s}, materials: "
      "[其他材料]}\\n' "
      "$f $i $f; i=$((i+1)); done >c/$f.yaml; done; matter validate c -o html=page.html -o json=all.json",
      play.path(), MATTER_PROGRAM);
  REQUIRE_MESSAGE(made.exit == 1, made.err);
  const ShellResult counted = run_in_shell("grep -c '\"fingerprint\"' all.json", play.path(), MATTER_PROGRAM);
  CHECK(std::stoul(counted.out) >= 100'000);
  judge(play.path() / "page.html");
}
