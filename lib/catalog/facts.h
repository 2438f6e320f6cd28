#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/source.h"

namespace matter {

/// Appends what a rule wants to remember of one matter, in a compact byte form (a kind and varints,
/// length-prefixed texts) that does not depend on machine or thread. Places name sources by number;
/// `facts_from_bytes` turns them into the numbers of the run that reads.
class FactWriter {
 public:
  explicit FactWriter(std::string& bytes) : bytes_(bytes) {}
  void number(std::uint64_t value);
  void text(std::string_view value);
  void place(Location at);

 private:
  std::string& bytes_;
};

enum class FactKind : std::uint8_t { number, text, place, damaged };

/// Reads it back, in the same order. Reading past the end, or another kind than was written, yields
/// zeros and empties and `broken()`.
class FactReader {
 public:
  explicit FactReader(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::uint64_t number();
  [[nodiscard]] std::string_view text();
  [[nodiscard]] Location place();
  [[nodiscard]] bool broken() const { return broken_; }
  [[nodiscard]] bool done() const { return broken_ || at_ >= bytes_.size(); }
  /// What stands next, for generic code.
  [[nodiscard]] FactKind next() const;

 private:
  [[nodiscard]] bool expect(char kind);
  [[nodiscard]] std::uint64_t varint();

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool broken_ = false;
};

/// What every matter leaves behind when its text is dropped: enough to name and find it again.
struct MatterFact {
  Location at;                ///< its name, else the first line of the entry
  std::string identity;       ///< never empty: path and document number where no code is given
  bool standard = false;      ///< an entry of a standard catalog
  std::uint32_t grading = 0;  ///< 0: every rule as usual; else 1 + index into Facts::gradings
};

/// What a catalog makes of the findings of a rule.
enum class Grade : std::uint8_t { usual, off, info, warning, error };

/// Rules across matters that are not judged as usual for some matters, in order of id.
using RuleGrading = std::vector<std::pair<std::string, Grade>>;

/// One rule of a comment that suppresses it: findings in the span do not count.
struct SuppressionFact {
  Location at;  ///< the comment
  Span covers;  ///< in the same source
  std::string rule;
  bool tried = true;  ///< the rule was run: when nothing is found, the comment is of no use
};

/// The facts of one run: of every matter its MatterFact, and per rule one byte record for each
/// matter that had something to say.
struct RuleFacts {
  struct Record {
    std::uint32_t matter = 0;  ///< index into Facts::matters
    std::uint32_t offset = 0;  ///< into `bytes`
    std::uint32_t length = 0;
  };
  std::string rule;
  std::string bytes;
  std::vector<Record> records;

  [[nodiscard]] FactReader reader(const Record& r) const {
    return FactReader(std::string_view(bytes).substr(r.offset, r.length));
  }
};

struct Facts {
  std::vector<MatterFact> matters;
  std::vector<RuleFacts> rules;
  std::vector<RuleGrading> gradings;          ///< each once
  std::vector<SuppressionFact> suppressions;  ///< in order of source and place

  [[nodiscard]] const RuleFacts* of(std::string_view rule) const;
  /// The number for MatterFact::grading.
  [[nodiscard]] std::uint32_t add_grading(const RuleGrading& grading);
  [[nodiscard]] Grade grade(std::uint32_t grading, std::string_view rule) const;
  /// Adds another part (the next file's, the next shard's) behind this one.
  void append(Facts&& part);
};

/// The versioned byte form ("matter.facts/2"), so that shards, a cache and the editor can exchange facts.
/// It names its sources.
[[nodiscard]] std::string to_bytes(const Facts& facts, const Sources& sources);
/// Nothing when the bytes are of another version or damaged. Sources that `sources` does not hold under
/// the same name are added to it; places and notes then count in its numbers.
[[nodiscard]] std::optional<Facts> facts_from_bytes(std::string_view bytes, Sources& sources);

}  // namespace matter
