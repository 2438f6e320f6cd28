#include "exchange/platform_export.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "exchange/ids.h"
#include "support/mappings.h"
#include "support/read_text.h"

using namespace matter;
using namespace matter::test;

namespace {

constexpr std::string_view head =
    "format: 1\nplatform: t\nlabel: T\ndirection: export\nmedium: csv\n"
    "codes:\n  types: {行政许可: \"01\", 公共服务: \"20\", 行政处罚: [], 行政强制: [], 行政征收: [], 行政给付: [], "
    "行政检查: [], 行政确认: [], "
    "行政奖励: [], 行政裁决: [], 其他行政权力: []}\n  unit: {工作日: \"1\", 自然日: [], 周: [], 月: [], 年: [], 当场: "
    "[]}\n  yes: {是: \"1\", 否: \"0\"}\n"
    "  channel: {窗口办理: \"1\", 网上办理: \"2\", 快递申请: \"3\"}\n";

struct Exported {
  std::vector<ExportFile> files;
  std::vector<std::string> losses;  // "why table.column field count length limit"
  std::size_t withheld = 0, without_table = 0;
  std::vector<std::size_t> left_out;  // by reason of the mapping

  [[nodiscard]] std::string rows(std::size_t file = 0) const {
    const std::string& all = files.at(file).pending;
    return all.substr(all.find("\r\n") + 2);
  }
};

Exported run(std::string_view tables, std::string_view yaml, std::string_view more_head = {}) {
  const auto loaded = load_mapping_text(std::string(head).append(more_head).append("tables:\n").append(tables));
  REQUIRE_MESSAGE(loaded->mapping != nullptr, loaded->said());
  const auto read = read_text(std::string(yaml));
  Losses losses;
  PlatformExport platform(*loaded->mapping, {{2026, 2, 28}}, losses);
  CatalogContext context;
  Exported result;
  std::size_t n = 0;
  for (const Matter& m : read->file.matters) {
    const std::string identity = "id" + std::to_string(++n);
    const Added added = platform.add({m, context, identity, "f.yaml", false});
    if (added == Added::withheld) ++result.withheld;
    if (added == Added::no_table) ++result.without_table;
  }
  platform.finish();
  for (const LeftOut& one : platform.left_out()) result.left_out.push_back(one.matters);
  result.files = platform.files();
  for (const Loss& loss : losses.list) {
    std::string line = std::string(name(loss.why)) + ' ' + std::string(loss.column) + ' ' + std::string(loss.field);
    if (loss.count != 1) line += " x" + std::to_string(loss.count);
    if (loss.length != 0) line += ' ' + std::to_string(loss.length) + '>' + std::to_string(loss.limit);
    result.losses.push_back(line);
  }
  return result;
}

using Lines = std::vector<std::string>;

/// One table of the columns given.
std::string table(std::string_view columns) { return "  - table: t\n    columns:\n" + std::string(columns); }

}  // namespace

TEST_CASE("export: values, codes, joins, patterns, constants") {
  const Exported got =
      run(table("      - {column: a, path: name}\n"
                "      - {column: b, path: type, codes: types}\n"
                "      - {column: c, path: clients, join: \"^\"}\n"
                "      - {column: d, path: limits.legal, pattern: \"{amount}\", type: int}\n"
                "      - {column: e, path: limits.legal, pattern: \"{unit}\", codes: unit}\n"
                "      - {column: f, path: basis, pattern: \"{title}[（{number}）]{article}\", join: ；}\n"
                "      - {column: g, constant: I}\n"
                "      - {column: h, path: effective, type: datetime}\n"
                "      - {column: i, function: batch}\n"
                "      - {column: j, path: version, type: int}\n"),
          "name: 甲\ntype: 许可\nclients: [自然人, 企业法人]\nlimits: {legal: 20工作日}\nversion: 3\n"
          "effective: \"2026-01-31\"\n"
          "basis: [{title: 法, number: 1号, article: 第一条}, {title: 规, article: 第二条}]\n");
  CHECK(got.rows() == "甲,01,自然人^企业法人,20,1,法（1号）第一条；规第二条,I,2026-01-31 00:00:00,20260228,3\r\n");
  CHECK(got.losses.empty());
}

