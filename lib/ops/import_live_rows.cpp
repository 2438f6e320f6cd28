#include "ops/import_live_rows.h"

#include <algorithm>
#include <charconv>

namespace matter {

namespace {

constexpr std::string_view gone_code = "D";

/// What is no number comes first, in the order in which it stands.
std::uint64_t number_in(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return !text.empty() && error == std::errc() && end == text.data() + text.size() ? value : 0;
}

}  // namespace

LiveRows::LiveRows(const Mapping& mapping, const MappedTable& table, const TableText& file, Collector& findings)
    : table_(table),
      reader_(mapping, table, file.source, file.text, findings),
      key_(key_column(mapping, table)),
      id_(table.column_of(FunctionId::row_id)) {
  read(findings);
}

const std::vector<std::size_t>& LiveRows::of(const std::string& key) {
  static const std::vector<std::size_t> none;
  const auto found = by_matter_.find(key);
  if (found == by_matter_.end()) return none;
  taken_.insert(key);
  return found->second;
}

void LiveRows::read(Collector& findings) {
  const Column* const operation = table_.column_of(FunctionId::operation);
  const Column* const time = table_.column_of(FunctionId::export_time);
  const Column* const order = table_.column_of(FunctionId::order);
  const bool one_a_matter = id_ == nullptr || table_.each.count == 0;
  std::unordered_map<std::string, std::size_t> last;
  std::vector<Row> all;
  Document row;
  for (auto outcome = reader_.next(row, findings); outcome != RowReader::Outcome::end;
       outcome = reader_.next(row, findings)) {
    if (outcome == RowReader::Outcome::refused || text_in(row, key_).empty()) {
      if (outcome != RowReader::Outcome::refused) no_key(findings);
      ++refused_;
      continue;
    }
    Row& one = all.emplace_back();
    one.key = text_in(row, key_);
    one.time = text_in(row, time);
    one.order = number_in(text_in(row, order));
    one.offset = reader_.offset();
    one.counted = reader_.counted();
    one.gone = text_in(row, operation) == gone_code;
    const std::string id(one_a_matter ? text_in(row, key_) : text_in(row, id_));
    if (id.empty()) continue;
    const auto [at, fresh] = last.try_emplace(id, all.size() - 1);
    if (fresh) continue;
    ++earlier_;
    Row& before = all[at->second];
    const bool newer = one.time >= before.time;
    (newer ? before : one).counted = 0;  // no row has this number: the heading is 1
    if (newer) at->second = all.size() - 1;
  }
  keep(std::move(all));
}

void LiveRows::keep(std::vector<Row> all) {
  for (Row& one : all) {
    if (one.counted == 0) continue;
    if (one.gone) {
      ++gone_;
      gone_keys_.insert(std::move(one.key));
      continue;
    }
    by_matter_[one.key].push_back(rows_.size());
    rows_.push_back(std::move(one));
  }
  for (auto& [key, places] : by_matter_) {
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return rows_[a].order < rows_[b].order; });
  }
}

void LiveRows::no_key(Collector& findings) const {
  findings.add("field-value", Severity::error, {reader_.source(), {reader_.offset(), reader_.offset() + 1}},
               {"表 {} 第 {} 行的 {} 空着：不知道是哪个事项", "table {}, row {}: {} is empty: of which matter is it?"},
               table_.name, reader_.counted(), key_ != nullptr ? key_->name : std::string_view{});
}

}  // namespace matter
