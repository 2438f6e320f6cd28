#include <doctest/doctest.h>

#include <filesystem>

#include "doc/yaml.h"
#include "edit/field_edit.h"
#include "edit/guard.h"
#include "edit/layout.h"
#include "support/edit_random.h"
#include "support/matter_generator.h"
#include "support/read_text.h"
#include "support/shared.h"
#include "support/yaml_random.h"
#include "text/unicode.h"

namespace matter {

namespace {

using namespace test;

struct Tally {
  std::size_t done = 0;
  std::size_t refused = 0;
};

/// Some edits of a text: the guard holds, and without an edit nothing changes.
void edit(const std::string& text, std::uint64_t seed, std::size_t most, Tally& tally) {
  test::Random random(seed);
  Document doc;
  Collector findings(Lang::en);
  read_yaml(text, 0, doc, findings);
  if (!refusal(doc).en.empty()) {
    ++tally.refused;
    return;
  }
  CHECK(Editor(doc).finish().text == text);
  Editor editor(doc);
  std::string what;
  for (std::size_t i = 1 + random.below(most); i > 0; --i) what += random_edit(editor, random) + "; ";
  const EditResult result = editor.finish();
  const std::string wrong = guard(doc, result, Lang::en);
  if (!wrong.empty()) {
    FAIL_CHECK("seed " << seed << ": " << wrong << "\n" << what << "\n" << text << "\n=====\n" << result.text);
  }
  ++tally.done;
}

/// The same document as other editors leave it: line breaks of Windows, a byte order mark, no break at the end.
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

/// Bytes of the entries of a document that nothing was asked of stay, and so does what stands before and behind.
void only_its_entry_changes(const std::string& text, std::uint64_t seed) {
  Document doc;
  Collector findings(Lang::en);
  read_yaml(text, 0, doc, findings);
  if (!refusal(doc).en.empty() || doc.roots.size() != 1 || !is_block_collection(doc, doc.roots[0])) return;
  Layout layout;
  lay_out_root(doc, 0, layout);
  test::Random random(seed);
  const Part& part = layout.parts[random.below(layout.parts.size())];
  Editor editor(doc);
  if (random.one_in(2) && layout.parts.size() > 1) {
    editor.remove(part.node);
  } else {
    editor.set(part.node, random_draft(random));
  }
  const std::string after = editor.finish().text;
  std::string_view before = std::string_view(text).substr(0, part.lead.begin);
  if (!text.ends_with('\n'))
    before = before.substr(0, before.find_last_not_of("\r\n") + 1);  // what comes last has no break
  CHECK_MESSAGE(after.starts_with(before), "seed ", seed, "\n", text, "=====\n", after);
  const std::string_view behind = trimmed(std::string_view(text).substr(part.tail.end));
  CHECK_MESSAGE(trimmed(after).ends_with(behind), "seed ", seed, "\n", text, "=====\n", after);
}

/// A value set and set back is the tree it was.
void undone(const std::string& text, std::uint64_t seed) {
  test::Random random(seed);
  Document doc;
  Collector findings(Lang::en);
  read_yaml(text, 0, doc, findings);
  if (!refusal(doc).en.empty() || doc.roots.empty() || doc.node(doc.roots[0]).count == 0) return;
  const NodeId root = doc.roots[0];
  const bool mapping = doc.node(root).is(NodeKind::mapping);
  const auto child = [&](const Document& of) {
    const NodeId first = of.node(of.roots[0]).child;
    return mapping ? of.node(first).next : first;
  };
  Editor editor(doc);
  editor.set(child(doc), random_draft(random));
  const std::string there = editor.finish().text;
  Document changed;
  read_yaml(there, 0, changed, findings);
  REQUIRE(refusal(changed).en.empty());
  Editor back(changed);
  Draft old = draft_of(doc, child(doc));
  back.set(child(changed), old);
  Document again;
  const EditResult result = back.finish();
  CHECK_MESSAGE(guard(changed, result, Lang::en).empty(), "seed ", seed, "\n", there, "=====\n", result.text);
  read_yaml(result.text, 0, again, findings);
  Draft now = draft_of(again, again.roots[0]);
  Draft was = draft_of(doc, root);
  if (now.parts[0].text != was.parts[0].text) now.parts[0].text.resize(was.parts[0].text.size());  // a block ends so
  CHECK_MESSAGE(same_tree(now, was), "seed ", seed, "\n", text, "=====\n", result.text);
}

/// A field of the matter and what it shall be: taken from another matter, or absent.
Content random_field(const Matter& m, const Content& before, const Content& other, FieldTarget& target,
                     test::Random& random) {
  const Table* table = table_of<Matter>();
  const Content* was = &before;
  const Content* now = &other;
  const void* record = &m;
  for (;;) {
    const Field& field = random.pick(table->fields);
    if (field.kind == Kind::extra) continue;
    target.push_back({&field});
    was = was == nullptr ? nullptr : was->part(field.key);
    now = now == nullptr ? nullptr : now->part(field.key);
    record = record == nullptr ? nullptr : member(field, record);
    if (field.kind == Kind::record && random.chance(70)) {
      table = field.table();
      continue;
    }
    const bool items = field.kind == Kind::list && was != nullptr && was->kind == Content::Kind::list;
    if (items && !was->parts.empty() && random.chance(60)) {
      const std::size_t i = random.below(was->parts.size());
      const bool same = now != nullptr && now->kind == Content::Kind::list && !now->parts.empty();
      target.back().item = random.chance(30) ? FieldStep::appended : static_cast<std::uint32_t>(i);
      now = same ? &random.pick(now->parts) : nullptr;
      if (now == nullptr && target.back().item == FieldStep::appended) target.clear();
    }
    Content value = now == nullptr || random.chance(20) ? Content{} : *now;
    value.key.clear();
    if (!target.empty() && value.absent() && target.back().item == FieldStep::appended) target.clear();
    return value;
  }
}

std::uint64_t rounds() {
  const char* const asked = std::getenv("MATTER_EDIT_ROUNDS");
  return asked != nullptr ? std::strtoull(asked, nullptr, 10) : 4000;
}

}  // namespace

TEST_CASE("edit: one change of a random document keeps all that it does not speak of") {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= rounds(); ++seed) edit(as_found(random_yaml(seed, false), seed), seed, 1, tally);
  CHECK(tally.done > tally.refused * 9);
}

