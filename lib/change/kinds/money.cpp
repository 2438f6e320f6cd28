#include "change/change_type.h"
#include "model/values.h"

namespace matter::kinds {
namespace {

Verb fee_verb(const Change& change, Verb plain) {
  if (plain != Verb::added && plain != Verb::removed) return plain;
  const bool added = plain == Verb::added;
  const Content* amount = (added ? change.after.value : change.before.value).part("amount");
  const bool free = amount != nullptr && parse_money(amount->text).kind == MoneyKind::free;
  if (!free) return plain;
  return added ? Verb::added_waived : Verb::removed_waived;
}

constexpr Verb fee_verbs[] = {Verb::added_waived, Verb::removed_waived};
constexpr Refinement refinements[] = {{"fees[]", fee_verbs, &fee_verb}};

constexpr KindRow rows[] = {
    {"fees[]", Verb::added, Burden::more, {"新增收费项目", "fee added"}, {}, "证照工本费（10 元/本）"},
    {"fees[]", Verb::removed, Burden::less, {"取消收费项目", "fee dropped"}, "证照工本费（10 元/本）"},
    {"fees[]",
     Verb::added_waived,
     Burden::neutral,
     {"新增收费项目，金额为零", "fee added that costs nothing"},
     {},
     "证照工本费（免费）"},
    {"fees[]",
     Verb::removed_waived,
     Burden::neutral,
     {"取消收费项目，原金额为零", "fee dropped that cost nothing"},
     "证照工本费（免费）"},
    {"fees", Verb::introduced, Burden::more, {"由不收费改为收费", "charged for now"}},
    {"fees", Verb::abolished, Burden::less, {"由收费改为不收费", "free of charge now"}},
    {"fees[].amount", Verb::raised, Burden::more, {"收费标准提高", "fee raised"}, "10 元/本", "20 元/本", "fee-raised"},
    {"fees[].amount",
     Verb::lowered,
     Burden::less,
     {"收费标准降低", "fee lowered"},
     "20 元/本",
     "10 元/本",
     "fee-lowered"},
    {"fees[].amount",
     Verb::changed,
     Burden::neutral,
     {"收费标准改变，高低无法比较", "fee changed; which is higher cannot be told"},
     "10 元/本",
     "按省定标准"},
    {"fees[].relief", Verb::enabled, Burden::less, {"收费改为可以减免", "fee may be reduced or waived now"}},
    {"fees[].relief", Verb::disabled, Burden::more, {"收费不再减免", "fee is no longer reduced or waived"}},
    {"intermediaries", Verb::introduced, Burden::more},
    {"intermediaries", Verb::abolished, Burden::less},
};

}  // namespace

extern const KindGroup money_kinds;
const KindGroup money_kinds{rows, {}, refinements};

}  // namespace matter::kinds
