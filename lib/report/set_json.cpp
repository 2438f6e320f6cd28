#include "report/edits_json.h"
#include "report/places.h"
#include "report/set_text.h"
#include "text/line_diff.h"

namespace matter {

namespace {

void value(std::string_view key, const std::string& text, JsonWriter& json) {
  json.key(key);
  if (text.empty()) {
    json.null();
  } else {
    json.string(text);
  }
}

void change(const SetChange& one, JsonWriter& json) {
  json.begin_object();
  json.member("file", one.file);
  json.member("line", one.line);
  json.member("matter", one.matter);
  json.member("field", one.field);
  value("old", one.before, json);
  value("new", one.after, json);
  json.end_object();
}

void refusal(const Diagnostic& d, Places& places, JsonWriter& json) {
  json.begin_object();
  json.member("rule", d.rule);
  json.member("matter", d.matter);
  json.member("field", d.field);
  json.member("message", d.message);
  if (d.at.known()) {
    json.member("file", places.sources().name(d.at.source));
    if (const Places::View& view = places.view(d.at.source)) {
      json.member("line", view.lines->position(d.at.span.begin).line);
    }
  }
  json.end_object();
}

}  // namespace

void write_edits(const std::vector<SetChange>& changes, const std::vector<SetFile>& files,
                 const std::vector<Diagnostic>& refused, bool with_diff, Places& places, JsonWriter& json) {
  const auto list = [&](std::string_view key, const auto& items, const auto& each) {
    json.key(key);
    json.begin_array();
    for (const auto& item : items) each(item);
    json.end_array();
  };
  list("changes", changes, [&](const SetChange& one) { change(one, json); });
  list("files", files, [&](const SetFile& file) {
    json.begin_object();
    json.member("path", file.path);
    if (with_diff) json.member("diff", unified_diff(file.before, file.after, file.path, file.path));
    json.end_object();
  });
  list("refused", refused, [&](const Diagnostic& d) { refusal(d, places, json); });
}

void write_set_json(const SetResult& result, const Sources& sources, bool with_diff, const Sink& to) {
  Places places(sources);
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.set/1");
  json.key("written");
  json.boolean(result.written);
  json.member("same", result.same);
  write_edits(result.changes, result.files, result.refused, with_diff, places, json);
  json.end_object();
  to(json.take());
}

}  // namespace matter