TEST_CASE("edit: many changes of a random document at once") {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= rounds(); ++seed) edit(as_found(random_yaml(seed, false), seed), seed, 8, tally);
  CHECK(tally.done > tally.refused * 9);
}

TEST_CASE("edit: changes of random matters") {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= rounds() / 8; ++seed) {
    Random random(seed);
    edit(write_yaml(random_matter(random), random), seed, 6, tally);
  }
  CHECK(tally.refused == 0);
}

TEST_CASE("edit: what stands before and behind an entry stays byte for byte") {
  for (std::uint64_t seed = 1; seed <= rounds(); ++seed) {
    only_its_entry_changes(as_found(random_yaml(seed, false), seed), seed);
  }
}

TEST_CASE("edit: a value that is set back is what it was") {
  for (std::uint64_t seed = 1; seed <= rounds(); ++seed) undone(as_found(random_yaml(seed, false), seed), seed);
}

TEST_CASE("edit: fields of random matters, on the text and apart from it") {
  std::size_t done = 0;
  for (std::uint64_t seed = 1; seed <= rounds() / 8; ++seed) {
    Random random(seed);
    const auto file = read_text(as_found(write_yaml(random_matter(random), random), seed));
    if (!refusal(file->file.document).en.empty()) continue;
    const Matter& m = file->matter();
    const Content before = content_of_record(*table_of<Matter>(), &m, {m.problems, m.document});
    FieldTarget target;
    const Content other = random_matter(random);
    const Content value = random_field(m, before, other, target, random);
    if (target.empty()) continue;
    Content intended = before;
    apply_field(intended, target, value);
    Editor editor(file->file.document);
    edit_field(editor, m, target, value);
    const EditResult result = editor.finish();
    const std::string what = to_text(target, m);
    CHECK_MESSAGE(guard(file->file.document, result, Lang::en) == "", "seed ", seed, " ", what, "\n", file->file.text,
                  "=====\n", result.text);
    const auto again = read_text(result.text);
    const Matter& now = again->matter();
    CHECK_MESSAGE(says_the_same(content_of_record(*table_of<Matter>(), &now, {now.problems, now.document}), intended),
                  "seed ", seed, " ", what, "\n", file->file.text, "=====\n", result.text);
    ++done;
  }
  CHECK(done > rounds() / 16);
}

TEST_CASE("edit: sample catalogs and imported matters") {
  Tally tally;
  std::vector<std::filesystem::path> files;
  const auto collect = [&](const std::filesystem::path& folder) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
      if (file.path().extension() == ".yaml") files.push_back(file.path());
    }
  };
  collect(in_repository("catalogs"));
  if (const char* const more = std::getenv("MATTER_EDIT_FILES"); more != nullptr) collect(more);
  std::uint64_t seed = 0;
  for (const auto& file : files) {
    ++seed;
    edit(as_found(file_text(file), seed), seed, 6, tally);
  }
  CHECK(tally.done > tally.refused);
}

}  // namespace matter
