#include <algorithm>
#include <string>

#include "catalog/named_file.h"
#include "catalog/registers.h"
#include "catalog/table_reader.h"
#include "model/codes.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Whether two rows of one code hold at one time.
bool meet(const AgencyRecord& a, const AgencyRecord& b) {
  const bool before = a.until && b.from && *a.until < *b.from;
  const bool after = b.until && a.from && *b.until < *a.from;
  return !before && !after;
}

void check_agency(TableReader& table, const AgencyRecord& record, const Registers& all, Collector& findings) {
  if (!check_usc(record.code).shape && !is_temporary_agency_code(record.code))
    table.wrong("field-value", table.span(1), {"“{}”不是统一社会信用代码", "'{}' is no 统一社会信用代码"}, record.code);
  if (record.from && record.until && *record.until < *record.from)
    table.wrong("field-value", table.span(3), {"“{}”在起用之前", "'{}' is before it began"}, table.text(3));
  const auto rows = all.rows_of_code.find(record.code);
  if (rows == all.rows_of_code.end()) return;
  for (const std::size_t row : rows->second) {
    const AgencyRecord& other = all.agencies[row];
    if (!meet(record, other)) continue;
    table
        .wrong("yaml-duplicate-key", table.span(1), {"代码“{}”同时有两个名称", "the code '{}' has two names at a time"},
               record.code)
        .notes.push_back({say(findings.lang(), {"另一个在这里", "the other one"}), other.at});
    return;
  }
}

void load(const Catalog& catalog, const Text& named, std::string_view field, Sources& sources, Collector& findings,
          Registers& into, void (*read)(SourceId, std::string_view, Registers&, Collector&)) {
  if (!named.given() || named.text.empty()) return;
  const auto source = named_file(catalog, named, field, sources, findings);
  if (!source) return;
  std::string text;
  sources.read(*source, text);
  read(*source, text, into, findings);
}

}  // namespace

void read_agencies(SourceId source, std::string_view text, Registers& into, Collector& findings) {
  TableReader table(source, text, "agencies", findings);
  if (!table.head({{"name", "名称", "机构名称"},
                   {"code", "代码", "统一社会信用代码"},
                   {"from", "起用"},
                   {"until", "停用"},
                   {"successor", "继任", "继任代码"}}))
    return;
  const std::size_t before = into.agencies.size();
  while (table.next()) {
    AgencyRecord record;
    record.name = table.text(0);
    record.code = table.text(1);
    record.from = table.date(2);
    record.until = table.date(3);
    record.successor = table.text(4);
    record.at = table.at(1);
    if (record.name.empty()) {
      table.wrong("field-missing", table.span(1), {"这一行没有名称", "the row has no name"}, record.code);
      continue;
    }
    check_agency(table, record, into, findings);
    into.add(std::move(record));
  }
  for (std::size_t i = before; i < into.agencies.size(); ++i) {
    const AgencyRecord& one = into.agencies[i];
    if (one.successor.empty() || into.rows_of_code.contains(one.successor)) continue;
    table.wrong("reference-dangling", one.at.span,
                {"继任的“{}”不在名册里", "its successor '{}' is not in the register"}, one.successor);
  }
}

void read_licences(SourceId source, std::string_view text, Registers& into, Collector& findings) {
  TableReader table(source, text, "licences", findings);
  if (!table.head({{"name", "事项名称", "许可事项名称", "主项名称", "名称"},
                   {"code", "基本编码", "事项编码", "编码", "主项编码"}}))
    return;
  into.any_licences = true;
  while (table.next()) {
    const std::string_view name = table.text(0);
    const std::string_view code = table.text(1);
    if (name.empty()) {
      table.wrong("field-missing", table.span(0), {"这一行没有事项名称", "the row has no name"}, {});
      continue;
    }
    into.licence_names.emplace(normalised(name), name);
    if (code.empty()) continue;
    if (code.size() != 9 && code.size() != 12)
      table.wrong(
          "field-value", table.span(1),
          {"“{}”不是基本编码（12 位，或主项的前 9 位）", "'{}' is no 基本编码 (12 characters, or the 9 of a 主项)"},
          code);
    else
      into.licence_codes.emplace_back(code.substr(0, 9));
  }
  std::sort(into.licence_codes.begin(), into.licence_codes.end());
}

std::shared_ptr<const Registers> read_registers(const Catalog& catalog, Sources& sources, Collector& findings) {
  const CatalogConfig& config = catalog.config;
  if (!config.agencies.given() && !config.licences.given()) return nullptr;
  auto all = std::make_shared<Registers>();
  load(catalog, config.agencies, "agencies", sources, findings, *all, read_agencies);
  for (const Text& list : config.licences) load(catalog, list, "licences", sources, findings, *all, read_licences);
  return all;
}

}  // namespace matter
