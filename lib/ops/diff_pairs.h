#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "change/likeness.h"
#include "ops/diff.h"
#include "ops/diff_tree.h"

namespace matter {

/// A matter that was met on one side, by what identifies it.
struct MetMatter {
  std::uint32_t file = 0;    ///< index into the tree's files
  std::uint32_t number = 0;  ///< in its file
  std::string identity;      ///< of a standard entry `code@version`; empty where no code is given
  std::string code;          ///< of a standard entry, without the version
  Location at;
  bool paired = false;
};

/// Where a matter stands in the result: relative path, then place in its file.
struct DiffOrder {
  std::string_view relative;
  std::uint32_t at = 0;
  bool removed = false;
};

/// What came out of one pair of files, or of one pair of matters.
struct PairOutcome {
  std::vector<MetMatter> before, after;
  std::vector<MatterDiff> diffs;
  std::vector<DiffOrder> order;  ///< of `diffs`
  std::vector<Diagnostic> findings;
  std::size_t same = 0;
  std::size_t one_sided = 0;  ///< matters whose standard entry only one side has
  bool same_object = false;   ///< the same object in git: not read at all
  bool skipped = false;       ///< the same bytes, understood: matters were not compared
};

/// Compares files and matters of two trees. Stateless but for what the trees read lazily; thread-safe.
class PairComparison {
 public:
  PairComparison(DiffTree& before, DiffTree& after, const Sources& sources, Lang lang)
      : before_(before), after_(after), sources_(sources), lang_(lang) {}

  /// Memory that one worker reuses from pair to pair.
  struct Scratch {
    FileReader old_reader, new_reader;
    LoadedFile old_file, new_file;
    std::uint32_t old_index = no_file, new_index = no_file;  ///< what the loaded files are
  };
  static constexpr std::uint32_t no_file = 0xFFFFFFFFU;

  /// Two files of one relative path. Matters of one identity are compared, the others are left unpaired.
  void files(std::uint32_t before, std::uint32_t after, Scratch& scratch, PairOutcome& out);
  /// A file that only one side has: its matters are met.
  void lone_file(bool after, std::uint32_t file, Scratch& scratch, PairOutcome& out);
  /// Two files with the same bytes once more: matters are met as paired, and compared where the standard entry
  /// that they are bound to is another one now.
  void unchanged(std::uint32_t before, std::uint32_t after, Scratch& scratch, PairOutcome& out);
  /// Two matters met before; `likeness`: see MatterDiff.
  void matters(const MetMatter& before, const MetMatter& after, double likeness, Scratch& scratch, PairOutcome& out);
  /// Two matters of two offices met before: what belongs to each office itself is not compared.
  void counterparts(const MetMatter& other, const MetMatter& own, Scratch& scratch, PairOutcome& out);
  /// A matter and the standard entry that it is bound to, likewise. False where there is none.
  bool with_entry(const MetMatter& own, Scratch& scratch, PairOutcome& out);
  /// The matters of a file of the new tree, effective, one by one.
  void each_effective(std::uint32_t file, Scratch& scratch, PairOutcome& out,
                      const std::function<void(const MetMatter&, const Matter&)>& each);
  /// What a matter met before is recognised by.
  void sketch(bool after, const MetMatter& met, Scratch& scratch, PairOutcome& out, MatterSketch& into);
  /// A matter that has no partner.
  void lone_matter(bool after, const MetMatter& met, Scratch& scratch, PairOutcome& out);

 private:
  struct Loaded {
    const Matter* matter;
    const DiffTree::File* file;
  };
  const LoadedFile* load(bool after, std::uint32_t file, Scratch& scratch, PairOutcome& out);
  const LoadedFile* understand(bool after, std::uint32_t file, bool read, Scratch& scratch, PairOutcome& out);
  [[nodiscard]] bool one_text(const DiffTree::File& before, const DiffTree::File& after, Scratch& scratch,
                              PairOutcome& out) const;
  bool count(const DiffTree::File& file, std::string_view text, Scratch& scratch, Collector& findings,
             PairOutcome& out) const;
  void meet(bool after, std::uint32_t file, const LoadedFile& loaded, std::vector<MetMatter>& into) const;
  void compare_matters(const MetMatter& met, Matter before, const DiffTree::File& old_file, const MetMatter& new_met,
                       Matter after, const DiffTree::File& new_file, double likeness, PairOutcome& out);
  void compare_offices(const Matter& other, const std::string& other_name, Location other_at, const MetMatter& own,
                       const Matter& matter, PairOutcome& out);
  MatterDiff& tell(const Matter& before, const Matter& after, std::vector<Change> changes, const DiffTree::File& file,
                   PairOutcome& out);
  [[nodiscard]] bool same_entries(const Matter* a, const Matter* b);

  DiffTree& before_;
  DiffTree& after_;
  const Sources& sources_;
  Lang lang_;
  std::mutex mutex_;
  std::unordered_map<const Matter*, std::unordered_map<const Matter*, bool>> same_entries_;
};

}  // namespace matter
