#include "catalog/table_reader.h"

#include <algorithm>

#include "text/nearest.h"

namespace matter {

bool TableReader::head(const std::vector<ColumnNames>& wanted) {
  if (!next()) {
    wrong("field-missing", {0, 1}, {"表是空的", "the table is empty"}, {});
    return false;
  }
  columns_.assign(wanted.size(), none);
  for (std::size_t at = 0; at < row_.size(); ++at) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (std::find(wanted[i].begin(), wanted[i].end(), row_[at].text) != wanted[i].end()) columns_[i] = at;
    }
  }
  if (columns_[0] != none) return true;
  Diagnostic& d = wrong("field-missing", row_[0].span, {"表头没有“{}”这一列", "the header has no column '{}'"},
                        wanted[0][to_.lang() == Lang::zh ? 1 : 0]);
  std::vector<std::string_view> written;
  for (const CsvCell& cell : row_) written.push_back(cell.text);
  for (const std::string_view name : wanted[0]) {
    const std::string_view near = nearest(name, written);
    if (!near.empty()) d.hint = say(to_.lang(), {"“{}”改为“{}”？", "'{}' instead of '{}'?"}, near, name);
  }
  return false;
}

bool TableReader::next() {
  while (rows_.next(row_)) {
    const bool blank = std::all_of(row_.begin(), row_.end(), [](const CsvCell& c) { return c.text.empty(); });
    if (!blank && !row_[0].text.starts_with('#')) return true;
  }
  if (rows_.broken()) wrong("field-type", {0, 1}, {"有一个引号没有结束", "a quote is never closed"}, {});
  return false;
}

std::optional<DateValue> TableReader::date(std::size_t column) {
  const std::string_view written = text(column);
  if (written.empty()) return std::nullopt;
  const auto day = parse_date(written);
  if (!day) wrong("field-value", span(column), {"“{}”不是日期", "'{}' is no date"}, written);
  return day;
}

Diagnostic& TableReader::wrong(std::string_view rule, Span at, const Words<const std::string_view&>& words,
                               const std::string_view subject) {
  Diagnostic& d = to_.add(rule, Severity::error, {source_, at}, words, subject);
  d.field = field_;
  d.subject = subject;
  return d;
}

}  // namespace matter
