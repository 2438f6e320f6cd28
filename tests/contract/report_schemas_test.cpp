#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>

#include "support/judges.h"
#include "support/repository.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

struct Sample {
  const char* name;  ///< of the file that takes the JSON
  const char* line;  ///< for sh; writes it to standard output
};

/// Every form of JSON in every state, so that no member of a schema goes unseen.
constexpr Sample samples[] = {
    {"findings", "matter validate --format json catalogs/defective"},
    {"findings-converted", "iconv -f UTF-8 -t GB18030 old.yaml >gbk.yaml; matter validate --format json gbk.yaml"},
    {"findings-fixed",
     "iconv -f UTF-8 -t GB18030 catalogs/defective/yaml-fullwidth.yaml >f.yaml; cp "
     "catalogs/defective/merge-damage.yaml "
     "g.yaml; echo 'nmae: x' >>g.yaml; matter validate --unsafe-fixes --format json f.yaml g.yaml "
     "catalogs/defective/filler-text.yaml --diff"},
    {"findings-withheld",
     "printf 'sample: true\\na: &x 1\\nname: \"甲\\\\u0001乙\"\\n' >w.yaml;"
     "matter validate --unsafe-fixes --format json w.yaml --diff"},
    {"findings-since",
     "mkdir git; cd git; cp ../catalogs/defective/limit-instant.yaml .; git init -q .; git add .; git -c user.name=x "
     "-c "
     "user.email=x@example.org commit -qm 1; matter validate --since HEAD --format json"},
    {"diff", "matter diff --format json old.yaml new.yaml"},
    {"diff-trees", "matter diff --format json old new"},
    {"diff-same", "matter diff --format json old old"},
    {"diff-against", "matter diff --format json catalogs/five-levels --against 市级"},
    {"diff-likeness", "sed s/C1/C7/ old.yaml >like.yaml; matter diff --format json old.yaml like.yaml"},
    {"diff-without-standard", "matter diff --format json bound lost"},
    {"changes", "matter diff --list-changes --format json"},
    {"stats", "matter stats --format json old"},
    {"stats-spread", "matter stats --format json catalogs/five-levels"},
    {"stats-one", "matter stats --format json catalogs/changed/new.yaml"},
    {"show", "matter show 11350203000000000A400019900100001 --format json catalogs/five-levels"},
    {"show-all", "matter show 甲（示例） --all --format json old new"},
    {"show-listed", "matter show 002099005000 --format json catalogs/five-levels"},
    {"show-nothing", "matter show 示例 --format json old 2>/dev/null"},
    {"ledger",
     "matter validate catalogs/defective old --split agency --deadline 10 --date 2026-03-02 --output led --format "
     "json"},
    {"ledger-file", "matter validate old --split agency --output led2 -q >said; cat led2/ledger.json"},
    {"progress-blocked",
     "printf 'format: 1\\nsample: 是\\ntasks: [{name: 甲, modes: [全程网办]}, 乙]\\n' >p.tasks.yaml; mkdir pr; sed "
     "'s/^name: 甲/tongban: "
     "[{list: 跨省通办, mode: 全程网办}]\\nname: 甲/' old.yaml >pr/a.yaml; matter progress p.tasks.yaml pr --format "
     "json"},
    {"progress",
     "matter progress catalogs/tasks/跨省通办.tasks.yaml catalogs/five-levels catalogs/defective --date 2021-06-30 "
     "--format json"},
    {"materials-near",
     "sed 's/营业执照/营业执照（原件）/; s/甲局/丙局/' old.yaml >near.yaml; matter find --duplicates near.yaml "
     "old.yaml --format json"},
    {"materials-shareable", "matter find --shareable catalogs/five-levels --format json"},
    {"found", "matter find --basis 示例公共场所卫生管理办法 --article 7 catalogs/five-levels --format json"},
    {"found-names", "matter find --name 甲 --agency 甲局 --material 营业执照 old --format json"},
    {"found-nothing",
     "matter find --basis 示例公共场所管理 --article 第七条之一第一款第二项 catalogs --format json 2>said"},
    {"found-words",
     "matter find 示例 --code 0 --mode 网 --level 县级 --type 公共服务 --family 依申请 catalogs/five-levels --format json"},
    {"list", "matter list catalogs/five-levels catalogs/defective --sort level --format json"},
    {"list-asked",
     "matter list 登记 dj --name 示例 --code 0 --agency 局 --mode 网 --level 县级 --type 公共服务 --family 公共服务 "
     "catalogs/five-levels --format json"},
    {"compare", "matter compare --format json catalogs/defective --fail-on never --only all"},
    {"compare-bound", "matter compare --format json catalogs/defective/bound catalogs/five-levels"},
    {"bindings",
     "mkdir b2; sed 's/99066000\"/99066000\"\\nstandard: \"00209900500001@9\"/' catalogs/claiming/公园*.yaml "
     ">b2/a.yaml; "
     "cp catalogs/claiming/catalog.yaml b2; sed -i 's!../five!../catalogs/five!' b2/catalog.yaml; "
     "matter compare --stale --unbound catalogs/claiming b2 --format json"},
    {"bind",
     "matter bind --diff --format json 11350206000000000M4002099005000 --keep promised-limit --reason 甲 --take fees "
     "catalogs/claiming"},
    {"bind-refused", "matter bind --format json --to 9 11350206000000000M4002099005000 catalogs/claiming"},
    {"rules", "matter explain --all --format json"},
    {"fields", "matter fields --format json"},
    {"platforms", "cd catalogs/defective/field-length && matter platforms --format json"},
    {"platforms-wrong",
     "mkdir pl; printf 'format: 1\\nsample: true\\nplatforms: [m.yaml]\\n' >pl/catalog.yaml; echo 'format: 2' "
     ">pl/m.yaml; cd "
     "pl; matter platforms --format json 2>said"},
    {"platform", "matter platforms show national-exchange --format json"},
    {"platform-import", "matter platforms show gd-hall-2021 --format json"},
    {"platform-takes", "matter platforms show e-zhengwu --format json"},
    {"platform-both", "matter platforms show csv --format json"},
    {"platform-objects", "matter platforms show schema-org --format json"},
    {"platform-every",
     "printf 'format: 1\\nplatform: p\\nlabel: P\\nmedium: csv\\ndirection: export\\ntables:\\n  - {table: t, columns: "
     "[{column: "
     "a, path: name, absent: x, default: y}, {column: b, path: clients, join: \"^\", when: {path: type, has: "
     "行政许可}}, "
     "{column: c, path: limits.legal, pattern: \"{text}\", also_read: [\"({text})\"], lossy: true}]}\\n' >p.yaml; "
     "matter platforms show p.yaml --format json"},
    {"findings-mapping", "matter platforms check pl/m.yaml --format json"},
    {"format", "mkdir f; ln -s x f/l.yaml; cp old.yaml f; matter fmt --check --format json f catalogs/defective"},
    {"merge", "matter merge --format json --dry-run --explain {}/base.yaml {}/health.yaml {}/approval.yaml"},
    {"merge-text", "matter merge --format json {}/base.yaml {}/health.yaml {}/reform.yaml"},
    {"merge-trees",
     "mkdir b o t o/s t/s; cp {}/base.yaml b/a.yaml; cp {}/health.yaml o/s/a.yaml; cp {}/reform.yaml t/a.yaml;"
     "cp {}/approval.yaml t/b.yaml; for i in b o t; do echo $i >$i/x.bin; cp old.yaml $i/c.yaml; done;"
     "ln -s c.yaml o/l.yaml; cp new3/x.yaml b/m.yaml; cp new3/x.yaml o/m.yaml; sed s/辛/壬/ new3/x.yaml >t/s/m.yaml;"
     "matter merge --format json --dry-run b o t"},
    {"merge-refused",
     "sed 's/^fees: .*/fees: \\&a 无/' {}/base.yaml >anchor.yaml;"
     "matter merge --format json {}/base.yaml anchor.yaml {}/health.yaml 2>&1 >/dev/null | grep -v ^matter:"},
    {"merge-invalid",
     "sed 's/promised: 10 工作日/promised: 1 工作日/; s/审查, limit: 8 工作日/审查/; s/决定, limit: 1 工作日/决定/' "
     "{}/base.yaml >mb.yaml; sed 's/承诺件/即办件/' mb.yaml >mo.yaml; sed 's/promised: 1 /promised: 5 /' mb.yaml "
     ">mt.yaml;"
     "matter merge --format json mb.yaml mo.yaml mt.yaml"},
    {"conflicts",
     "matter merge --dry-run --quiet --conflicts c.json {}/base.yaml {}/health.yaml {}/approval.yaml >said; cat "
     "c.json"},
    {"merge-check", "matter merge --format json {}/base.yaml {}/health.yaml {}/approval.yaml --check {}/health.yaml"},
    {"merge-check-lost", "matter merge --format json {}/base.yaml {}/health.yaml {}/reform.yaml --check {}/base.yaml"},
    {"merge-check-marker",
     "(cat {}/health.yaml; echo '<<<<<<< x') >marked.yaml;"
     "matter merge --format json {}/base.yaml {}/health.yaml {}/reform.yaml --check marked.yaml"},
    {"union", "matter merge --union --format json --dry-run old new3"},
    {"union-conflict", "matter merge --union --format json --dry-run old new2"},
    {"union-invalid",
     "mkdir deep st ue; printf 'format: 1\\nname: 示例\\nstandards: [../st]\\n' >ue/catalog.yaml; cp new3/x.yaml st;"
     "cp old.yaml ue; matter merge --union --format json ue new3 --output deep/out"},
    {"config", "cd catalogs/defective/licence-unlisted && matter config --format json"},
    {"findings-baseline",
     "matter validate --format json catalogs/defective/contact-same.yaml --write-baseline known.tsv"},
    {"merge-executable",
     "mkdir eb; cp old.yaml eb/x.yaml; cp -r eb eo; cp -r eb et; chmod +x et/x.yaml;"
     "matter merge --format json --dry-run eb eo et"},
    {"set", "matter set --dry-run --diff --format json C1 contacts.consult 0592-1000009 old.yaml"},
    {"set-refused", "matter set --format json C1 contacts.nothing 1 old.yaml"},
    {"set-table", "printf 'code,field,value\\nC9,name,x\\n' >t.csv; matter set --format json --from t.csv old.yaml"},
    {"sink",
     "mkdir si; printf 'name: 甲\\ncode: T1\\ntype: 公共服务\\n' >si/a.yaml; printf 'format: 1\\nname: 示例\\n' "
     ">si/catalog.yaml; matter export si --allow-invalid --to national-exchange "
     "--sink "
     "postgresql://u@127.0.0.1:1/db -q --report rs >said; cat rs"},
    {"import", "matter import catalogs/import/gd-hall-2021.jsonl --from gd-hall-2021 --out in -q --report r; cat r"},
    {"import-refused",
     "(sed s/否/不支持/ catalogs/import/gd-hall-2021.jsonl; echo '{') >x.jsonl;"
     "matter import x.jsonl --from gd-hall-2021 --out in2 -q --keep-going --report r2 >/dev/null; cat r2"},
    {"import-plan",
     "mkdir plan; cp old/a.yaml old/catalog.yaml plan; matter export plan --allow-invalid --to csv --out pe -q >said; "
     "sed -i "
     "'s/身份证/户口簿/; 1s/\\r/,旧号\\r/; 2s/\\r/,7\\r/' pe/materials.sample.csv; sed -i \"s/'0592-1000001//\" "
     "pe/matters.sample.csv; printf '是,Cx,癸（示例）\\r\\n' >>pe/matters.sample.csv; cp old/b.yaml plan; matter "
     "import pe --from csv --into plan --diff --format json"},
    {"import-plan-workbook",
     "cp -rL catalogs books; chmod -R u+w books; sed -i '/^contacts/d' books/workbook/失业登记.yaml; matter workbook "
     "apply books/workbook/returned.xlsx books/workbook --dry-run --format json"},
    {"import-plan-deleted",
     "mkdir plan2; cp old/*.yaml plan2; matter export old/a.yaml --allow-invalid --to jsonl --out pe2 -q >said; matter "
     "import pe2 "
     "--from "
     "jsonl --into plan2 --delete-gone -q --report r6 >said; cat r6"},
    {"import-plan-refused",
     "matter export old --allow-invalid --to jsonl --out pe3 -q >said; sed -i 's/10 工作日/尽快/' "
     "pe3/matters.sample.jsonl; matter "
     "import pe3 --from jsonl --into old --dry-run --format json"},
    {"export",
     "matter export lossy --keep-going --allow-invalid --to national-exchange --out ex -q --report r3 >/dev/null; cat "
     "r3"},
    {"export-left-out", "matter export catalogs/five-levels/street --to e-zhengwu --out ex3 -q --report r5; cat r5"},
    {"export-losses", "cat ex/losses.json"},
    {"export-manifest", "cat ex/manifest.json"},
    {"export-invalid", "matter export old --to json --out ex6 -q --report r6 >/dev/null; cat r6"},
    {"exports", "matter export catalogs/five-levels/street --to csv,json --out ex7 -q; cat ex7/manifest.json"},
    {"exported", "cat ex/state.json"},
    {"exported-catalog", "matter export old --to csv --allow-invalid --out ex12 -q; cat ex12/state.json"},
    {"exported-again",
     "mkdir tw; cp old.yaml tw/1.yaml; cp old.yaml tw/2.yaml; matter export tw --to csv --allow-invalid --out ex8 -q; "
     "cat ex8/state.json"},
    {"gone",
     "rm tw/2.yaml; matter export tw --to csv --allow-invalid --out ex9 --incremental ex8 -q; cat ex9/gone.json"},
    {"manifest-incremental", "cat ex9/manifest.json"},
    {"export-incremental",
     "matter export tw --to csv --allow-invalid --out ex10 --incremental ex9 -q --report r10; cat r10"},
    {"export-unread",
     "echo 'a: [' >tw/2.yaml; matter export tw --to csv --allow-invalid --out ex11 --incremental ex8 --keep-going -q "
     "--report r11 >/dev/null; cat r11"},
    {"manifest-unread", "cat ex11/manifest.json"},
    {"shard",
     "matter export old --to national-exchange --allow-invalid --shard 1/1 --out sh1 -q; cat sh1/manifest.json"},
    {"shard-passed-over",
     "matter export catalogs/five-levels/street --to e-zhengwu --shard 1/1 --out sh2 -q; cat sh2/manifest.json"},
    {"shard-since",
     "matter export catalogs/five-levels/street --to csv --shard 1/1 --incremental last --out sh3 -q; cat "
     "sh3/manifest.json"},
    {"export-refused", "matter export old.yaml --to nowhere --out ex2 --report r4 >/dev/null; cat r4"},
    {"matters", "matter export old --to json --allow-invalid --out js -q; cat js/matters.sample.json"},
};

