#include "doc/json_write.h"
#include "report/platform_words.h"
#include "report/platforms_report.h"

namespace matter {

namespace {

std::string_view name_of(Direction direction) {
  switch (direction) {
    case Direction::import_only: return "import";
    case Direction::export_only: return "export";
    case Direction::both: break;
  }
  return "both";
}

class PlatformJson {
 public:
  explicit PlatformJson(Lang lang) : lang_(lang) {}

  void head(const Mapping& m) {
    json_.member("id", m.platform);
    json_.member("label", m.label);
    json_.member("help", m.help);
    array("media", m.media, [this](Medium one) { json_.string(kind_of(one).name); });
    json_.member("direction", name_of(m.direction));
    json_.member("audience", m.for_public ? "public" : "internal");
    json_.member("status", m.status);
    json_.member("version", m.version);
  }

  void list(const PlatformList& all) {
    json_.begin_object();
    json_.member("schema", "matter.platforms/1");
    if (!all.catalog.empty()) json_.member("catalog", all.catalog);
    array("platforms", all.rows, [this](const PlatformRow& row) {
      json_.begin_object();
      json_.member("name", row.name);
      flag("usable", row.mapping != nullptr);
      flag("used", row.used);
      if (row.mapping != nullptr) {
        head(*row.mapping);
        std::size_t columns = 0;
        for (const MappedTable& table : row.mapping->tables) columns += table.columns.size();
        json_.member("tables", row.mapping->tables.size());
        json_.member("columns", columns);
      }
      json_.end_object();
    });
    json_.end_object();
  }

  void show(const PlatformShown& shown) {
    const Mapping& m = *shown.mapping;
    json_.begin_object();
    json_.member("schema", "matter.platform/1");
    head(m);
    array("sources", m.spec.sources, [this](const Text& source) { json_.string(source.text); });
    flag("whole_model", m.whole_model);
    array("takes", m.takes, [this](const Takes& one) { takes(one); });
    array("tables", m.tables, [&](const MappedTable& one) { table(m, one); });
    array("codes", code_maps(m), [this](const CodeMap* map) { codes(*map); });
    array("coverage", shown.covers, [this](const PlatformCover& one) { cover(one); });
    types("types_without_table", shown.without_table);
    flag("standard_without_table", shown.standard_without_table);
    json_.end_object();
  }

  std::string take() { return json_.take(); }

 private:
  template <class Items, class One>
  void array(std::string_view key, const Items& items, const One& one) {
    json_.key(key);
    json_.begin_array();
    for (const auto& item : items) one(item);
    json_.end_array();
  }

  void flag(std::string_view key, bool value) {
    json_.key(key);
    json_.boolean(value);
  }

  void given(std::string_view key, const Text& text) {
    if (!text.absent()) json_.member(key, text.text);
  }

  void field(std::string_view key, const FieldPath& path) {
    if (path.count == 0) return;
    json_.key(key);
    json_.begin_object();
    json_.member("path", to_text(path));
    std::string labels;
    for (const Field* const one : path) labels.append(labels.empty() ? "" : ".").append(one->label);
    json_.member("label", labels);
    json_.end_object();
  }

  void types(std::string_view key, const std::vector<const NamedValue*>& all) {
    array(key, all, [this](const NamedValue* type) { json_.string(type->name); });
  }

  void takes(const Takes& one) {
    constexpr std::string_view tests[] = {"given", "absent", "one-of", "none-of", "passed", "not-passed"};
    json_.begin_object();
    field("field", one.path);
    json_.member("test", tests[static_cast<std::size_t>(one.test)]);
    array("values", one.values, [this](std::string_view value) { json_.string(value); });
    json_.end_object();
  }

  void table(const Mapping& m, const MappedTable& one) {
    json_.begin_object();
    json_.member("name", one.name);
    json_.member("label", one.label);
    field("each", one.each);
    flag("standard", one.standard);
    types("types", one.types);
    array("columns", shown_columns(one), [&](const ShownColumn& each) { column(m, *each.column, each.name); });
    json_.end_object();
  }

