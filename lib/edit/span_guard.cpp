#include "edit/span_guard.h"

#include <algorithm>

#include "diag/words.h"
#include "doc/yaml.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// A text as it is read, and what the edits touch of it.
struct Reading {
  Document document;
  std::size_t errors = 0;
  std::vector<Span> touched;

  void read(std::string_view text) {
    Collector findings(Lang::en);
    read_yaml(text, 0, document, findings);
    errors = static_cast<std::size_t>(std::count_if(findings.found().begin(), findings.found().end(),
                                                    [](const Diagnostic& d) { return d.severity == Severity::error; }));
  }
  [[nodiscard]] bool understood() const { return !document.damaged && document.reader == Reader::dialect; }
  [[nodiscard]] bool is_touched(Span span) const {
    return std::any_of(touched.begin(), touched.end(),
                       [&](const Span& edit) { return edit.begin <= span.end && span.begin <= edit.end; });
  }
};

/// A scalar that no edit touches, and how deep it stands.
struct Leaf {
  std::size_t depth = 0;
  std::string_view text;
  friend bool operator==(const Leaf&, const Leaf&) = default;
};

void leaves_of(const Reading& reading, NodeId id, std::size_t depth, std::vector<Leaf>& into) {
  const Node& node = reading.document.node(id);
  if (node.is(NodeKind::scalar)) {
    if (!reading.is_touched(node.span)) into.push_back({depth, node.text()});
    return;
  }
  for (NodeId child = node.child; child != no_node; child = reading.document.node(child).next)
    leaves_of(reading, child, depth + 1, into);
}

std::vector<Leaf> leaves_of(const Reading& reading) {
  std::vector<Leaf> leaves;
  for (const NodeId root : reading.document.roots) leaves_of(reading, root, 0, leaves);
  return leaves;
}

using Texts = std::vector<std::string_view>;

Texts comments_of(const Reading& reading, bool untouched_only) {
  Texts all;
  for (const Comment& comment : reading.document.comments) {
    if (untouched_only && reading.is_touched(comment.span)) continue;
    all.push_back(trimmed(slice(reading.document.text, comment.span)));
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// The first text of `part` that `whole` has not; both are sorted.
std::string_view missing_in(const Texts& whole, const Texts& part) {
  Texts missing;
  std::set_difference(part.begin(), part.end(), whole.begin(), whole.end(), std::back_inserter(missing));
  return missing.empty() ? std::string_view{} : missing.front();
}

/// Where the edits stand in the text that they lead to.
std::vector<Span> touched_after(const std::vector<TextEdit>& edits) {
  std::vector<Span> spans;
  std::uint32_t taken = 0;
  std::uint32_t given = 0;
  for (const TextEdit& edit : edits) {
    const std::uint32_t begin = edit.at.span.begin - taken + given;
    const auto length = static_cast<std::uint32_t>(edit.text.size());
    spans.push_back({begin, begin + length});
    taken += edit.at.span.size();
    given += length;
  }
  return spans;
}

}  // namespace

std::string guard_spans(std::string_view text, const std::vector<TextEdit>& edits, Lang lang) {
  const std::string result = edited_text(text, edits);
  Reading before;
  Reading after;
  before.read(text);
  after.read(result);
  for (const TextEdit& edit : edits) before.touched.push_back(edit.at.span);
  after.touched = touched_after(edits);
  if (const std::string_view lost = missing_in(comments_of(after, false), comments_of(before, false)); !lost.empty())
    return say(lang, {"有注释会丢失：{}", "a comment would be lost: {}"}, lost);
  if (!before.understood()) return {};
  if (!after.understood() || after.errors > before.errors)
    return say(lang, {"改后的文件读不懂", "the file would not be understood any more"});
  if (const std::string_view made = missing_in(comments_of(before, false), comments_of(after, true)); !made.empty())
    return say(lang, {"有文字会变成注释：{}", "text would become a comment: {}"}, made);
  if (leaves_of(before) != leaves_of(after))
    return say(lang, {"别处的内容会改变", "something else in the file would be read otherwise"});
  return {};
}

}  // namespace matter
