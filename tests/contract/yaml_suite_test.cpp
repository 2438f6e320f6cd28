// Every case of the official YAML test suite ends as the right tree or as a refusal.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "doc/yaml.h"
#include "doc/yaml/dialect.h"
#include "doc/yaml/general.h"
#include "support/shared.h"
#include "support/trees.h"
#include "support/yaml_cpp_tree.h"
#include "support/yaml_suite.h"

using namespace matter;
using namespace matter::test;

namespace {

using Ids = std::vector<std::string>;

std::string joined(const Ids& ids) {
  if (ids.empty()) return "none";
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : " ") + id;
  return out;
}

struct Counts {
  Ids dialect;               // valid, read by the dialect reader
  Ids handed_over;           // valid, read by yaml-cpp and judged right
  Ids refused;               // not YAML, refused
  Ids refused_valid;         // valid, refused
  Ids wrong_tree;            // must stay empty
  Ids accepted_invalid;      // must stay empty
  std::size_t ordinary = 0;  // valid, with nothing outside the dialect
  std::size_t ordinary_by_dialect = 0;
  Ids cpp_accepts_invalid;
  Ids cpp_refuses_valid;
  Ids cpp_wrong_tree;
};

void count(const SuiteCase& one, Counts& counts) {
  Document document;
  Collector findings(Lang::en);
  const YamlOutcome outcome = read_yaml(one.yaml, 0, document, findings);
  const bool refused = outcome == YamlOutcome::wrong;
  if (refused) {
    CHECK_MESSAGE(findings.any(Severity::error), one.id << " is refused without a finding");
  } else if (one.fail) {
    counts.accepted_invalid.push_back(one.id);
    FAIL_CHECK("not YAML, but read: " << one.id << " " << one.name << "\n" << one.yaml << tree_text(document));
  } else if (tree_text(document) != expected_tree(one.tree)) {
    counts.wrong_tree.push_back(one.id);
    FAIL_CHECK("wrong tree: " << one.id << " " << one.name << "\n"
                              << one.yaml << "\nexpected\n"
                              << expected_tree(one.tree) << "read\n"
                              << tree_text(document));
  }
  const std::string broken = refused ? std::string() : broken_invariant(document);
  CHECK_MESSAGE(broken.empty(), one.id << ": " << broken);
  if (one.skipped) return;  // checked, but not counted
  if (one.fail) {
    if (refused) counts.refused.push_back(one.id);
    return;
  }
  if (!one.outside_dialect) ++counts.ordinary;
  if (!one.outside_dialect && outcome == YamlOutcome::read) ++counts.ordinary_by_dialect;
  (refused                        ? counts.refused_valid
   : outcome == YamlOutcome::read ? counts.dialect
                                  : counts.handed_over)
      .push_back(one.id);
}

void count_yaml_cpp(const SuiteCase& one, Counts& counts) {
  if (one.skipped) return;
  const auto tree = yaml_cpp_tree(one.yaml);
  if (one.fail) {
    if (tree) counts.cpp_accepts_invalid.push_back(one.id);
  } else if (!tree) {
    counts.cpp_refuses_valid.push_back(one.id);
  } else if (*tree != bare_tree(expected_tree(one.tree))) {
    counts.cpp_wrong_tree.push_back(one.id);
  }
}

std::string table(const Counts& counts) {
  const std::size_t valid = counts.dialect.size() + counts.handed_over.size() + counts.refused_valid.size();
  std::string out;
  out += "| cases | number |\n|---|---|\n";
  out += fmt::format("| valid | {} |\n", valid);
  out += fmt::format("| – read by the dialect reader | {} |\n", counts.dialect.size());
  out += fmt::format("| – handed over, read by yaml-cpp and judged right | {} |\n", counts.handed_over.size());
  out += fmt::format("| – refused though valid | {} |\n", counts.refused_valid.size());
  out += fmt::format("| not YAML | {} |\n", counts.refused.size() + counts.accepted_invalid.size());
  out += fmt::format("| – refused | {} |\n", counts.refused.size());
  out += fmt::format("| wrong trees, or read though not YAML | {} |\n",
                     counts.wrong_tree.size() + counts.accepted_invalid.size());
  out += fmt::format("| valid with nothing outside the dialect | {} |\n", counts.ordinary);
  out += fmt::format("| – read by the dialect reader | {} ({:.1f} %) |\n\n", counts.ordinary_by_dialect,
                     100.0 * static_cast<double>(counts.ordinary_by_dialect) / static_cast<double>(counts.ordinary));
  out += fmt::format("Handed over: {}.\n\n", joined(counts.handed_over));
  out += fmt::format("Refused though valid: {}.\n\n", joined(counts.refused_valid));
  out += "yaml-cpp alone, on the same cases:\n\n";
  out += fmt::format("- reads what is not YAML ({}): {}.\n", counts.cpp_accepts_invalid.size(),
                     joined(counts.cpp_accepts_invalid));
  out += fmt::format("- refuses what is YAML ({}): {}.\n", counts.cpp_refuses_valid.size(),
                     joined(counts.cpp_refuses_valid));
  out += fmt::format("- gives a wrong tree ({}): {}.\n", counts.cpp_wrong_tree.size(), joined(counts.cpp_wrong_tree));
  return out;
}

constexpr std::string_view begin_mark = "<!-- generated by yaml_suite_test: begin -->\n";
constexpr std::string_view end_mark = "<!-- generated by yaml_suite_test: end -->\n";

/// The page says what was counted; MATTER_UPDATE=1 writes it.
void compare_with_page(const std::string& computed) {
  const auto path = in_repository("docs/yaml.md");
  std::string page = file_text(path);
  const std::size_t begin = page.find(begin_mark);
  const std::size_t end = page.find(end_mark);
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  const std::size_t from = begin + begin_mark.size();
  if (std::getenv("MATTER_UPDATE") != nullptr) {
    page.replace(from, end - from, computed);
    std::ofstream(path, std::ios::binary) << page;
  } else {
    CHECK_MESSAGE(page.substr(from, end - from) == computed,
                  "docs/yaml.md is not up to date: run with MATTER_UPDATE=1");
  }
}

}  // namespace

TEST_CASE("yaml suite: every case is the right tree or a refusal") {
  const auto shared = shared_data_or_say("yaml suite");
  if (!shared) return;
  const auto cases = yaml_suite(*shared / "data" / "yaml-test-suite" / "src");
  REQUIRE(cases.size() == 406);
  Counts counts;
  for (const SuiteCase& one : cases) {
    count(one, counts);
    count_yaml_cpp(one, counts);
  }
  CHECK(counts.refused.size() + counts.accepted_invalid.size() == 94);
  const std::string computed = table(counts);
  std::printf("%s\n", computed.c_str());
  CHECK(counts.ordinary_by_dialect * 100 >= counts.ordinary * 85);
  compare_with_page(computed);
}

TEST_CASE("yaml suite: the general reader is right or refuses by itself too") {
  const auto shared = shared_data_or_say("yaml suite");
  if (!shared) return;
  for (const SuiteCase& one : yaml_suite(*shared / "data" / "yaml-test-suite" / "src")) {
    CAPTURE(one.id);
    Document document;
    Collector findings(Lang::zh);
    if (!read_general(one.yaml, 0, document, findings, {}, {})) {
      CHECK(findings.any(Severity::error));
      continue;
    }
    CHECK_FALSE(one.fail);
    CHECK(broken_invariant(document) == "");
    if (!one.fail) CHECK(tree_text(document) == expected_tree(one.tree));
  }
}
