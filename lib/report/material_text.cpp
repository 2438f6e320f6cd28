#include "report/material_text.h"

#include <algorithm>

#include "diag/words.h"
#include "doc/json_write.h"
#include "media/csv.h"
#include "media/guard.h"
#include "report/places.h"
#include "report/shown.h"

namespace matter {

namespace {

constexpr std::size_t most_agencies = 3;

std::string agencies_of(const MaterialForm& form, Lang lang) {
  std::vector<std::pair<std::string, std::size_t>> all(form.agencies.begin(), form.agencies.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (std::size_t i = 0; i < std::min(all.size(), most_agencies); ++i) {
    const std::string name = all[i].first.empty() ? say(lang, {"（没有写）", "(not said)"}) : shown_text(all[i].first);
    text += (text.empty() ? "" : say(lang, {"、", ", "})) + name;
  }
  if (all.size() > most_agencies)
    text += say(lang, {" 等 {} 个部门", " and {} more"}, lang == Lang::zh ? all.size() : all.size() - most_agencies);
  return text;
}

void form_lines(const MaterialForm& form, const std::string& what, Places& places, Lang lang, std::string& out) {
  out += say(lang, {"  {}{}：{} 个事项\n    {}\n    {}\n", "  {}{}: {:matter}\n    {}\n    {}\n"}, what,
             shown_text(form.name), Counted{form.matters}, agencies_of(form, lang), places.shown(form.at));
}

void json_form(const MaterialForm& form, Places& places, JsonWriter& json) {
  json.begin_object();
  json.member("name", form.name);
  json.member("matters", form.matters);
  json.member("file", places.sources().name(form.at.source));
  const Places::View& view = places.view(form.at.source);
  json.member("line", view ? view.lines->position(form.at.span.begin).line : 0);
  json.key("agencies");
  json.begin_array();
  for (const auto& [agency, matters] : form.agencies) {
    json.begin_object();
    json.member("name", agency);
    json.member("matters", matters);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void write_materials_text(const MaterialNames& names, MaterialQuestion question, const Sources& sources,
                          const TextStyle& style, const Sink& to) {
  Places places(sources);
  const bool near = question == MaterialQuestion::near;
  std::string out = near ? say(style.lang,
                               {"{} 个事项、{} 个材料名称：{} 种材料各部门叫法不一\n",
                                "{:matter}, {:name} of materials: {} called differently by agencies\n"},
                               Counted{names.matters}, Counted{names.names}, names.near.size())
                         : say(style.lang,
                               {"{} 个事项、{} 个材料名称：{} 种材料由别的部门核发，能共享就不该要\n",
                                "{:matter}, {:name} of materials: {} that another agency issues\n"},
                               Counted{names.matters}, Counted{names.names}, names.shareable.size());
  for (const NearMaterials& group : names.near) {
    if (!near) break;
    out += '\n';
    for (const MaterialForm& form : group.forms) form_lines(form, {}, places, style.lang, out);
    to(std::exchange(out, {}));
  }
  for (const ShareableMaterial& one : names.shareable) {
    if (near) break;
    out += '\n';
    form_lines(one.asked, say(style.lang, {"要 ", "asked: "}), places, style.lang, out);
    form_lines(one.issued, say(style.lang, {"发 ", "issued: "}), places, style.lang, out);
    to(std::exchange(out, {}));
  }
  if (names.damaged > 0) {
    out += say(style.lang,
               {"\n{} 个文件没有读全（详见 matter validate）\n",
                "\n{:file was|files were} not read whole (see matter validate)\n"},
               Counted{names.damaged});
  }
  to(out);
}

void write_materials_json(const MaterialNames& names, MaterialQuestion question, const Sources& sources,
                          const Sink& to) {
  Places places(sources);
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.materials/1");
  json.member("files", names.files);
  json.member("matters", names.matters);
  json.member("names", names.names);
  json.member("damaged", names.damaged);
  json.key(question == MaterialQuestion::near ? "near" : "shareable");
  json.begin_array();
  for (const NearMaterials& group : names.near) {
    if (question != MaterialQuestion::near) break;
    json.begin_array();
    for (const MaterialForm& form : group.forms) json_form(form, places, json);
    json.end_array();
  }
  for (const ShareableMaterial& one : names.shareable) {
    if (question != MaterialQuestion::shareable) break;
    json.begin_object();
    json.key("asked");
    json_form(one.asked, places, json);
    json.key("issued");
    json_form(one.issued, places, json);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  to(json.take());
}

void write_materials_csv(const MaterialNames& names, MaterialQuestion question, const Sources& sources, Lang lang,
                         const Sink& to) {
  Places places(sources);
  std::string text = "\xEF\xBB\xBF";
  CsvWriter writer(text);
  const auto row = [&](const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) writer.cell(guarded(cell));
    writer.end_row();
    to(std::exchange(text, {}));
  };
  row(lang == Lang::zh ? std::vector<std::string>{"组", "名称", "要或发", "事项数", "部门", "位置"}
                       : std::vector<std::string>{"group", "name", "asked or issued", "matters", "agencies", "place"});
  const std::string asked(Bilingual{"要", "asked"}.in(lang)), issued(Bilingual{"发", "issued"}.in(lang));
  const auto form = [&](std::size_t group, const MaterialForm& one, const std::string& what) {
    std::string agencies;
    for (const auto& [agency, matters] : one.agencies) agencies += (agencies.empty() ? "" : "、") + agency;
    row({std::to_string(group), one.name, what, std::to_string(one.matters), agencies, places.shown(one.at)});
  };
  const bool near = question == MaterialQuestion::near;
  for (std::size_t i = 0; near && i < names.near.size(); ++i) {
    for (const MaterialForm& one : names.near[i].forms) form(i + 1, one, asked);
  }
  for (std::size_t i = 0; !near && i < names.shareable.size(); ++i) {
    form(i + 1, names.shareable[i].asked, asked);
    form(i + 1, names.shareable[i].issued, issued);
  }
}

}  // namespace matter
