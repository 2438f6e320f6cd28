#include "checks/profile.h"

#include <doctest/doctest.h>

#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

/// Findings of a profile with these elements: `line:column message`, a line each.
std::string findings_of(const std::string& text, bool& read) {
  Sources sources;
  Collector findings(Lang::en);
  const SourceId source = sources.add_text(SourceKind::memory, "p.yaml", text);
  read = read_profile(source, sources, findings) != nullptr;
  std::string said;
  for (const Diagnostic& d : findings.take()) {
    said.append(d.rule).append(": ").append(d.message).append(" <");
    said.append(text.substr(d.at.span.begin, d.at.span.size())).append(">\n");
  }
  return said;
}

std::string element(const std::string& rest) {
  return "format: 1\nid: x\nlabel: 甲\nelements:\n  - {id: a, label: 乙, " + rest + "}\n";
}

std::string wrong(const std::string& text) {
  bool read = true;
  std::string said = findings_of(text, read);
  CHECK_FALSE(read);
  return said;
}

}  // namespace

TEST_CASE("profile: those that are compiled in are without a mistake, and none claims to be verified") {
  const std::vector<std::string_view> known = known_profiles();
  CHECK(known == std::vector<std::string_view>{"fj-5x15", "national-10", "national-4"});
  const std::vector<std::size_t> sizes{15, 10, 4};
  for (std::size_t i = 0; i < known.size(); ++i) {
    CAPTURE(known[i]);
    Sources sources;
    Collector findings(Lang::en);
    const auto profile = find_profile(known[i], sources, findings);
    CHECK(findings.found().empty());
    REQUIRE(profile);
    CHECK(profile->id == known[i]);
    CHECK_FALSE(profile->verified);
    CHECK(profile->elements.size() == sizes.at(i));
  }
}

TEST_CASE("profile: limits and fees are not compared in villages, everything else is") {
  Sources sources;
  Collector findings(Lang::en);
  const auto profile = find_profile(usual_profile, sources, findings);
  REQUIRE(profile);
  std::string left_out;
  for (const Element& one : profile->elements) {
    CHECK(one.applies("县级"));
    CHECK(one.applies(""));
    if (!one.applies("村(社区)级")) left_out.append(one.id).append(" ");
  }
  CHECK(left_out == "legal-limit promised-limit fees ");
}

TEST_CASE("profile: an element is read with its paths, comparison and direction") {
  Sources sources;
  Collector findings(Lang::en);
  const auto profile =
      read_profile(sources.add_text(SourceKind::memory, "p.yaml",
                                    "format: 1\nid: x\nlabel: 甲\nstatus: verified\nelements:\n"
                                    "  - {id: a, label: 乙, paths: [materials.name, basis], compare: set, "
                                    "direction: more, levels: [市级], blocks: 是}\n"),
                   sources, findings);
  REQUIRE(profile);
  CHECK(profile->verified);
  const Element& one = profile->elements.at(0);
  CHECK(one.paths.size() == 2);
  CHECK(to_text(one.paths[0]) == "materials[].name");
  CHECK(name(one.comparison) == "set");
  CHECK(one.better == Better::more);
  CHECK(one.blocks);
  CHECK(one.applies("市级"));
  CHECK_FALSE(one.applies("县级"));
}

TEST_CASE("profile: a mistake is a finding at its place") {
  CHECK(wrong(element("paths: [nothing], compare: set")) == "field-value: 'nothing' is no path of a field <nothing>\n");
  CHECK(wrong(element("paths: [name], compare: sett")) == "field-value: 'sett' is not possible here <sett>\n");
  CHECK(wrong(element("paths: [name], compare: limit")) == "field-value: 'name' cannot be compared as limit <name>\n");
  CHECK(wrong(element("paths: [materials.name], compare: text")) ==
        "field-value: 'materials.name' cannot be compared as text <materials.name>\n");
  CHECK(wrong(element("paths: [name], compare: text, direction: up")) ==
        "field-value: 'up' is not possible here <up>\n");
  CHECK(wrong(element("paths: [name], compare: text, levels: [区]")).starts_with("field-type: "));
  CHECK(wrong(element("paths: [name], compare: text, path: 1")).starts_with("field-unknown: "));
  CHECK(wrong(element("compare: text")).starts_with("field-missing: the profile does not say 'paths'"));
  CHECK(wrong("format: 2\nid: x\nlabel: 甲\nelements: [{id: a, label: 乙, paths: [name], compare: text}]\n") ==
        "field-value: there is no format 2 of profiles; this program knows 1 <2>\n");
  CHECK(wrong("format: 1\nid: x\nlabel: 甲\nelements:\n  - {id: a, label: 乙, paths: [name], compare: text}\n"
              "  - {id: a, label: 丙, paths: [name], compare: text}\n") ==
        "yaml-duplicate-key: the element 'a' stands here twice <a>\n");
  CHECK(wrong("- 1\n").starts_with("field-type: "));
  CHECK(wrong("").starts_with("field-type: "));
  CHECK(wrong("format: 1\nid: x\nlabel: 甲\n").starts_with("field-missing: the profile does not say 'elements'"));
}

TEST_CASE("profile: a catalog names one, or a file of its own, or takes the usual one") {
  const Tree tree;
  tree.add(".profile/own.yaml", element("paths: [name], compare: text"));
  const auto named = [&](const std::string& line, std::string& said) {
    tree.add("catalog.yaml", "format: 1\n" + line);
    Sources sources;
    Collector findings(Lang::en);
    const Catalog catalog = catalog_of_path(tree.path(), sources, findings);
    const auto profile = profile_of(catalog, sources, findings);
    said.clear();
    for (const Diagnostic& d : findings.take()) said += d.message + " (" + d.hint + ")";
    return profile ? std::string(profile->id) : std::string{};
  };
  std::string said;
  CHECK(named("", said) == "fj-5x15");
  CHECK(named("profile: national-4\n", said) == "national-4");
  CHECK(named("profile: .profile/own.yaml\n", said) == "x");
  CHECK(said.empty());
  CHECK(named("profile: national-5\n", said).empty());
  CHECK(said == "there is no profile 'national-5' (did you mean 'national-4'?)");
  CHECK(named("profile: 全国\n", said).empty());
  CHECK(said == "there is no profile '全国' (one of: fj-5x15, national-10, national-4, or the path of a file)");
  CHECK(named("profile: .profile/none.yaml\n", said).empty());
  CHECK(said == "there is no profile '" + tree.path(".profile/none.yaml") + "' ()");
  CHECK(named("profile: own.yaml\n", said).empty());
  CHECK(said.starts_with("the profile 'own.yaml' stands among the matters and would be read as one (put it outside"));
}