TEST_CASE("export: what does not fit is written whole and said; what has no code or form is left empty and said") {
  const Exported got = run(table("      - {column: a, path: name, type: varchar(3)}\n"
                                 "      - {column: b, path: type, codes: types}\n"
                                 "      - {column: c, path: limits.legal, pattern: \"{unit}\", codes: unit}\n"
                                 "      - {column: d, path: limits.promised, pattern: \"{amount}\", type: int}\n"
                                 "      - {column: e, path: version, type: int}\n"
                                 "      - {column: f, path: contacts.consult, required: 是}\n"
                                 "      - {column: g, required: 是}\n"
                                 "      - {column: h, path: clients}\n"
                                 "      - {column: i, path: kind, none: 没有}\n"),
                           "name: 四个字呢\ntype: 行政处罚\nlimits: {legal: 3 个月, promised: 无}\nversion: 三\n"
                           "clients: [自然人, 企业法人]\nkind: 无\n");
  CHECK(got.rows() == "四个字呢,,,,,,,自然人,没有\r\n");
  CHECK(got.losses == Lines{"too-long a name 4>3", "no-code b type", "no-code c limits.legal",
                            "no-none d limits.promised", "not-understood e version",
                            "required-empty f contacts.consult", "several h clients", "no-field g "});
}

TEST_CASE("export: every field that no column carries is said once, with the number of its values") {
  const Exported got =
      run(table("      - {column: a, path: name}\n      - {column: b, path: materials.name, join: \"、\"}\n"),
          "name: 甲\nmaterials: [{name: 表, form: 纸质}, {name: 照, form: 电子化}]\nfees: 无\n"
          "channels: {mail: {supported: 是}}\nextra: {k: 1}\nunheard: x\n");
  CHECK(got.rows() == "甲,表、照\r\n");
  CHECK(got.losses == Lines{"no-place  materials.form x2", "no-place  fees", "no-place  channels.mail.supported",
                            "no-place  extra", "no-place  unheard"});
}

TEST_CASE("export: a table for each item of a list, numbered, with ids that do not depend on the order") {
  const std::string tables =
      "  - table: t\n    each: materials\n    columns:\n"
      "      - {column: n, function: order}\n      - {column: m, path: materials.name}\n"
      "      - {column: f, path: name}\n      - {column: r, function: row_id}\n";
  const Exported one = run(tables, "name: 甲\nmaterials: [表, 照, 表]\n");
  const Exported two = run(tables, "name: 甲\nmaterials: [照, 表, 表]\n");
  const auto id = [](const Exported& got, std::size_t row) {
    std::string text = got.rows();
    while (row-- > 0) text = text.substr(text.find("\r\n") + 2);
    return text.substr(text.find("\r\n") - 36, 36);
  };
  CHECK(one.rows().starts_with("1,表,甲,"));
  CHECK(id(one, 0) == id(two, 1));
  CHECK(id(one, 1) == id(two, 0));
  CHECK(id(one, 0) != id(one, 2));
  CHECK(run(tables, "name: 甲\nmaterials: 无\n").rows().empty());
}

TEST_CASE("export: derived values") {
  const Exported got = run(table("      - {column: a, function: implementing_code}\n"
                                 "      - {column: b, function: handling_code}\n"
                                 "      - {column: c, function: basic_code}\n"
                                 "      - {column: d, function: agency_code}\n"
                                 "      - {column: e, function: channel_names, codes: channel, join: \"^\"}\n"
                                 "      - {column: f, path: fees, function: offered, codes: yes}\n"
                                 "      - {column: g, path: channels.mail, function: offered, codes: yes}\n"
                                 "      - {column: h, path: agency.region, function: region_6}\n"
                                 "      - {column: i, path: agency.region, function: town_code}\n"),
                           "code: \"11350200000000000Y300019900100001\"\nfees: 无\nagency: {region: \"350203001001\"}\n"
                           "channels:\n  windows: [一号窗口]\n  online: {available: 是}\n  mail: {supported: 否}\n");
  CHECK(got.rows() ==
        "11350200000000000Y3000199001000,11350200000000000Y300019900100001,000199001000,11350200000000000Y,1^2,0,0,,"
        "350203001000\r\n");
  CHECK(got.losses ==
        Lines{"no-form h agency.region", "no-place  channels.online.available", "no-place  channels.windows.name"});
}

