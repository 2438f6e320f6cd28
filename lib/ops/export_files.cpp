#include "ops/export_files.h"

#include <array>
#include <filesystem>

#include "diag/collector.h"
#include "doc/json.h"
#include "doc/json_write.h"
#include "ops/version.h"
#include "text/read_file.h"

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

std::string gone_head(std::string_view platform, const DateValue& day) {
  std::string text = R"({"schema":"matter.gone/1","platform":)";
  append_json_string(text, platform);
  return text.append(R"(,"date":")").append(to_text(day)).append(R"(","matters":[)");
}

std::string gone_line(const ExportedMatter& matter, Gone why) {
  JsonWriter json(JsonWriter::Layout::one_line);
  json.begin_object();
  json.member("matter", matter.identity);
  if (why != Gone::withheld && !matter.name.empty()) json.member("name", matter.name);
  json.member("since", matter.since);
  json.member("why", name(why));
  json.end_object();
  std::string text = json.take();
  text.pop_back();
  return text;
}

std::string_view name(ExportWhole why) {
  constexpr std::array<std::string_view, 7> names = {"",       "first",   "unknown",     "program",
                                                     "medium", "mapping", "whole-medium"};
  return names.at(static_cast<std::size_t>(why));
}

void write_changes(JsonWriter& json, const ExportChanges& changes) {
  if (changes.follows) {
    json.member("since", changes.since);
    json.member("written_whole", name(changes.whole));
  }
  json.member("new", changes.fresh);
  json.member("changed", changes.changed);
  json.member("same", changes.same);
  json.member("gone", changes.gone);
  if (changes.unread != 0) json.member("unread", changes.unread);
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
  json.member("without_table", result.without_table);
  json.member("incomplete", result.incomplete);
  json.key("changes");
  json.begin_object();
  write_changes(json, result.changes);
  json.end_object();
  json.key("files");
  json.begin_array();
  for (const ExportedFile& file : result.files) write_file(json, file);
  json.end_array();
  json.key("companions");
  json.begin_array();
  for (const ExportCompanion& file : result.companions) {
    json.begin_object();
    json.member("name", file.name);
    json.member("bytes", file.bytes);
    json.member("xxh3_128", file.hash);
    json.end_object();
  }
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
    json.member("without_table", one.without_table);
    json.member("manifest", one.platform + "/" + std::string(manifest_name));
    json.member("xxh3_128", one.manifest_hash);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

bool is_part_of_export(const std::string& path) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::is_directory(path) ? fs::path(path) : fs::path(path).parent_path();
  const std::string manifest = (folder / "manifest.json").string();
  std::string text;
  if (path == "-" || !fs::is_regular_file(manifest)) return false;
  read_file(manifest, text);
  Document doc;
  Collector unheard(Lang::en);
  if (!read_json(text, no_source, 0, doc, unheard) || doc.roots.empty()) return false;
  const auto member = [&doc](NodeId of, std::string_view key) {
    return of != no_node && doc.node(of).is(NodeKind::mapping) ? doc.find(of, key) : no_node;
  };
  const NodeId changes = member(doc.roots[0], "changes");
  const NodeId since = member(changes, "since");
  const NodeId whole = member(changes, "written_whole");
  return since != no_node && doc.node(since).length != 0 && (whole == no_node || doc.node(whole).length == 0);
}

}  // namespace matter
