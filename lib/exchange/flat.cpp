#include "exchange/flat.h"

#include <algorithm>

#include "exchange/joined.h"

namespace matter {

namespace {

constexpr std::string_view between_items = "\n\n";

}  // namespace

std::string_view separator_of(const Column& flat, const Column& column) {
  if (!column.several() && !column.spec->join.absent()) return column.spec->join.text;
  return flat.spec->join.absent() ? between_items : std::string_view(flat.spec->join.text);
}

std::vector<std::string> write_flat(const Column& flat, const std::vector<std::vector<std::string>>& values,
                                    std::vector<bool>& escaped) {
  const std::vector<Column>& columns = flat.object[0].columns;
  std::vector<std::string> plain(columns.size());
  std::vector<std::string> guarded(columns.size());
  std::vector<std::optional<std::string_view>> read(columns.size());
  std::vector<std::vector<std::string>> wanted(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto said = [](const std::string& value) { return !value.empty(); };
    if (std::none_of(values[i].begin(), values[i].end(), said)) continue;
    const std::string_view separator = separator_of(flat, columns[i]);
    for (std::size_t n = 0; n < values[i].size(); ++n) {
      plain[i].append(n == 0 ? std::string_view{} : separator).append(values[i][n]);
      guarded[i].append(n == 0 ? std::string_view{} : separator);
      append_escaped_value(guarded[i], values[i][n], separator);
    }
    read[i] = plain[i];
    wanted[i] = values[i];
  }
  escaped.assign(columns.size(), false);
  if (read_flat(flat, read) == wanted) return plain;
  for (std::size_t i = 0; i < columns.size(); ++i) escaped[i] = guarded[i] != plain[i];
  return guarded;
}

std::vector<std::vector<std::string>> read_flat(const Column& flat,
                                                const std::vector<std::optional<std::string_view>>& texts) {
  const std::vector<Column>& columns = flat.object[0].columns;
  std::vector<std::vector<std::string>> values(columns.size());
  std::size_t items = 0;
  bool even = true;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!texts[i]) continue;
    values[i] = split_joined(*texts[i], separator_of(flat, columns[i]));
    even = even && (items == 0 || items == values[i].size());
    items = values[i].size();
  }
  for (std::size_t i = 0; i < columns.size() && !even; ++i) {
    if (texts[i]) values[i] = {std::string(*texts[i])};
  }
  return values;
}

}  // namespace matter