constexpr const char* old_matter = R"(sample: true
name: 甲（示例）
code: C1
type: 行政许可
level: 市级
agency: {name: 示例市甲局}
situations: [个人经营, 单位经营]
conditions: [从业人员应当取得有效的健康证明并且在岗，场所固定]
materials: [申请表, {name: 营业执照, for: [单位经营]}, {name: 身份证, waiver: 电子证照}]
limits: {legal: 20 工作日, promised: 10 工作日}
fees: 无
process: [受理, 审查, 决定]
channels: {visits: 1}
contacts: {consult: 0592-1000001}
)";
constexpr const char* new_matter = R"(sample: true
name: 甲（示例）
code: C1
type: 行政许可
level: 市级
agency: {name: 示例市甲局}
situations: [个人经营, 单位经营]
conditions: [从业人员应当取得合法的健康证明并且在岗，场所固定]
materials: ["申请表、承诺书", {name: 营业执照, waiver: 电子证照, for: [单位经营]}]
limits: {legal: 20 工作日, promised: 2 月}
fees: [{name: 工本费, amount: 10 元}]
process: [审查, {step: 受理, limit: 3 工作日}, 核查, 决定]
channels: {visits: 0}
contacts: {consult: 0592-1000002}
)";

void write_inputs(const std::filesystem::path& folder) {
  const std::string other = "sample: true\nname: 乙（示例）\ncode: C2\nlevel: 县级\nagency: {name: 示例市乙局}\n";
  write_file(folder / "old.yaml", old_matter);
  write_file(folder / "new.yaml", new_matter);
  write_file(folder / "old/a.yaml", old_matter);
  write_file(folder / "new/a.yaml", new_matter);
  write_file(folder / "new2/a.yaml", new_matter);
  write_file(folder / "new3/x.yaml", "sample: true\nname: 辛（示例）\ncode: C9\n");
  write_file(folder / "old/b.yaml", other + "limits: {promised: 10 日}\nprocess: [受理, 审查]\n");
  write_file(folder / "new/b.yaml", other + "limits: {promised: 5 日}\nprocess: [受理]\n");
  write_file(folder / "old/c.yaml", "sample: true\nname: 丙（示例）\ncode: C3\nlimits: {promised: 3 月}\n");
  write_file(folder / "new/c.yaml", "sample: true\nname: 丙（示例）\ncode: C3\nlimits: {promised: 1 月}\n");
  write_file(folder / "old/f.yaml", "sample: true\nname: 庚（示例）\ncode: C8\n");
  write_file(folder / "new/d.yaml", "sample: true\nname: 丁（示例）\ncode: C4\n");
  write_file(folder / "old/catalog.yaml", "format: 1\nname: 示例目录\nsample: true\n");
  write_file(folder / "new/catalog.yaml", "format: 1\nname: 示例新目录\nsample: true\n");
  const std::string bound =
      "sample: true\nname: 壬（示例）\ncode: C1\nstandard: \"000199001000@1\"\nlimits: {promised: ";
  for (const char* const side : {"bound", "lost"}) {
    write_file(folder / side / "catalog.yaml", "format: 1\nsample: true\nstandards: [nowhere]\n");
    write_file(folder / side / "a.yaml", bound + (*side == 'b' ? "10" : "5") + " 工作日}\n");
  }
  std::string long_name;
  for (int i = 0; i < 1200; ++i) long_name += "长";
  write_file(folder / "lossy/secret.yaml",
             "sample: true\nname: 戊（示例）\ncode: C5\ntype: 行政许可\npublicity: 不公开\n");
  write_file(folder / "lossy/long.yaml",
             "sample: true\nname: " + long_name + "\ncode: C6\ntype: 行政许可\nlimits: {legal: 尽快}\n");
  write_file(folder / "lossy/broken.yaml", "sample: true\nname: 己（示例）\ncode: C7\ntype: 行政许可\nfees: [\n");
  write_file(folder / "new/e/catalog.yaml", "format: 1\nname: 示例又一目录\nsample: true\n");
}

