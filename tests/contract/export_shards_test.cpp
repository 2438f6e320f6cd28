#include <doctest/doctest.h>

#include "support/repository.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter::test;

namespace {

/// What the lines print, in a folder with the catalogs in it.
std::string said(const PlayFolder& play, const std::string& lines) {
  const ShellResult result = run_in_shell(lines, play.path(), MATTER_PROGRAM);
  return result.out + result.err + "exit " + std::to_string(result.exit);
}

bool tells(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr const char* shares =
    "for i in 1 2 3; do matter export catalogs/five-levels --to json,csv --date 2026-01-31 "
    "--shard $i/3 --out s$i -q || exit 9; done; ";

}  // namespace

TEST_CASE("export shards: joined they are what one run makes, to the byte, in any number and order") {
  const PlayFolder play(in_repository(""));
  const std::string to = " --to national-exchange,csv,json,jsonl,cpsv-ap,tongban-zone --date 2026-01-31 -q ";
  CHECK(tells(said(play, "matter export catalogs/five-levels --out whole" + to), "exit 0"));
  for (const std::string of : {"1", "2", "5"}) {
    CAPTURE(of);
    const std::string folder = "n" + of;
    const std::string lines = "mkdir " + folder + "; for i in $(seq " + of +
                              "); do matter export catalogs/five-levels" + to + "--jobs $i --shard $i/" + of +
                              " --out " + folder + "/$i || exit 9; done; matter export --join $(ls -rd " + folder +
                              "/*) --out " + folder + "/all -q && diff -r whole " + folder + "/all && echo same";
    const std::string result = said(play, lines);
    CHECK_MESSAGE(result == "same\nexit 0", result);
  }
}

TEST_CASE("export shards: invalid matters and samples beside real ones join as one run exports them") {
  const PlayFolder play(in_repository(""));
  const std::string result = said(
      play,
      "mkdir in; for i in 1 2 3 4 5 6 7 8 9; do printf \"name: 甲$i\\ncode: C$((i / 2))\\ntype: 行政许可\\nmaterials: "
      "[申请表]\\n\" >in/$i.yaml; done; echo 'sample: 是' >>in/4.yaml; echo 'publicity: 涉密' >>in/7.yaml;"
      "o='--to national-exchange,json,schema-org --date 2026-01-31 --allow-invalid -q'; matter export in $o --out "
      "whole;"
      "for i in 1 2 3; do matter export in $o --shard $i/3 --out s$i; done; matter export --join s1 s2 s3 --out all "
      "--allow-invalid -q; diff -r whole all && grep -c invalid all/manifest.json");
  CHECK_MESSAGE(result == "1\nexit 0", result);
}

TEST_CASE("export shards: what only all matters together tell is judged before the join is published") {
  const PlayFolder play(in_repository(""));
  const std::string result = said(
      play,
      "mkdir in; cp catalogs/five-levels/street/临时*.yaml in/a.yaml; cp in/a.yaml in/b.yaml; printf 'format: "
      "1\\nname: 示例\\nsample: 是\\nstandards: [../catalogs/five-levels/province]\\n' >in/catalog.yaml; for i in 1 "
      "2; do matter export in --to csv --shard $i/2 --out s$i -q || exit 9; done; matter export --join s1 s2 --out "
      "all; echo $?; ls -d all");
  CHECK_MESSAGE(tells(result, "code-duplicate"), result);
  CHECK_MESSAGE(tells(result, "\n1\n"), result);
  CHECK_MESSAGE(tells(result, "'all'"), result);
}

TEST_CASE("export shards: a join is strict, only looks, and knows a baseline, as one run does") {
  const PlayFolder play(in_repository(""));
  CHECK(tells(said(play, shares), "exit 0"));
  const std::string join = "matter export --join s1 s2 s3 ";
  const std::string strict = said(play, join + "--out all --strict");
  CHECK_MESSAGE(tells(strict, "exit 0"), strict);  // the whole model loses nothing
  const std::string look = said(play, "rm -r all; " + join + "--out all --dry-run; ls -d all");
  CHECK_MESSAGE(tells(look, "110 matters, 1871 rows"), look);
  CHECK_MESSAGE(tells(look, "'all'"), look);
  CHECK(tells(said(play, "mkdir full; echo x >full/x; " + join + "--out full --dry-run"), "'full' is not empty"));
  const std::string lossy =
      said(play,
           "for i in 1 2; do matter export catalogs/five-levels --to national-exchange --shard $i/2 --out l$i -q || "
           "exit 9; done; matter export --join l1 l2 --out lossy --strict; echo $?; ls -d lossy");
  CHECK_MESSAGE(tells(lossy, "\n1\n"), lossy);
  CHECK_MESSAGE(tells(lossy, "'lossy'"), lossy);
  const std::string known = said(
      play,
      "mkdir in; for i in 1 2; do printf \"name: 甲\ncode: C1\ntype: 行政许可\nsample: 是\n\" >in/$i.yaml; done; "
      "matter validate in --write-baseline known.tsv -q; for i in 1 2; do matter export in --to csv --shard $i/2 --out "
      "k$i -q --allow-invalid || exit 9; done; matter export --join k1 k2 --out known -q; echo $?; matter export "
      "--join "
      "k1 k2 --out known --baseline known.tsv -q; echo $?; ls known/manifest.json");
  CHECK_MESSAGE(tells(known, "1\n0\nknown/manifest.json\n"), known);
}

TEST_CASE("export shards: night by night they join to what one run writes, whoever names the last night") {
  const PlayFolder play(in_repository(""));
  const std::string result = said(
      play,
      "cp -rL catalogs/five-levels in; to='--to national-exchange,csv,guide'; matter export in $to --date 2026-01-30 "
      "--out last -q || exit 9; find in/street -name '*.yaml' ! -name catalog.yaml | sort | head -2 >files; rm "
      "\"$(head "
      "-1 files)\"; sed -i 's,^version: .*,version: 77,' \"$(tail -1 files)\"; matter export in $to --date 2026-01-31 "
      "--incremental "
      "last "
      "--out one -q || exit 9; for i in 1 2; do matter export in $to --date 2026-01-31 --shard $i/2 --incremental last "
      "--out a$i -q || exit 9; matter export in $to --date 2026-01-31 --shard $i/2 --out b$i -q || exit 9; done; "
      "matter "
      "export --join a1 a2 --out joined.a -q && diff -r one joined.a && matter export --join b1 b2 --incremental last "
      "--out joined.b -q && diff -r one joined.b && grep -c . one/csv/gone.json; grep '\"changed\"' "
      "one/csv/manifest.json");
  CHECK_MESSAGE(result == "3\n    \"changed\": 1,\nexit 0", result);
}

TEST_CASE("export shards: shares that do not belong together are refused, each for its reason") {
  const PlayFolder play(in_repository(""));
  CHECK(tells(said(play, shares), "exit 0"));
  CHECK(tells(said(play, "matter export --join s1 s3 --out all"), "share 2 of 3 is missing"));
  CHECK(tells(said(play, "matter export --join s1 s2 s2 s3 --out all"), "given twice"));
  CHECK(tells(said(play, "matter export --join s1 catalogs s3 --out all"), "'catalogs' is no share"));
  CHECK(tells(said(play,
                   "matter export catalogs/five-levels --to json,csv --date 2026-02-01 --shard 2/3 --out d2 -q; "
                   "matter export --join s1 d2 s3 --out all"),
              "another date"));
  CHECK(tells(said(play,
                   "matter export catalogs/five-levels --to json --date 2026-01-31 --shard 2/3 --out p2 -q; "
                   "matter export --join s1 p2 s3 --out all"),
              "another platform"));
  CHECK(tells(said(play, "cp -r s2 t2; echo x >>t2/csv/pieces; matter export --join s1 t2 s3 --out all"),
              "not what the share wrote"));
  CHECK(tells(said(play, "cp -r s2 f2; echo x >f2/facts.bin; matter export --join s1 f2 s3 --out all"),
              "cannot be read"));
  CHECK(tells(said(play,
                   "matter export catalogs/five-levels --to json,csv --date 2026-01-31 --shard 2/3 --incremental night "
                   "--out i2 -q; matter export --join s1 i2 s3 --out all"),
              "another earlier export"));
  CHECK(tells(said(play,
                   "cp -r catalogs/five-levels mine; for i in 1 2; do matter export mine/street mine/city --to csv "
                   "--shard $i/2 --out m$i -q; done; echo '# 改' >>mine/city/catalog.yaml; matter export --join m1 m2 "
                   "--out all; ls -d all"),
              "not what the shares were made of"));
  CHECK(tells(said(play,
                   "printf 'format: 1\\nplatform: m\\nlabel: M\\nmedium: csv\\ntables:\\n  - {table: t, columns: "
                   "[{column: A, path: name}, {column: B, path: code}]}\\n' >m.yaml; matter export "
                   "catalogs/five-levels --to ./m.yaml --shard 1/1 --out o1 -q; sed -i 's/A, path: name/A, path: "
                   "code/; s/B, path: code/B, path: name/' m.yaml; matter export --join o1 --out all; ls -d all"),
              "the mapping is not what the shares were made with"));
  CHECK(tells(said(play,
                   "cp -r s1 p1; sed -i 's/\"program\": .*/\"program\": \"0.0.1\",/; s/: 3,/: 1,/' p1/manifest.json; "
                   "matter export --join p1 --out all; ls -d all"),
              "the version of the program is not"));
  CHECK(tells(said(play,
                   "cp -r s1 z1; sed -i 's/\"date\": .*/\"date\": \"x\",/' z1/manifest.json; matter export --join "
                   "z1 s2 s3 --out all; ls -d all"),
              "'z1' is no share"));
  CHECK(tells(said(play, "matter export catalogs/five-levels --to csv --shard 4/3 --out x1"), "exit 2"));
  CHECK(tells(said(play, "matter export --join s1 s2 s3 --to csv --out all"), "exit 2"));
}
