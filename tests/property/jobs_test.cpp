#include <doctest/doctest.h>

#include "ops/load.h"
#include "ops/validate.h"
#include "report/findings_json.h"
#include "report/findings_text.h"
#include "support/matter_generator.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

/// Catalogs of random matters: a standard one, a bound one, some files damaged, some of several documents.
void write_catalogs(const Tree& tree, Random& random, std::size_t files) {
  tree.add("standard/catalog.yaml", "format: 1\nrole: 标准化目录\n");
  tree.add("xm/catalog.yaml", "format: 1\nstandards: [../standard]\nnot_carried: [fees]\n");
  MatterKind anonymous;
  anonymous.identity = false;
  for (std::size_t i = 0; i < files; ++i) {
    const std::string number = std::to_string(1000 + i);
    const bool standard = i % 5 == 0;
    std::string text = standard ? "directory_code: \"0001990010" + number + "\"\n" : std::string();
    text += write_yaml(random_matter(random, standard ? anonymous : MatterKind{}), random);
    if (random.chance(5)) text += "x: \"unclosed\n";
    tree.add((standard ? "standard/" : "xm/") + number + ".yaml", text);
  }
}

std::string everything(const Tree& tree, unsigned jobs, Lang lang) {
  Sources sources;
  RunOptions options;
  options.jobs = jobs;
  options.lang = lang;
  const ValidateResult result = validate({tree.path()}, options, sources);
  std::string out;
  const auto sink = [&](std::string_view part) { out += part; };
  write_findings_text(result, sources, {lang}, sink);
  write_findings_json(result, sources, sink);
  Sources again;
  Collector findings(lang);
  for_each_matter({tree.path()}, options, again, findings, [&](const MatterView& view, const LoadedFile& file) {
    out += std::string(view.identity) + ' ' + std::string(again.name(file.source)) + '\n';
  });
  return out;
}

}  // namespace

TEST_CASE("jobs: the output is the same for any number of workers") {
  Random random(20260105);
  const Tree tree;
  write_catalogs(tree, random, 400);
  for (const Lang lang : {Lang::en, Lang::zh}) {
    const std::string one = everything(tree, 1, lang);
    CHECK(one.size() > 10000);
    CHECK(everything(tree, 2, lang) == one);
    CHECK(everything(tree, 7, lang) == one);
  }
}

TEST_CASE("jobs: what a matter is found guilty of does not depend on the files around it") {
  Random random(20260106);
  const Tree tree;
  const Tree alone;
  std::vector<std::string> texts;
  RunOptions options;
  options.jobs = 2;
  for (int i = 0; i < 60; ++i) {
    std::string text = write_yaml(random_matter(random), random);
    tree.add("m" + std::to_string(100 + i) + ".yaml", text);
    texts.push_back(std::move(text));
  }
  Sources sources;
  const ValidateResult whole = validate({tree.path()}, options, sources);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string name = "m" + std::to_string(100 + i) + ".yaml";
    alone.add(name, texts[i]);
    Sources one_source;
    const ValidateResult one = validate({alone.path(name)}, options, one_source);
    std::vector<std::string> expected;
    std::vector<std::string> found;
    const auto line = [](const Diagnostic& d) {
      return std::string(d.rule) + '|' + d.field + '|' + std::to_string(d.at.span.begin);
    };
    const auto across = [](const Diagnostic& d) {
      const Rule* rule = find_rule(d.rule);
      return rule != nullptr && rule->scope == Scope::catalog;
    };
    for (const Diagnostic& d : one.findings) {
      if (!across(d)) expected.push_back(line(d));
    }
    for (const Diagnostic& d : whole.findings) {
      if (!across(d) && sources.name(d.at.source) == tree.path(name)) found.push_back(line(d));
    }
    CHECK(found == expected);
  }
}