std::string with_samples(std::string line) {
  for (std::size_t at = line.find("{}"); at != std::string::npos; at = line.find("{}", at)) {
    line.replace(at, 2, "catalogs/merge");
  }
  return line;
}

}  // namespace

TEST_CASE("report schemas: what the program writes as JSON is what the published schemas say, and nothing else") {
  if (!judges_or_say("report schemas")) return;
  const PlayFolder play(in_repository(""));
  const TemporaryFolder texts;
  write_inputs(play.path());
  for (const Sample& sample : samples) {
    CAPTURE(sample.name);
    const ShellResult result = run_in_shell(with_samples(sample.line), play.path(), MATTER_PROGRAM);
    REQUIRE_MESSAGE(result.out.starts_with('{'), result.err);
    write_file(texts.path() / (std::string(sample.name) + ".json"), result.out);
  }
  const std::string schemas = in_repository("schemas/reports").string();
  const ShellResult judged = run_judge("schemas.mjs", {schemas, texts.path().string()});
  CHECK_MESSAGE(judged.exit == 0, judged.out << judged.err);
}

TEST_CASE("report schemas: every form that the sources name has one") {
  std::set<std::string> named;
  const std::set<std::string> no_json{"facts"};  // a form of bytes
  const std::regex form("\"matter\\.([a-z-]+)/[0-9]+\"");
  for (const char* const folder : {"lib", "tools"}) {
    for (const auto& file : repository_files(folder)) {
      if (!ends_with_one_of(file, {".cpp", ".h"})) continue;
      each_line(file, [&](std::string_view line, std::size_t) {
        std::match_results<std::string_view::const_iterator> found;
        if (std::regex_search(line.begin(), line.end(), found, form)) named.insert(found[1].str());
      });
    }
  }
  CHECK(named.size() > 10);
  for (const std::string& name : named) {
    CAPTURE(name);
    if (no_json.contains(name)) continue;
    CHECK(std::filesystem::exists(in_repository("schemas/reports/" + name + ".schema.json")));
  }
}
