#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "doc/yaml.h"
#include "edit/emit.h"
#include "edit/field_edit.h"
#include "edit/layout.h"
#include "style/format.h"
#include "support/matter_generator.h"
#include "support/messer.h"
#include "support/read_text.h"
#include "support/repository.h"
#include "support/shared.h"
#include "support/yaml_random.h"
#include "text/unicode.h"

namespace matter {

namespace {

using namespace test;

std::uint64_t rounds() {
  const char* const asked = std::getenv("MATTER_FORMAT_ROUNDS");
  return asked != nullptr ? std::strtoull(asked, nullptr, 10) : 3000;
}

struct Read {
  explicit Read(std::string from) : text(std::move(from)) { read_yaml(text, 0, doc, findings); }
  std::string text;
  Document doc;
  Collector findings{Lang::en};
};

/// What a comment stands at: keys and numbers from the outside inwards. Worked out from the layouts alone.
class Owners {
 public:
  explicit Owners(const Document& doc) : doc_(doc) {
    for (std::size_t n = 0; n < doc.roots.size(); ++n) {
      const std::string document = "/" + std::to_string(n);
      for (const std::string& c : comments(doc.root_spans[n])) found_[c] = document;
      Layout layout;
      const NodeId root = doc.roots[n];
      if (is_block_collection(doc, root)) {
        lay_out_root(doc, n, layout);
        walk(root, layout, document, true);
      } else if (doc.node(root).count > 0) {
        lay_out(doc, root, doc.node(root).span, layout);
        walk(root, layout, document, true);
      }
    }
  }
  std::map<std::string, std::string> found_;

 private:
  std::vector<std::string> comments(Span span) const {
    std::vector<std::string> all;
    for (const Comment& c : doc_.comments) {
      if (span.contains(c.span.begin)) all.emplace_back(trimmed(slice(doc_.text, c.span)));
    }
    return all;
  }

  void walk(NodeId node, const Layout& layout, const std::string& path, bool root) {
    const FlowFrame frame = layout.flow ? frame_of(doc_, layout) : FlowFrame{};
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
      const Part& part = layout.parts[i];
      const bool key = part.key != no_node;
      const std::string here = path + "/" + (key ? std::string(doc_.node(part.key).text()) : std::to_string(i));
      // Above the first part of a document: its header. Behind the last part of a collection: at its end.
      const bool header = root && i == 0 && doc_.node(node).is(NodeKind::mapping);
      if (!header) own(layout.flow ? frame.parts[i].lead : part.lead, here);
      if (layout.flow) own(frame.parts[i].after, here);
      own(part.head, here);
      const bool last = i + 1 == layout.parts.size();
      if (!last || layout.flow) own(part.tail, here);
      if (!is_collection(part.node)) {
        own(part.value, here);
        continue;
      }
      own(part.value, here);
      Layout inner;
      lay_out(doc_, part.node, doc_.node(part.node).style == NodeStyle::flow ? doc_.node(part.node).span : part.value,
              inner);
      walk(part.node, inner, here, false);
    }
  }
  [[nodiscard]] bool is_collection(NodeId id) const {
    return (doc_.node(id).is(NodeKind::mapping) || doc_.node(id).is(NodeKind::sequence)) && doc_.node(id).count > 0;
  }
  void own(Span span, const std::string& path) {
    for (const std::string& c : comments(span)) found_[c] = path;
  }

