#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "checks/rule.h"

namespace matter {

/// What a 一件事 says of one of its matters.
struct MemberFact {
  std::uint32_t bundle = 0;  ///< index into Facts::matters
  Location at;
  std::string_view code;
};

/// Codes of matters, and the members of bundles, as facts of `bundle-member`.
void collect_bundle(const MatterView& view, FactWriter& facts);

/// The members of all bundles that were read, told apart by what can be known of them.
class BundleMembers {
 public:
  explicit BundleMembers(const CatalogView& view);

  enum class Found : std::uint8_t {
    here,     ///< a matter, or a standard entry, with this code was read
    nowhere,  ///< its agency's matters were read, or the standard entries, and it is not among them
    unread,   ///< whether it exists only what was not read would tell
  };
  [[nodiscard]] const std::vector<MemberFact>& all() const { return members_; }
  [[nodiscard]] Found look_for(std::string_view code) const;
  /// How many of them are `unread`.
  [[nodiscard]] std::size_t unread() const;

 private:
  const CatalogView& view_;
  std::vector<MemberFact> members_;
  std::unordered_set<std::string_view> codes_, basic_, agencies_;
};

}  // namespace matter
