#include "exchange/object_writer.h"

#include <utility>

#include "doc/json_write.h"
#include "exchange/items.h"
#include "exchange/row_changes.h"
#include "exchange/row_writer.h"

namespace matter {

namespace {

/// Whether an id is one without the mapping's prefix: it begins with a scheme.
bool is_absolute(const Template& id) {
  return !id.empty() && id[0].literal.substr(0, id[0].literal.find('/')).find(':') != std::string_view::npos;
}

}  // namespace

void append_iri_part(std::string& to, std::string_view value) {
  static constexpr char digits[] = "0123456789ABCDEF";
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                       (byte >= 'A' && byte <= 'Z') || std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain) {
      to += c;
    } else {
      to.append("%").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
    }
  }
}

bool ObjectWriter::write(const MappedTable& table, const RowContext& row, bool always) {
  const std::size_t start = to_.size();
  std::vector<RunPlace>* const places = std::exchange(places_, nullptr);
  head(table, row);
  Values all;
  for (std::size_t first = 0, end = 0; first < table.columns.size(); first = end) {
    end = group_end(table, first);
    const std::size_t begin = to_.size();
    const Values some = group(table, first, end, row);
    all.written += some.written;
    all.said = all.said || some.said;
    if (places != nullptr && tells_of_run(table.columns[first]))
      places->push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(to_.size())});
  }
  to_ += '}';
  if (places == nullptr) end_head(to_, start);
  if (always || all.said || table.fixed) return true;
  to_.resize(start);
  return false;
}

void ObjectWriter::member(const MappedTable& table, std::size_t column, const RowContext& row) {
  static_cast<void>(group(table, column, group_end(table, column), row));
}

void ObjectWriter::end_head(std::string& to, std::size_t start) {
  if (to[start + 1] == ',') to.erase(start + 1, 1);
}

/// What can be read back has no name twice, and many names.
std::size_t ObjectWriter::group_end(const MappedTable& table, std::size_t first) const {
  std::size_t end = first + 1;
  while (!mapping_.imports() && end < table.columns.size() && table.columns[end].name == table.columns[first].name)
    ++end;
  return end;
}

void ObjectWriter::head(const MappedTable& table, const RowContext& row) {
  to_ += '{';
  std::string id;
  for (const Template& written : table.ids) {
    id = is_absolute(written) ? std::string_view{} : mapping_.id_base;
    bool all = true;
    for (const TemplatePart& part : written) {
      const std::string_view value =
          part.literal.empty() ? cells_.make(table, table.pieces[part.column], row) : part.literal;
      all = all && !value.empty();
      if (part.literal.empty())
        append_iri_part(id, value);
      else
        id += value;
    }
    if (all) break;
    id.clear();
  }
  if (!id.empty()) append_json_string(to_.append(R"(,"@id":)"), id);
  if (!table.kind.empty()) append_json_string(to_.append(R"(,"@type":)"), table.kind);
}

/// The columns of one name.
ObjectWriter::Values ObjectWriter::group(const MappedTable& table, std::size_t first, std::size_t end,
                                         const RowContext& row) {
  const std::size_t start = to_.size();
  const Column& named = table.columns[first];
  const bool one_cell = end == first + 1 && named.object.empty();
  const std::string_view text = one_cell ? cells_.make(table, named, row) : std::string_view{};
  if (one_cell && text.empty() && cells_.value_ends().empty()) return {};
  to_ += cells_.json_keys(table)[first];
  const bool list = end > first + 1 || named.repeats || (one_cell && !cells_.value_ends().empty());
  if (list) to_ += '[';
  Values all;
  if (one_cell) cell(named, text, all);
  for (std::size_t i = first; i < end && !one_cell; ++i) values(table, table.columns[i], row, all);
  const bool none = one_cell && named.empty_none && cells_.none();
  if (all.written == 0 && (all.empty_list || none))
    to_ += list ? "]" : "[]";
  else if (all.written == 0)
    to_.resize(start);
  else if (list)
    to_ += ']';
  return all;
}

void ObjectWriter::separate(const Values& so_far) {
  if (so_far.written != 0) to_ += ',';
}

void ObjectWriter::values(const MappedTable& table, const Column& column, const RowContext& row, Values& so_far) {
  if (column.object.empty()) {
    cell(column, cells_.make(table, column, row), so_far);
    return;
  }
  const bool by_item = column.repeats && column.object[0].of_item(column.when.path);
  if (!by_item && !cells_.wanted(table, column, row)) return;
  const std::size_t before = so_far.written;
  if (column.repeats) {
    items(table, column, row, so_far);
  } else {
    const bool chosen = column.when.path.count != 0;  // that it stands here says something
    const std::size_t start = to_.size();
    separate(so_far);
    if (write(column.object[0], row, chosen)) {
      ++so_far.written;
      so_far.said = so_far.said || chosen || !column.object[0].fixed;
    } else {
      to_.resize(start);
    }
  }
  if (column.required && so_far.written == before) cells_.lacking(table, column, row);
}

void ObjectWriter::items(const MappedTable& table, const Column& column, const RowContext& row, Values& so_far) {
  each_item(cells_, table, column, row, [&](const RowContext& item) {
    separate(so_far);
    static_cast<void>(write(column.object[0], item, true));
    ++so_far.written;
    so_far.said = true;
  });
  so_far.empty_list = so_far.written == 0 && column.empty_none && cells_.list_is_none();
}

void ObjectWriter::cell(const Column& column, std::string_view text, Values& so_far) {
  const std::vector<std::size_t>& ends = cells_.value_ends();
  if (text.empty() && ends.empty()) return;
  so_far.said = so_far.said || (!column.constant && cells_.said());
  if (ends.empty()) {
    separate(so_far);
    ++so_far.written;
    if (is_number(column) && all_digits(text))
      to_ += text;
    else
      append_json_string(to_, text);
  }
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    separate(so_far);
    ++so_far.written;
    append_json_string(to_, text.substr(begin, end - begin));
    begin = end;
  }
}

}  // namespace matter
