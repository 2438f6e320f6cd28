#include "exchange/element_writer.h"

#include <algorithm>

#include "exchange/flat.h"
#include "exchange/items.h"
#include "media/xml.h"

namespace matter {

void ElementWriter::message(const MappedTable& table, const RowContext& row) {
  to_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  if (row.sample) to_.append("<!-- ").append(sample_comment).append(" -->\n");
  for (const std::string_view name : mapping_.root) open(name);
  columns(table, row);
  for (std::size_t i = mapping_.root.size(); i > 0; --i) close(mapping_.root[i - 1]);
}

void ElementWriter::columns(const MappedTable& table, const RowContext& row) {
  for (const Column& column : table.columns) {
    if (column.flat)
      flat(table, column, row);
    else if (!column.object.empty())
      object(table, column, row);
    else
      element(column.name, cells_.make(table, column, row));
  }
}

void ElementWriter::object(const MappedTable& table, const Column& column, const RowContext& row) {
  const MappedTable& object = column.object[0];
  const bool by_item = column.repeats && object.of_item(column.when.path);
  if (!by_item && !cells_.wanted(table, column, row)) return;
  const std::size_t before = to_.size();
  if (column.repeats) {
    each_item(cells_, table, column, row, [&](const RowContext& item) { within(column.name, object, item, true); });
  } else {
    // A list in it that is 无 is told by the element being there, with nothing in it.
    const bool empties = std::any_of(object.columns.begin(), object.columns.end(), [&](const Column& inner) {
      if (!inner.empty_none || !inner.repeats) return false;
      static_cast<void>(cells_.list_at(object, inner, row));
      return cells_.list_is_none();
    });
    within(column.name, object, row, empties);
  }
  if (column.required && to_.size() == before) cells_.lacking(table, column, row);
}

void ElementWriter::within(std::string_view name, const MappedTable& object, const RowContext& row, bool always) {
  const std::size_t start = to_.size();
  open(name);
  const std::size_t inside = to_.size();
  columns(object, row);
  if (to_.size() != inside) return close(name);
  to_.resize(start);
  --depth_;
  if (always) to_.append(depth_ * 2, ' ').append("<").append(name).append("/>\n");
}

/// The values of all items beside each other, column by column.
void ElementWriter::flat(const MappedTable& table, const Column& column, const RowContext& row) {
  const MappedTable& object = column.object[0];
  std::vector<std::vector<std::string>> values(object.columns.size());
  each_item(cells_, table, column, row, [&](const RowContext& item) {
    for (std::size_t i = 0; i < object.columns.size(); ++i)
      values[i].emplace_back(cells_.make(object, object.columns[i], item));
  });
  const bool tells_none = !column.spec->none.absent();
  if (cells_.list_is_none() && tells_none) return element(object.columns[0].name, *column.none);
  std::vector<bool> escaped;
  const std::vector<std::string> texts = write_flat(column, values, escaped);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (escaped[i]) cells_.lose_items(LossReason::escaped, object, object.columns[i], row);
  }
  const bool only_first = std::all_of(texts.begin() + 1, texts.end(), [](const std::string& t) { return t.empty(); });
  // An item that says no more than 无 cannot be told from a list that is.
  if (tells_none && only_first && texts[0] == *column.none) cells_.lose_items(LossReason::no_form, table, column, row);
  for (std::size_t i = 0; i < texts.size(); ++i) element(object.columns[i].name, texts[i]);
}

void ElementWriter::element(std::string_view name, std::string_view text) {
  if (text.empty()) return;
  to_.append(depth_ * 2, ' ').append("<").append(name).append(">");
  append_xml_text(to_, text);
  to_.append("</").append(name).append(">\n");
}

void ElementWriter::open(std::string_view name) {
  to_.append(depth_ * 2, ' ').append("<").append(name).append(">\n");
  ++depth_;
}

void ElementWriter::close(std::string_view name) {
  --depth_;
  to_.append(depth_ * 2, ' ').append("</").append(name).append(">\n");
}

}  // namespace matter
