#include "edit/editor.h"

#include <doctest/doctest.h>

#include "doc/yaml.h"
#include "edit/guard.h"

using namespace matter;

namespace {

/// A document whose nodes are named by the way to them: `materials.1.form`.
struct Edited {
  explicit Edited(std::string yaml) : text(std::move(yaml)) {
    Collector findings(Lang::en);
    read_yaml(text, 0, doc, findings);
    REQUIRE(refusal(doc).en.empty());
    editor.emplace(doc);
  }

  NodeId at(std::string_view path) const {
    NodeId node = doc.roots.front();
    while (!path.empty()) {
      const std::string_view piece = path.substr(0, path.find('.'));
      path.remove_prefix(std::min(path.size(), piece.size() + 1));
      if (doc.node(node).is(NodeKind::mapping)) {
        node = doc.find(node, piece);
      } else {
        NodeId item = doc.node(node).child;
        for (std::size_t i = std::stoul(std::string(piece)); i > 0; --i) item = doc.node(item).next;
        node = item;
      }
      REQUIRE(node != no_node);
    }
    return node;
  }

  std::string result() {
    const EditResult result = editor->finish();
    CHECK(guard(doc, result, Lang::en) == "");
    return result.text;
  }

  std::string text;
  Document doc;
  std::optional<Editor> editor;
};

std::string set(const std::string& yaml, std::string_view path, Draft to) {
  Edited e(yaml);
  e.editor->set(e.at(path), std::move(to));
  return e.result();
}
std::string set(const std::string& yaml, std::string_view path, const char* to) {
  return set(yaml, path, text_draft(to));
}

std::string removed(const std::string& yaml, std::string_view path) {
  Edited e(yaml);
  e.editor->remove(e.at(path));
  return e.result();
}

std::string inserted(const std::string& yaml, std::string_view path, std::uint32_t before, Draft part) {
  Edited e(yaml);
  e.editor->insert(e.at(path), before, std::move(part));
  return e.result();
}

Draft entry(std::string key, std::string text) {
  Draft draft = text_draft(std::move(text));
  draft.key = std::move(key);
  return draft;
}

Draft mapping(std::vector<Draft> parts) {
  Draft draft;
  draft.kind = NodeKind::mapping;
  draft.parts = std::move(parts);
  return draft;
}

Draft list(std::vector<Draft> parts) {
  Draft draft = mapping(std::move(parts));
  draft.kind = NodeKind::sequence;
  return draft;
}

std::string reordered(const std::string& yaml, std::string_view path, const std::vector<std::uint32_t>& order) {
  Edited e(yaml);
  e.editor->reorder(e.at(path), order);
  return e.result();
}

}  // namespace

TEST_CASE("editor: a value keeps its quotes, its comment and the space around it") {
  CHECK(set("a:   b  # c\n", "a", "x") == "a:   x  # c\n");
  CHECK(set("a: \"1\"\n", "a", "2") == "a: \"2\"\n");
  CHECK(set("a: 'b'\n", "a", "it's") == "a: 'it''s'\n");
  CHECK(set("a: 1\n", "a", "2") == "a: 2\n");
  CHECK(set("a: x\n", "a", "2") == "a: 2\n");
  CHECK(set("a: x\n", "a", "007") == "a: \"007\"\n");
  CHECK(set("a: {b: x, c: y}\n", "a.b", "p, q") == "a: {b: \"p, q\", c: y}\n");
}

TEST_CASE("editor: values of several lines, none, and on the next line") {
  CHECK(set("a: |  # c\n    one\n    two\nb: 1\n", "a", "x\ny") == "a: |  # c\n  x\n  y\nb: 1\n");
  CHECK(set("a: >-\n  one\n  two\nb: 1\n", "a", "x") == "a: >-\n  x\nb: 1\n");
  CHECK(set("a: |\n  one\nb: 1\n", "a", "") == "a: \"\"\nb: 1\n");
  CHECK(set("a: one\n  two\nb: 1\n", "a", "x") == "a: x\nb: 1\n");
  CHECK(set("a: \"one\n  two\"\nb: 1\n", "a", "x") == "a: \"x\"\nb: 1\n");
  CHECK(set("a: b  # c\nd: 1\n", "a", "x\ny") == "a: |-  # c\n  x\n  y\nd: 1\n");
  CHECK(set("a:  # c\nb: 1\n", "a", "x") == "a: x  # c\nb: 1\n");
  CHECK(set("a:\n  b  # c\n", "a", "x") == "a:\n  x  # c\n");
  CHECK(set("a: [x, {k}]\n", "a.1.k", "v") == "a: [x, {k: v}]\n");
}

