#include <doctest/doctest.h>

#include "catalog/catalog.h"
#include "model/path.h"
#include "support/matter_generator.h"
#include "support/read_text.h"

using namespace matter;
using namespace matter::test;

namespace {

struct Seen {
  std::string path;
  Mark mark;
  std::string_view text;  ///< of scalars
  const Field* field = nullptr;
};

/// Every member, list items' too.
std::vector<Seen> members(const Matter& m) {
  std::vector<Seen> out;
  visit_fields(m, [&](const Trail& trail, const Field& field, const void* value) {
    const Mark& mark = *static_cast<const Mark*>(value);
    const std::string_view text = is_scalar(field.kind) ? static_cast<const Scalar*>(value)->text : std::string_view();
    out.push_back({to_text(trail), mark, text, &field});
  });
  return out;
}

bool same(const Seen& a, const Seen& b) {
  return a.path == b.path && a.text == b.text && a.mark.state == b.mark.state && a.mark.source == b.mark.source &&
         a.mark.value == b.mark.value;
}

}  // namespace

TEST_CASE("effective: own values win, inherited ones point into the standard's source, twice is once") {
  Random random(20260102);
  std::size_t inherited = 0;
  for (int round = 0; round < 300; ++round) {
    const auto base = read_text(write_yaml(random_matter(random), random), "standard.yaml");
    // Another source number than the entry's: in one run no two sources share one.
    auto local = std::make_unique<ReadText>();
    local->sources.add_text(SourceKind::memory, "standard.yaml", "");
    const SourceId id =
        local->sources.add_text(SourceKind::memory, "local.yaml", write_yaml(random_matter(random), random));
    load_file(local->sources, id, local->file, local->findings);
    REQUIRE(base->file.source != id);

    Matter& m = local->file.matters.at(0);
    const Matter& entry = base->matter();
    const auto written = members(m);
    make_effective(m, &entry);
    const auto effective = members(m);
    make_effective(m, &entry);
    const auto again = members(m);
    REQUIRE(again.size() == effective.size());
    for (std::size_t i = 0; i < again.size(); ++i) CHECK(same(again[i], effective[i]));

    // What was written stays as it was, member by member (inherited lists add members behind, under their paths).
    std::size_t at = 0;
    for (const Seen& own : written) {
      if (own.mark.absent()) continue;
      while (at < effective.size() && !same(effective[at], own)) ++at;
      CAPTURE(own.path);
      REQUIRE(at < effective.size());
    }
    for (const Seen& value : effective) {
      if (value.mark.absent() || value.mark.source == id) continue;
      CAPTURE(value.path);
      CHECK(value.mark.source == base->file.source);
      CHECK_FALSE(value.field->local);
      ++inherited;
    }
  }
  CHECK(inherited > 1000);
}

TEST_CASE("effective: an empty matter takes over all that may be inherited, and nothing else") {
  Random random(20260103);
  for (int round = 0; round < 100; ++round) {
    const auto base = read_text(write_yaml(random_matter(random), random), "standard.yaml");
    Matter m;
    make_effective(m, &base->matter());
    for (const Field& field : table_of<Matter>()->fields) {
      const Mark& own = mark_of(field, &m);
      const Mark& theirs = mark_of(field, &base->matter());
      CAPTURE(std::string(field.key));
      CHECK(own.absent() == (theirs.absent() || field.local));
    }
  }
}

TEST_CASE("effective: an entry kept compactly gives the same as the entry in its file") {
  Random random(20260104);
  for (int round = 0; round < 200; ++round) {
    MatterKind kind;
    const std::string text = "- directory_code: \"00019900100001\"\n";
    const auto base = read_text(write_yaml(random_matter(random, kind), random), "standard.yaml");
    Standards standards;
    standards.add(base->file);
    REQUIRE(standards.entries().size() == 1);
    Matter from_file;
    Matter from_kept;
    make_effective(from_file, &base->matter());
    make_effective(from_kept, standards.entries()[0]);
    const auto a = members(from_file);
    const auto b = members(from_kept);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) CHECK(same(a[i], b[i]));
  }
}
