#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/catalog.h"

namespace matter {

/// Why an entry may be the one that a matter means.
enum class CandidateReason : std::uint8_t {
  same_entry,  ///< the code that the matter names, in another version
  same_code,   ///< the same 基本编码
  like_name,
};

/// A standard entry that a matter may be meant to be bound to, in its newest version.
struct BindingCandidate {
  std::string reference, name;  ///< code@version; as a citizen sees it
  Location at;
  CandidateReason reason = CandidateReason::like_name;
  int likeness = 0;  ///< percent of the names, 100 where they are the same
};

/// Finds the entries that a matter may belong to. An index of the pairs of neighbouring characters of their names, so
/// that thousands of matters are not held against thousands of entries one by one; pairs that many entries have (许可,
/// 登记) count little.
class BindingCandidates {
 public:
  /// `standards` must outlive it.
  explicit BindingCandidates(const Standards& standards);

  /// What is looked for: as the matter says it itself.
  struct Wanted {
    std::string name, handling;  ///< display name (see display_name); 办理项, may be empty
    std::string basic_code;      ///< may be empty
    std::string named;           ///< code of the entry that it names and that is nowhere; may be empty
  };
  [[nodiscard]] static Wanted wanted(const Matter& m);
  /// At most three, the best first: the entry that is named in another version, then those of the same 基本编码, then
  /// those whose names are at least half alike; of equals that of the same 办理项.
  [[nodiscard]] std::vector<BindingCandidate> best(const Wanted& wanted);

 private:
  struct Entry {
    const Matter* entry = nullptr;
    std::string name, handling;  ///< normalised
    double weight = 0;           ///< of the pairs of characters in the name
  };
  struct Ranked;
  [[nodiscard]] double weight(std::uint64_t pair) const;
  [[nodiscard]] double weight_of(const std::vector<std::uint64_t>& pairs) const;
  [[nodiscard]] std::vector<Ranked> ranked(const Wanted& wanted) const;

  std::vector<Entry> entries_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> having_;  ///< entries by pair of characters
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_code_;   ///< by 基本编码
  std::unordered_map<std::string, std::uint32_t> by_standard_code_;
  std::unordered_map<std::string, std::vector<BindingCandidate>> known_;  ///< what was found before
};

}  // namespace matter
