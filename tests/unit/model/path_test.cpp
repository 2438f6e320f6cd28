#include "model/path.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "doc/yaml.h"
#include "model/read.h"

using namespace matter;

TEST_CASE("paths: English keys lead to fields, with or without brackets at lists") {
  const auto promised = resolve_path("limits.promised");
  REQUIRE(promised);
  CHECK(promised->count == 2);
  CHECK(promised->last().label == "承诺办结时限");
  CHECK_FALSE(promised->through_list());
  const auto name = resolve_path("materials[].name");
  REQUIRE(name);
  CHECK(name->through_list());
  CHECK(*name == *resolve_path("materials.name"));
  CHECK(to_text(*resolve_path("materials.name")) == "materials[].name");
  CHECK(to_text(*resolve_path("channels.online.url")) == "channels.online.url");
  CHECK(to_text(*resolve_path("materials")) == "materials");
  CHECK_FALSE(resolve_path("materials")->through_list());
  for (const char* wrong : {"", ".", "limits.", "limits.promised.x", "name[]", "limits[].legal", "no", "事项名称"}) {
    CAPTURE(wrong);
    CHECK_FALSE(resolve_path(wrong));
  }
}

TEST_CASE("paths: every field of a matter has a path that leads back to it") {
  std::vector<std::string> paths;
  const Matter m;
  visit_fields(m, [&](const Trail& trail, const Field& field, const void* value) {
    const std::string path = to_text(trail);
    paths.push_back(path);
    const auto back = resolve_path(path);
    REQUIRE(back);
    REQUIRE(&back->last() == &field);
    REQUIRE(value != nullptr);
  });
  CHECK(paths.front() == "sample");
  CHECK(paths.back() == "extra");
  CHECK(std::count(paths.begin(), paths.end(), "channels.online.url") == 1);
}

TEST_CASE("paths: visiting shows each item's members with its label, in order, and can be told to pass by") {
  const std::string text = "materials: [表, {name: 执照, for: [甲]}]\nlimits: {legal: 1 工作日}\n";
  Document doc;
  Collector findings(Lang::en);
  REQUIRE(read_yaml(text, 0, doc, findings) == YamlOutcome::read);
  Arena arena;
  Matter m;
  read_matter(doc, doc.roots[0], arena, m);

  std::string given;
  visit_fields(m, [&](const Trail& trail, const Field&, const void* value) {
    if (static_cast<const Mark*>(value)->given()) given += to_text(trail) + '\n';
  });
  CHECK(given == "materials\nmaterials[表].name\nmaterials[执照].name\nmaterials[执照].for\nlimits\nlimits.legal\n");

  int seen = 0;
  visit_fields(m, [&](const Trail& trail, const Field&, const void*) {
    if (trail.outer != nullptr) ++seen;
    return false;
  });
  CHECK(seen == 0);

  std::string names;
  visit_path(*resolve_path("materials[].name"), &m, [&](const Trail& trail, const Field&, void* value) {
    names += to_text(trail) + '=' + std::string(static_cast<Text*>(value)->text) + ' ';
    static_cast<Text*>(value)->text = "改";
  });
  CHECK(names == "materials[表].name=表 materials[执照].name=执照 ");
  CHECK(m.materials[0].name.text == "改");
  int once = 0;
  visit_path(*resolve_path("limits.legal"), static_cast<const void*>(&m),
             [&](const Trail&, const Field&, const void*) { ++once; });
  CHECK(once == 1);
}
