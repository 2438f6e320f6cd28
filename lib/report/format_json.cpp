#include "doc/json_write.h"
#include "report/format_text.h"
#include "report/not_checked.h"
#include "report/places.h"

namespace matter {

namespace {

std::string_view name_of(Formatted::State state) {
  switch (state) {
    case Formatted::State::canonical: return "canonical";
    case Formatted::State::changed: return "changed";
    case Formatted::State::refused: return "refused";
    case Formatted::State::failed: break;
  }
  return "failed";
}

}  // namespace

void write_format_json(const FormatResult& result, const Sources& sources, const Sink& to) {
  JsonWriter json;
  Places places(sources);
  json.begin_object();
  json.member("schema", "matter.format/1");
  json.key("summary");
  json.begin_object();
  json.member("files", result.seen());
  json.member("canonical", result.canonical);
  json.member("changed", result.changed);
  json.member("refused", result.refused);
  json.member("failed", result.failed);
  json.key("written");
  json.boolean(result.written);
  write_not_checked("not_checked", result.not_looked_at, json);
  json.end_object();
  json.key("files");
  json.begin_array();
  for (const FormatFile& file : result.files) {
    json.begin_object();
    json.member("path", file.path);
    json.member("state", name_of(file.state));
    if (file.state != Formatted::State::changed) {
      const Places::View& view = places.view(file.refusal.at.source);
      const Position at = view ? view.lines->position(file.refusal.at.span.begin) : Position{};
      json.member("line", at.line);
      json.member("column", at.column);
      json.member("rule", file.refusal.rule);
      json.member("message", file.refusal.message);
    }
    json.end_object();
  }
  json.end_array();
  json.end_object();
  to(json.take());
}

}  // namespace matter
