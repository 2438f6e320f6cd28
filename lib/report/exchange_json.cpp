#include "report/exchange_text.h"
#include "report/summary_json.h"

namespace matter {

namespace {

void write_column(const ColumnCounts& column, JsonWriter& json) {
  json.member("column", column.column);
  json.key("path");
  column.path.empty() ? json.null() : json.string(column.path);
  json.key("declared");
  json.boolean(column.declared);
  json.member("mapped", column.mapped);
  json.member("none", column.none);
  json.member("same_as_others", column.same);
  json.member("kept_in_extra", column.kept);
  json.member("nothing", column.nothing);
  json.member("missing", column.missing);
  json.member("not_understood", column.not_understood);
  if (column.replaced.empty()) return;
  json.key("replaced");
  json.begin_array();
  for (const ColumnCounts::Replaced& one : column.replaced) {
    json.begin_object();
    json.member("from", one.from);
    json.member("to", one.to);
    json.member("count", one.count);
    json.end_object();
  }
  json.end_array();
}

void write_remark(const ImportRemark& remark, JsonWriter& json) {
  json.member("line", remark.line);
  json.member("matter", remark.matter);
  json.member("column", remark.note.column);
  json.member("path", remark.note.path);
  json.member("value", remark.note.value);
}

}  // namespace

std::string import_json(const ImportResult& result) {
  Summary json("matter.import/1");
  json.flag("written", result.written);
  json.text("platform", result.platform);
  json.number("mapping_version", static_cast<std::size_t>(result.mapping_version));
  json.text("source", result.source);
  json.text("encoding", iana_name(result.encoding));
  json.text("out", result.out);
  json.number("records", result.records);
  json.number("refused", result.refused);
  json.number("files", result.files);
  json.list("columns", result.columns, write_column);
  json.list("not_understood", result.remarks, write_remark);
  json.findings(result.findings);
  return json.take();
}

}  // namespace matter