TEST_CASE("export: control characters never leave, formulas are said") {
  const std::string columns = table("      - {column: a, path: name}\n");
  const std::string yaml = "name: \"=A\\x011\"\n";
  const Exported guarded = run(columns, yaml);
  CHECK(guarded.rows() == "'=A1\r\n");
  CHECK(guarded.losses == Lines{"control-character a name", "formula-like a name"});
  const Exported kept = run(columns, yaml, "formulas: keep\n");
  CHECK(kept.rows() == "=A1\r\n");
  CHECK(kept.losses == guarded.losses);
  CHECK(run(columns, "name: \"-12.5\"\n").losses.empty());
  // Full-width signs are the same thing; what an import takes off was put on.
  const Exported wide = run(columns, "name: ＝甲\n");
  CHECK(wide.rows() == "'＝甲\r\n");
  CHECK(wide.losses == Lines{"formula-like a name"});
  CHECK(run(columns, "name: ＝甲\n", "formulas: keep\n").rows() == "＝甲\r\n");
  CHECK(run(columns, "name: \"'=甲\"\n").rows() == "''=甲\r\n");
  CHECK(run(columns, "name: \"'=甲\"\n", "formulas: keep\n").rows() == "'=甲\r\n");
}

TEST_CASE("export: samples go to files of their own") {
  const Exported got = run(table("      - {column: a, path: name}\n"), "- {name: 真}\n- {name: 假, sample: true}\n");
  REQUIRE(got.files.size() == 2);
  CHECK(got.files[0].name == "t.csv");
  CHECK(got.rows(0) == "真\r\n");
  CHECK(got.files[1].name == "t.sample.csv");
  CHECK(got.files[1].sample);
  CHECK(got.rows(1) == "假\r\n");
}

TEST_CASE("export: unpublished and secret matters do not go to a public platform") {
  const std::string yaml =
      "- {name: 甲, publicity: 涉密}\n- {name: 乙, publicity: 公开}\n- {name: 丙, publicity: 不公开}\n";
  const std::string columns = table("      - {column: a, path: name}\n      - {column: b, path: publicity}\n");
  const Exported open = run(columns, yaml, "audience: public\n");
  CHECK(open.rows() == "乙,公开\r\n");
  CHECK(open.withheld == 2);
  CHECK(open.losses == Lines{"withheld  publicity", "withheld  publicity"});
  CHECK(run(columns, yaml, "audience: internal\n").withheld == 0);
}

TEST_CASE("export: a column that is filled only where a condition holds") {
  const std::string columns = table(
      "      - {column: a, path: themes.name, join: \"^\", when: {path: clients, has: 自然人}}\n"
      "      - {column: b, path: themes.name, join: \"^\", when: {path: clients, lacks: 自然人}}\n");
  CHECK(run(columns, "clients: [个人]\nthemes: [教育, 户籍]\n").rows() == "教育^户籍,\r\n");
  CHECK(run(columns, "clients: [企业法人]\nthemes: [教育]\n").rows() == ",教育\r\n");
  CHECK(run(columns, "themes: [教育]\n").rows() == ",\r\n");
}

TEST_CASE("export: matters of types that no table takes are said, and not there") {
  const Exported got = run("  - {table: t, types: [行政许可], columns: [{column: a, path: name}]}\n",
                           "- {name: 甲, type: 行政处罚}\n- {name: 乙}\n");
  CHECK(got.rows().empty());
  CHECK(got.without_table == 2);
  CHECK(got.losses == Lines{"no-table  type", "no-table  type"});
}

