#include <algorithm>

#include "diag/collector.h"
#include "media/csv.h"
#include "ops/set.h"
#include "text/unicode.h"

namespace matter {

namespace {

struct Column {
  std::string_view english, chinese;
  std::size_t at = none;
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

class RequestTable {
 public:
  RequestTable(SourceId source, bool remove, Collector& findings)
      : source_(source), remove_(remove), findings_(findings) {}

  std::vector<SetRequest> read(std::string_view text) {
    Arena arena;
    CsvReader reader(text, arena);
    std::vector<CsvCell> row;
    if (!reader.next(row) || !head(row)) {
      if (findings_.found().empty()) {
        findings_.add("field-missing", Severity::error, {source_, {0, 0}}, {"表是空的", "the table is empty"});
      }
      return {};
    }
    while (reader.next(row)) {
      const bool blank = std::all_of(row.begin(), row.end(), [](const CsvCell& c) { return trimmed(c.text).empty(); });
      if (!blank) request(row);
    }
    if (reader.broken()) {
      findings_.add("field-type", Severity::error, {source_, {0, 0}},
                    {"表中有引号没有收尾", "a quote in the table is never closed"});
    }
    return std::move(requests_);
  }

 private:
  bool head(const std::vector<CsvCell>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      for (Column* const column : {&code_, &field_, &value_}) {
        const std::string_view name = trimmed(row[i].text);
        if (column->at == Column::none && (name == column->english || name == column->chinese)) column->at = i;
      }
    }
    for (const Column* const column : {&code_, &field_, &value_}) {
      if (column->at != Column::none || (column == &value_ && remove_)) continue;
      Diagnostic& d =
          findings_.add("field-missing", Severity::error, {source_, row.front().span},
                        {"表中没有“{1}”列（{0}）", "the table has no column '{0}'"}, column->english, column->chinese);
      d.hint = say(findings_.lang(), {"第一行写列名：code,field,value 或 编码,要素,值",
                                      "the first row names the columns: code,field,value"});
    }
    return findings_.found().empty();
  }

  void request(const std::vector<CsvCell>& row) {
    const auto cell = [&](const Column& column) {
      return column.at < row.size() ? std::string(trimmed(row[column.at].text)) : std::string{};
    };
    SetRequest request{cell(code_), cell(field_), remove_ ? std::string{} : cell(value_), {source_, row.front().span}};
    for (const Column* const column : {&code_, &field_, &value_}) {
      if (column == &value_ && remove_) continue;
      if (column->at < row.size() && !trimmed(row[column->at].text).empty()) continue;
      Diagnostic& d =
          findings_.add("field-missing", Severity::error, request.at, {"这一行没有“{1}”（{0}）", "this row has no {0}"},
                        column->english, column->chinese);
      if (column == &value_) {
        d.hint = say(findings_.lang(), {"要声明没有，写“无”；要删去要素，用 --remove",
                                        "write 无 to declare that there is none; use --remove to take fields away"});
      }
      return;
    }
    requests_.push_back(std::move(request));
  }

  SourceId source_;
  bool remove_;
  Collector& findings_;
  Column code_{"code", "编码"}, field_{"field", "要素"}, value_{"value", "值"};
  std::vector<SetRequest> requests_;
};

}  // namespace

std::vector<SetRequest> read_requests(SourceId table, bool remove, const RunOptions& options, const Sources& sources,
                                      std::vector<Diagnostic>& refused) {
  Collector findings(options.lang);
  const SharedText text = sources.text(table);
  std::vector<SetRequest> requests = RequestTable(table, remove, findings).read(*text);
  if (requests.empty() && findings.found().empty()) {
    findings.add("field-missing", Severity::error, {table, {0, 0}},
                 {"表中没有要改的内容", "the table asks for nothing"});
  }
  for (Diagnostic& d : findings.take()) refused.push_back(std::move(d));
  return requests;
}

}  // namespace matter