  void column(const Mapping& m, const Column& one, std::string_view name) {
    const ColumnSpec& spec = *one.spec;
    json_.begin_object();
    json_.member("name", name);
    json_.member("label", one.label);
    given("type", spec.type);
    flag("required", one.required);
    const std::string_view way = arrow(m, one);
    flag("written", way == "←" || way == "↔");
    flag("read", way == "→" || way == "↔");
    field("field", one.path);
    field("otherwise", one.otherwise);
    if (one.function != nullptr) {
      json_.key("function");
      json_.begin_object();
      json_.member("name", one.function->name);
      json_.member("help", one.function->help.in(lang_));
      json_.end_object();
    }
    given("constant", spec.constant);
    if (!one.text.empty()) array("text", spec.text, [this](const Text& text) { json_.string(text.text); });
    if (!one.object.empty()) object(one);
    given("codes", spec.codes);
    if (one.several() && one.join) json_.member("join", *one.join);
    given("pattern", spec.pattern);
    if (!one.also_read.empty())
      array("also_read", spec.also_read, [this](const Text& also) { json_.string(also.text); });
    if (one.none) json_.member("none", *one.none);
    given("absent", spec.absent);
    given("default", spec.fallback);
    if (one.when.path.count != 0) {
      json_.key("when");
      json_.begin_object();
      json_.member("path", to_text(one.when.path));
      const When::How how = one.when.how;
      json_.member(how == When::How::has ? "has" : how == When::How::lacks ? "lacks" : "unless", one.when.value);
      json_.end_object();
    }
    if (!one.same_as.empty()) array("same_as", spec.same_as, [this](const SameAsSpec& same) { repeated(same); });
    flag("keep", one.keep);
    flag("lossy", one.lossy);
    given("note", spec.note);
    json_.end_object();
  }

  void object(const Column& one) {
    const MappedTable& object = one.object[0];
    json_.key("object");
    json_.begin_object();
    if (!object.kind.empty()) json_.member("class", object.kind);
    if (one.repeats) field("each", object.each);
    if (!object.ids.empty()) array("id", one.spec->id, [this](const Text& id) { json_.string(id.text); });
    json_.end_object();
  }

  void repeated(const SameAsSpec& same) {
    json_.begin_object();
    given("column", same.column);
    given("characters", same.characters);
    given("through", same.through);
    given("text", same.text);
    json_.end_object();
  }

  void codes(const CodeMap& map) {
    json_.begin_object();
    json_.member("name", map.id);
    array("rows", map.rows, [this](const CodeMap::Row& row) {
      json_.begin_object();
      json_.member("value", row.name);
      json_.member("code", row.code);
      flag("written", row.first);
      json_.end_object();
    });
    array("without", map.without, [this](std::string_view name) { json_.string(name); });
    json_.end_object();
  }

  void cover(const PlatformCover& one) {
    json_.begin_object();
    flag("standard", one.standard);
    types("types", one.types);
    json_.member("fields", one.fields.size());
    for (const bool carried : {true, false}) {
      json_.key(carried ? "carried" : "lost");
      json_.begin_array();
      for (const CoveredField& field : one.fields) {
        if (field.carried == carried) json_.string(to_text(field.path));
      }
      json_.end_array();
    }
    json_.end_object();
  }

  Lang lang_;
  JsonWriter json_;
};

}  // namespace

void write_platforms_json(const PlatformList& list, const Sink& to) {
  PlatformJson json(Lang::en);
  json.list(list);
  to(json.take());
}

void write_platform_json(const PlatformShown& shown, Lang lang, const Sink& to) {
  PlatformJson json(lang);
  json.show(shown);
  to(json.take());
}

}  // namespace matter
