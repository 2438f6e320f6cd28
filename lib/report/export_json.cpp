#include "ops/export_files.h"
#include "report/export_text.h"
#include "report/summary_json.h"

namespace matter {

namespace {

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

void write_blocking(const Diagnostic& d, JsonWriter& json, const Sources& sources) {
  json.member("rule", d.rule);
  json.member("matter", d.matter);
  json.member("file", d.at.known() ? sources.name(d.at.source) : std::string_view());
  json.member("field", d.field);
  json.member("message", d.message);
}

void write_platform(const ExportResult& result, Summary& json) {
  json.text("platform", result.platform);
  json.text("medium", result.medium);
  json.number("mapping_version", static_cast<std::size_t>(result.mapping_version));
  json.text("out", result.out);
  json.number("exported", result.exported);
  json.number("samples", result.samples);
  json.number("withheld", result.withheld);
  json.list("left_out", result.left_out, write_left_out);
  json.number("without_table", result.without_table);
  json.number("incomplete", result.incomplete);
  json.object("changes", [&](JsonWriter& line) { write_changes(line, result.changes); });
  json.list("files", result.files, write_file);
  json.list("losses", result.losses.groups, write_group);
}

}  // namespace

std::string export_json(const ExportBatch& batch, const Sources& sources) {
  constexpr std::string_view refusals[] = {"", "invalid", "lossy"};  // as of ExportRefusal
  Summary json("matter.export/2");
  json.flag("written", batch.written);
  json.flag("dry_run", batch.dry_run);
  json.text("refused", refusals[static_cast<std::size_t>(batch.refused)]);
  json.text("out", batch.out);
  json.number("matters", batch.matters);
  json.number("invalid", batch.invalid);
  json.list("blocking", batch.blocking,
            [&](const Diagnostic& d, JsonWriter& line) { write_blocking(d, line, sources); });
  json.objects("platforms", batch.platforms, write_platform);
  json.findings(batch.findings);
  return json.take();
}

}  // namespace matter
