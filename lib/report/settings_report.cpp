#include "report/settings_report.h"

#include <algorithm>
#include <string>

#include "diag/words.h"
#include "doc/json_write.h"
#include "report/findings_text.h"
#include "report/places.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t widest_key = 40;

std::string origin_of(const SettingRow& row, Places& places, Lang lang) {
  std::string text = row.origin == SettingRow::Origin::file ? places.shown(row.at) : say(lang, {"自带", "built in"});
  if (!row.detail.empty()) text += say(lang, {"（{}）", " ({})"}, row.detail);
  return text;
}

}  // namespace

void write_settings_text(const SettingsList& list, bool origin, const Sources& sources, const TextStyle& style,
                         const Sink& to) {
  Places places(sources);
  std::size_t width = 0;
  for (const SettingRow& row : list.rows) width = std::max(width, std::min(row.key.size(), widest_key));
  std::string out = list.catalog.empty()
                        ? say(style.lang, {"没有 catalog.yaml，全部是自带的\n", "no catalog.yaml: all is built in\n"})
                        : list.catalog + "\n";
  for (const SettingRow& row : list.rows) {
    out += "  " + shown_text(row.key);
    out.append(width > row.key.size() ? width - row.key.size() : 0, ' ');
    out += "  " + shown_text(row.value) + '\n';
    if (origin) out += std::string(width + 6, ' ') + "← " + shown_text(origin_of(row, places, style.lang)) + '\n';
  }
  to(out);
  write_findings(list.mistakes, sources, style, to);
}

void write_settings_json(const SettingsList& list, const Sources& sources, const Sink& to) {
  Places places(sources);
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.config/1");
  if (!list.catalog.empty()) json.member("catalog", list.catalog);
  json.key("settings");
  json.begin_array();
  for (const SettingRow& row : list.rows) {
    json.begin_object();
    json.member("key", row.key);
    json.member("value", row.value);
    json.member("origin", row.origin == SettingRow::Origin::file ? "file" : "built-in");
    if (row.at.known()) {
      json.member("file", sources.name(row.at.source));
      const Places::View& view = places.view(row.at.source);
      if (view) {
        const Position position = view.lines->position(row.at.span.begin);
        json.member("line", position.line);
        json.member("column", position.column);
      }
    }
    if (!row.detail.empty()) json.member("detail", row.detail);
    json.end_object();
  }
  json.end_array();
  json.member("mistakes", list.mistakes.size());
  json.end_object();
  to(json.take());
}

}  // namespace matter
