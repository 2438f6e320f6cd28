#include <doctest/doctest.h>

#include "catalog/catalog.h"

using namespace matter;

namespace {

void add(Standards& to, Sources& sources, std::string text) {
  LoadedFile file;  // gone when the entries are looked at
  Collector findings(Lang::en);
  load_file(sources, sources.add_text(SourceKind::memory, "s.yaml", std::move(text)), file, findings);
  to.add(file);
}

}  // namespace

TEST_CASE("standards: found by code and version, without a version the newest") {
  Sources sources;
  Standards s;
  CHECK(s.empty());
  add(s, sources, R"(- {directory_code: "00019900100001", version: 2, name: 二, materials: [{name: 表}, {name: 证}]}
- {directory_code: "00019900100001", version: 10, name: 十}
- {directory_code: "00019900100001", name: 一}
- {basic_code: "000199001000", version: 3, name: 基}
- {name: 无编码}
)");
  const auto name = [&](std::string_view reference) {
    const Matter* m = s.find(reference);
    return m == nullptr ? std::string_view() : m->name.text;
  };
  CHECK(name("00019900100001@2") == "二");
  CHECK(name("00019900100001@1") == "一");
  CHECK(name("00019900100001") == "十");
  CHECK(name("00019900100001@3").empty());
  CHECK(name("000199001000@3") == "基");
  CHECK(name("").empty());
  CHECK(s.has_code("00019900100001"));
  CHECK_FALSE(s.has_code("x"));
  CHECK(s.entries().size() == 5);
}

TEST_CASE("standards: of two entries with one code and version the first counts") {
  Sources sources;
  Standards s;
  add(s, sources, "{directory_code: \"00019900100001\", version: 1, name: 先}");
  add(s, sources, "{directory_code: \"00019900100001\", version: 1, name: 后}");
  CHECK(s.find("00019900100001@1")->name.text == "先");
}

TEST_CASE("standards: an entry keeps values and places, also those of list items and escaped texts") {
  Sources sources;
  Standards s;
  add(s, sources, R"(directory_code: "00019900100001"
name: "许可\u8BC1"
materials:
  - {name: 表, for: [个人, "单\u4F4D"]}
extra: {x: y}
)");
  const Matter* m = s.find("00019900100001");
  REQUIRE(m != nullptr);
  CHECK(m->name.text == "许可证");
  REQUIRE(m->materials.size() == 1);
  CHECK(m->materials[0].name.text == "表");
  REQUIRE(m->materials[0].situations.size() == 2);
  CHECK(m->materials[0].situations[1].text == "单位");
  CHECK(slice(*sources.text(m->materials[0].name.mark.source), m->materials[0].name.mark.value) == "表");
  CHECK(m->document == nullptr);
  CHECK_FALSE(m->extra.given());
}

TEST_CASE("standards: entries of a damaged file are marked") {
  Sources sources;
  Standards s;
  add(s, sources, "{directory_code: \"00019900100001\"}");
  CHECK_FALSE(s.any_damaged());
  add(s, sources, "directory_code: \"00019900100002\"\nname: \"x\nversion: 2\n");
  CHECK(s.any_damaged());
  CHECK_FALSE(s.is_damaged(*s.entries()[0]));
  REQUIRE(s.entries().size() >= 2);
  CHECK(s.is_damaged(*s.entries()[1]));
}
