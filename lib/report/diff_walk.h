#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ops/diff.h"
#include "report/diff_pages.h"
#include "report/reduction_words.h"
#include "report/told_change.h"

namespace matter {

/// What a page says first. All texts are in the language of the page and escaped for nothing.
struct PageHead {
  std::string title;
  std::string sample;         ///< that all or some of it is 样例; empty where none is
  std::string before, after;  ///< what was compared
  std::vector<ReductionFigure> reductions;
  std::string not_counted;  ///< what they leave out; may be empty
  std::string matters;      ///< `新增 0，删除 0，修改 1，相同 3`
  JudgedChanges judged;
  std::size_t doubts = 0;

  struct Group {
    std::string name;
    std::vector<ReductionFigure> reductions;
  };
  std::vector<Group> agencies, levels;  ///< where there are several
};

/// A line that leads to an entry.
struct PageLine {
  std::size_t number = 0;  ///< of the entry, from 1
  ChangeKind kind = ChangeKind::changed;
  std::string name, agency;
  bool sample = false;
  JudgedChanges judged;
  std::string saved;  ///< 四减 in one line; may be empty
};

struct PageDoubt {
  std::string text;
  ToldPlace place;
};

struct PageChange {
  ToldChange told;
  /// Who inherits this change and those before it that have none: stands behind the last of them. May be empty.
  std::string reach;
};

/// A matter or a catalog.yaml that is not the same, or what a standard entry changed for several.
struct PageEntry {
  PageLine line;
  std::string identity, level;
  std::string pairing;  ///< how it was paired, where not by its identity
  ToldPlace before, after;
  std::string whole;  ///< what kind of change it is that it came or went; empty for a changed one
  Judgement judged;   ///< of that
  std::vector<ReductionFigure> saved;
  std::vector<PageDoubt> doubts;
  std::vector<PageChange> changes;
  std::string elsewhere;  ///< that some of its changes are told once for all whom they reach; may be empty
};

/// What each form of page makes of a comparison. Called in this order: head, lines, then group by group with their
/// entries, at last the end.
class PageWriter {
 public:
  PageWriter() = default;
  virtual ~PageWriter() = default;
  PageWriter(const PageWriter&) = delete;
  PageWriter& operator=(const PageWriter&) = delete;

  virtual void head(const PageHead& head) = 0;
  virtual void lines(const std::vector<PageLine>& lines) = 0;
  /// Of the entries that follow; an agency where there are several, else empty.
  virtual void group(const std::string& agency) = 0;
  virtual void entry(const PageEntry& entry) = 0;
  virtual void end(const std::vector<std::string>& not_compared) = 0;
};

/// A page that is written piece by piece.
class WrittenPage : public PageWriter {
 protected:
  WrittenPage(Lang lang, const Sink& to) : lang_(lang), to_(to) {}

  [[nodiscard]] std::string in(const Bilingual& words) const { return std::string(words.in(lang_)); }
  void flush() {
    to_(out_);
    out_.clear();
  }
  /// `before → after`, or the one that there is.
  [[nodiscard]] static std::string from_to(const std::string& before, const std::string& after) {
    return before + (before.empty() || after.empty() ? "" : " → ") + after;
  }

  Lang lang_;
  std::string out_;

 private:
  const Sink& to_;
};

/// The one walk over a comparison that all pages share: summary, agencies, entries, each inherited change once.
void walk_diff(const DiffResult& result, const Sources& sources, const PageOptions& options, PageWriter& writer);

/// 新增, 删除, 修改.
[[nodiscard]] std::string_view entry_word(ChangeKind kind, Lang lang);

}  // namespace matter
