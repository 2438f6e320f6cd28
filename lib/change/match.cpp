#include "change/match.h"

#include <deque>
#include <string_view>
#include <unordered_map>

#include "model/content.h"
#include "model/matter.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// An item's identity under one way of telling items apart; empty: it has none.
using Identify = std::string (*)(const Field& list, const void* item);

std::string key_of(const Field& list, const void* item) {
  if (list.item != Kind::record) return {};
  for (const Field& field : list.table()->fields) {
    if (field.list_key && scalar_of(field, item).given()) return std::string(trimmed(scalar_of(field, item).text));
  }
  return {};
}

std::string name_of(const Field& list, const void* item) {
  if (list.item != Kind::record) return normalised(scalar_text(list.item, *static_cast<const Scalar*>(item)));
  const Table& table = *list.table();
  std::string name;
  bool any = false;
  for (const Field& field : table.fields) {
    if (!field.list_name) continue;
    const Scalar& part = scalar_of(field, item);
    any = any || part.given();
    name.append(normalised(scalar_text(field.kind, part))).push_back('\x1f');
  }
  if (any) return name;
  const Field* main = main_field(table);
  if (main == nullptr || !is_scalar(main->kind) || !scalar_of(*main, item).given()) return {};
  return normalised(scalar_text(main->kind, scalar_of(*main, item)));
}

void append(const Content& content, std::string& to) {
  to.append(content.key).push_back('\x1e');
  to.append(normalised(content.text)).push_back('\x1f');
  for (const Content& part : content.parts) append(part, to);
  to.push_back('\x1d');
}

std::string everything_of(const Field& list, const void* item) {
  std::string all;
  append(content_of_item(list, item), all);
  return all;
}

/// Pairs what both sides still have unpaired and what `identify` calls by one name.
class Pairing {
 public:
  Pairing(const Field& list, const AnyList& before, const AnyList& after)
      : list_(list), before_(before), after_(after), partner_(before.count, no_item), taken_(after.count, false) {}

  void by(Identify identify) {
    if (paired_ == before_.count || paired_ == after_.count) return;
    std::unordered_map<std::string, Group> groups;
    for (std::uint32_t i = 0; i < before_.count; ++i) {
      if (partner_[i] == no_item) groups[identify(list_, item_of(list_, before_, i))].before.push_back(i);
    }
    for (std::uint32_t i = 0; i < after_.count; ++i) {
      if (!taken_[i]) groups[identify(list_, item_of(list_, after_, i))].after.push_back(i);
    }
    for (auto& [id, group] : groups) {
      if (id.empty() || group.before.empty() || group.after.empty()) continue;
      if (group.before.size() > 1 || group.after.size() > 1) pair_equal(group);
      pair_in_order(group);
    }
  }

  [[nodiscard]] std::vector<ItemPair> result() const {
    std::vector<ItemPair> pairs;
    pairs.reserve(before_.count + after_.count - paired_);
    for (std::uint32_t i = 0; i < before_.count; ++i) pairs.push_back({i, partner_[i]});
    for (std::uint32_t i = 0; i < after_.count; ++i) {
      if (!taken_[i]) pairs.push_back({no_item, i});
    }
    return pairs;
  }

 private:
  struct Group {
    std::vector<std::uint32_t> before, after;
  };

  /// Several items of one name (one material in two situations): those that did not change belong together.
  void pair_equal(const Group& group) {
    std::unordered_map<std::string, std::deque<std::uint32_t>> waiting;
    for (const std::uint32_t i : group.after) waiting[everything_of(list_, item_of(list_, after_, i))].push_back(i);
    for (const std::uint32_t i : group.before) {
      const auto found = waiting.find(everything_of(list_, item_of(list_, before_, i)));
      if (found == waiting.end() || found->second.empty()) continue;
      pair(i, found->second.front());
      found->second.pop_front();
    }
  }

  void pair_in_order(const Group& group) {
    auto next = group.after.begin();
    for (const std::uint32_t i : group.before) {
      if (partner_[i] != no_item) continue;
      while (next != group.after.end() && taken_[*next]) ++next;
      if (next == group.after.end()) return;
      pair(i, *next);
    }
  }

  void pair(std::uint32_t before, std::uint32_t after) {
    partner_[before] = after;
    taken_[after] = true;
    ++paired_;
  }

  const Field& list_;
  const AnyList& before_;
  const AnyList& after_;
  std::vector<std::uint32_t> partner_;
  std::vector<bool> taken_;
  std::uint32_t paired_ = 0;
};

}  // namespace

std::vector<ItemPair> match_items(const Field& list, const AnyList& before, const AnyList& after) {
  Pairing pairing(list, before, after);
  pairing.by(&key_of);
  pairing.by(&name_of);
  pairing.by(&everything_of);
  return pairing.result();
}

std::vector<std::string> item_labels(const Field& list, const AnyList& items) {
  std::vector<std::string> labels;
  std::unordered_map<std::string, std::uint32_t> seen;
  labels.reserve(items.count);
  for (std::uint32_t i = 0; i < items.count; ++i) {
    std::string label = item_label(list, item_of(list, items, i), i);
    const std::uint32_t times = ++seen[label];
    if (times > 1) label.append("#").append(std::to_string(times));
    labels.push_back(std::move(label));
  }
  return labels;
}

}  // namespace matter
