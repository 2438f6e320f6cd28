#include "ops/merge_check.h"

#include <algorithm>
#include <set>

#include "change/compare.h"
#include "change/merge/box.h"
#include "change/merge/version.h"
#include "text/encoding.h"
#include "text/lines.h"

namespace matter {

namespace {

using merge::Version;

/// Whether one path is the other or leads to it.
bool related(const std::string& a, const std::string& b) {
  const auto leads = [](const std::string& from, const std::string& to) {
    return from.empty() ||
           (to.starts_with(from) && (to.size() == from.size() || to[from.size()] == '.' || to[from.size()] == '['));
  };
  return leads(a, b) || leads(b, a);
}

/// The matter of a version that is called so; a file's only one whatever it is called.
const Matter* matter_in(const Version& in, const std::string& label) {
  for (const Matter& m : in.matters()) {
    if (merge::matter_label(&m) == label) return &m;
  }
  return in.matters().size() == 1 ? &in.matters().front() : nullptr;
}

/// The text with every conflict decided for one side.
std::string decided(const std::array<std::string, merge_sides>& texts, const MergeOptions& how, const FileMerge& merged,
                    MergeSide side) {
  if (merged.conflicts.empty()) return merged.text;
  MergeOptions all = how;
  for (const MergeConflict& conflict : merged.conflicts) {
    all.choices.push_back({conflict.matter, english(conflict.path), side});
  }
  return merge_texts(texts[0], texts[1], texts[2], all).text;
}

class ResolutionCheck {
 public:
  ResolutionCheck(const std::string& resolved, const std::array<std::string, merge_sides>& texts,
                  const MergeOptions& how, CheckResult& into)
      : into_(into), written_(texts), how_(how) {
    file_.read(resolved, how.words.get());
    for (std::size_t i = 0; i < merge_sides; ++i) sides_[i].read(texts[i], how.words.get());
    for (const MergeSide side : {MergeSide::base, MergeSide::ours, MergeSide::theirs}) {
      const auto i = static_cast<std::size_t>(side);
      texts_[i] = decided(texts, how, into.merged, side);
      decided_[i].read(texts_[i], how.words.get());
    }
  }

  void run() {
    markers();
    if (!file_.readable) {
      if (into_.findings.empty()) add(CheckFault::unreadable, {}, {});
      return;
    }
    for (const Matter& m : due_.matters()) one(m);
    for (const Matter& m : file_.matters()) {
      const std::string label = merge::matter_label(&m);
      if (matter_in(due_, label) == nullptr && !in_conflict(label, {})) add(CheckFault::nobodys, label, {});
    }
    decisions();
    comments();
  }

 private:
  CheckFinding& add(CheckFault fault, const std::string& matter, const ChangePath& path) {
    CheckFinding& finding = into_.findings.emplace_back();
    finding.fault = fault;
    finding.matter = matter;
    finding.path = path;
    return finding;
  }

  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const { return Lines(file_.text).position(offset).line; }

  void markers() {
    std::uint32_t number = 0;
    std::size_t inside = 0;
    for (std::size_t at = 0; at < file_.text.size();) {
      const std::size_t end = std::min(file_.text.find('\n', at), file_.text.size());
      const std::string_view line = file_.text.substr(at, end - at);
      ++number;
      const bool opens = line.starts_with("<<<<<<< ");
      const bool closes = line.starts_with(">>>>>>> ");
      if (opens || closes || line.starts_with("||||||| ") || (inside > 0 && line == "=======")) {
        CheckFinding& finding = add(CheckFault::marker, {}, {});
        finding.text = line;
        finding.line = number;
      }
      inside += opens ? 1U : 0U;
      inside -= closes && inside > 0 ? 1U : 0U;
      at = end + 1;
    }
  }

  [[nodiscard]] bool in_conflict(const std::string& matter, const std::string& path) const {
    return std::any_of(into_.merged.conflicts.begin(), into_.merged.conflicts.end(), [&](const MergeConflict& c) {
      // A side may have changed the identity: of a single matter it does not count.
      return (c.matter == matter || due_.matters().size() == 1) && related(english(c.path), path);
    });
  }

  /// Whether the file says there what another decision of the conflicts gives: items may be called differently then.
  [[nodiscard]] bool as_decided(const std::string& matter, const std::string& path) const {
    return !into_.merged.conflicts.empty() && (agrees(decided_[0], matter, path) || agrees(decided_[2], matter, path));
  }

  /// Whether the file says there what a version says.
  [[nodiscard]] bool agrees(const Version& with, const std::string& matter, const std::string& path) const {
    const Matter* const a = matter_in(with, matter);
    const Matter* const b = matter_in(file_, matter);
    if (a == nullptr || b == nullptr) return a == b;
    const std::vector<Change> changes = compare(*a, *b);
    return std::none_of(changes.begin(), changes.end(),
                        [&](const Change& change) { return related(english(change.path), path); });
  }

  /// Whether a side changed what the base has there.
  [[nodiscard]] bool changed(MergeSide side, const std::string& matter, const std::string& path) const {
    const Matter* const a = matter_in(sides_[0], matter);
    const Matter* const b = matter_in(sides_[static_cast<std::size_t>(side)], matter);
    if (a == nullptr || b == nullptr) return a != b;
    const std::vector<Change> changes = compare(*a, *b);
    return std::any_of(changes.begin(), changes.end(),
                       [&](const Change& change) { return related(english(change.path), path); });
  }

