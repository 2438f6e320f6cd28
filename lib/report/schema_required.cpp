#include "report/schema_required.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "model/named.h"

namespace matter {

namespace {

class RequiredWriter {
 public:
  RequiredWriter(SchemaKeys keys, JsonWriter& json) : keys_(keys), json_(json) {}

  using Fields = std::vector<const Field*>;

  /// `required` for one name each, `allOf` of alternatives where a field may have several names or stand-ins.
  void list(const Table& table, const Fields& fields, const std::vector<std::pair<const Field*, Fields>>& inner = {}) {
    Fields plain;
    Fields several;
    for (const Field* field : fields) (names(table, *field).size() == 1 ? plain : several).push_back(field);
    if (!plain.empty()) {
      json_.key("required");
      json_.begin_array();
      for (const Field* field : plain) json_.string(names(table, *field)[0]);
      json_.end_array();
    }
    if (!several.empty()) {
      json_.key("allOf");
      json_.begin_array();
      for (const Field* field : several) {
        json_.begin_object();
        any_of(names(table, *field));
        json_.end_object();
      }
      json_.end_array();
    }
    parts(inner);
  }

  void any_of(const std::vector<std::string_view>& one_of) {
    json_.key("anyOf");
    json_.begin_array();
    for (const std::string_view name : one_of) {
      json_.begin_object();
      json_.key("required");
      json_.begin_array();
      json_.string(name);
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
  }

  [[nodiscard]] std::vector<std::string_view> own_names(const Field& field) const {
    if (keys_ == SchemaKeys::en) return {field.key};
    if (keys_ == SchemaKeys::zh) return {field.label};
    return {field.key, field.label};
  }

 private:
  [[nodiscard]] std::vector<std::string_view> names(const Table& table, const Field& field) const {
    std::vector<std::string_view> all = own_names(field);
    if (const Field* other = field.instead.empty() ? nullptr : find_field(table, field.instead)) {
      const auto more = own_names(*other);
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }

  void parts(const std::vector<std::pair<const Field*, Fields>>& inner) {
    if (inner.empty()) return;
    json_.key("properties");
    json_.begin_object();
    for (const auto& [record, fields] : inner) {
      for (const std::string_view name : own_names(*record)) {
        json_.key(name);
        json_.begin_object();
        json_.key("type");
        json_.begin_array();
        for (const std::string_view type : {"object", "string", "null"}) json_.string(type);
        json_.end_array();
        list(*record->table(), fields);
        json_.end_object();
      }
    }
    json_.end_object();
  }

  SchemaKeys keys_;
  JsonWriter& json_;
};

/// One fact, one place: they follow from a code that holds them.
bool follows_from_code(const Table& table, const Field& field) {
  return (table.name == "agency" && field.key == "code") || (table.name == "matter" && field.key == "level");
}

struct Demands {
  RequiredWriter::Fields fields;
  std::vector<std::pair<const Field*, RequiredWriter::Fields>> inner;
  [[nodiscard]] bool empty() const { return fields.empty() && inner.empty(); }
};

/// What exactly this set of families needs of what may be inherited.
Demands demands_of(const Table& table, Families set) {
  Demands all;
  for (const Field& field : table.fields) {
    if (!field.local && field.required == set) all.fields.push_back(&field);
    if (field.local || field.kind != Kind::record) continue;
    RequiredWriter::Fields inside;
    for (const Field& part : field.table()->fields)
      if (part.required == set) inside.push_back(&part);
    if (!inside.empty()) all.inner.emplace_back(&field, inside);
  }
  return all;
}

class MatterDemands {
 public:
  MatterDemands(const Table& table, SchemaKeys keys, JsonWriter& json)
      : table_(table), json_(json), write_(keys, json) {}

  void all() {
    json_.key("allOf");
    json_.begin_array();
    json_.begin_object();
    always(families::all);
    json_.end_object();
    json_.begin_object();
    json_.key("if");
    json_.begin_object();
    unless({"bundle"});
    json_.end_object();
    json_.key("then");
    json_.begin_object();
    always(families::matters);
    json_.end_object();
    json_.end_object();
    for (const Families set :
         {families::all, families::matters, families::on_application, families::on_application | families::bundle,
          families::powers, families::powers_on_application, families::powers_on_application | families::bundle,
          families::licence})
      of(set);
    json_.end_array();
  }

 private:
  /// Of the office alone: never taken from a standard entry.
  void always(Families set) {
    Demands due;
    for (const Field& field : table_.fields) {
      if (!field.local) continue;
      if (field.required == set && !follows_from_code(table_, field)) due.fields.push_back(&field);
      if (field.kind != Kind::record) continue;
      // What a 一件事 cannot do without stands inside its own record.
      const bool own = set == families::all && field.required == families::bundle;
      RequiredWriter::Fields inside;
      for (const Field& part : field.table()->fields)
        if (part.required == (own ? families::bundle : set) && !follows_from_code(*field.table(), part))
          inside.push_back(&part);
      if (!inside.empty()) due.inner.emplace_back(&field, inside);
    }
    write_.list(table_, due.fields, due.inner);
  }

  /// Where none of these fields stands.
  void unless(std::initializer_list<std::string_view> keys) {
    std::vector<std::string_view> names;
    for (const std::string_view key : keys) {
      const auto more = write_.own_names(*find_field(table_, key));
      names.insert(names.end(), more.begin(), more.end());
    }
    json_.key("not");
    json_.begin_object();
    write_.any_of(names);
    json_.end_object();
  }

  void of(Families set) {
    const Demands due = demands_of(table_, set);
    if (due.empty()) return;
    json_.begin_object();
    json_.key("if");
    condition(set);
    json_.key("then");
    json_.begin_object();
    write_.list(table_, due.fields, due.inner);
    json_.end_object();
    json_.end_object();
  }

  void condition(Families set) {
    json_.begin_object();
    if (set.has(Family::bundle))
      unless({"standard"});
    else
      unless({"standard", "bundle"});
    if (set != families::all && set != families::matters) types_of(set);
    json_.end_object();
  }

  void types_of(Families set) {
    const Field& type = *find_field(table_, "type");
    json_.key("anyOf");
    json_.begin_array();
    for (const std::string_view name : write_.own_names(type)) {
      json_.begin_object();
      json_.key("required");
      json_.begin_array();
      json_.string(name);
      json_.end_array();
      json_.key("properties");
      json_.begin_object();
      json_.key(name);
      json_.begin_object();
      json_.key("enum");
      json_.begin_array();
      for (const NamedValue& value : named_list(type.values)->values) {
        if (!set.has(family_of(value.name))) continue;
        json_.string(value.name);
        for (const std::string_view alias : value.aliases) json_.string(alias);
      }
      json_.end_array();
      json_.end_object();
      json_.end_object();
      json_.end_object();
    }
    if (set.has(Family::bundle)) {
      json_.begin_object();
      write_.any_of(write_.own_names(*find_field(table_, "bundle")));
      json_.end_object();
    }
    json_.end_array();
  }

  const Table& table_;
  JsonWriter& json_;
  RequiredWriter write_;
};

}  // namespace

void write_required(const Table& table, bool root, SchemaOf of, SchemaKeys keys, JsonWriter& json) {
  RequiredWriter write(keys, json);
  RequiredWriter::Fields fields;
  if (of == SchemaOf::catalog) {
    for (const Field& field : table.fields)
      if (root && field.required == families::all) fields.push_back(&field);
    return write.list(table, fields);
  }
  if (root && of == SchemaOf::matter) return MatterDemands(table, keys, json).all();
  if (root) {
    for (const Field& field : table.fields)
      if (field.in_standard) fields.push_back(&field);
    return write.list(table, fields);
  }
  // Only an office knows its windows; records are demanded where the matter is.
  const bool office = of == SchemaOf::standard && table.name == "window";
  const bool item = std::any_of(table.fields.begin(), table.fields.end(),
                                [](const Field& f) { return f.list_name || f.list_key || f.main_text; });
  if (!item || office) return;
  for (const Field& field : table.fields)
    if (field.required == families::all) fields.push_back(&field);
  write.list(table, fields);
}

}  // namespace matter
