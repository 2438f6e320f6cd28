#include "report/edits_json.h"
#include "report/json_parts.h"
#include "report/set_text.h"
#include "text/line_diff.h"

namespace matter {

namespace {

void change(const SetChange& one, JsonWriter& json) {
  json.begin_object();
  json.member("file", one.file);
  json.member("line", one.line);
  json.member("matter", one.matter);
  json.member("field", one.field);
  write_text_or_null("old", one.before, json);
  write_text_or_null("new", one.after, json);
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
  json.key("refused");
  write_problems(refused, places, json);
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