  const Document& doc_;
};

/// One may be known more exactly than the other, never another.
bool same_owner(const std::string& a, const std::string& b) { return a.starts_with(b) || b.starts_with(a); }

struct Tally {
  std::size_t changed = 0, canonical = 0, refused = 0;
};

/// Content of all matters. A collection where a text belongs is told by how it was written: then nothing.
std::vector<Content> model(const std::string& text) {
  const auto read = read_text(text);
  std::vector<Content> all;
  for (const Matter& m : read->file.matters) {
    for (const Problem& p : m.problems) {
      if (p.kind == ProblemKind::wrong_type && !m.document->node(p.node).is(NodeKind::scalar)) return {};
    }
    all.push_back(content_of_record(*table_of<Matter>(), &m, {m.problems, m.document}));
  }
  return all;
}

void laws(const std::string& text, std::uint64_t seed, Tally& tally, bool compare_models,
          std::optional<KeyLanguage> keys = {}) {
  const Read before(text);
  Formatter formatter;
  const FormatOptions options{keys};
  const Table& table = *table_of<Matter>();
  const Formatted done = formatter.format(before.doc, table, options, Lang::en);
  if (done.state == Formatted::State::failed)
    FAIL_CHECK("seed " << seed << ": " << done.why << "\n" << text << "\n=====\n" << done.edited.text);
  if (done.state == Formatted::State::refused) ++tally.refused;
  if (done.state == Formatted::State::canonical) ++tally.canonical;
  if (done.state != Formatted::State::changed) return;
  ++tally.changed;
  const std::string& now = done.edited.text;
  const Read after(now);
  CHECK_MESSAGE(formatter.format(after.doc, table, options, Lang::en).state == Formatted::State::canonical, "seed ",
                seed, "\n", text, "=====\n", now);
  CHECK_MESSAGE(edited_text(text, done.edited.edits) == now, "seed ", seed);
  if (compare_models) {
    const auto was = model(text);
    const auto is = model(now);
    CHECK_MESSAGE(std::equal(was.begin(), was.end(), is.begin(), is.end(), says_the_same), "seed ", seed, "\n", text,
                  "=====\n", now);
  }
  if (keys) return;
  const Owners had(before.doc);
  const Owners has(after.doc);
  for (const auto& [comment, owner] : had.found_) {
    const auto found = has.found_.find(comment);
    if (found == has.found_.end()) {
      FAIL_CHECK("seed " << seed << ": lost " << comment << "\n" << text << "\n=====\n" << now);
    } else if (!same_owner(found->second, owner)) {
      FAIL_CHECK("seed " << seed << ": " << comment << " of " << owner << " went to " << found->second << "\n"
                         << text << "\n=====\n"
                         << now);
    }
  }
}

/// The same document as other editors leave it.
std::string as_found(std::string text, std::uint64_t seed) {
  if (seed % 5 == 1 && text.ends_with('\n')) text.pop_back();
  if (seed % 7 == 2) {
    std::string windows;
    for (const char c : text) c == '\n' ? windows += "\r\n" : windows += c;
    text = std::move(windows);
  }
  if (seed % 11 == 3) text.insert(0, "\xEF\xBB\xBF");
  return text;
}

}  // namespace

TEST_CASE("format: messed up matters come back whole") {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= rounds() / 3; ++seed) {
    Random random(seed);
    const std::string tidy = write_yaml(random_matter(random, {.unknown_fields = true}), random);
    laws(as_found(messed(tidy, random), seed), seed, tally, true);
  }
  CHECK(tally.refused * 20 < tally.changed);
}

TEST_CASE("format: random matters, also with their keys in another language") {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= rounds() / 3; ++seed) {
    Random random(seed);
    const std::string text = numbered_comments(write_yaml(random_matter(random, {.unknown_fields = true}), random));
    laws(as_found(text, seed), seed, tally, true);
    laws(text, seed, tally, true, seed % 2 == 0 ? KeyLanguage::chinese : KeyLanguage::english);
  }
  CHECK(tally.refused * 20 < tally.changed);
}

TEST_CASE("format: random documents of any shape") {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= rounds() * 2; ++seed) {
    Random random(seed);
    const std::string text = numbered_comments(random_keys(random_yaml(seed, false), random));
    laws(as_found(text, seed), seed, tally, false);
  }
  CHECK(tally.changed > rounds());
}

TEST_CASE("format: sample catalogs, messed up") {
  Tally tally;
  std::uint64_t seed = 0;
  for (const auto& path : repository_files("catalogs")) {
    if (path.extension() != ".yaml" || path.filename() == "catalog.yaml") continue;
    Random random(++seed);
    const std::string text = file_text(in_repository(path.string()));
    if (!refusal(Read(text).doc).en.empty()) continue;
    laws(messed(text, random), seed, tally, true);
    laws(numbered_comments(text), seed, tally, true);
  }
  CHECK(tally.changed > 50);
}

}  // namespace matter