TEST_CASE("export: ids are those of any other implementation of XXH3") {
  ContentHash hash;
  hash.add("matter");
  CHECK(hash.text().size() == 32);
  ContentHash pieces;
  pieces.add("mat");
  pieces.add("ter");
  CHECK(pieces.text() == hash.text());
  CHECK(ContentHash().text() == "99aa06d3014798d86001c324468d497f");  // XXH3-128 of nothing, from its specification
  const std::string id = stable_id({"row", "a", "b"});
  CHECK(id.size() == 36);
  CHECK(id[14] == '8');
  CHECK(stable_id({"row", "ab", ""}) != id);
}

TEST_CASE("export: what a matter withholds, and what is never published, goes to no public platform") {
  const std::string columns = table(
      "      - {column: a, path: name}\n      - {column: b, path: materials.accept_standard, join: \"、\"}\n"
      "      - {column: c, path: contacts.person}\n      - {column: d, path: contacts.consult}\n"
      "      - {column: e, path: review.text}\n");
  const std::string matter =
      "name: 甲\nmaterials: [{name: 表, accept_standard: 内部一}, {name: 照, accept_standard: 内部二}]\n"
      "contacts: {consult: \"1\", person: 某处}\nreview: [内部三]\n"
      "withheld: [materials.accept_standard, {field: review, publicity: 涉密}, {field: name, publicity: 公开}]\n";
  const Exported open = run(columns, matter, "audience: public\n");
  CHECK(open.rows() == "甲,,,1,\r\n");
  for (const char* path : {"materials[].accept_standard", "review", "contacts.person", "withheld"}) {
    CAPTURE(path);
    CHECK(std::count(open.losses.begin(), open.losses.end(), "withheld  " + std::string(path)) == 1);
  }
  CHECK(run(columns, matter, "audience: internal\n").rows() == "甲,内部一、内部二,某处,1,内部三\r\n");
  const Exported unclear = run(columns, "name: 甲\nwithheld: [没有这个要素]\n", "audience: public\n");
  CHECK(unclear.withheld == 1);
  CHECK(unclear.rows().empty());
}

TEST_CASE("export: only what the platform takes goes there; the others are counted by the first reason") {
  const Exported got =
      run(table("      - {column: a, path: name}\n"),
          "- {name: 甲, tongban: [{list: 跨省通办}], status: 在用}\n- {name: 乙, tongban: 无, status: 在用}\n"
          "- {name: 丙, tongban: []}\n- {name: 丁, tongban: [{list: 省内通办}], status: 取消}\n"
          "- {name: 戊, tongban: [{list: 省内通办}], clients: [自然人]}\n"
          "- {name: 己, tongban: [{list: 省内通办}], bundle: {code: x}}\n"
          "- {name: 庚, tongban: [{list: 就近通办}], channels: {kiosk: {supported: no}}}\n"
          "- {name: 辛, tongban: [{list: 就近通办}, {list: 跨省通办}]}\n",
          "takes:\n  - {path: tongban, given: 是}\n  - {path: status, not: [草稿, 取消]}\n"
          "  - {path: clients, not: [自然人]}\n  - {path: bundle, given: 否}\n"
          "  - {path: tongban.list, has: [跨省通办, 省内通办]}\n");
  CHECK(got.rows() == "甲\r\n辛\r\n");
  CHECK(got.left_out == std::vector<std::size_t>{2, 1, 1, 1, 1, 0});
  CHECK(got.withheld == 0);
  CHECK(got.losses == Lines{"no-place  status", "no-place  tongban.list", "no-place  tongban.list x2"});
}

TEST_CASE("export: a day has passed when it is the day of the export or before") {
  constexpr std::string_view yaml =
      "- {name: 甲, cancelled: 2026-02-27}\n- {name: 乙, cancelled: 2026-02-28}\n- {name: 丙, cancelled: 2026-03-01}\n"
      "- {name: 丁}\n- {name: 戊, cancelled: 无}\n";
  const std::string column = table("      - {column: a, path: name}\n");
  CHECK(run(column, yaml, "takes: [{path: cancelled, passed: 否}]\n").rows() == "丙\r\n丁\r\n戊\r\n");
  CHECK(run(column, yaml, "takes: [{path: cancelled, passed: 是}]\n").rows() == "甲\r\n乙\r\n");
}

