#include "checks/element_fields.h"

#include <array>
#include <utility>
#include <vector>

#include "model/values.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view necessities[] = {"非必要", "容缺后补", "必要"};
constexpr std::string_view waivers[] = {"电子证照|数据核验|告知承诺|行政协助", "无法免交"};
constexpr std::string_view forms[] = {"纸质和电子化", "纸质|电子化"};

constexpr FieldRule of_material[] = {
    {"kind"},
    {"necessity", FieldOrder::scale, necessities, "必要"},
    {"within", FieldOrder::more},
    {"form", FieldOrder::scale, forms},
    {"originals", FieldOrder::less},
    {"copies", FieldOrder::less},
    {"source"},
    {"waiver", FieldOrder::scale, waivers, "无法免交"},
    {"for", FieldOrder::situations},
};
constexpr FieldRule of_step[] = {{"limit", FieldOrder::less}};
constexpr FieldRule of_special[] = {{"limit", FieldOrder::less}, {"counted", FieldOrder::yes}};
constexpr FieldRule of_result[] = {{"kind"}, {"sample", FieldOrder::presence}, {"delivery", FieldOrder::more}};
constexpr FieldRule of_fee[] = {{"amount", FieldOrder::money}, {"relief", FieldOrder::yes}};

/// Amount in the smallest unit that can be compared, and which: 0 当场, 1 working days, 2 days, 3 months.
std::pair<std::int64_t, int> measured(const Limit& limit) {
  switch (limit.unit) {
    case LimitUnit::instant: return {0, 0};
    case LimitUnit::working_day: return {limit.amount, 1};
    case LimitUnit::day: return {limit.amount, 2};
    case LimitUnit::week: return {std::int64_t{limit.amount} * 7, 2};
    case LimitUnit::month: return {limit.amount, 3};
    case LimitUnit::year: return {std::int64_t{limit.amount} * 12, 3};
  }
  return {0, 0};
}

int order(std::int64_t a, std::int64_t b) { return a < b ? -1 : a > b ? 1 : 0; }

}  // namespace

namespace {

struct TableRules {
  const Table* table = nullptr;
  std::vector<RuledField> fields;

  TableRules(const Table* of, std::span<const FieldRule> rules) : table(of) {
    for (const FieldRule& rule : rules) fields.push_back({rule, find_field(*of, rule.key)});
  }
};

}  // namespace

std::span<const RuledField> field_rules(const Table& table) {
  static const std::array<TableRules, 5> all{{
      {table_of<Material>(), of_material},
      {table_of<Step>(), of_step},
      {table_of<SpecialProcedure>(), of_special},
      {table_of<Result>(), of_result},
      {table_of<Fee>(), of_fee},
  }};
  for (const TableRules& rules : all) {
    if (rules.table == &table) return rules.fields;
  }
  return {};
}

bool is_basic_code(const Field& field) {
  static const Field* const basic = find_field(*table_of<Matter>(), "basic_code");
  return &field == basic;
}

std::optional<int> place_in(const FieldRule& rule, std::string_view value) {
  for (std::size_t i = 0; i < rule.scale.size(); ++i) {
    std::string_view step = rule.scale[i];
    while (!step.empty()) {
      const std::size_t bar = std::min(step.find('|'), step.size());
      if (step.substr(0, bar) == value) return static_cast<int>(i);
      step.remove_prefix(std::min(bar + 1, step.size()));
    }
  }
  return std::nullopt;
}

std::optional<int> order_limits(const Limit& a, const Limit& b) {
  const auto [left, left_unit] = measured(a);
  const auto [right, right_unit] = measured(b);
  if (left_unit == 0 || right_unit == 0 || left_unit == right_unit) return order(left, right);
  return std::nullopt;
}

std::optional<int> order_money(std::string_view a, std::string_view b) {
  if (a == b) return 0;
  const Money left = parse_money(a);
  const Money right = parse_money(b);
  const bool left_free = left.kind == MoneyKind::free;
  const bool right_free = right.kind == MoneyKind::free;
  if (left_free && right_free) return 0;
  if (left.kind == MoneyKind::amount && right.kind == MoneyKind::amount && left.per == right.per)
    return order(left.fen, right.fen);
  const auto charged = [](const Money& money) {
    return money.kind == MoneyKind::amount ? money.fen > 0
                                           : money.kind == MoneyKind::tiers || money.kind == MoneyKind::by_standard;
  };
  if (left_free && charged(right)) return -1;
  if (right_free && charged(left)) return 1;
  if (normalised(a) == normalised(b)) return 0;
  return std::nullopt;
}

}  // namespace matter
