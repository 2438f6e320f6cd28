#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checks/profile.h"
#include "diag/lang.h"
#include "model/matter.h"

namespace matter {

/// What an element of a matter is against the same element of the standard entry, or of the same matter elsewhere.
enum class Verdict : std::uint8_t {
  same,            ///< 一致
  better,          ///< 更优
  worse,           ///< 更差; also: another one, where only the same is good
  missing,         ///< 缺失
  extra,           ///< 多出
  not_applicable,  ///< 不适用: nothing can be said, see `Silence`
};
inline constexpr std::size_t verdicts = 6;
/// `same`, `better` … `not-applicable`, as on the command line and in JSON; and as people say it.
[[nodiscard]] std::string_view name(Verdict verdict);
[[nodiscard]] Bilingual words(Verdict verdict);
/// 更差, 缺失 or 多出: what must not be.
[[nodiscard]] constexpr bool departs(Verdict verdict) {
  return verdict == Verdict::worse || verdict == Verdict::missing || verdict == Verdict::extra;
}
/// How bad a verdict is: 缺失, 更差, 多出, then 更优, 一致, 不适用.
[[nodiscard]] int gravity(Verdict verdict);

/// Why nothing can be said of an element.
enum class Silence : std::uint8_t {
  none,
  level,         ///< the profile leaves it out at this level
  not_carried,   ///< the catalog's source never carries it
  own_silent,    ///< the matter does not say it
  other_silent,  ///< the other side does not
  not_read,      ///< a value that was not understood (field-value speaks of it)
  incomparable,  ///< units or amounts that cannot be compared: `differences` has them
};
[[nodiscard]] Bilingual words(Silence silence);

/// One value that differs.
struct Difference {
  enum class Kind : std::uint8_t {
    better,
    worse,
    missing,       ///< the other side has it
    extra,         ///< the other side has it not
    differs,       ///< another value, neither better nor worse by itself
    order,         ///< the same items in another order
    incomparable,  ///< which is better cannot be told
  };
  Kind kind = Kind::differs;
  bool whole = false;      ///< of a list: the item itself, not a field of it
  bool single = false;     ///< the element is this one value: its name says it all
  std::string path;        ///< in English keys: materials[营业执照].necessity
  std::string label;       ///< the same in official labels: 申请材料[营业执照].材料必要性
  std::string own, other;  ///< canonical texts; empty: it says nothing
  Location at, other_at;   ///< the value, else where it would belong
};

/// What differs, in words: `没有“场所平面图”`, `8 工作日, against 5 工作日`.
[[nodiscard]] std::string told(const Difference& difference, Lang lang);

struct ElementResult {
  Verdict verdict = Verdict::same;
  Silence silence = Silence::none;  ///< of not_applicable
  std::vector<Difference> differences;
  /// The values that were compared, first path first.
  Location at, other_at;

  /// Of the differences, the first that the verdict rests on; null where there is none.
  [[nodiscard]] const Difference* decisive() const;
};

/// How much is wanted: the verdict alone costs no memory where all is the same.
enum class Wanted : std::uint8_t { verdict, differences };

/// Compares one element of two effective matters: `own` against `other`. Values are normalised by their kind: width
/// and white space of texts, spellings of named values, order where it means nothing, limits of one unit only (当场 is
/// less than any; weeks are days, years months). What a side does not say is not compared: for a matter that is bound
/// that can only be what its entry leaves open.
///
/// What counts as better comes from the profile's direction, and for the fields of materials, steps, results and fees
/// from what they ask of those who apply: 免交, 非必要, fewer copies, more ways of delivery are better. A material or
/// special procedure that the other side demands with a basis is missing where it is left out; other ones left out are
/// fewer. A basis more than the other side has is better where it is a local act and the matter gives its reason
/// (`binding.reason`, or `binding.kept` for the bases), else it is extra.
///
/// Antisymmetric: better and worse, missing and extra change places with the sides, but for what is demanded.
[[nodiscard]] ElementResult compare_element(const Element& element, const Matter& own, const Matter& other,
                                            Wanted wanted = Wanted::differences);

/// A print of what `compare_element` looks at: equal prints are 一致. 0: the matter does not say the element. The same
/// on every machine.
[[nodiscard]] std::uint64_t print_of(const Element& element, const Matter& m);

/// Of any text.
[[nodiscard]] std::uint64_t print_of(std::string_view text);

/// Whether every path of the element is one that the source of the catalog never carries.
[[nodiscard]] bool not_carried(const Element& element, const CatalogContext& context);

}  // namespace matter
