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
  std::size_t findings = 0;
  std::vector<Span> touched;

  void read(std::string_view text) {
    Collector found(Lang::en);
    read_yaml(text, 0, document, found);
    findings = found.found().size();
    errors = static_cast<std::size_t>(std::count_if(found.found().begin(), found.found().end(),
                                                    [](const Diagnostic& d) { return d.severity == Severity::error; }));
  }
  [[nodiscard]] bool understood() const { return !document.damaged && document.reader == Reader::dialect; }
  [[nodiscard]] bool is_touched(Span span) const {
    return std::any_of(touched.begin(), touched.end(),
                       [&](const Span& edit) { return edit.begin <= span.end && span.begin <= edit.end; });
  }
};

/// The line that something stands on, up to it.
Span line_before(std::string_view text, Span at) {
  const std::size_t before = text.substr(0, at.begin).find_last_of("\r\n");
  return {before == std::string_view::npos ? 0U : static_cast<std::uint32_t>(before + 1), at.begin};
}

/// A scalar that no edit touches, and how deep it stands.
struct Leaf {
  std::size_t depth = 0;
  std::string_view text;
  friend bool operator==(const Leaf&, const Leaf&) = default;
};

/// Where a slip was mended, what stands behind it on its line was read otherwise, and what stands below it may have
/// another depth now.
class Leaves {
 public:
  Leaves(const Reading& reading, bool mended) : reading_(reading), mended_(mended) {
    for (const NodeId root : reading.document.roots) collect(root, 0);
  }
  [[nodiscard]] const std::vector<Leaf>& all() const { return leaves_; }

 private:
  void collect(NodeId id, std::size_t depth) {
    const Node& node = reading_.document.node(id);
    if (node.is(NodeKind::scalar)) {
      const std::uint32_t begin = mended_ ? line_before(reading_.document.text, node.span).begin : node.span.begin;
      if (!reading_.is_touched({begin, node.span.end})) leaves_.push_back({mended_ ? 0 : depth, node.text()});
      return;
    }
    for (const NodeId child : children(reading_.document, id)) collect(child, depth + 1);
  }

  const Reading& reading_;
  bool mended_;
  std::vector<Leaf> leaves_;
};

using Texts = std::vector<std::string_view>;

enum class Comments { all, untouched, on_other_lines };

Texts comments_of(const Reading& reading, Comments which) {
  Texts all;
  for (const Comment& comment : reading.document.comments) {
    if (which == Comments::untouched && reading.is_touched(comment.span)) continue;
    if (which == Comments::on_other_lines && reading.is_touched(line_before(reading.document.text, comment.span)))
      continue;
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

/// Each edit with the scalars that it touches: what was one text may become a name and its value.
std::vector<Span> with_scalars(const Reading& reading, const std::vector<TextEdit>& edits) {
  std::vector<Span> spans;
  for (const TextEdit& edit : edits) {
    Span whole = edit.at.span;
    for (const Node& node : reading.document.nodes) {
      if (!node.is(NodeKind::scalar) || node.span.begin > edit.at.span.end || edit.at.span.begin > node.span.end)
        continue;
      whole = {std::min(whole.begin, node.span.begin), std::max(whole.end, node.span.end)};
    }
    spans.push_back(whole);
  }
  return spans;
}

/// Where these spans stand after the edits, each of which lies in one of them or outside of all.
std::vector<Span> moved(const std::vector<Span>& spans, const std::vector<TextEdit>& edits) {
  std::vector<Span> result;
  for (const Span& span : spans) {
    std::int64_t before = 0;
    std::int64_t inside = 0;
    for (const TextEdit& edit : edits) {
      const std::int64_t longer = static_cast<std::int64_t>(edit.text.size()) - edit.at.span.size();
      if (edit.at.span.begin < span.begin) {
        before += longer;
      } else if (edit.at.span.end <= span.end) {
        inside += longer;
      }
    }
    result.push_back(
        {static_cast<std::uint32_t>(span.begin + before), static_cast<std::uint32_t>(span.end + before + inside)});
  }
  return result;
}

}  // namespace

std::string guard_spans(std::string_view text, const std::vector<TextEdit>& edits, Lang lang) {
  const std::string result = edited_text(text, edits);
  Reading before;
  Reading after;
  before.read(text);
  after.read(result);
  before.touched = with_scalars(before, edits);
  after.touched = moved(before.touched, edits);
  // What stands behind a slip may have been taken for a comment because of it.
  const bool mended = after.findings < before.findings;
  const Comments kept = mended ? Comments::on_other_lines : Comments::all;
  const Texts still = comments_of(after, Comments::all);
  if (const std::string_view lost = missing_in(still, comments_of(before, kept)); !lost.empty())
    return say(lang, {"有注释会丢失：{}", "a comment would be lost: {}"}, lost);
  if (!before.understood()) return {};
  if (!after.understood() || after.errors > before.errors)
    return say(lang, {"改后的文件读不懂", "the file would not be understood any more"});
  if (const std::string_view made =
          missing_in(comments_of(before, Comments::all), comments_of(after, Comments::untouched));
      !made.empty())
    return say(lang, {"有文字会变成注释：{}", "text would become a comment: {}"}, made);
  if (Leaves(before, mended).all() != Leaves(after, mended).all())
    return say(lang, {"别处的内容会改变", "something else in the file would be read otherwise"});
  return {};
}

}  // namespace matter
