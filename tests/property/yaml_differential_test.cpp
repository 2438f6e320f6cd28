// Two independent readers give the same tree, and no bytes at all break ours.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "doc/yaml.h"
#include "ops/import.h"
#include "support/shared.h"
#include "support/trees.h"
#include "support/yaml_check.h"
#include "support/yaml_cpp_tree.h"
#include "support/yaml_random.h"

using namespace matter;
using namespace matter::test;

namespace {

/// A JSON value as a YAML entry's value; `indent` is that of the collection it belongs to.
void write_value(const nlohmann::json& value, std::size_t indent, Random& random, std::string& out) {
  if (value.is_null()) {
    out += random.one_in(2) ? "\n" : " ~\n";
  } else if (value.is_string()) {
    out += fmt::format(" {}\n", written_scalar(value.get<std::string>(), indent, random));
  } else if (value.is_array() && !value.empty()) {
    out += "\n";
    for (const auto& item : value) {
      out.append(indent, ' ').append("  -");
      write_value(item, indent + 2, random, out);
    }
  } else if (value.is_object() && !value.empty()) {
    out += "\n";
    for (const auto& [key, item] : value.items()) {
      out.append(indent, ' ').append("  ").append(key).append(":");
      write_value(item, indent + 2, random, out);
    }
  } else {
    out += fmt::format(" {}\n", value.dump());
  }
}

std::string json_tree(const nlohmann::json& value, std::size_t depth) {
  const std::string indent(depth, ' ');
  if (value.is_null()) return fmt::format("{}null\n", indent);
  if (!value.is_structured()) {
    const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
    return text.empty() || text == "~" || text == "null" ? fmt::format("{}null\n", indent)
                                                         : fmt::format("{}\"{}\"\n", indent, escaped(text));
  }
  std::string out = fmt::format("{}{}\n", indent, value.is_object() ? "map" : "seq");
  for (const auto& [key, item] : value.items()) {
    if (value.is_object()) out += fmt::format("{} \"{}\"\n", indent, escaped(key));
    out += json_tree(item, depth + 1);
  }
  return out.append(indent).append("end\n");
}

void check_text(const std::string& text) {
  const std::string fault = reading_fault(text);
  CHECK_MESSAGE(fault.empty(), fault << "\n" << escaped(text));
  const std::string differs = disagreement(text);
  CHECK_MESSAGE(differs.empty(), differs << "\n" << text << "\n" << escaped(text));
}

}  // namespace

TEST_CASE("yaml: both readers give the same tree on every file of the repository") {
  std::size_t count = 0;
  for (const std::string folder : {"catalogs", "schemas"}) {
    if (!std::filesystem::exists(in_repository(folder))) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(in_repository(folder))) {
      if (entry.path().extension() != ".yaml") continue;
      CAPTURE(entry.path().string());
      check_text(file_text(entry.path()));
      ++count;
    }
  }
  CHECK(count > 0);
}

TEST_CASE("yaml: published matters written in any style are read as they are") {
  const auto shared = shared_data_or_say("published matters as YAML");
  if (!shared) return;
  std::ifstream lines(*shared / "data" / "guangdong_2021" / "policy.jsonl");
  std::string line;
  std::size_t count = 0;
  while (std::getline(lines, line)) {
    const auto matter = nlohmann::json::parse(line);
    Random random(count++);
    std::string text = "matter:";
    write_value(matter, 0, random, text);
    CAPTURE(text);
    Document document;
    Collector findings(Lang::en);
    REQUIRE(read_yaml(text, 0, document, findings) == YamlOutcome::read);
    const std::string expected = fmt::format("document\n map\n  \"matter\"\n{} end\n", json_tree(matter, 2));
    REQUIRE(bare_tree(tree_text(document)) == expected);
    REQUIRE(broken_invariant(document) == "");
    REQUIRE(disagreement(text) == "");
  }
  CHECK(count == 2262);
}

