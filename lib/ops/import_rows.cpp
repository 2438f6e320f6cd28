#include "ops/import_rows.h"

#include <algorithm>
#include <charconv>

#include "doc/builder.h"
#include "doc/json.h"
#include "media/guard.h"
#include "media/lines.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// 1.135E+16
bool is_rounded(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos || e == 0 || e + 2 >= text.size() || text[e + 1] != '+') return false;
  const std::string_view digits = "0123456789";
  return digits.find(text.front()) != std::string_view::npos &&
         text.substr(0, e).find_first_not_of("0123456789.") == std::string_view::npos &&
         text.substr(e + 2).find_first_not_of(digits) == std::string_view::npos;
}

std::uint64_t number_in(std::string_view text, std::uint64_t otherwise) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return !text.empty() && error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

Location at(SourceId source, std::uint32_t offset) { return {source, {offset, offset + 1}}; }

}  // namespace

std::string_view text_in(const Document& row, const Column* column) {
  if (column == nullptr) return {};
  const NodeId found = row.find(row.roots[0], column->name);
  return found != no_node && row.node(found).is(NodeKind::scalar) ? row.node(found).text() : std::string_view{};
}

const Column* column_of_heading(const MappedTable& table, std::string_view heading) {
  const std::string_view wanted = trimmed(heading);
  if (wanted.empty()) return nullptr;
  const auto found = [&](const auto& matches) -> const Column* {
    const auto at = std::find_if(table.columns.begin(), table.columns.end(), matches);
    return at != table.columns.end() ? &*at : nullptr;
  };
  if (const Column* const named = found([&](const Column& c) { return c.name == wanted; })) return named;
  if (const Column* const named = found([&](const Column& c) { return c.also_named == wanted; })) return named;
  if (const Column* const named = found([&](const Column& c) { return c.label == wanted; })) return named;
  return found([&](const Column& c) {
    if (!c.mapped() || c.is(FunctionId::presence)) return false;
    std::string path = to_text(c.path);
    if (path == wanted) return true;
    for (std::size_t at = path.find("[]"); at != std::string::npos; at = path.find("[]")) path.erase(at, 2);
    return path == wanted;
  });
}

RowReader::RowReader(const Mapping& mapping, const MappedTable& table, SourceId source, SharedText text,
                     Collector& findings, std::shared_ptr<const std::vector<std::uint32_t>> numbers)
    : mapping_(mapping), source_(source), text_(std::move(text)), numbers_(std::move(numbers)) {
  if (is_csv()) head(table, findings);
}

void RowReader::head(const MappedTable& table, Collector& findings) {
  if (mapping_.medium == Medium::csv) separator_ = find_separator(table);
  CsvReader reader(*text_, arena_, separator_);
  if (!reader.next(cells_)) return;
  said_.assign(table.columns.size(), false);
  for (const CsvCell& cell : cells_) {
    const Column* const column = column_of_heading(table, cell.text);
    const std::string_view name = column != nullptr ? column->name : cell.text;
    if (!name.empty() && std::find(heading_.begin(), heading_.end(), name) != heading_.end()) {
      findings.add("field-value", Severity::error, {source_, cell.span},
                   {"表头“{}”写了两次：不知道以哪一列为准", "the heading '{}' stands twice: which column counts?"},
                   name);
    }
    heading_.push_back(name);
    columns_.push_back(column);
    if (column != nullptr) said_[static_cast<std::size_t>(column - table.columns.data())] = true;
  }
  at_ = reader.at();
  number_ = 1;
}

char RowReader::find_separator(const MappedTable& table) {
  char best = ',';
  std::size_t most = 0;
  for (const char separator : {',', ';', '\t'}) {
    CsvReader reader(*text_, arena_, separator);
    if (!reader.next(cells_)) break;
    const auto known = static_cast<std::size_t>(std::count_if(cells_.begin(), cells_.end(), [&](const CsvCell& cell) {
      return column_of_heading(table, cell.text) != nullptr;
    }));
    if (known <= most) continue;
    most = known;
    best = separator;
  }
  return best;
}

void RowReader::said(std::vector<bool>& columns) const {
  if (said_.size() == columns.size()) columns = said_;
  const bool rows_without_any = said_.empty() && std::find(columns.begin(), columns.end(), true) == columns.end();
  if (rows_without_any) columns.assign(columns.size(), true);
}

RowReader::Outcome RowReader::next(Document& into, Collector& findings) {
  return is_csv() ? csv_row(into, findings) : line(into, findings);
}

bool RowReader::is_csv() const { return mapping_.medium == Medium::csv || mapping_.medium == Medium::xlsx; }

RowReader::Outcome RowReader::again(std::uint32_t offset, std::uint32_t counted, Document& into, Collector& findings) {
  at_ = offset;
  number_ = counted - 1;
  return next(into, findings);
}

