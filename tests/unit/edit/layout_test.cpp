#include "edit/layout.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "doc/yaml.h"
#include "support/shared.h"
#include "support/yaml_suite.h"

using namespace matter;

namespace {

/// `<lead>{head}value|tail` of every part, breaks shown as ⏎.
std::string shown(const std::string& text, const Layout& layout) {
  std::string out = "[" + std::string(slice(text, layout.open)) + "]";
  for (const Part& part : layout.parts) {
    out += "<" + std::string(slice(text, part.lead)) + ">{" + std::string(slice(text, part.head)) + "}" +
           std::string(slice(text, part.value)) + "|" + std::string(slice(text, part.tail)) + "|";
  }
  out += "[" + std::string(slice(text, layout.close)) + "]";
  std::string seen;
  for (const char c : out) c == '\n' ? seen += "⏎" : seen += c;
  return seen;
}

struct Read {
  explicit Read(std::string yaml) : text(std::move(yaml)) {
    Collector findings(Lang::en);
    outcome = read_yaml(text, 0, doc, findings);
  }
  std::string text;
  Document doc;
  YamlOutcome outcome = YamlOutcome::wrong;
};

std::string root_of(const std::string& yaml) {
  const Read read(yaml);
  REQUIRE(read.outcome == YamlOutcome::read);
  Layout layout;
  lay_out_root(read.doc, 0, layout);
  return shown(yaml, layout);
}

/// The layout of the value of the first part.
std::string inner_of(const std::string& yaml) {
  const Read read(yaml);
  REQUIRE(read.outcome == YamlOutcome::read);
  Layout layout;
  lay_out_root(read.doc, 0, layout);
  REQUIRE(!layout.parts.empty());
  const Part part = layout.parts[0];
  Layout inner;
  lay_out(read.doc, part.node, part.value, inner);
  return shown(yaml, inner);
}

/// Every byte once, from the whole down to every scalar; false with a message where it does not hold.
bool covers(const Document& doc, NodeId node, const Layout& layout) {
  std::uint32_t at = layout.region.begin;
  const auto next = [&](Span span) {
    const bool joined = span.begin == at && span.end >= span.begin;
    at = span.end;
    return joined;
  };
  bool good = next(layout.open);
  for (const Part& part : layout.parts) {
    if (layout.flow && &part != layout.parts.data()) {
      good = good && doc.text[at] == ',';
      ++at;
    }
    good = good && next(part.lead) && next(part.head) && next(part.value) && next(part.tail);
    const Node& value = doc.node(part.node);
    if (is_block_collection(doc, part.node) || (value.style == NodeStyle::flow && !value.is(NodeKind::scalar))) {
      Layout inner;
      lay_out(doc, part.node, part.value, inner);
      good = good && covers(doc, part.node, inner);
    } else if (!value.is(NodeKind::null)) {
      good = good && part.value == value.span;
    }
    if (!good) {
      MESSAGE("at byte ", at, " of ", std::string(doc.text));
      return false;
    }
  }
  return next(layout.close) && at == layout.region.end && node != no_node;
}

bool covers(const std::string& yaml) {
  const Read read(yaml);
  if (read.outcome != YamlOutcome::read) return true;
  for (std::size_t i = 0; i < read.doc.roots.size(); ++i) {
    Layout layout;
    lay_out_root(read.doc, i, layout);
    if (!covers(read.doc, read.doc.roots[i], layout)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("layout: an entry has its comments above and behind, and its line") {
  CHECK(root_of("a: 1\n# of b\nb: 2  # two\n\nc:\n") == "[]<>{a: }1|⏎|<# of b⏎>{b: }2|  # two⏎|<⏎>{c:}|⏎|[]");
}

TEST_CASE("layout: a comment right below a part with a blank line behind it is that part's") {
  CHECK(root_of("a: 1\n# more of a\n\n# of b\nb: 2\n") == "[]<>{a: }1|⏎# more of a⏎|<⏎# of b⏎>{b: }2|⏎|[]");
}

TEST_CASE("layout: a comment indented deeper than the part below belongs to the part above") {
  CHECK(root_of("a:\n  - x\n  # - y\nb: 2\n") == "[]<>{a:⏎}  - x⏎  # - y⏎||<>{b: }2|⏎|[]");
  CHECK(inner_of("a:\n  - x\n  # - y\nb: 2\n") == "[]<>{  - }x|⏎  # - y⏎|[]");
}

TEST_CASE("layout: comments at the end") {
  CHECK(root_of("a: 1\n# of a\n\n# of the file\n") == "[]<>{a: }1|⏎# of a⏎|[⏎# of the file⏎]");
  CHECK(inner_of("a:\n  b: 1\n\n  # still in a\n\n# not\n") == "[]<>{  b: }1|⏎⏎  # still in a⏎|[]");
}

TEST_CASE("layout: items of sequences, indented or not, with a mapping behind the dash") {
  CHECK(inner_of("a:\n- x\n- y\nb: 1\n") == "[]<>{- }x|⏎|<>{- }y|⏎|[]");
  CHECK(inner_of("- b: 1\n  c: 2\n- d\n") == "[]<>{b: }1|⏎|<>{  c: }2|⏎|[]");
  CHECK(root_of("-\n  # of b\n  b: 1\n- d\n") == "[]<>{-⏎}  # of b⏎  b: 1⏎||<>{- }d|⏎|[]");
  CHECK(root_of("- - a\n  - b\n- \n- c\n") == "[]<>{- }- a⏎  - b⏎||<>{-}| ⏎|<>{- }c|⏎|[]");
}

TEST_CASE("layout: block scalars keep their lines, also blank ones that count") {
  CHECK(root_of("a: |\n  x\n\n  y\n\nb: 1\n") == "[]<>{a: }|⏎  x⏎⏎  y|⏎|<⏎>{b: }1|⏎|[]");
  CHECK(root_of("a: |+\n  x\n\nb: 1\n") == "[]<>{a: }|+⏎  x⏎|⏎|<>{b: }1|⏎|[]");
}

TEST_CASE("layout: flow collections are divided at their commas") {
  CHECK(inner_of("a: {b: 1, c: [x, y], d}\n") == "[{]<>{b: }1||< >{c: }[x, y]||< >{d}||[}]");
  CHECK(inner_of("a: [\n  x,  # one\n  y,\n  ]\n") == "[[]<⏎  >{}x||<  # one⏎  >{}y||[,⏎  ]]");
  CHECK(inner_of("a: []\n") ==
        "[[]"
        "[]]");
}

TEST_CASE("layout: the line of a document's marker is not the first entry's") {
  CHECK(root_of("# of all\n--- # one\na: 1\n...\n") == "[ # one⏎]<>{a: }1|⏎|[]");
  CHECK(root_of("\xEF\xBB\xBF"
                "a: 1\nb: 2\n") == "[]<>{a: }1|⏎|<>{b: }2|⏎|[]");
  CHECK(root_of("a: 1\r\nb: 2") == "[]<>{a: }1|\r⏎|<>{b: }2||[]");
}

TEST_CASE("layout: every byte of every sample stands in one place") {
  for (const auto& file : std::filesystem::recursive_directory_iterator(test::in_repository("catalogs"))) {
    if (file.path().extension() != ".yaml") continue;
    INFO(file.path().string());
    CHECK(covers(test::file_text(file.path())));
  }
}

TEST_CASE("layout: every byte of every case of the YAML test suite stands in one place") {
  const auto shared = test::shared_data_or_say("layout of the YAML test suite");
  if (!shared) return;
  for (const test::SuiteCase& one : test::yaml_suite(*shared / "data/yaml-test-suite/src")) {
    INFO(one.id);
    CHECK(covers(one.yaml));
  }
}

TEST_CASE("layout: a mapping behind the dash that follows a byte order mark begins in the middle of its line") {
  const Read read("\xEF\xBB\xBF- a: 1\n  b: 2\n");
  REQUIRE(read.outcome == YamlOutcome::read);
  Layout layout;
  lay_out_root(read.doc, 0, layout);
  CHECK(!layout.compact);
  Layout inner;
  lay_out(read.doc, layout.parts[0].node, layout.parts[0].value, inner);
  CHECK(inner.compact);
  CHECK(inner.column == 2);
}
