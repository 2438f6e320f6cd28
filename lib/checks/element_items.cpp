#include "checks/element_items.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "model/content.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Without the marks of a title: 《示例条例》 and 示例条例 are one law.
std::string bare(std::string_view text) {
  std::string plain = normalised(text);
  // What they begin with: most texts have none.
  const auto none = [&plain](char c) { return plain.find(c) == std::string::npos; };
  if (none('\xE3') && none('<') && none('>')) return plain;
  for (const std::string_view mark : {"《", "》", "<", ">", "〈", "〉"}) {
    for (std::size_t at = plain.find(mark); at != std::string::npos; at = plain.find(mark, at)) {
      plain.erase(at, mark.size());
    }
  }
  return plain;
}

std::string name_in_item(const Field& field, const void* item) {
  const Scalar& scalar = scalar_of(field, item);
  return scalar.given() ? bare(scalar.text) : std::string{};
}

/// The fields that names and keys of items stand in, of each table that was asked for: they are few among many.
const std::vector<const Field*>& naming_fields(const Table& table) {
  thread_local std::vector<std::pair<const Table*, std::unique_ptr<const std::vector<const Field*>>>> known;
  for (const auto& [of, fields] : known) {
    if (of == &table) return *fields;
  }
  auto fields = std::make_unique<std::vector<const Field*>>();
  for (const Field& field : table.fields) {
    if ((field.list_name || field.list_key) && is_scalar(field.kind)) fields->push_back(&field);
  }
  return *known.emplace_back(&table, std::move(fields)).second;
}

template <class Visit>
void each_name(const Field& list, Visit&& visit) {
  for (const Field* field : naming_fields(*list.table())) {
    if (field->list_name) visit(*field);
  }
}

std::string key_of(const Field& list, const void* item) {
  if (list.item != Kind::record) return {};
  for (const Field* field : naming_fields(*list.table())) {
    if (field->list_key && scalar_of(*field, item).given()) return normalised(scalar_of(*field, item).text);
  }
  return {};
}

/// Byte for byte the same names and keys, so that no memory is needed to see that two items are one.
bool written_alike(const Field& list, const void* a, const void* b) {
  if (list.item != Kind::record) return static_cast<const Scalar*>(a)->text == static_cast<const Scalar*>(b)->text;
  const std::vector<const Field*>& names = naming_fields(*list.table());
  return std::all_of(names.begin(), names.end(),
                     [&](const Field* field) { return scalar_of(*field, a).text == scalar_of(*field, b).text; });
}

/// The same main name, and no other name that both say and say otherwise.
bool agree(const Field& list, const void* a, const void* b) {
  bool same = true;
  bool main = true;
  each_name(list, [&](const Field& field) {
    const std::string left = name_in_item(field, a);
    const std::string right = name_in_item(field, b);
    same &= left == right || (!main && (left.empty() || right.empty()));
    main = false;
  });
  return same;
}

class Pairs {
 public:
  Pairs(const Field& list, const AnyList& own, const AnyList& other)
      : list_(list), own_(own), other_(other), taken_(other.count, false) {
    found_.partner.assign(own.count, no_partner);
  }

  Pairing take() {
    by_counterpart();
    by([this](const void* item) { return key_of(list_, item); });
    by([this](const void* item) { return names_of(list_, item); });
    if (list_.item == Kind::record) by_agreement();
    for (std::uint32_t i = 0; i < other_.count; ++i) {
      if (!taken_[i]) found_.left.push_back(i);
    }
    return std::move(found_);
  }

 private:
  template <class Called>
  void by(const Called& called) {
    std::unordered_multimap<std::string, std::uint32_t> names;
    for (std::uint32_t i = other_.count; i-- > 0;) {
      if (taken_[i]) continue;
      if (std::string name = called(item_of(list_, other_, i)); !name.empty()) names.emplace(std::move(name), i);
    }
    if (names.empty()) return;
    for (std::uint32_t i = 0; i < own_.count; ++i) {
      if (found_.partner[i] != no_partner) continue;
      const auto [first, last] = names.equal_range(called(item_of(list_, own_, i)));
      auto best = last;
      for (auto at = first; at != last; ++at) {
        if (best == last || at->second < best->second) best = at;
      }
      if (best == last) continue;
      join(i, best->second);
      names.erase(best);
    }
  }

  /// A material says under `standard` which one of the standard entry it is, where the names differ.
  void by_counterpart() {
    const Field* const said = list_.key == "materials" ? find_field(*list_.table(), "standard") : nullptr;
    if (said == nullptr) return;
    const auto means = [&](const void* item, const void* meant) {
      const std::string name = name_in_item(*said, item);
      return !name.empty() && (name == names_of(list_, meant) || name == key_of(list_, meant));
    };
    for (std::uint32_t i = 0; i < own_.count; ++i) {
      const void* const item = item_of(list_, own_, i);
      for (std::uint32_t k = 0; found_.partner[i] == no_partner && k < other_.count; ++k) {
        const void* const other = item_of(list_, other_, k);
        if (!taken_[k] && (means(item, other) || means(other, item))) join(i, k);
      }
    }
  }

  void by_agreement() {
    std::size_t names = 0;
    each_name(list_, [&](const Field&) { ++names; });
    if (names < 2) return;
    for (std::uint32_t i = 0; i < own_.count; ++i) {
      for (std::uint32_t k = 0; found_.partner[i] == no_partner && k < other_.count; ++k) {
        if (!taken_[k] && agree(list_, item_of(list_, own_, i), item_of(list_, other_, k))) join(i, k);
      }
    }
  }

  void join(std::uint32_t own, std::uint32_t other) {
    found_.partner[own] = other;
    taken_[other] = true;
  }

  const Field& list_;
  const AnyList& own_;
  const AnyList& other_;
  std::vector<bool> taken_;
  Pairing found_;
};

}  // namespace

std::string names_of(const Field& list, const void* item) {
  if (list.item != Kind::record) {
    return normalised(scalar_text(list.item, *static_cast<const Scalar*>(item)));
  }
  std::string names;
  each_name(list, [&](const Field& field) {
    const std::string name = name_in_item(field, item);
    if (!names.empty()) names += '\n';
    names += name;
  });
  while (names.ends_with('\n')) names.pop_back();
  return names;
}

std::string element_text(const Field& field, const Scalar& value) {
  std::string text = scalar_text(field.kind, value);
  if (field.format == Format::file) text.erase(0, text.rfind('/') + 1);
  return normalised(text);
}

Pairing pair_items(const Field& list, const AnyList& own, const AnyList& other) {
  bool alike = own.count == other.count;
  for (std::uint32_t i = 0; alike && i < own.count; ++i) {
    alike = written_alike(list, item_of(list, own, i), item_of(list, other, i));
  }
  if (alike) return {};
  return Pairs(list, own, other).take();
}

}  // namespace matter
