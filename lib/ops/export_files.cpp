#include "ops/export_files.h"

#include "doc/json_write.h"
#include "ops/version.h"

namespace matter {

namespace {

void begin_manifest(JsonWriter& json, std::string_view schema) {
  json.begin_object();
  json.member("schema", schema);
  json.member("program", program_version());
}

void write_file(JsonWriter& json, const ExportedFile& file) {
  json.begin_object();
  json.member("name", file.name);
  json.member("table", file.table);
  json.key("sample");
  json.boolean(file.sample);
  json.member("rows", file.rows);
  json.member("bytes", file.bytes);
  json.member("xxh3_128", file.hash);
  json.end_object();
}

void write_losses(JsonWriter& json, const LossSums& losses) {
  json.key("losses");
  json.begin_object();
  for (std::size_t i = 0; i < loss_reason_count; ++i) {
    const auto why = static_cast<LossReason>(i);
    if (const std::size_t values = losses.count(why); values != 0) json.member(name(why), values);
  }
  json.end_object();
}

}  // namespace

std::string losses_head(std::string_view platform) {
  std::string text = R"({"schema":"matter.losses/1","platform":)";
  append_json_string(text, platform);
  return text += R"(,"losses":[)";
}

std::string losses_tail(const LossSums& losses) {
  std::string text = "\n],\"summary\":[";
  std::string_view before = "\n";
  for (const LossGroup& group : losses.groups) {
    JsonWriter json(JsonWriter::Layout::one_line);
    json.begin_object();
    json.member("why", name(group.why));
    if (!group.table.empty()) json.member("table", group.table);
    if (!group.column.empty()) json.member("column", group.column);
    if (!group.field.empty()) json.member("field", group.field);
    json.member("values", group.values);
    json.member("matters", group.matters);
    json.end_object();
    text.append(before).append(json.take());
    text.pop_back();
    before = ",\n";
  }
  return text += "\n]}\n";
}

std::string manifest_json(const ExportResult& result, const DateValue& day) {
  JsonWriter json;
  begin_manifest(json, "matter.manifest/1");
  json.member("platform", result.platform);
  json.member("label", result.label);
  json.member("medium", result.medium);
  json.member("mapping_version", result.mapping_version);
  json.member("mapping_status", result.status);
  json.member("mapping_xxh3_128", result.mapping_hash);
  json.member("date", to_text(day));
  json.key("samples_only");
  json.boolean(result.samples != 0 && result.samples == result.exported);
  json.member("matters", result.matters);
  json.member("invalid", result.invalid);
  json.member("exported", result.exported);
  json.member("samples", result.samples);
  json.member("withheld", result.withheld);
  json.member("left_out", result.left_out_matters());
  json.member("incomplete", result.incomplete);
  json.key("files");
  json.begin_array();
  for (const ExportedFile& file : result.files) write_file(json, file);
  json.end_array();
  write_losses(json, result.losses);
  json.end_object();
  return json.take();
}

std::string manifest_json(const ExportBatch& batch, const DateValue& day) {
  JsonWriter json;
  begin_manifest(json, "matter.exports/1");
  json.member("date", to_text(day));
  json.member("matters", batch.matters);
  json.member("invalid", batch.invalid);
  json.key("platforms");
  json.begin_array();
  for (const ExportResult& one : batch.platforms) {
    json.begin_object();
    json.member("platform", one.platform);
    json.member("medium", one.medium);
    json.member("exported", one.exported);
    json.member("samples", one.samples);
    json.member("withheld", one.withheld);
    json.member("left_out", one.left_out_matters());
    json.member("manifest", one.platform + "/" + std::string(manifest_name));
    json.member("xxh3_128", one.manifest_hash);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace matter
