#include "checks/elements.h"

#include <algorithm>
#include <array>

#include "checks/element_fields.h"
#include "checks/element_items.h"
#include "diag/words.h"
#include "model/path.h"

namespace matter {

namespace {

struct Called {
  std::string_view id;
  Bilingual words;
  int gravity;
};
constexpr std::array<Called, verdicts> called{{
    {"same", {"一致", "same"}, 1},
    {"better", {"更优", "better"}, 2},
    {"worse", {"更差", "worse"}, 4},
    {"missing", {"缺失", "missing"}, 5},
    {"extra", {"多出", "extra"}, 3},
    {"not-applicable", {"不适用", "n/a"}, 0},
}};

constexpr std::array<Bilingual, 7> silences{{
    {"", ""},
    {"这一层级不对照", "not compared at this level"},
    {"目录的来源不提供", "the catalog's source never carries it"},
    {"本事项没有写", "the matter does not say it"},
    {"对照的一方没有写", "the other side does not say it"},
    {"有读不懂的值", "a value was not understood"},
    {"单位或金额不同，无法比较", "units or amounts that cannot be compared"},
}};

/// FNV-1a: the same on every machine.
class Print {
 public:
  void add(std::string_view text) {
    for (const char c : text) mix(static_cast<unsigned char>(c));
    mix(0xFF);
  }
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i) mix(static_cast<unsigned char>(number >> (8 * i)));
  }
  [[nodiscard]] std::uint64_t value() const { return hash_ == 0 ? 1 : hash_; }

 private:
  void mix(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001B3ULL; }
  std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

std::uint64_t print_of_list(const Field& field, const AnyList& list, bool ordered, bool names_only);

void add_field(const Field& field, const void* record, Print& to) {
  const Mark& mark = mark_of(field, record);
  to.add(static_cast<std::uint64_t>(mark.state));
  if (!mark.given()) return;
  if (is_scalar(field.kind)) return to.add(element_text(field, scalar_of(field, record)));
  if (field.kind == Kind::list) return to.add(print_of_list(field, list_of(field, record), false, false));
  if (field.kind != Kind::record) return;
  for (const Field& inner : field.table()->fields) add_field(inner, member(field, record), to);
}

std::uint64_t print_of_list(const Field& field, const AnyList& list, bool ordered, bool names_only) {
  Print chain;
  std::uint64_t sum = 0;
  for (std::uint32_t i = 0; i < list.count; ++i) {
    const void* const item = item_of(field, list, i);
    Print print;
    print.add(names_of(field, item));
    if (field.item == Kind::record && !names_only) {
      for (const RuledField& ruled : field_rules(*field.table())) add_field(*ruled.field, item, print);
    }
    sum += print.value();
    if (ordered) chain.add(print.value());
  }
  chain.add(sum);
  return chain.value();
}

}  // namespace

std::string_view name(Verdict verdict) { return called[static_cast<std::size_t>(verdict)].id; }
Bilingual words(Verdict verdict) { return called[static_cast<std::size_t>(verdict)].words; }
int gravity(Verdict verdict) { return called[static_cast<std::size_t>(verdict)].gravity; }
Bilingual words(Silence silence) { return silences[static_cast<std::size_t>(silence)]; }

std::string told(const Difference& d, Lang lang) {
  if (d.whole && !d.own.empty()) return say(lang, {"多了“{}”", "it adds {}"}, d.own);
  if (d.whole) return say(lang, {"没有“{}”", "it lacks {}"}, d.other);
  const std::string where = d.single ? std::string() : std::string(lang == Lang::zh ? d.label + "：" : d.path + ": ");
  if (d.kind == Difference::Kind::order)
    return say(lang, {"次序不同：{}{}，对照 {}", "in another order: {}{}, against {}"}, where, d.own, d.other);
  const auto shown = [lang](const std::string& value) {
    return value.empty() ? say(lang, {"没有写", "nothing"}) : value;
  };
  return say(lang, {"{}{}，对照 {}", "{}{}, against {}"}, where, shown(d.own), shown(d.other));
}

const Difference* ElementResult::decisive() const {
  using K = Difference::Kind;
  const auto rests = [this](const Difference& d) {
    switch (verdict) {
      case Verdict::missing: return d.kind == K::missing;
      case Verdict::extra: return d.kind == K::extra;
      case Verdict::better: return d.kind == K::better;
      case Verdict::not_applicable: return d.kind == K::incomparable;
      default: return d.kind == K::worse || d.kind == K::differs || d.kind == K::order;
    }
  };
  const auto found = std::find_if(differences.begin(), differences.end(), rests);
  return found == differences.end() ? nullptr : &*found;
}

std::uint64_t print_of(std::string_view text) {
  Print print;
  print.add(text);
  return print.value();
}

std::uint64_t print_of(const Element& element, const Matter& m) {
  Print print;
  bool says = false;
  const bool ordered = element.comparison == Comparison::sequence;
  for (const FieldPath& path : element.paths) {
    if (is_basic_code(path.last())) {
      print.add(basic_code(m));
      says |= !basic_code(m).empty();
      continue;
    }
    std::uint64_t of_items = 0;  // their order means nothing here
    visit_path(path, &m, [&](const Trail& trail, const Field& field, const void* value) {
      const Mark& mark = *static_cast<const Mark*>(value);
      if (trail.outer != nullptr && trail.outer->item != nullptr) {
        if (!mark.given()) return;
        says = true;
        Print one;
        one.add(names_of(*trail.outer->field, trail.outer->item));
        one.add(is_scalar(field.kind) ? element_text(field, *static_cast<const Scalar*>(value)) : std::string());
        of_items += one.value();
        return;
      }
      says |= !mark.absent();
      print.add(static_cast<std::uint64_t>(mark.state));
      if (is_scalar(field.kind)) {
        if (mark.given()) print.add(element_text(field, *static_cast<const Scalar*>(value)));
      } else if (field.kind == Kind::list) {
        print.add(
            print_of_list(field, *static_cast<const AnyList*>(value), ordered, element.comparison == Comparison::set));
      } else if (field.kind == Kind::record && mark.given()) {
        for (const Field& inner : field.table()->fields) add_field(inner, value, print);
      }
    });
    print.add(of_items);
  }
  return says ? print.value() : 0;
}

bool not_carried(const Element& element, const CatalogContext& context) {
  if (context.catalog == nullptr || context.catalog->config.not_carried.empty()) return false;
  return !element.paths.empty() && std::all_of(element.paths.begin(), element.paths.end(), [&](const FieldPath& path) {
    std::string plain = to_text(path);
    for (std::size_t at = plain.find("[]"); at != std::string::npos; at = plain.find("[]")) plain.erase(at, 2);
    return context.not_carried(plain);
  });
}

}  // namespace matter