TEST_CASE("editor: a collection becomes 无, and back") {
  CHECK(set("fees:  # f\n  - {name: a}\nb: 1\n", "fees", "无") == "fees: 无  # f\nb: 1\n");
  CHECK(set("fees: 无  # f\nb: 1\n", "fees", list({mapping({entry("name", "a"), entry("amount", "10 元/本")})})) ==
        "fees:  # f\n  - {name: a, amount: 10 元/本}\nb: 1\n");
  CHECK(set("fees:\n- a\n- b\nx: 1\n", "fees", mapping({entry("k", "v\nw")})) ==
        "fees:\n  k: |-\n    v\n    w\nx: 1\n");
}

TEST_CASE("editor: an entry is inserted with the indentation of its neighbours") {
  CHECK(inserted("a:\n    b: 1\nc: 2\n", "a", 1, entry("d", "x")) == "a:\n    b: 1\n    d: x\nc: 2\n");
  CHECK(inserted("a: 1\n# of c\nc: 2\n", "", 1, entry("b", "x")) == "a: 1\nb: x\n# of c\nc: 2\n");
  CHECK(inserted("l:\n  - name: a\n  - name: b\n", "l.0", 1, entry("k", "v")) ==
        "l:\n  - name: a\n    k: v\n  - name: b\n");
  CHECK(inserted("l:\n  - name: a\n", "l.0", 0, entry("k", "v")) == "l:\n  - k: v\n    name: a\n");
  CHECK(inserted("# head\n\na: 1\n", "", 0, entry("b", "x")) == "# head\n\nb: x\na: 1\n");
  CHECK(inserted("a: 1\n\nb: 2\n\nc: 3\n", "", 2, entry("x", "z")) == "a: 1\n\nb: 2\n\nx: z\n\nc: 3\n");
  CHECK(inserted("a: {b: 1}\n", "a", 1, entry("c", "2")) == "a: {b: 1, c: \"2\"}\n");
  CHECK(inserted("a: { b: 1 }\n", "a", 0, entry("c", "x")) == "a: { c: x, b: 1 }\n");
  CHECK(inserted("a: [b: 1]\n", "a.0", 1, entry("c", "x")) == "a: [{b: 1, c: x}]\n");
}

TEST_CASE("editor: an item is inserted in the style of its list") {
  CHECK(inserted("l:\n- a\n- b\nc: 1\n", "l", 1, text_draft("x")) == "l:\n- a\n- x\n- b\nc: 1\n");
  CHECK(inserted("l:\n  -   a\n", "l", 1, text_draft("x")) == "l:\n  -   a\n  -   x\n");
  CHECK(inserted("l:\n  - {name: a}\n", "l", 1, mapping({entry("name", "b")})) == "l:\n  - {name: a}\n  - {name: b}\n");
  CHECK(inserted("l:\n  - name: a\n    k: v\n", "l", 1, mapping({entry("name", "b"), entry("k", "w")})) ==
        "l:\n  - name: a\n    k: v\n  - name: b\n    k: w\n");
  CHECK(inserted("l: []\n", "l", 0, text_draft("x")) == "l: [x]\n");
  CHECK(inserted("l: []  # c\n", "l", 0, mapping({entry("a", "x\ny")})) == "l:  # c\n  - a: |-\n      x\n      y\n");
  CHECK(inserted("l: [\n  a,\n  b,\n]\n", "l", 2, text_draft("x")) == "l: [\n  a,\n  b,\n  x,\n]\n");
  CHECK(inserted("l: [a, # of a\n  b]\n", "l", 1, text_draft("x")) == "l: [a, # of a\n  x,\n  b]\n");
  CHECK(inserted("- a: 1\n", "", 1, mapping({entry("a", "x")})) == "- a: 1\n- a: x\n");
}

TEST_CASE("editor: what is removed takes the comments along that speak of it") {
  CHECK(removed("a: 1\n# of b\nb: 2  # too\nc: 3\n", "b") == "a: 1\nc: 3\n");
  CHECK(removed("a: 1\n\n# section\n\n# of b\nb: 2\nc: 3\n", "b") == "a: 1\n\n# section\n\nc: 3\n");
  CHECK(removed("# head of the file\na: 1\nb: 2\n", "a") == "# head of the file\nb: 2\n");
  CHECK(removed("l:\n  - a: 1\n    b: 2\n", "l.0.a") == "l:\n  - b: 2\n");
  CHECK(removed("l: [a, b, c]\n", "l.0") == "l: [b, c]\n");
  CHECK(removed("l: [a, b, c]\n", "l.2") == "l: [a, b]\n");
  CHECK(removed("l: [a, # of a\n  b]\n", "l.0") == "l: [b]\n");
}

