#include "media/csv.h"

#include <algorithm>

#include "text/eight_bytes.h"

namespace matter {

namespace {

std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

bool needs_quotes(std::string_view text) {
  // All four stand below '-', where most texts have nothing: one question instead of four.
  if (!any_marked(text, [](std::uint64_t bytes) { return bytes_below(bytes, '-'); })) return false;
  return any_marked(text, [](std::uint64_t bytes) {
    return bytes_equal(bytes, ',') | bytes_equal(bytes, '"') | bytes_equal(bytes, '\r') | bytes_equal(bytes, '\n');
  });
}

}  // namespace

void CsvWriter::cell(std::string_view text) {
  if (cells_++ != 0) to_ += ',';
  if (text.empty()) return;
  empty_ = false;
  if (!needs_quotes(text)) {
    to_ += text;
    return;
  }
  to_ += '"';
  for (std::size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
    to_.append(text.substr(0, quote + 1)).push_back('"');
    text.remove_prefix(quote + 1);
  }
  to_.append(text).push_back('"');
}

void CsvWriter::end_row() {
  if (cells_ == 1 && empty_) to_ += "\"\"";  // else the row would be a blank line
  to_ += "\r\n";
  cells_ = 0;
  empty_ = true;
}

CsvReader::CsvReader(std::string_view text, Arena& arena, char separator)
    : CsvReader(text, arena, text.starts_with("\xEF\xBB\xBF") ? 3 : 0, separator) {}

CsvCell CsvReader::plain() {
  const std::size_t end = std::min(text_.find_first_of(stops_.data(), at_, stops_.size()), text_.size());
  const CsvCell cell{text_.substr(at_, end - at_), {offset(at_), offset(end)}};
  at_ = end;
  return cell;
}

CsvCell CsvReader::quoted() {
  const std::size_t begin = at_++;
  std::string value;
  bool doubled = false;
  std::size_t from = at_;
  while (true) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      broken_ = true;
      at_ = text_.size();
      break;
    }
    at_ = quote + 1;
    if (at_ >= text_.size() || text_[at_] != '"') break;
    doubled = true;
    value.append(text_.substr(from, at_ - from));
    from = ++at_;
  }
  const std::size_t end = broken_ ? at_ : at_ - 1;
  std::string_view text = text_.substr(from, end - from);
  // What follows the closing quote up to the comma is no CSV; it stays part of the value.
  const std::size_t stop = std::min(text_.find_first_of(stops_.data(), at_, stops_.size()), text_.size());
  const std::string_view rest = text_.substr(at_, stop - at_);
  at_ = stop;
  if (doubled || !rest.empty()) text = arena_.keep(value.append(text).append(rest));
  return {text, {offset(begin), offset(at_)}};
}

bool CsvReader::next(std::vector<CsvCell>& row) {
  row.clear();
  if (at_ >= text_.size()) return false;
  while (true) {
    row.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain());
    if (at_ >= text_.size()) return true;
    const char end = text_[at_++];
    if (end == stops_[0]) continue;
    if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    return true;
  }
}

}  // namespace matter
