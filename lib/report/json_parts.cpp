#include "report/json_parts.h"

namespace matter {

void write_place(Location at, PlaceParts parts, Places& places, JsonWriter& json) {
  if (!at.known()) return;
  json.member("file", places.sources().name(at.source));
  const Places::View& view = places.view(at.source);
  if (!view) return;
  const Position position = view.lines->position(at.span.begin);
  json.member("line", position.line);
  if (parts == PlaceParts::line_and_column) json.member("column", position.column);
}

void write_place_as(std::string_view key, Location at, PlaceParts parts, Places& places, JsonWriter& json) {
  json.key(key);
  json.begin_object();
  write_place(at, parts, places, json);
  json.end_object();
}

void write_text_or_null(std::string_view key, std::string_view text, JsonWriter& json) {
  json.key(key);
  if (text.empty()) {
    json.null();
  } else {
    json.string(text);
  }
}

void write_problems(const std::vector<Diagnostic>& all, Places& places, JsonWriter& json) {
  json.begin_array();
  for (const Diagnostic& d : all) {
    json.begin_object();
    json.member("rule", d.rule);
    json.member("matter", d.matter);
    json.member("field", d.field);
    json.member("message", d.message);
    write_place(d.at, PlaceParts::line, places, json);
    json.end_object();
  }
  json.end_array();
}

}  // namespace matter