RowReader::Outcome RowReader::line(Document& into, Collector& findings) {
  LineReader reader(std::string_view(*text_).substr(at_));
  const auto line = reader.next();
  if (!line) return Outcome::end;
  offset_ = static_cast<std::uint32_t>(line->text.data() - text_->data());
  number_ += line->number;
  at_ = std::min(text_->find('\n', offset_), text_->size() - 1) + 1;
  if (!read_json(line->text, source_, offset_, into, findings)) return Outcome::refused;
  if (into.node(into.roots[0]).is(NodeKind::mapping)) return Outcome::row;
  findings.add("field-type", Severity::error, at(source_, offset_),
               {"第 {} 行不是一个 JSON 对象", "line {} is no JSON object"}, number_);
  return Outcome::refused;
}

RowReader::Outcome RowReader::csv_row(Document& into, Collector& findings) {
  into.clear(source_, *text_);
  CsvReader reader(*text_, into.arena, at_, separator_);
  do {
    offset_ = static_cast<std::uint32_t>(reader.at());
    if (!reader.next(cells_)) return Outcome::end;
    at_ = reader.at();
    ++number_;
  } while (std::all_of(cells_.begin(), cells_.end(), [](const CsvCell& cell) { return cell.text.empty(); }));
  if (reader.broken() || cells_.size() > heading_.size()) {
    findings.add("field-type", Severity::error, at(source_, offset_),
                 {"第 {} 行的引号没有收尾，或格数多于表头",
                  "row {} has a quote that is never closed, or more cells than the heading"},
                 number_);
    return Outcome::refused;
  }
  TreeBuilder tree(into);
  const NodeId row = tree.mapping();
  into.roots.push_back(row);
  bool mangled = false;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (cells_[i].text.empty()) continue;
    mangled = is_mangled(columns_[i], cells_[i], findings) || mangled;
    std::string_view text = cells_[i].text;
    const auto guard = mapping_.medium == Medium::csv ? mapping_.csv_guard() : std::nullopt;
    if (guard && text.front() == '\'') text = into.arena.keep(unguarded(text, *guard));
    const NodeId value = tree.text(text);
    into.nodes[value].span = cells_[i].span;
    tree.entry(row, heading_[i], value);
  }
  return mangled ? Outcome::refused : Outcome::row;
}

/// What a spreadsheet made of a code that it took for a number: nobody knows the digits that it left out. Texts that
/// look so of themselves stand behind a guard.
bool RowReader::is_mangled(const Column* column, const CsvCell& cell, Collector& findings) const {
  if (mapping_.medium != Medium::csv || column == nullptr || !is_rounded(cell.text)) return false;
  const bool text = column->mapped() && column->path.last().kind == Kind::text && column->codes == nullptr;
  const bool code = column->function != nullptr || (text && column->path.last().format != Format::none);
  if (!code && !(text && mapping_.spreadsheet)) return false;
  findings.add("field-type", Severity::error, {source_, cell.span},
               {"“{}”成了数字 {}：表格软件丢了末几位，请设为文本格式重新填写",
                "{} became the number {}: a spreadsheet dropped its last digits; make it text and write it again"},
               column->name, cell.text);
  return true;
}

ItemRows::ItemRows(const MappedTable& table, RowReader reader, Collector& findings, std::size_t& refused)
    : table_(table), reader_(std::move(reader)) {
  const Column* const key = table.column_of(FunctionId::identity);
  const Column* const order = table.column_of(FunctionId::order);
  Document row;
  for (auto outcome = reader_.next(row, findings); outcome != RowReader::Outcome::end;
       outcome = reader_.next(row, findings)) {
    if (outcome == RowReader::Outcome::refused) {
      ++refused;
      continue;
    }
    Items& items = items_[std::string(text_in(row, key))];
    const std::uint64_t last = items.places.empty() ? 0 : items.places.back().order;
    items.places.push_back({number_in(text_in(row, order), last), reader_.offset(), reader_.counted()});
  }
}

std::vector<Document>& ItemRows::of(std::string_view key, Collector& findings) {
  read_.clear();
  const auto found = items_.find(std::string(key));
  if (found == items_.end()) return read_;
  Items& items = found->second;
  items.taken = true;
  std::stable_sort(items.places.begin(), items.places.end(),
                   [](const Place& a, const Place& b) { return a.order < b.order; });
  read_.resize(items.places.size());
  for (std::size_t i = 0; i < read_.size(); ++i)
    static_cast<void>(reader_.again(items.places[i].offset, items.places[i].number, read_[i], findings));
  return read_;
}

std::size_t ItemRows::tell_orphans(Collector& findings) const {
  std::vector<std::pair<Place, std::string_view>> lost;
  std::size_t rows = 0;
  for (const auto& [key, items] : items_) {
    if (items.taken) continue;
    rows += items.places.size();
    lost.emplace_back(items.places.front(), key);
  }
  std::sort(lost.begin(), lost.end(), [](const auto& a, const auto& b) { return a.first.offset < b.first.offset; });
  for (const auto& [place, key] : lost) {
    findings.add(
        "field-value", Severity::error, at(reader_.source(), place.offset),
        {"表“{}”第 {} 行的事项“{}”不在事项表中", "table '{}', row {}: matter '{}' is not in the table of matters"},
        table_.label, reader_.number(place.number), key);
  }
  return rows;
}

}  // namespace matter
