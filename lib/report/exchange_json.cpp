#include "doc/json_write.h"
#include "ops/export_files.h"
#include "report/exchange_text.h"

namespace matter {

namespace {

void write_messages(const std::vector<Diagnostic>& findings, JsonWriter& json) {
  json.key("findings");
  json.begin_array();
  for (const Diagnostic& d : findings) {
    json.begin_object();
    json.member("rule", d.rule);
    json.member("severity", name(d.severity));
    json.member("message", d.message);
    json.end_object();
  }
  json.end_array();
}

void write_column(const ColumnCounts& column, JsonWriter& json) {
  json.begin_object();
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
  json.end_object();
}

}  // namespace

std::string import_json(const ImportResult& result) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.import/1");
  json.key("written");
  json.boolean(result.written);
  json.member("platform", result.platform);
  json.member("mapping_version", result.mapping_version);
  json.member("source", result.source);
  json.member("out", result.out);
  json.member("records", result.records);
  json.member("refused", result.refused);
  json.member("files", result.files);
  json.key("columns");
  json.begin_array();
  for (const ColumnCounts& column : result.columns) write_column(column, json);
  json.end_array();
  json.key("not_understood");
  json.begin_array();
  for (const ImportRemark& remark : result.remarks) {
    json.begin_object();
    json.member("line", remark.line);
    json.member("matter", remark.matter);
    json.member("column", remark.note.column);
    json.member("path", remark.note.path);
    json.member("value", remark.note.value);
    json.end_object();
  }
  json.end_array();
  write_messages(result.findings, json);
  json.end_object();
  return json.take();
}

std::string export_json(const ExportResult& result) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.export/1");
  json.key("written");
  json.boolean(result.written);
  json.member("platform", result.platform);
  json.member("mapping_version", result.mapping_version);
  json.member("out", result.out);
  json.member("matters", result.matters);
  json.member("exported", result.exported);
  json.member("samples", result.samples);
  json.member("withheld", result.withheld);
  json.key("files");
  json.begin_array();
  for (const ExportedFile& file : result.files) {
    json.begin_object();
    json.member("name", file.name);
    json.member("rows", file.rows);
    json.member("bytes", file.bytes);
    json.member("xxh3_128", file.hash);
    json.end_object();
  }
  json.end_array();
  json.key("losses");
  json.begin_array();
  for (const LossGroup& group : group_losses(result.losses)) {
    json.begin_object();
    json.member("why", name(group.why));
    json.member("table", group.table);
    json.member("column", group.column);
    json.member("field", group.field);
    json.member("matters", group.matters);
    json.member("values", group.values);
    json.end_object();
  }
  json.end_array();
  write_messages(result.findings, json);
  json.end_object();
  return json.take();
}

}  // namespace matter