TEST_CASE("yaml: both readers give the same tree on every file that importing the published matters makes") {
  const auto shared = shared_data_or_say("the imported published matters, read by both readers");
  if (!shared) return;
  const TemporaryFolder folder;
  ImportOptions what;
  what.file = (*shared / "data" / "guangdong_2021" / "policy.jsonl").string();
  what.from = "gd-hall-2021";
  what.out = (folder.path() / "imported").string();
  Sources sources;
  REQUIRE(import_catalog(what, {}, sources).written);
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(what.out)) {
    if (entry.path().extension() != ".yaml") continue;
    CAPTURE(entry.path().string());
    const std::string text = file_text(entry.path());
    Document document;
    Collector findings(Lang::en);
    REQUIRE(read_yaml(text, 0, document, findings) == YamlOutcome::read);
    REQUIRE(broken_invariant(document) == "");
    REQUIRE(disagreement(text) == "");
    ++count;
  }
  CHECK(count == 2263);  // and catalog.yaml
}

TEST_CASE("yaml: random well-formed documents are read, and read alike") {
  std::size_t read = 0;
  constexpr std::size_t count = 4000;
  for (std::uint64_t seed = 0; seed < count; ++seed) {
    CAPTURE(seed);
    const std::string text = random_yaml(seed, false);
    check_text(text);
    Document document;
    Collector findings(Lang::en);
    const bool ok = read_yaml(text, 0, document, findings) == YamlOutcome::read;
    read += ok ? 1 : 0;
    CHECK_MESSAGE(ok, (findings.found().empty() ? "" : findings.found()[0].message) << "\n" << text);
  }
  CHECK(read == count);
}

TEST_CASE("yaml: random documents with anchors, aliases and tags are read by the general reader or refused") {
  std::size_t handed_over = 0;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    CAPTURE(seed);
    const std::string text = random_yaml(seed, true);
    check_text(text);
    Document document;
    Collector findings(Lang::en);
    if (read_yaml(text, 0, document, findings) != YamlOutcome::handed_over) continue;
    ++handed_over;
    CHECK(yaml_cpp_tree(text) == bare_tree(tree_text(document)));
  }
  CHECK(handed_over > 500);
}

TEST_CASE("yaml: signs in any order break nothing") {
  for (std::uint64_t seed = 0; seed < 20000; ++seed) {
    CAPTURE(seed);
    check_text(random_signs(seed));
  }
}

TEST_CASE("yaml: damaged documents break nothing") {
  for (std::uint64_t seed = 0; seed < 6000; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::string text = mutated(random_yaml(seed % 500, seed % 3 == 0), random);
    check_text(text);
  }
}

TEST_CASE("yaml: hostile files end with a finding") {
  // Were one of these not linear in its length, the test would not end.
  const std::size_t size = 2'000'000;
  for (const std::string_view piece :
       {"[",          "{",       "- ",       "? ",           "a: ",     "&a ",      "*a ",       "!a ",
        "\"",         "'",       "|\n",      "\n",           "#",       "%a\n",     "---\n",     "[a, ",
        "{a: ",       "-\n",     "a:\n",     "\t",           "：",      "\xB9\xFA", "\r",        "&a [",
        "x\n",        " - a\n",  "{a: b}, ", "\\",           "- &a\n",  "a: *a\n",  "<<<<<<<\n", "\xEF\xBB\xBF",
        "? a\n: b\n", "- ? a\n", "[a]: b\n", "!!str a: b\n", "\"a\\\n", "- |\n "}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < size) text += piece;
    Document document;
    Collector findings(Lang::zh);
    const YamlOutcome outcome = read_yaml(text, 0, document, findings);
    CHECK((outcome != YamlOutcome::wrong || findings.any(Severity::error)));
    CHECK(findings.found().size() <= YamlLimits().findings + 2);
  }
}

TEST_CASE("yaml: aliases that expand without end are refused with a finding") {
  std::string laughs = "a: &a [哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    laughs +=
        fmt::format("{0}: &{0} [*{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}]\n", c, static_cast<char>(c - 1));
  }
  for (const std::string& text : {laughs, std::string("&a [*a]\n"), std::string("a: *b\n")}) {
    CAPTURE(text);
    Document document;
    Collector findings(Lang::en);
    CHECK(read_yaml(text, 0, document, findings) == YamlOutcome::wrong);
    REQUIRE(findings.any(Severity::error));
    CHECK(document.nodes.size() < 200'000);
  }
}
