#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diag/lang.h"
#include "text/arena.h"

namespace matter {

/// Why a value did not arrive on a platform as it stands in the catalog.
enum class LossReason : std::uint8_t {
  too_long,           ///< longer than the column; written whole, the platform may refuse it
  no_code,            ///< the platform has no code for it; left empty
  no_none,            ///< the platform cannot say 无 there; left empty
  no_form,            ///< not of the column's type; left empty
  no_place,           ///< no column takes the field
  no_table,           ///< no table takes matters of this type
  several,            ///< one value fits, several are given; only the first is written
  splits,             ///< joined with others, and holds the sign between them: comes apart into more than there were
  escaped,            ///< the same in a message, where a backslash keeps it whole: the platform gets the backslash
  not_understood,     ///< could not be read as what the field wants; written as it stands where text fits
  required_empty,     ///< the column must not be empty, the matter has no value
  not_carried,        ///< the same, and the catalog's source never carries the field
  no_field,           ///< the column must not be empty, matters have no such field (once a column)
  control_character,  ///< control characters were taken out
  formula_like,       ///< a spreadsheet would run it: written as it is, or with ' before it
  does_not_fit,       ///< too long for the column of a database, or not of its type; left empty
  same_identity,      ///< an earlier matter has the same identity, and a database its rows; not written
  incomplete,         ///< its file or standard entry could not be read whole: values may be missing (once a matter)
  withheld,           ///< unpublished or secret: the matter does not go to a public platform
  no_file,            ///< the file it names is not in the catalog, or not one that may leave; named, not given
};
inline constexpr std::size_t loss_reason_count = 20;

[[nodiscard]] std::string_view name(LossReason reason);  // "too-long", …
[[nodiscard]] Bilingual words(LossReason reason);

/// One value of one matter. Views point into `Losses::texts`.
struct Loss {
  LossReason why = LossReason::no_place;
  std::uint32_t matter = 0;  ///< index into `Losses::matters`; `no_matter` where it is of a column as a whole
  std::uint32_t count = 1;   ///< values
  std::uint32_t length = 0;  ///< characters of the value; 0 where it does not apply
  std::uint32_t limit = 0;
  std::string_view table, column;
  std::string_view field;  ///< English path
};
inline constexpr std::uint32_t no_matter = 0xFFFFFFFFU;

struct LossMatter {
  std::string identity;
  std::string file;
};

struct Losses {
  std::vector<LossMatter> matters;  ///< those that lost something, in order
  std::vector<Loss> list;
  Arena texts;

  [[nodiscard]] std::size_t count(LossReason why) const;
};

/// Takes the losses of one matter after another.
class LossRecorder {
 public:
  explicit LossRecorder(Losses& to) : to_(to) {}
  /// Views that must last until the next matter.
  void begin(std::string_view identity, std::string_view file) {
    identity_ = identity;
    file_ = file;
    known_ = false;
  }
  /// From now on fields are told without the names of items (materials[].form), which may be withheld.
  void hide_items() { items_hidden_ = true; }
  Loss& add(LossReason why, std::string_view table, std::string_view column, std::string_view field);
  /// Of a column as a whole, whatever the matter: `lacking` rows lack it.
  void add_column(LossReason why, std::string_view table, std::string_view column, std::uint32_t lacking);

 private:
  Loss& make(LossReason why, std::string_view table, std::string_view column, std::string_view field);
  std::string_view keep(std::string_view text);

  Losses& to_;
  std::unordered_map<std::string_view, std::string_view> kept_;
  std::string_view identity_, file_;
  bool known_ = false, items_hidden_ = false;
};

}  // namespace matter
