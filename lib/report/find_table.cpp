#include "doc/json_write.h"
#include "media/csv.h"
#include "media/guard.h"
#include "report/find_text.h"
#include "report/places.h"

namespace matter {

namespace {

std::string_view key(Certainty certainty) {
  switch (certainty) {
    case Certainty::named: return "named";
    case Certainty::own: return "own";
    case Certainty::unspecified: break;
  }
  return "unspecified";
}

Bilingual words(Certainty certainty) {
  switch (certainty) {
    case Certainty::named: return {"写明", "named"};
    case Certainty::own: return {"只写了条款", "its article only"};
    case Certainty::unspecified: break;
  }
  return {"没有写条款", "without an article"};
}

class FindJson {
 public:
  explicit FindJson(const Sources& sources) : places_(sources) {}

  void write(const FindResult& result, const Sink& to) {
    json_.begin_object();
    json_.member("schema", "matter.found/1");
    asked(result.asked);
    json_.member("files", result.files);
    json_.member("matters", result.matters);
    json_.member("damaged", result.damaged);
    json_.key("found");
    json_.begin_array();
    for (const FoundMatter& one : result.found) {
      matter(one);
      if (json_.pending() > 65536) to(json_.drain());
    }
    json_.end_array();
    json_.key("nearest");
    json_.begin_array();
    for (const std::string& title : result.nearest) json_.string(title);
    json_.end_array();
    json_.end_object();
    to(json_.take());
  }

 private:
  void asked(const FindQuery& query) {
    json_.key("asked");
    json_.begin_object();
    if (!query.basis.empty()) json_.member("basis", query.basis);
    if (query.article) {
      json_.key("article");
      json_.begin_object();
      json_.member("number", query.article->number);
      if (query.article->branch > 0) json_.member("branch", query.article->branch);
      if (query.article->paragraph > 0) json_.member("paragraph", query.article->paragraph);
      if (query.article->item > 0) json_.member("item", query.article->item);
      json_.end_object();
    }
    if (!query.material.empty()) json_.member("material", query.material);
    write_asked(query.of, json_);
    json_.end_object();
  }

  void at(Location at) {
    json_.member("file", places_.sources().name(at.source));
    const Places::View& view = places_.view(at.source);
    const auto position = view ? view.lines->position(at.span.begin) : Position{};
    json_.member("line", position.line);
    json_.member("column", position.column);
  }

  void matter(const FoundMatter& one) {
    json_.begin_object();
    json_.member("identity", one.identity);
    json_.member("name", one.name);
    json_.member("level", one.level);
    json_.member("agency", one.agency);
    json_.member("catalog", one.catalog);
    json_.key("standard");
    json_.boolean(one.standard);
    json_.key("sample");
    json_.boolean(one.sample);
    if (!one.entry.empty()) json_.member("entry", one.entry);
    at(one.at);
    json_.key("places");
    json_.begin_array();
    for (const FoundPlace& place : one.places) {
      json_.begin_object();
      json_.member("field", place.field);
      json_.member("label", place.label);
      json_.member("said", place.said);
      json_.member("certainty", key(place.certainty));
      json_.key("inherited");
      json_.boolean(place.inherited);
      at(place.at);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  Places places_;
  JsonWriter json_;
};

}  // namespace

void write_asked(const MatterQuery& query, JsonWriter& json) {
  if (!query.words.empty()) {
    json.key("words");
    json.begin_array();
    for (const std::string& word : query.words) json.string(word);
    json.end_array();
  }
  const auto given = [&](std::string_view key, const std::string& text) {
    if (!text.empty()) json.member(key, text);
  };
  given("name", query.name);
  given("code", query.code);
  given("agency", query.agency);
  given("mode", query.mode);
  given("level", query.level);
  given("type", query.type);
  if (!query.family) return;
  for (const FamilyWord& word : family_words()) {
    if (word.set == *query.family) json.member("family", word.key);
  }
}

void write_find_json(const FindResult& result, const Sources& sources, const Sink& to) {
  FindJson(sources).write(result, to);
}

void write_find_csv(const FindResult& result, const Sources& sources, Lang lang, const Sink& to) {
  std::string text = "\xEF\xBB\xBF";
  CsvWriter writer(text);
  Places places(sources);
  const auto flag = [&](bool yes) { return std::string(!yes ? "" : lang == Lang::zh ? "是" : "yes"); };
  const auto row = [&](const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) writer.cell(guarded(cell));
    writer.end_row();
    to(std::exchange(text, {}));
  };
  row(lang == Lang::zh ? std::vector<std::string>{"实施主体", "行使层级", "事项名称", "编码", "标准化目录", "样例",
                                                  "要素", "内容", "条款", "沿用标准", "位置"}
                       : std::vector<std::string>{"agency", "level", "matter", "code", "standard", "sample", "field",
                                                  "said", "certainty", "inherited", "place"});
  for (const FoundMatter& one : result.found) {
    const std::vector<std::string> whose{one.agency,   one.level,          one.name,
                                         one.identity, flag(one.standard), flag(one.sample)};
    const auto with = [&](std::vector<std::string> rest) {
      std::vector<std::string> cells = whose;
      cells.insert(cells.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
      row(cells);
    };
    if (one.places.empty()) with({"", "", "", "", places.shown(one.at)});
    for (const FoundPlace& place : one.places) {
      with({lang == Lang::zh ? place.label : place.field, place.said, std::string(words(place.certainty).in(lang)),
            flag(place.inherited), places.shown(place.at)});
    }
  }
}

}  // namespace matter