TEST_CASE("editor: the last item leaves an empty list, the last entry takes its key along") {
  CHECK(removed("l:  # c\n  # of a\n  - a\nb: 1\n", "l.0") == "l: []  # c\nb: 1\n");
  CHECK(removed("l: [a]\n", "l.0") == "l: []\n");
  CHECK(removed("a:\n  b:\n    c: 1\nd: 2\n", "a.b.c") == "d: 2\n");
  CHECK(removed("l:\n  - a: 1\n", "l.0.a") == "l:\n  - {}\n");
  CHECK(removed("a: {b: 1}\nc: 2\n", "a.b") == "c: 2\n");
}

TEST_CASE("editor: items are reordered with their comments, blank lines keep their place") {
  CHECK(reordered("l:\n  # of a\n  - a\n\n  # of b\n  - b  # too\n", "l", {1, 0}) ==
        "l:\n  # of b\n  - b  # too\n\n  # of a\n  - a\n");
  CHECK(reordered("l: [a, b,  c]\n", "l", {2, 0, 1}) == "l: [c, a, b]\n");
  CHECK(reordered("l:\n  - a: 1\n    b: 2\n", "l.0", {1, 0}) == "l:\n  - b: 2\n    a: 1\n");
}

TEST_CASE("editor: a key is renamed where it stands") {
  Edited e("name: a  # c\n'k': {form: b}\n");
  e.editor->rename(e.doc.node(e.at("")).child, "事项名称");
  e.editor->rename(e.doc.node(e.at("k")).child, "材料形式");
  CHECK(e.result() == "事项名称: a  # c\n'k': {材料形式: b}\n");
}

TEST_CASE("editor: line breaks, byte order mark and a missing last break stay as they are") {
  CHECK(inserted("a: 1\r\nb: 2\r\n", "", 2, entry("c", "x")) == "a: 1\r\nb: 2\r\nc: x\r\n");
  CHECK(inserted("a: 1\nb: 2", "", 2, entry("c", "x")) == "a: 1\nb: 2\nc: x");
  CHECK(removed("a: 1\nb: 2", "b") == "a: 1");
  CHECK(removed("\xEF\xBB\xBF"
                "a: 1\nb: 2\n",
                "a") ==
        "\xEF\xBB\xBF"
        "b: 2\n");
  CHECK(set("---\na: 1\n---\nb: 2\n...\n", "a", "2") == "---\na: 2\n---\nb: 2\n...\n");
}

TEST_CASE("editor: an item that is just a text becomes a mapping as its neighbours are") {
  const Draft record = mapping({entry("name", "b"), entry("form", "纸质")});
  CHECK(set("l:\n  - {name: a}\n  - b  # c\n", "l.1", record) == "l:\n  - {name: a}\n  - {name: b, form: 纸质}  # c\n");
  CHECK(set("l:\n  - name: a\n    form: x\n  - b  # c\n", "l.1", record) ==
        "l:\n  - name: a\n    form: x\n  - name: b  # c\n    form: 纸质\n");
}

TEST_CASE("editor: edits are as small as what is asked for") {
  Edited e("a: 1\nb: 2\nc: 3\n");
  e.editor->set(e.at("b"), text_draft("x"));
  const EditResult result = e.editor->finish();
  REQUIRE(result.edits.size() == 1);
  CHECK(result.edits[0].at.span == Span{8, 9});
  CHECK(result.edits[0].text == "x");
}

TEST_CASE("editor: what was not understood, and what is outside the dialect, is refused with the reason") {
  for (const char* const yaml : {"a: 1\na: 2\n", "a: [1\n", "a: &x 1\nb: *x\n"}) {
    const std::string text(yaml);
    Document doc;
    Collector findings(Lang::en);
    read_yaml(text, 0, doc, findings);
    CHECK(!refusal(doc).en.empty());
    CHECK(!refusal(doc).zh.empty());
  }
}

TEST_CASE("guard: speaks of another tree, a lost comment, and edits that are not the text") {
  Edited e("a: 1\n# of b\nb: 2\n");
  e.editor->set(e.at("a"), text_draft("x"));
  const EditResult good = e.editor->finish();
  CHECK(guard(e.doc, good, Lang::en).empty());
  Document read;
  CHECK(guard(e.doc, good, read, Lang::en).empty());
  CHECK(read.text_of(read.roots.front(), "a") == "x");

  const auto spoilt = [&](std::string text) {
    EditResult bad = good;
    bad.text = text;
    bad.edits = {{{0, {0, static_cast<std::uint32_t>(e.text.size())}}, text}};
    return guard(e.doc, bad, Lang::en);
  };
  CHECK(spoilt("a: y\n# of b\nb: 2\n") == "the edited file would say something else than intended: a");
  CHECK(spoilt("a: x\nb: 2\n") == "a comment would be lost or changed: # of b");
  CHECK(spoilt("a: x\n# of b\nb: [2\n").starts_with("the edited file would not be understood: line 3"));
  EditResult other = good;
  other.text += "\n";
  CHECK(guard(e.doc, other, Lang::en) == "the edits do not lead to the new text");
}
