#include "doc/json_write.h"
#include "ops/export_files.h"
#include "report/exchange_text.h"

namespace matter {

namespace {

using Layout = JsonWriter::Layout;

/// An object whose members stand on lines of their own; each item of its lists on one line.
class Summary {
 public:
  explicit Summary(std::string_view schema) { text("schema", schema); }

  void text(std::string_view name, std::string_view value) { append_json_string(key(name), value); }
  void number(std::string_view name, std::size_t value) { key(name) += std::to_string(value); }
  void flag(std::string_view name, bool value) { key(name) += value ? "true" : "false"; }

  template <class Items, class Write>
  void list(std::string_view name, const Items& items, Write write) {
    key(name) += '[';
    std::string_view before = "\n    ";
    for (const auto& item : items) {
      JsonWriter line(Layout::one_line);
      line.begin_object();
      write(item, line);
      line.end_object();
      const std::string written = line.take();
      out_.append(before).append(written, 0, written.size() - 1);
      before = ",\n    ";
    }
    out_ += items.empty() ? "]" : "\n  ]";
  }
  void findings(const std::vector<Diagnostic>& findings) {
    list("findings", findings, [](const Diagnostic& d, JsonWriter& json) {
      json.member("rule", d.rule);
      json.member("severity", name(d.severity));
      json.member("message", d.message);
    });
  }
  [[nodiscard]] std::string take() { return std::move(out_ += "\n}\n"); }

 private:
  std::string& key(std::string_view name) {
    out_ += out_.empty() ? "{\n  " : ",\n  ";
    append_json_string(out_, name);
    return out_ += ": ";
  }

  std::string out_;
};

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

void write_file(const ExportedFile& file, JsonWriter& json) {
  json.member("name", file.name);
  json.member("rows", file.rows);
  json.member("bytes", file.bytes);
  json.member("xxh3_128", file.hash);
}

void write_left_out(const ExportLeftOut& one, JsonWriter& json) {
  json.member("field", one.field);
  json.member("test", one.test);
  json.key("values");
  json.begin_array();
  for (const std::string& value : one.values) json.string(value);
  json.end_array();
  json.member("matters", one.matters);
  json.member("never_said", one.never_said);
}

void write_group(const LossGroup& group, JsonWriter& json) {
  json.member("why", name(group.why));
  json.member("table", group.table);
  json.member("column", group.column);
  json.member("field", group.field);
  json.member("matters", group.matters);
  json.member("values", group.values);
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

std::string export_json(const ExportResult& result) {
  Summary json("matter.export/1");
  json.flag("written", result.written);
  json.text("platform", result.platform);
  json.number("mapping_version", static_cast<std::size_t>(result.mapping_version));
  json.text("out", result.out);
  json.number("matters", result.matters);
  json.number("exported", result.exported);
  json.number("samples", result.samples);
  json.number("withheld", result.withheld);
  json.list("left_out", result.left_out, write_left_out);
  json.number("incomplete", result.incomplete);
  json.list("files", result.files, write_file);
  json.list("losses", group_losses(result.losses), write_group);
  json.findings(result.findings);
  return json.take();
}

}  // namespace matter
