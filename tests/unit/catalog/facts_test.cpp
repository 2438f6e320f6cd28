#include "catalog/facts.h"

#include <doctest/doctest.h>

using namespace matter;

namespace {

Facts part_of(std::string_view rule, std::string_view said, SourceId source) {
  Facts f;
  f.matters.push_back({{source, {1, 2}}, "code-of-" + std::string(said), false});
  RuleFacts r{std::string(rule), {}, {}};
  FactWriter writer(r.bytes);
  writer.text(said);
  writer.number(300);
  writer.place({source, {7, 9}});
  r.records.push_back({0, 0, static_cast<std::uint32_t>(r.bytes.size())});
  f.rules.push_back(std::move(r));
  return f;
}

}  // namespace

TEST_CASE("facts: what is written is read back in order") {
  std::string bytes;
  FactWriter w(bytes);
  w.number(0);
  w.number(~0ULL);
  w.text("许可");
  w.text("");
  w.place({3, {10, 20}});
  w.place({});
  FactReader r(bytes);
  CHECK(r.number() == 0);
  CHECK(r.number() == ~0ULL);
  CHECK(r.text() == "许可");
  CHECK(r.text().empty());
  CHECK(r.place() == Location{3, {10, 20}});
  CHECK_FALSE(r.place().known());
  CHECK_FALSE(r.broken());
  CHECK(r.done());
  CHECK(r.number() == 0);
  CHECK(r.broken());
}

TEST_CASE("facts: reading another kind than was written is broken, not wrong") {
  std::string bytes;
  FactWriter(bytes).number(5);
  FactReader r(bytes);
  CHECK(r.text().empty());
  CHECK(r.broken());
  CHECK(r.number() == 0);
}

TEST_CASE("facts: parts are put one behind another, whatever rules they hold") {
  Facts whole = part_of("a-rule", "one", 0);
  whole.append(part_of("b-rule", "two", 1));
  whole.append(part_of("a-rule", "three", 2));
  REQUIRE(whole.matters.size() == 3);
  CHECK(whole.matters[2].identity == "code-of-three");
  const RuleFacts* a = whole.of("a-rule");
  REQUIRE(a != nullptr);
  REQUIRE(a->records.size() == 2);
  CHECK(a->records[1].matter == 2);
  CHECK(a->reader(a->records[1]).text() == "three");
  CHECK(whole.of("c-rule") == nullptr);
}

TEST_CASE("facts: the byte form names sources, so that another run can read it") {
  Sources first;
  first.add_file("catalog.yaml");
  const SourceId a = first.add_file("a.yaml");
  const Facts facts = part_of("a-rule", "one", a);
  const std::string bytes = to_bytes(facts, first);

  Sources second;
  second.add_file("x.yaml");
  second.add_file("y.yaml");
  second.add_file("z.yaml");
  const auto read = facts_from_bytes(bytes, second);
  REQUIRE(read);
  CHECK(second.size() == 4);
  CHECK(second.name(read->matters[0].at.source) == "a.yaml");
  const RuleFacts& r = *read->of("a-rule");
  FactReader reader = r.reader(r.records[0]);
  CHECK(reader.text() == "one");
  CHECK(reader.number() == 300);
  const Location place = reader.place();
  CHECK(second.name(place.source) == "a.yaml");
  CHECK(place.span == Span{7, 9});
  // A source that is known keeps its number.
  CHECK(facts_from_bytes(bytes, second)->matters[0].at.source == 3);
  CHECK(second.size() == 4);
}

TEST_CASE("facts: another version and other bytes are refused") {
  Sources sources;
  const std::string bytes = to_bytes({}, sources);
  CHECK(facts_from_bytes(bytes, sources));
  CHECK_FALSE(facts_from_bytes("", sources));
  CHECK_FALSE(facts_from_bytes("matter.facts/2", sources));
  CHECK_FALSE(facts_from_bytes(bytes + "n", sources));
  std::string other = bytes;
  other[other.find("facts/1") + 6] = '3';
  CHECK_FALSE(facts_from_bytes(other, sources));
}
