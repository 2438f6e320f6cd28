#include "report/import_plan.h"
#include "report/json_parts.h"
#include "text/line_diff.h"

namespace matter {

namespace {

template <class Items, class Each>
void list(std::string_view key, const Items& items, JsonWriter& json, Each each) {
  json.key(key);
  json.begin_array();
  for (const auto& item : items) each(item);
  json.end_array();
}

void write_change(const PlannedChange& change, bool from_workbook, JsonWriter& json) {
  json.begin_object();
  json.member("kind", name(change.kind));
  json.member("field", change.field);
  json.member("label", change.label);
  write_text_or_null("old", change.before, json);
  write_text_or_null("new", change.after, json);
  json.key("inherited");
  json.boolean(change.inherited);
  if (from_workbook) {
    json.key("asks");
    json.boolean(change.asks);
  }
  json.end_object();
}

void write_conflict(const PlannedConflict& conflict, JsonWriter& json) {
  json.begin_object();
  json.member("field", conflict.field);
  json.member("label", conflict.label);
  write_text_or_null("base", conflict.base, json);
  write_text_or_null("catalog", conflict.catalog, json);
  write_text_or_null("workbook", conflict.workbook, json);
  json.member("catalog_field", conflict.other.empty() ? conflict.field : conflict.other);
  json.end_object();
}

void write_matter(const PlannedMatter& one, bool from_workbook, JsonWriter& json) {
  const auto write = [&](const PlannedChange& change) { write_change(change, from_workbook, json); };
  json.begin_object();
  json.member("state", name(one.state));
  json.member("matter", one.matter);
  json.member("name", one.name);
  json.member("file", one.file);
  if (one.line != 0) json.member("line", one.line);
  list("changes", one.changes, json, write);
  list("kept", one.kept, json, write);
  if (from_workbook) {
    json.key("asks");
    json.boolean(one.asks);
    list("since", one.since, json, write);
    list("conflicts", one.conflicts, json, [&](const PlannedConflict& conflict) { write_conflict(conflict, json); });
  }
  json.end_object();
}

void write_finding(const Diagnostic& d, Places& places, JsonWriter& json) {
  json.begin_object();
  json.member("rule", d.rule);
  json.member("severity", name(d.severity));
  if (!d.matter.empty()) json.member("matter", d.matter);
  if (!d.field.empty()) json.member("field", d.field);
  json.member("message", d.message);
  write_place(d.at, PlaceParts::line_and_column, places, json);
  json.end_object();
}

}  // namespace

void write_import_plan_json(const ImportPlan& plan, const Sources& sources, bool with_diff, const Sink& to) {
  using Fate = PlannedMatter::State;
  Places places(sources);
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.import-plan/1");
  json.key("written");
  json.boolean(plan.written);
  json.member("platform", plan.platform);
  json.member("mapping_version", plan.mapping_version);
  json.member("source", plan.source);
  json.member("encoding", iana_name(plan.encoding));
  json.member("into", plan.into);
  json.member("records", plan.records);
  json.member("refused", plan.refused);
  json.key("counts");
  json.begin_object();
  for (const Fate state : {Fate::added, Fate::changed, Fate::gone, Fate::deleted, Fate::left_out})
    json.member(name(state), plan.count(state));
  json.member(name(Fate::same), plan.same);
  json.member("values", plan.values());
  json.end_object();
  list("matters", plan.matters, json, [&](const PlannedMatter& one) { write_matter(one, plan.from_workbook, json); });
  std::vector<const ColumnCounts*> unknown;
  for (const ColumnCounts& column : plan.columns) {
    if (!column.declared) unknown.push_back(&column);
  }
  list("unknown_columns", unknown, json, [&](const ColumnCounts* column) {
    json.begin_object();
    json.member("column", column->column);
    json.member("values", column->kept);
    json.end_object();
  });
  list("files", plan.files, json, [&](const SetFile& file) {
    json.begin_object();
    json.member("path", file.path);
    if (with_diff) json.member("diff", unified_diff(file.before, file.after, file.path, file.path));
    json.end_object();
  });
  list("deleted", plan.deleted, json, [&](const std::string& path) { json.string(path); });
  list("findings", plan.findings, json, [&](const Diagnostic& d) { write_finding(d, places, json); });
  json.end_object();
  to(json.take());
}

}  // namespace matter
