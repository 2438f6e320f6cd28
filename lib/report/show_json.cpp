#include "doc/json.h"
#include "doc/json_tree.h"
#include "doc/json_write.h"
#include "report/places.h"
#include "report/show_text.h"

namespace matter {

namespace {

void tree(const Document& doc, NodeId id, JsonWriter& json) {
  const Node& node = doc.node(id);
  switch (node.kind) {
    case NodeKind::null: return json.null();
    case NodeKind::mapping:
      json.begin_object();
      for (const Entry entry : entries(doc, id)) {
        json.key(doc.node(entry.key).text());
        tree(doc, entry.value, json);
      }
      return json.end_object();
    case NodeKind::sequence:
      json.begin_array();
      for (const NodeId item : children(doc, id)) tree(doc, item, json);
      return json.end_array();
    case NodeKind::scalar: break;
  }
  const bool number = node.style == NodeStyle::plain && is_json_literal(node.text()) &&
                      node.text().find_first_not_of("0123456789") == std::string_view::npos && node.length < 10;
  if (number) return json.number(std::stoi(std::string(node.text())));
  json.string(node.text());
}

class ShowJson {
 public:
  explicit ShowJson(const Sources& sources) : places_(sources) {}

  std::string result(const ShowResult& result) {
    json_.begin_object();
    json_.member("schema", "matter.show/1");
    json_.member("asked", result.asked);
    json_.member("files", result.files);
    json_.member("damaged", result.damaged);
    json_.key("listed");
    json_.boolean(result.listed);
    json_.key("matters");
    json_.begin_array();
    for (const ShownMatter& shown : result.found) one(shown);
    json_.end_array();
    json_.key("nearest");
    json_.begin_array();
    for (const ShownPlace& near : result.nearest) place(near);
    json_.end_array();
    json_.end_object();
    return json_.take();
  }

 private:
  void members(const ShownPlace& one) {
    json_.member("identity", one.identity);
    json_.member("name", one.name);
    json_.member("level", one.level);
    json_.member("agency", one.agency);
    json_.member("catalog", one.catalog);
    json_.key("standard");
    json_.boolean(one.standard);
    at(one.at);
  }

  void place(const ShownPlace& one) {
    json_.begin_object();
    members(one);
    json_.end_object();
  }

  void at(Location at) {
    json_.member("file", places_.sources().name(at.source));
    const Places::View& view = places_.view(at.source);
    json_.member("line", view ? view.lines->position(at.span.begin).line : 0);
  }

  void one(const ShownMatter& shown) {
    json_.begin_object();
    members(shown);
    json_.key("sample");
    json_.boolean(shown.sample);
    json_.key("damaged");
    json_.boolean(shown.damaged);
    json_.member("bound_to", shown.bound_to);
    if (shown.entry) {
      json_.key("entry");
      place(*shown.entry);
    }
    if (!shown.json.empty()) content(shown);
    json_.end_object();
  }

  void content(const ShownMatter& shown) {
    Document doc;
    Collector unheard(Lang::en);
    if (read_json(shown.json, no_source, 0, doc, unheard)) {
      json_.key("matter");
      tree(doc, doc.roots.at(0), json_);
    }
    json_.key("values");
    json_.begin_array();
    for (const ShownValue& value : shown.values) {
      if (value.list) continue;
      json_.begin_object();
      json_.member("field", value.field);
      json_.member("label", value.label);
      json_.member("value", value.value);
      json_.member("origin", value.inherited ? "standard" : "own");
      at(value.at);
      json_.end_object();
    }
    json_.end_array();
  }

  Places places_;
  JsonWriter json_;
};

}  // namespace

void write_show_json(const ShowResult& result, const Sources& sources, const Sink& to) {
  to(ShowJson(sources).result(result));
}

}  // namespace matter
