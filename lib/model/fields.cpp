#include "model/field.h"
#include "text/unicode.h"

namespace matter {

const Field* find_field(const Table& table, std::string_view written) {
  if (table.index.empty()) {
    for (const Field& field : table.fields) {
      if (field.key == written || field.label == written) return &field;
    }
    return nullptr;
  }
  const std::size_t mask = table.index.size() - 1;
  for (std::size_t slot = key_hash(written) & mask; table.index[slot] != 0; slot = (slot + 1) & mask) {
    const Field& field = table.fields[table.index[slot] - 1U];
    if (field.key == written || field.label == written) return &field;
  }
  return nullptr;
}

std::string_view nearest_field(const Table& table, std::string_view written) {
  const bool chinese = !written.empty() && static_cast<unsigned char>(written.front()) >= 0x80;
  const std::size_t length = count_characters(written);
  // A slip of the pen, not another word: a third of the characters, at least one, at most three.
  std::size_t limit = length < 3 ? 1 : length / 3 + (chinese ? 1 : 0);
  if (limit > 3) limit = 3;
  std::string_view nearest;
  for (const Field& field : table.fields) {
    const std::string_view name = chinese ? field.label : field.key;
    const std::size_t distance = edit_distance(written, name, limit);
    if (distance > limit || distance >= count_characters(name)) continue;
    if (!nearest.empty() && distance == limit) continue;
    nearest = name;
    if (distance == 0) break;
    limit = distance;
  }
  return nearest;
}

const Field* main_field(const Table& table) {
  for (const Field& field : table.fields) {
    if (field.main_text) return &field;
  }
  return nullptr;
}

}  // namespace matter
