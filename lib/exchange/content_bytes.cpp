#include "exchange/content_bytes.h"

#include <array>
#include <cstring>

#include "doc/json_tree.h"
#include "exchange/tree.h"
#include "model/values.h"

namespace matter {

namespace {

constexpr char end_of_record = '\0';  // where the length of the next key would stand

class ContentWriter {
 public:
  explicit ContentWriter(std::string& to) : to_(to) {}

  void record(const Table& table, const void* from) {
    for (const Field& field : table.fields) {
      const void* const value = member(field, from);
      const Mark& mark = *static_cast<const Mark*>(value);
      if (mark.absent()) continue;
      head(field.key, mark);
      if (field.kind == Kind::list && mark.given()) {
        list(field, *static_cast<const AnyList*>(value));
      } else {
        one(field, field.kind, value);
      }
    }
    to_ += end_of_record;
  }

  void text(std::string_view text) {
    const std::size_t at = to_.size();
    to_.resize(at + sizeof(Number) + text.size());
    put(text.size(), to_.data() + at);
    if (!text.empty()) std::memcpy(to_.data() + at + sizeof(Number), text.data(), text.size());
  }

 private:
  using Number = std::array<char, 4>;

  static char letter(const Mark& mark) { return "angw"[static_cast<std::size_t>(mark.state)]; }
  void state(const Mark& mark) { to_ += letter(mark); }

  void head(std::string_view key, const Mark& mark) {
    const std::size_t at = to_.size();
    to_.resize(at + key.size() + 2);
    char* const to = to_.data() + at;
    to[0] = static_cast<char>(key.size());
    std::memcpy(to + 1, key.data(), key.size());
    to[key.size() + 1] = letter(mark);
  }

  /// Four bytes, the lowest first.
  static void put(std::uint64_t value, char* to) {
    for (std::size_t i = 0; i < sizeof(Number); ++i) to[i] = static_cast<char>(value >> (8 * i) & 0xFFU);
  }
  void number(std::uint64_t value) {
    Number bytes{};
    put(value, bytes.data());
    to_.append(bytes.data(), bytes.size());
  }

  void list(const Field& field, const AnyList& list) {
    number(list.count);
    for (std::uint32_t i = 0; i < list.count; ++i) {
      const void* const item = item_of(field, list, i);
      state(*static_cast<const Mark*>(item));
      one(field, field.item, item);
    }
  }

  /// Behind its state.
  void one(const Field& field, Kind kind, const void* value) {
    const Mark& mark = *static_cast<const Mark*>(value);
    if (is_scalar(kind)) {
      if (mark.given())
        scalar(kind, value);
      else if (mark.state == State::wrong)
        text(static_cast<const Scalar*>(value)->text);
    } else if (!mark.given()) {
      return;
    } else if (kind == Kind::record) {
      record(*field.table(), value);
    } else {
      std::string json;
      const auto& extra = *static_cast<const Extra*>(value);
      if (extra.document != nullptr) write_json(*extra.document, extra.node, json);
      text(json);
    }
  }

  void scalar(Kind kind, const void* value) {
    switch (kind) {
      case Kind::named: {
        const auto& named = *static_cast<const Named*>(value);
        return text(named.value != nullptr ? named.name() : named.text);
      }
      case Kind::flag: to_ += static_cast<const Flag*>(value)->value ? 'y' : 'n'; return;
      case Kind::count: return number(static_cast<std::uint32_t>(static_cast<const Count*>(value)->value));
      case Kind::limit: {
        const auto& limit = *static_cast<const Limit*>(value);
        number(static_cast<std::uint32_t>(limit.amount));
        return text(unit_name(limit.unit));
      }
      case Kind::date: {
        const auto& date = *static_cast<const Date*>(value);
        constexpr std::uint32_t century = 100;
        return number((static_cast<std::uint32_t>(date.year) * century + date.month) * century + date.day);
      }
      default: return text(static_cast<const Scalar*>(value)->text);
    }
  }

  std::string& to_;
};

}  // namespace

void append_content(const Matter& m, std::string& to) {
  ContentWriter writer(to);
  writer.record(*table_of<Matter>(), &m);
  const bool entry = m.standard_entry != nullptr && !m.standard_entry->problems.empty();
  if (m.problems.empty() && !entry && m.mark.state != State::wrong) return;
  // Trees that the model could not take: the JSON says them.
  Document tree;
  TreeBuilder builder(tree);
  std::string json;
  write_json(tree, to_tree(m, TreeForm::json, builder), json);
  writer.text(json);
}

}  // namespace matter
