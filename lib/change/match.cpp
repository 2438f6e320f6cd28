#include "change/match.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <string_view>
#include <unordered_map>

#include "change/likeness.h"
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

/// The mean over the fields that either has; a field that only one has counts as unlike.
double likeness(const Content& a, const Content& b) {
  if (a.kind != b.kind) return 0;
  if (a.kind == Content::Kind::text) return text_likeness(a.text, b.text);
  if (a.kind != Content::Kind::record) return a == b ? 1 : 0.5;
  double sum = 0;
  std::size_t fields = b.parts.size();
  for (const Content& part : a.parts) {
    const Content* const other = b.part(part.key);
    if (other == nullptr) {
      ++fields;
    } else {
      sum += likeness(part, *other);
    }
  }
  return fields == 0 ? 0 : sum / static_cast<double>(fields);
}
/// Less is another item. A name with one word in six changed reaches it.
constexpr double alike_enough = 0.6;

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

  /// Pairs what is left by likeness, the most alike first: an item whose name or code was changed. Two codes that are
  /// given and differ tell that it is another thing.
  void by_likeness() {
    if (list_.item != Kind::record || paired_ == before_.count || paired_ == after_.count) return;
    struct Candidate {
      double likeness;
      std::uint32_t before, after;
    };
    std::vector<Candidate> candidates;
    std::vector<Content> left = contents(before_, [&](std::uint32_t i) { return partner_[i] == no_item; });
    std::vector<Content> right = contents(after_, [&](std::uint32_t i) { return !taken_[i]; });
    for (std::uint32_t i = 0; i < before_.count; ++i) {
      if (partner_[i] != no_item) continue;
      for (std::uint32_t j = 0; j < after_.count; ++j) {
        if (taken_[j] || other_key(i, j)) continue;
        const double alike = likeness(left[i], right[j]);
        if (alike >= alike_enough) candidates.push_back({alike, i, j});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
    for (const Candidate& c : candidates) {
      if (partner_[c.before] == no_item && !taken_[c.after]) pair(c.before, c.after);
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

  template <class Wanted>
  [[nodiscard]] std::vector<Content> contents(const AnyList& of, const Wanted& wanted) const {
    std::vector<Content> found(of.count);
    for (std::uint32_t i = 0; i < of.count; ++i) {
      if (wanted(i)) found[i] = content_of_item(list_, item_of(list_, of, i));
    }
    return found;
  }

  [[nodiscard]] bool other_key(std::uint32_t before, std::uint32_t after) const {
    const std::string a = key_of(list_, item_of(list_, before_, before));
    const std::string b = key_of(list_, item_of(list_, after_, after));
    return !a.empty() && !b.empty() && a != b;
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
  pairing.by_likeness();
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
