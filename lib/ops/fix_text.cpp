#include <algorithm>

#include "diag/words.h"
#include "edit/span_guard.h"
#include "ops/fix.h"

namespace matter {

namespace {

/// Edits in order of place, apart from each other.
class Edits {
 public:
  /// False, and nothing taken, where one of them meets what is there. Places that only touch are apart, but not where
  /// one of them is an insertion: which comes first would be a guess.
  bool add(const std::vector<TextEdit>& more) {
    std::vector<TextEdit> all = edits_;
    for (const TextEdit& edit : more) {
      const auto at = std::find_if(all.begin(), all.end(),
                                   [&](const TextEdit& other) { return other.at.span.begin > edit.at.span.begin; });
      if (at != all.end() && meet(edit.at.span, at->at.span)) return false;
      if (at != all.begin() && meet((at - 1)->at.span, edit.at.span)) return false;
      all.insert(at, edit);
    }
    edits_ = std::move(all);
    return true;
  }

  [[nodiscard]] const std::vector<TextEdit>& all() const { return edits_; }

 private:
  static bool meet(Span first, Span second) {
    return second.begin < first.end || (second.begin == first.end && (first.empty() || second.empty()));
  }

  std::vector<TextEdit> edits_;
};

bool fits(const Diagnostic& d, std::size_t size) {
  return std::all_of(d.fix->edits.begin(), d.fix->edits.end(), [&](const TextEdit& edit) {
    return edit.at.source == d.at.source && edit.at.span.begin <= edit.at.span.end && edit.at.span.end <= size;
  });
}

}  // namespace

FixedText fixed_text(std::string_view text, const std::vector<const Diagnostic*>& wanted, Lang lang) {
  FixedText result;
  Edits edits;
  for (const Diagnostic* d : wanted) {
    if (!fits(*d, text.size())) {
      result.refused.push_back({d, say(lang, {"修改的位置不对", "its places are wrong"})});
    } else if (edits.add(d->fix->edits)) {
      result.taken.push_back(d);
    }
  }
  if (!guard_spans(text, edits.all(), lang).empty()) {
    // One of them goes too far: each is tried for itself on top of those that did not.
    edits = {};
    const std::vector<const Diagnostic*> together = std::move(result.taken);
    result.taken.clear();
    for (const Diagnostic* d : together) {
      Edits more = edits;
      static_cast<void>(more.add(d->fix->edits));
      if (std::string why = guard_spans(text, more.all(), lang); !why.empty()) {
        result.refused.push_back({d, std::move(why)});
      } else {
        result.taken.push_back(d);
        edits = std::move(more);
      }
    }
  }
  result.text = edited_text(text, edits.all());
  return result;
}

}  // namespace matter