TEST_CASE("export: a matter whose reason for going there is withheld does not go there") {
  const Exported got = run(table("      - {column: a, path: name}\n"),
                           "name: 甲\ntongban: [{list: 跨省通办}]\nwithheld: [{field: tongban, publicity: 不公开}]\n",
                           "takes: [{path: tongban, given: 是}]\n");
  CHECK(got.rows().empty());
  CHECK(got.left_out == std::vector<std::size_t>{1, 0});
}

TEST_CASE("export: items as texts for people: numbered where there are several, lists in words, 无 where it says so") {
  const std::string columns = table(
      "      - {column: m, path: materials, join: ；, "
      "pattern: \"[{n}. ]{name}[（适用：{for}）][，{demand}][，{originals} 份][，{necessity}][，{within}内补交]\"}\n"
      "      - {column: w, path: channels.windows, pattern: \"[{name}：]{place}\", join: ；, none: 没有窗口}\n");
  CHECK(run(columns,
            "materials: [{name: 表, for: [甲, 乙], demand: [原件(验), 复印件], originals: 2, "
            "necessity: 容缺后补, within: 5工作日}, 照]\nchannels: {windows: [{place: 无}]}\n")
            .rows() == "1. 表（适用：甲、乙），原件(验)、复印件，2 份，容缺后补，5 工作日内补交；2. 照,没有窗口\r\n");
  CHECK(run(columns, "materials: [照]\nchannels: {windows: [{name: 大厅, place: 一楼}]}\n").rows() ==
        "照,大厅：一楼\r\n");
}

TEST_CASE("export: a thing is not offered where its own flag says so, not where another of its flags says no") {
  const std::string online = "      - {column: o, path: channels.online, function: offered, codes: yes}\n";
  const auto cell = [&](const std::string& yaml) {
    return run(table(online), "channels: {online: " + yaml + "}\n").rows();
  };
  CHECK(cell("{url: \"https://example.gov.cn\", single_login: 否}") == "1\r\n");
  CHECK(cell("{available: 否, single_login: 是}") == "0\r\n");
  CHECK(cell("{available: 是, single_login: 否}") == "1\r\n");
  CHECK(cell("无") == "0\r\n");
}

TEST_CASE("export: a list that is 无 and has rows of its own only is a loss, unless a column beside says so") {
  const std::string rows =
      "  - table: m\n    each: materials\n    columns:\n      - {column: n, path: materials.name}\n";
  const std::string matter = table("      - {column: a, path: name}\n");
  CHECK(run(matter + rows, "name: 甲\nmaterials: 无\n").losses == Lines{"no-place  materials"});
  CHECK(run(matter + rows, "name: 甲\n").losses.empty());
  CHECK(run(matter + rows, "name: 甲\nmaterials: [乙]\n").losses.empty());
  const std::string presence =
      table("      - {column: a, path: name}\n      - {path: materials, function: presence}\n");
  CHECK(run(presence + rows, "name: 甲\nmaterials: 无\n").losses.empty());
  const std::string joined = table("      - {column: b, path: materials.name, join: ；, none: 无}\n");
  CHECK(run(joined + rows, "materials: 无\n").losses.empty());
  // Where windows are 无 no row of theirs is written; where all channels are, neither.
  const std::string windows =
      "  - table: w\n    each: channels.windows\n    columns:\n      - {column: p, path: channels.windows.place}\n";
  CHECK(run(matter + windows, "name: 甲\nchannels: {windows: 无}\n").losses == Lines{"no-place  channels.windows"});
  CHECK(run(matter + windows, "name: 甲\nchannels: 无\n").losses == Lines{"no-place  channels"});
}

TEST_CASE("export: codes that are derived, or stand for names, are no numbers in a CSV for spreadsheets") {
  const Exported got =
      run(table("      - {column: a, function: agency_code}\n      - {column: b, path: type, codes: types}\n"
                "      - {column: c, path: agency.region, function: region_6}\n      - {column: d, function: order}\n"),
          "code: \"1135020000000012303000199052000\"\ntype: 行政许可\nagency: {region: \"350200000000\"}\n",
          "spreadsheet: 是\n");
  CHECK(got.rows() == "'113502000000001230,'01,'350200,1\r\n");
}
