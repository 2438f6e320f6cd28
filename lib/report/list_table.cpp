#include "doc/json_write.h"
#include "media/csv.h"
#include "media/guard.h"
#include "model/family_name.h"
#include "report/find_text.h"
#include "report/json_parts.h"
#include "report/list_report.h"
#include "report/places.h"

namespace matter {

void write_list_json(const FindResult& result, const Sources& sources, const Sink& to) {
  Places places(sources);
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.list/1");
  json.key("asked");
  json.begin_object();
  write_asked(result.asked.of, json);
  json.end_object();
  json.member("files", result.files);
  json.member("matters", result.matters);
  json.member("damaged", result.damaged);
  json.member("count", result.found.size());
  json.key("found");
  json.begin_array();
  for (const FoundMatter& one : result.found) {
    json.begin_object();
    json.member("identity", one.identity);
    json.member("name", one.name);
    json.member("agency", one.agency);
    json.member("level", one.level);
    json.member("type", one.type);
    json.member("family", name_of(one.family).key);
    json.member("status", one.status);
    json.key("modes");
    json.begin_array();
    for (const std::string& mode : one.modes) json.string(mode);
    json.end_array();
    json.member("catalog", one.catalog);
    json.key("standard");
    json.boolean(one.standard);
    json.key("sample");
    json.boolean(one.sample);
    if (!one.entry.empty()) json.member("entry", one.entry);
    write_place(one.at, PlaceParts::line_and_column, places, json);
    json.end_object();
    if (json.pending() > 65536) to(json.drain());
  }
  json.end_array();
  json.end_object();
  to(json.take());
}

void write_list_csv(const FindResult& result, const Sources& sources, Lang lang, const Sink& to) {
  std::string text = "\xEF\xBB\xBF";
  CsvWriter writer(text);
  Places places(sources);
  const auto flag = [&](bool yes) { return std::string_view(!yes ? "" : lang == Lang::zh ? "是" : "yes"); };
  const auto row = [&](std::initializer_list<std::string_view> cells) {
    for (const std::string_view cell : cells) writer.cell(guarded(cell));
    writer.end_row();
    to(std::exchange(text, {}));
  };
  if (lang == Lang::zh) {
    row({"事项名称", "编码", "实施主体", "行使层级", "事项类型", "事项状态", "办理形式和通办方式", "目录", "标准化目录",
         "样例", "位置"});
  } else {
    row({"matter", "code", "agency", "level", "type", "status", "modes", "catalog", "standard", "sample", "place"});
  }
  for (const FoundMatter& one : result.found) {
    std::string modes;
    for (const std::string& mode : one.modes) modes.append(modes.empty() ? "" : "、").append(mode);
    row({one.name, one.identity, one.agency, one.level, one.type, one.status, modes, one.catalog, flag(one.standard),
         flag(one.sample), places.shown(one.at)});
  }
}

}  // namespace matter