  [[nodiscard]] CheckFault judged(const std::string& matter, const std::string& path) const {
    const bool by_ours = changed(MergeSide::ours, matter, path);
    const bool by_theirs = changed(MergeSide::theirs, matter, path);
    if (by_ours && by_theirs && agrees(sides_[1], matter, path)) return CheckFault::lost_theirs;
    if (by_ours && by_theirs && agrees(sides_[2], matter, path)) return CheckFault::lost_ours;
    if (agrees(sides_[0], matter, path) && (by_ours || by_theirs)) {
      return by_ours && by_theirs ? CheckFault::lost_both : by_ours ? CheckFault::lost_ours : CheckFault::lost_theirs;
    }
    return CheckFault::nobodys;
  }

  void one(const Matter& due) {
    const std::string label = merge::matter_label(&due);
    const Matter* const found = matter_in(file_, label);
    if (found == nullptr) {
      if (!in_conflict(label, {})) add(judged(label, {}), label, {});
      return;
    }
    for (const Change& change : compare(due, *found)) {
      const std::string path = english(change.path);
      if (in_conflict(label, path) || as_decided(label, path)) continue;
      CheckFinding& finding = add(judged(label, path), label, change.path);
      finding.due = change.before.value;
      finding.found = change.after.value;
      if (!change.after.value.absent()) finding.line = line_of(change.after.at.span.begin);
    }
  }

  void decisions() {
    for (const MergeConflict& conflict : into_.merged.conflicts) {
      CheckDecision& decision = into_.decisions.emplace_back();
      decision.conflict = conflict;
      const std::string path = english(conflict.path);
      for (const MergeSide side : {MergeSide::ours, MergeSide::theirs, MergeSide::base}) {
        if (!decision.side && agrees(sides_[static_cast<std::size_t>(side)], conflict.matter, path))
          decision.side = side;
      }
    }
  }

  using Comments = std::multiset<std::string>;

  static Comments comments_of(const Version& in) {
    Comments all;
    for (const Comment& comment : in.doc.comments) all.emplace(in.at(comment.span));
    return all;
  }

  /// Those of `due` that are in both other versions too and not in the file.
  [[nodiscard]] std::vector<std::string> gone_of(const Comments& due) const {
    const Comments theirs = comments_of(decided_[2]);
    const Comments have = comments_of(file_);
    std::vector<std::string> needed;
    std::set_intersection(due.begin(), due.end(), theirs.begin(), theirs.end(), std::back_inserter(needed));
    std::vector<std::string> gone;
    std::set_difference(needed.begin(), needed.end(), have.begin(), have.end(), std::back_inserter(gone));
    return gone;
  }

  /// Takes away what a conflict would take away where it alone is decided for another side than ours.
  void drop_with(const MergeConflict& conflict, const Comments& ours, Comments& kept) const {
    std::vector<std::string> lost;
    for (const MergeSide side : {MergeSide::base, MergeSide::theirs}) {
      MergeOptions all = how_;
      for (const MergeConflict& other : into_.merged.conflicts)
        all.choices.push_back({other.matter, english(other.path), &other == &conflict ? side : MergeSide::ours});
      const std::string text = merge_texts(written_[0], written_[1], written_[2], all).text;
      Version one;
      one.read(text, how_.words.get());
      const Comments left = comments_of(one);
      std::vector<std::string> less;
      std::set_difference(ours.begin(), ours.end(), left.begin(), left.end(), std::back_inserter(less));
      std::vector<std::string> both;
      std::set_union(lost.begin(), lost.end(), less.begin(), less.end(), std::back_inserter(both));
      lost = std::move(both);
    }
    for (const std::string& comment : lost) {
      if (const auto at = kept.find(comment); at != kept.end()) kept.erase(at);
    }
  }

  /// Those that every decision of the conflicts would keep. Of comments that say the same, each conflict can take away
  /// another, whichever side each is decided for.
  void comments() {
    const Comments ours = comments_of(due_);
    std::vector<std::string> gone = gone_of(ours);
    if (!gone.empty() && into_.merged.conflicts.size() > 1) {
      Comments kept = ours;
      for (const MergeConflict& conflict : into_.merged.conflicts) drop_with(conflict, ours, kept);
      gone = gone_of(kept);
    }
    for (std::string& comment : gone) add(CheckFault::comment, {}, {}).text = std::move(comment);
  }

  CheckResult& into_;
  const std::array<std::string, merge_sides>& written_;
  const MergeOptions& how_;
  Version file_;
  std::array<std::string, merge_sides> texts_;
  std::array<Version, merge_sides> decided_;  ///< the merge with all conflicts decided for one side
  Version& due_ = decided_[1];
  std::array<Version, merge_sides> sides_;
};

}  // namespace

std::string_view name(CheckFault fault) {
  switch (fault) {
    case CheckFault::lost_ours: return "lost-ours";
    case CheckFault::lost_theirs: return "lost-theirs";
    case CheckFault::lost_both: return "lost-both";
    case CheckFault::nobodys: return "nobodys";
    case CheckFault::comment: return "comment";
    case CheckFault::marker: return "marker";
    case CheckFault::unreadable: break;
  }
  return "unreadable";
}

CheckResult check_merge(const std::string& resolved, const std::array<std::string, merge_sides>& texts,
                        const MergeOptions& how) {
  CheckResult result;
  std::array<std::string, merge_sides> sides = texts;
  for (std::string& text : sides) make_utf8(text);
  std::string file = resolved;
  make_utf8(file);
  Merged merged = merge_texts(sides[0], sides[1], sides[2], how);
  result.merged.refusal = merged.refusal;
  result.merged.refused_side = merged.refused_side;
  result.merged.text = std::move(merged.text);
  result.merged.conflicts = std::move(merged.conflicts);
  if (result.merged.refusal == MergeRefusal::none) ResolutionCheck(file, sides, how, result).run();
  return result;
}

}  // namespace matter
