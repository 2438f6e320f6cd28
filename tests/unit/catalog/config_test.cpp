#include <doctest/doctest.h>

#include "catalog/config_read.h"

using namespace matter;

namespace {

struct Read {
  Sources sources;
  Collector findings;
  Catalog catalog;

  explicit Read(std::string text, Lang lang = Lang::en) : findings(lang) {
    read_config(sources, sources.add_text(SourceKind::memory, "catalog.yaml", std::move(text)), catalog, findings);
  }
  /// The only finding.
  [[nodiscard]] const Diagnostic& only() const {
    REQUIRE(findings.found().size() == 1);
    return findings.found()[0];
  }
};

}  // namespace

TEST_CASE("config: every field, by English key or Chinese label") {
  const Read r(R"(format: 1
目录名称: 示例市实施清单
sample: true
role: 实施清单
level: 市级
region: "350200000000"
profile: fj-5x15
standards: [../standard, other.yaml]
imported_from: gd-hall-2021
not_carried: [fees, materials.kind, 'materials[].form']
type_codes:
  - {code: "21", type: 公共服务}
platforms: [national-exchange]
)");
  CHECK(r.findings.found().empty());
  const CatalogConfig& c = r.catalog.config;
  CHECK(c.format.value == 1);
  CHECK(c.name.text == "示例市实施清单");
  CHECK(c.sample.yes());
  CHECK(c.level.name() == "市级");
  CHECK(c.region.text == "350200000000");
  CHECK(c.profile.text == "fj-5x15");
  REQUIRE(c.standards.size() == 2);
  CHECK(c.standards[1].text == "other.yaml");
  CHECK(c.imported_from.text == "gd-hall-2021");
  CHECK(c.not_carried.size() == 3);
  REQUIRE(c.type_codes.size() == 1);
  CHECK(c.type_codes[0].code.text == "21");
  CHECK(c.type_codes[0].type.name() == "公共服务");
  CHECK(c.platforms[0].text == "national-exchange");
  CHECK_FALSE(r.catalog.standard);
  CHECK(Read("format: 1\nrole: 标准化目录\n").catalog.standard);
}

TEST_CASE("config: an unknown field is named with the nearest one") {
  const Read r("format: 1\nregon: \"350200000000\"\n");
  CHECK(r.only().rule == "field-unknown");
  CHECK(r.only().at.span == Span{10, 15});
  CHECK(r.only().hint == "did you mean 'region'?");
}

TEST_CASE("config: a value of the wrong kind or of no list") {
  CHECK(Read("format: 1\nstandards: {a: b}\n").only().rule == "field-type");
  CHECK(Read("format: one\n").only().rule == "field-type");
  const Read r("format: 1\nrole: 标准目彔\n");
  CHECK(r.only().rule == "field-value");
  CHECK(r.only().field == "role");
  CHECK_FALSE(r.only().hint.empty());
  CHECK(Read("format: 1\nnot_carried: [fee]\n").only().rule == "field-value");
  CHECK(Read("- format: 1\n").only().rule == "field-type");
}

TEST_CASE("config: the format must be said, and a newer one is refused with the way out") {
  CHECK(Read("name: x\n").only().rule == "field-missing");
  CHECK(Read("").only().rule == "field-missing");
  const Read newer("format: 2\n");
  CHECK(newer.catalog.refused);
  CHECK(newer.only().message.find("newer format 2") != std::string::npos);
  CHECK(newer.only().hint.find("matter upgrade") != std::string::npos);
  CHECK(newer.only().at.span == Span{8, 9});
  CHECK(Read("format: 2\n", Lang::zh).only().hint.find("matter upgrade") != std::string::npos);
  const Read zero("format: 0\n");
  CHECK(zero.only().rule == "field-value");
  CHECK_FALSE(zero.catalog.refused);
}

TEST_CASE("config: what the reader found wrong is said once") {
  const Read r("name: \"x\nrole: 标准化目录\n");
  CHECK(r.findings.any(Severity::error));
  for (const Diagnostic& d : r.findings.found()) CHECK(d.rule != "field-missing");
}

TEST_CASE("config: the same field under both names is a duplicate") {
  const Read r("format: 1\nname: a\n目录名称: b\n");
  CHECK(r.only().rule == "yaml-duplicate-key");
  REQUIRE(r.only().notes.size() == 1);
}

TEST_CASE("config: fields that the source never carries, and what is in them") {
  const Read r("format: 1\nnot_carried: [fees, 'materials[].kind', channels.online]\n");
  CatalogContext context;
  CHECK_FALSE(context.not_carried("fees"));
  context.catalog = &r.catalog;
  CHECK(context.not_carried("fees"));
  CHECK(context.not_carried("fees.amount"));
  CHECK(context.not_carried("fees[].amount"));
  CHECK(context.not_carried("materials.kind"));
  CHECK(context.not_carried("channels.online.url"));
  CHECK_FALSE(context.not_carried("materials"));
  CHECK_FALSE(context.not_carried("materials.kinds"));
  CHECK_FALSE(context.not_carried("channels"));
  CHECK_FALSE(context.not_carried("fee"));
  CHECK(context.not_carried_by("fees.amount") == "fees");
  CHECK(context.not_carried_by("name").empty());
}
