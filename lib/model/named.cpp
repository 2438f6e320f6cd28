#include "model/named.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "diag/collector.h"
#include "doc/yaml.h"
#include "model/field.h"
#include "model/value.h"
#include "text/embedded.h"
#include "text/unicode.h"

namespace matter {

namespace {

[[noreturn]] void bad(std::string_view what) {
  throw std::logic_error("schemas/values.yaml, compiled in: " + std::string(what));
}

/// The lists of schemas/values.yaml for the life of the program: views into the compiled-in bytes
/// and into the document, which is kept.
class Store {
 public:
  Store() {
    const auto text = embedded("values.yaml");
    if (!text) bad("missing");
    Collector findings(Lang::en);
    if (read_yaml(*text, no_source, doc_, findings) != YamlOutcome::read || doc_.roots.size() != 1) {
      bad(findings.found().empty() ? "unreadable" : findings.found().front().message);
    }
    const NodeId lists = doc_.find(doc_.roots[0], "lists");
    if (lists == no_node || !doc_.node(lists).is(NodeKind::mapping)) bad("no `lists`");
    for (const Entry entry : entries(doc_, lists)) add(doc_.node(entry.key).text(), entry.value);
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      std::size_t slot = key_hash(lists_[i].id) % slots;
      while (index_[slot] != 0) slot = (slot + 1) % slots;
      index_[slot] = static_cast<std::uint8_t>(i + 1);
    }
  }

  [[nodiscard]] const NamedList* find(std::string_view id) const {
    for (std::size_t slot = key_hash(id) % slots; index_[slot] != 0; slot = (slot + 1) % slots) {
      const NamedList& list = lists_[index_[slot] - 1U];
      if (list.id == id) return &list;
    }
    return nullptr;
  }
  [[nodiscard]] std::span<const NamedList> lists() const { return lists_; }

 private:
  [[nodiscard]] std::string_view text(NodeId mapping, std::string_view key) const {
    const NodeId node = doc_.find(mapping, key);
    return node == no_node ? std::string_view{} : doc_.node(node).text();
  }

  void add(std::string_view id, NodeId node) {
    if (!doc_.node(node).is(NodeKind::mapping) || lists_.size() >= slots / 2) bad(id);
    NamedList list{id, text(node, "label"), {}, text(node, "open") == "true"};
    const NodeId values = doc_.find(node, "values");
    if (list.label.empty() || values == no_node || !doc_.node(values).is(NodeKind::sequence)) bad(id);
    const std::size_t count = doc_.node(values).count;
    auto* value = arena_.make<NamedValue>(count);
    list.values = {value, count};
    for (const NodeId item : children(doc_, values)) read(item, *value++);
    lists_.push_back(list);
  }

  void read(NodeId item, NamedValue& into) {
    if (doc_.node(item).is(NodeKind::scalar)) {
      into.name = doc_.node(item).text();
      return;
    }
    if (!doc_.node(item).is(NodeKind::mapping)) bad("a value is a name or {name, code, aliases}");
    into.name = text(item, "name");
    into.code = text(item, "code");
    if (into.name.empty()) bad("a value without a name");
    const NodeId aliases = doc_.find(item, "aliases");
    if (aliases == no_node) return;
    const std::size_t count = doc_.node(aliases).count;
    auto* alias = arena_.make<std::string_view>(count);
    into.aliases = {alias, count};
    for (const NodeId one : children(doc_, aliases)) *alias++ = doc_.node(one).text();
  }

  static constexpr std::size_t slots = 128;
  Document doc_;
  Arena arena_;
  std::vector<NamedList> lists_;
  std::uint8_t index_[slots] = {};
};

const Store& store() {
  static const Store lists;
  return lists;
}

}  // namespace

const NamedList* named_list(std::string_view id) { return store().find(id); }
std::span<const NamedList> named_lists() { return store().lists(); }

std::string_view Vocabulary::keep(std::string_view text) { return texts_.emplace_back(text); }

const NamedValue* Vocabulary::add_value(const NamedList& list, std::string_view name, std::string_view code,
                                        Location at) {
  NamedValue& value = values_.emplace_back(NamedValue{keep(name), keep(code), {}});
  words_.push_back({list.id, value.name, &value, at});
  return &value;
}

void Vocabulary::add_word(const NamedList& list, std::string_view text, const NamedValue& value, Location at) {
  words_.push_back({list.id, keep(text), &value, at});
}

const NamedValue* Vocabulary::find(const NamedList& list, std::string_view text) const {
  for (const Word& word : words_) {
    if (word.text == text && word.list == list.id) return word.value;
  }
  return nullptr;
}

std::vector<const NamedValue*> Vocabulary::values(const NamedList& list) const {
  std::vector<const NamedValue*> own;
  for (const Word& word : words_) {
    const auto is_own = [&](const NamedValue& value) { return &value == word.value; };
    if (word.list == list.id && word.text == word.value->name && std::any_of(values_.begin(), values_.end(), is_own))
      own.push_back(word.value);
  }
  return own;
}

const NamedValue* find_named(const NamedList& list, std::string_view text, const Vocabulary* added) {
  if (text.empty()) return nullptr;
  for (const NamedValue& value : list.values) {
    // The last byte of the first character tells most of them apart, without a call.
    const std::string_view name = value.name;
    const std::size_t at = std::min<std::size_t>(2, text.size() - 1);
    if (name.size() == text.size() && name[at] == text[at] && name == text) return &value;
  }
  for (const NamedValue& value : list.values) {
    if (std::find(value.aliases.begin(), value.aliases.end(), text) != value.aliases.end()) return &value;
  }
  return added != nullptr ? added->find(list, text) : nullptr;
}

namespace {

// 窗口 for 窗口办理, but nothing for 法人, which is in several names.
std::string_view only_one_with(const NamedList& list, std::string_view part) {
  std::string_view found;
  for (const NamedValue& value : list.values) {
    if (value.name.find(part) == std::string_view::npos) continue;
    if (!found.empty()) return {};
    found = value.name;
  }
  return found;
}

}  // namespace

std::string_view nearest_name(const NamedList& list, std::string_view text, const Vocabulary* added) {
  const std::size_t length = count_characters(text);
  if (length < 2) return {};
  std::size_t limit = length < 3 ? 0 : std::min<std::size_t>(length / 2, 3);  // of two characters, one is half
  std::string_view nearest;
  const auto consider = [&](std::string_view written, std::string_view name) {
    const std::size_t distance = edit_distance(text, written, limit);
    if (distance > limit || distance >= length || (!nearest.empty() && distance == limit)) return;
    nearest = name;
    limit = distance;
  };
  for (const NamedValue& value : list.values) {
    consider(value.name, value.name);
    for (const std::string_view alias : value.aliases) consider(alias, value.name);
  }
  if (added != nullptr) {
    for (const Vocabulary::Word& word : added->words()) {
      if (word.list == list.id) consider(word.text, word.value->name);
    }
  }
  return nearest.empty() ? only_one_with(list, text) : nearest;
}

bool Named::is(std::string_view canonical) const { return given() && name() == canonical; }

std::string_view Named::name() const {
  if (!given()) return {};
  return value != nullptr ? value->name : text;
}

}  // namespace matter
