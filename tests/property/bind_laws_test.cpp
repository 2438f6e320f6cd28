#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "edit/field_edit.h"
#include "ops/bind.h"
#include "ops/load.h"
#include "support/matter_generator.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

constexpr const char* entry_code = "00019900100001";

void put(Content& matter, const std::string& key, const std::string& value) {
  const FieldTarget target{{find_field(*table_of<Matter>(), key), FieldStep::whole}};
  apply_field(matter, target, value.empty() ? Content{} : text_content(value));
}

Content entry(Random& random, const std::string& version) {
  Content content = random_matter(random, {.awkward = false, .extra = false});
  for (const char* const own : {"standard", "binding", "code", "handling_code", "bundle", "basic_code"})
    put(content, own, {});
  put(content, "directory_code", entry_code);
  put(content, "version", version);
  return content;
}

/// Codes are quoted text (a plain one gets its quotes when it is changed).
std::string with_quotes(std::string yaml) {
  const std::string plain = std::string(": ") + entry_code + "@1";
  if (const std::size_t at = yaml.find(plain); at != std::string::npos)
    yaml.replace(at, plain.size(), std::string(": \"") + entry_code + "@1\"");
  return yaml;
}

std::string bytes(const Tree& tree, const std::string& path) {
  std::ifstream in(tree.path(path), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

BindResult bound(const Tree& tree, BindOptions what) {
  what.paths = {tree.path("city")};
  RunOptions options;
  options.jobs = 1;
  Sources sources;
  return bind_matters(what, options, sources);
}

}  // namespace

TEST_CASE("bind laws: binding moves the version alone, nothing is stale then, and back again gives the same bytes") {
  Random random(20261123);
  std::size_t stale = 0;
  for (int round = 0; round < 60; ++round) {
    const Tree tree;
    tree.add("standard/catalog.yaml", "format: 1\nname: 标准\nrole: 标准化目录\n");
    tree.add("standard/1.yaml", write_yaml(entry(random, "1"), random));
    tree.add("standard/2.yaml", write_yaml(entry(random, "2"), random));
    tree.add("city/catalog.yaml", "format: 1\nname: 市\nlevel: 市级\nstandards: [../standard]\n");
    Content content = random_matter(random);
    for (const char* const own : {"status", "binding", "bundle"}) put(content, own, {});
    put(content, "standard", std::string(entry_code) + "@1");
    tree.add("city/a.yaml", with_quotes(write_yaml(content, random)));
    const std::string before = bytes(tree, "city/a.yaml");
    CAPTURE(before);

    const BindResult there = bound(tree, {});
    REQUIRE(there.refused.empty());
    REQUIRE(there.changes.size() == 1);
    CHECK(there.changes[0].field == "standard");
    const std::string after = bytes(tree, "city/a.yaml");
    REQUIRE(after.size() == before.size());
    std::size_t differing = 0;
    for (std::size_t i = 0; i < before.size(); ++i) differing += before[i] != after[i] ? 1U : 0U;
    CHECK(differing == 1);

    RunOptions options;
    options.jobs = 1;
    options.today = {2026, 11, 23};
    Sources sources;
    CHECK(list_bindings({tree.path("city")}, {}, options, sources).stale.empty());
    stale += there.matters[0].changes != nullptr && !there.matters[0].changes->elements.empty() ? 1U : 0U;

    REQUIRE(bound(tree, {.code = entry_code, .to = "1"}).refused.empty());
    CHECK(bytes(tree, "city/a.yaml") == before);
  }
  CHECK(stale > 30);
}

TEST_CASE("bind laws: what is taken is not written any more, what is kept takes effect as before, all else stays") {
  Random random(20261124);
  std::size_t took = 0;
  std::size_t kept = 0;
  for (int round = 0; round < 60; ++round) {
    const Tree tree;
    tree.add("standard/catalog.yaml", "format: 1\nname: 标准\nrole: 标准化目录\n");
    tree.add("standard/1.yaml", write_yaml(entry(random, "1"), random));
    tree.add("standard/2.yaml", write_yaml(entry(random, "2"), random));
    tree.add("city/catalog.yaml", "format: 1\nname: 市\nlevel: 市级\nstandards: [../standard]\n");
    Content content = random_matter(random);
    for (const char* const own : {"status", "binding", "bundle"}) put(content, own, {});
    put(content, "standard", std::string(entry_code) + "@1");
    tree.add("city/a.yaml", write_yaml(content, random));
    CAPTURE(content.parts.size());

    const auto effective = [&](std::string_view key) {
      RunOptions options;
      Sources sources;
      Collector unheard(Lang::en);
      Workspace work;
      open_workspace({tree.path("city")}, options, sources, work, unheard);
      LoadedFile file;
      load_file(sources, work.discovery.files.at(0).source, file, unheard);
      Matter& m = file.matters.at(0);
      const Field& field = *find_field(*table_of<Matter>(), key);
      const bool own = !mark_of(field, &m).absent();
      make_effective(m, work.standards.find(m.standard.text));
      return std::pair(own, content_of(field, member(field, &m)));
    };
    const auto fees = effective("fees");
    const auto materials = effective("materials");
    const BindResult result = bound(tree, {.take = {"fees"}, .keep = {{"materials", "甲"}}});
    if (!result.refused.empty()) {  // the entry says nothing of the fees: then nothing is written at all
      CHECK(effective("fees") == fees);
      CHECK(effective("materials") == materials);
      continue;
    }
    CHECK_FALSE(effective("fees").first);
    if (!materials.second.absent()) CHECK(effective("materials").second == materials.second);
    took += fees.first ? 1U : 0U;
    kept += materials.first ? 0U : 1U;
    for (const SetChange& change : result.changes) {
      CAPTURE(change.field);
      CHECK((change.field == "standard" || change.field == "fees" || change.field == "materials" ||
             change.field.starts_with("binding.kept")));
    }
  }
  CHECK(took > 3);
  CHECK(kept > 3);
}
