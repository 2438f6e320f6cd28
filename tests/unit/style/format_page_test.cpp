#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "doc/yaml.h"
#include "style/format.h"
#include "support/shared.h"
#include "text/line_diff.h"

namespace matter {

namespace {

struct Example {
  std::string written, canonical;
  std::optional<KeyLanguage> keys;
};

/// The pairs of blocks of docs/format.md.
std::vector<Example> examples() {
  std::vector<Example> all;
  std::string* block = nullptr;
  const std::string page = test::file_text(test::in_repository("docs/format.md"));
  for (const std::string_view line : lines_of(page)) {
    if (line.starts_with("```yaml written")) {
      block = &all.emplace_back().written;
      if (line.starts_with("```yaml written zh")) all.back().keys = KeyLanguage::chinese;
    } else if (line == "```yaml canonical\n") {
      REQUIRE((!all.empty() && all.back().canonical.empty()));
      block = &all.back().canonical;
    } else if (line.starts_with("```")) {
      block = nullptr;
    } else if (block != nullptr) {
      *block += line;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("format: the examples of its page") {
  const auto all = examples();
  CHECK(all.size() >= 7);
  for (const Example& example : all) {
    Document doc;
    Collector findings(Lang::en);
    read_yaml(example.written, 0, doc, findings);
    const Formatted done = Formatter().format(doc, table_for(doc), {example.keys}, Lang::en);
    CHECK_MESSAGE(done.state == Formatted::State::changed, done.why);
    CHECK(done.edited.text == example.canonical);
  }
}

}  // namespace matter
