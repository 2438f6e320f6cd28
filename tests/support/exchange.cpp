#include "support/exchange.h"

#include <doctest/doctest.h>

#include "doc/json_tree.h"
#include "exchange/tree.h"
#include "support/shared.h"

namespace matter::test {

namespace fs = std::filesystem;

Texts texts_in(const fs::path& folder) {
  Texts texts;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) texts[fs::relative(entry.path(), folder).string()] = file_text(entry.path());
  }
  return texts;
}

ExportResult export_to(const fs::path& from, std::string_view to, const fs::path& out, std::string_view medium) {
  Sources sources;
  ExportOptions options;
  options.paths = {from.string()};
  options.to = to;
  options.medium = medium;
  options.out = out.string();
  RunOptions run;
  run.today = {2026, 1, 31};
  return export_catalog(options, run, sources);
}

ImportResult import_from(const fs::path& from, std::string_view platform, const fs::path& out) {
  Sources sources;
  return import_catalog({from.string(), std::string(platform), out.string()}, {}, sources);
}

std::string json_of(const Matter& m) {
  Document doc;
  TreeBuilder tree(doc);
  std::string text;
  write_json(doc, to_tree(m, TreeForm::json, tree), text);
  return text;
}

ImportPlan import_into_catalog(const fs::path& file, std::string_view from, const fs::path& into, bool write) {
  Sources sources;
  ImportIntoOptions options;
  options.file = file.string();
  options.from = from;
  options.into = into.string();
  options.write = write;
  RunOptions run;
  run.today = {2026, 1, 31};
  return import_into(options, run, sources);
}

std::unique_ptr<Mapping> mapping_of(std::string_view platform) {
  Sources sources;
  Collector findings(Lang::en);
  auto mapping = load_mapping(platform, sources, findings);
  REQUIRE_MESSAGE(mapping != nullptr, platform);
  return mapping;
}

std::vector<std::string> both_ways(Form form) {
  std::vector<std::string> found;
  for (const std::string_view platform : known_platforms()) {
    const auto mapping = mapping_of(platform);
    if (mapping->direction != Direction::both) continue;
    const Form own = mapping->whole_model   ? Form::whole_model
                     : mapping->documents() ? Form::documents
                     : mapping->families    ? Form::families
                                            : Form::rows;
    if (own == form) found.emplace_back(platform);
  }
  REQUIRE_FALSE(found.empty());
  return found;
}

namespace {

void add_media(const std::string& platform, std::vector<BothWays>& to) {
  const auto mapping = mapping_of(platform);
  const bool standard = mapping->documents() && mapping->tables[0].standard;
  for (const Medium one : mapping->media) {
    if (one == Medium::sql) continue;  // a script is loaded into a database first
    to.push_back({platform, std::string(kind_of(one).name), mapping->for_public, mapping->documents(), standard});
  }
}

}  // namespace

std::vector<BothWays> platforms_of_both_ways() {
  std::vector<BothWays> found;
  for (const Form form : {Form::rows, Form::whole_model, Form::documents}) {
    for (const std::string& platform : both_ways(form)) add_media(platform, found);
  }
  return found;
}

std::vector<BothWays> families_of_both_ways() {
  std::vector<BothWays> found;
  for (const std::string& platform : both_ways(Form::families)) add_media(platform, found);
  return found;
}

fs::path importable(const fs::path& exported, const BothWays& platform) {
  if (platform.medium != "json" || platform.documents) return exported;
  return fs::exists(exported / "matters.sample.json") ? exported / "matters.sample.json" : exported / "matters.json";
}

}  // namespace matter::test
