#include "report/matter_schema.h"

#include <set>
#include <vector>

#include "catalog/config.h"
#include "catalog/task_list.h"
#include "model/matter.h"
#include "model/named.h"
#include "report/rules_schema.h"
#include "report/schema_required.h"
#include "report/schema_values.h"

namespace matter {

namespace {

class SchemaWriter {
 public:
  SchemaWriter(SchemaOf of, SchemaKeys keys) : of_(of), keys_(keys) {}

  std::string all() {
    json_.begin_object();
    json_.member("$schema", "https://json-schema.org/draft/2020-12/schema");
    head();
    if (of_ == SchemaOf::catalog || of_ == SchemaOf::tasks)
      json_.member("$ref", of_ == SchemaOf::catalog ? "#/$defs/catalog" : "#/$defs/task_list");
    else
      file_of_matters();
    json_.key("$defs");
    json_.begin_object();
    record(of_ == SchemaOf::catalog ? *table_of<CatalogConfig>()
           : of_ == SchemaOf::tasks ? *table_of<TaskListSpec>()
                                    : *table_of<Matter>(),
           Use::root);
    // What is written calls for more.
    std::size_t written = 0;
    while (written < due_.size()) {
      const auto next = due_[written++];
      record(*next.table, next.use);
    }
    write_format_definitions(json_);
    if (of_ == SchemaOf::catalog) write_rules_definitions(keys_, json_);
    json_.end_object();
    json_.end_object();
    return json_.take();
  }

 private:
  enum class Use : std::uint8_t { root, member, item };
  struct Due {
    const Table* table;
    Use use;
  };

  void head() {
    const std::string_view keys = keys_ == SchemaKeys::both ? "" : keys_ == SchemaKeys::zh ? ":zh" : ":en";
    const auto say = [&](std::string_view what, std::string_view title, std::string_view description) {
      json_.member("$id", "urn:matter:" + std::string(what) + std::string(keys));
      json_.member("title", title);
      json_.member("description", description);
    };
    if (of_ == SchemaOf::catalog)
      say("catalog-file", "目录设置 / Catalog", "目录根上的 catalog.yaml\ncatalog.yaml at the root of a catalog");
    else if (of_ == SchemaOf::tasks)
      say("tasks-file", "任务清单 / Task list", "任务清单 *.tasks.yaml\nA task list, *.tasks.yaml");
    else if (of_ == SchemaOf::standard)
      say("standard-file", "标准化目录的事项 / Standard entries",
          "标准化目录中的文件：一个事项或一个列表\nA file of a standard catalog: one matter or a list");
    else
      say("matter-file", "政务服务事项 / Matters",
          "实施清单中的文件：一个事项或一个列表\nA file of an implementing list: one matter or a list");
  }

  void types(std::initializer_list<std::string_view> names) {
    json_.key("type");
    json_.begin_array();
    for (const std::string_view name : names) json_.string(name);
    json_.end_array();
  }

  /// A document that holds nothing is none.
  void file_of_matters() {
    types({"object", "array", "null"});
    json_.key("allOf");
    json_.begin_array();
    json_.begin_object();
    json_.key("if");
    of_type("array");
    json_.key("then");
    json_.begin_object();
    json_.member("type", "array");
    json_.key("items");
    reference("matter");
    json_.end_object();
    json_.key("else");
    json_.begin_object();
    json_.key("if");
    of_type("object");
    json_.key("then");
    reference("matter");
    json_.end_object();
    json_.end_object();
    json_.end_array();
  }

  void of_type(std::string_view name) {
    json_.begin_object();
    json_.member("type", name);
    json_.end_object();
  }

  void reference(std::string_view definition) {
    json_.begin_object();
    json_.member("$ref", "#/$defs/" + std::string(definition));
    json_.end_object();
  }

  void record(const Table& table, Use use) {
    json_.key(table.name);
    json_.begin_object();
    if (use == Use::item) {
      item(table);
    } else if (use == Use::root) {
      json_.member("type", "object");
    } else {
      types({"object", "string", "null"});
      json_.member("pattern", "^无?$");
    }
    properties(table);
    write_required(table, use == Use::root, of_, keys_, json_);
    json_.end_object();
  }

  /// Of a list: a record, nothing, or just the text of its main field.
  void item(const Table& table) {
    const Field* const main = main_field(table);
    if (main == nullptr) {
      types({"object", "string", "null"});
      return json_.member("pattern", "^$");
    }
    const NamedList* const names = named_list(main->values);
    const bool any_text = main->kind == Kind::text || (names != nullptr && names->open);
    if (any_text)
      types({"object", "string", "number", "boolean", "null"});
    else
      types({"object", "string", "null"});
    if (main->kind == Kind::text) return;
    json_.key("if");
    of_type("string");
    json_.key("then");
    json_.begin_object();
    if (!any_text)
      write_scalar_schema(*main, main->kind, json_);
    else
      write_examples(*names);
    json_.end_object();
  }

  void write_examples(const NamedList& names) {
    json_.key("examples");
    json_.begin_array();
    for (const NamedValue& value : names.values) json_.string(value.name);
    json_.end_array();
  }

  void properties(const Table& table) {
    json_.key("properties");
    json_.begin_object();
    for (const Field& field : table.fields) {
      json_.key(keys_ == SchemaKeys::zh ? field.label : field.key);
      json_.begin_object();
      json_.member("title", field.label);
      json_.member("description", std::string(field.help.zh) + '\n' + std::string(field.help.en));
      value(field);
      json_.end_object();
    }
    if (keys_ == SchemaKeys::both) {
      for (const Field& field : table.fields) {
        json_.key(field.label);
        json_.begin_object();
        json_.member("$ref", "#/$defs/" + std::string(table.name) + "/properties/" + std::string(field.key));
        json_.end_object();
      }
    }
    json_.end_object();
    json_.key("additionalProperties");
    json_.boolean(false);
  }

  void value(const Field& field) {
    if (is_scalar(field.kind)) return scalar(field);
    if (field.kind == Kind::record) return json_.member("$ref", definition(*field.table(), Use::member));
    if (field.kind == Kind::extra) return extra(field);
    types({"array", "string", "null"});
    json_.member("pattern", "^无?$");
    if (field.none != NoneMeaning::filler) none_example();
    json_.key("items");
    json_.begin_object();
    if (is_scalar(field.item))
      write_scalar_schema(field, field.item, json_);
    else
      json_.member("$ref", definition(*field.table(), Use::item));
    json_.end_object();
  }

  void scalar(const Field& field) {
    if ((of_ == SchemaOf::catalog || of_ == SchemaOf::tasks) && field.key == "format") {
      const int format = of_ == SchemaOf::catalog ? current_format : task_list_format;
      json_.key("enum");
      json_.begin_array();
      json_.number(format);
      json_.string(std::to_string(format));
      json_.end_array();
      return;
    }
    write_scalar_schema(field, field.kind, json_);
    if (field.kind == Kind::named || field.kind == Kind::flag) return;
    const std::string_view example = example_of(field);
    if (example.empty()) {
      if (field.none != NoneMeaning::filler) none_example();
      return;
    }
    json_.key("examples");
    json_.begin_array();
    field.kind == Kind::count ? json_.number(std::stol(std::string(example))) : json_.string(example);
    if (field.none != NoneMeaning::filler) json_.string("无");
    json_.end_array();
  }

  void none_example() {
    json_.key("examples");
    json_.begin_array();
    json_.string("无");
    json_.end_array();
  }

  /// What another reader understands; `extra` itself takes anything.
  void extra(const Field& field) {
    if (of_ != SchemaOf::catalog) return;
    types({"object", "string", "null"});
    json_.member("pattern", "^无?$");
    if (field.key == "rules") write_rules_schema(keys_, json_);
    if (field.key == "merge") merge();
  }

  void strictness() {
    json_.begin_object();
    json_.key("enum");
    json_.begin_array();
    for (const std::string_view name : {"cell", "item", "matter", "字段", "条目", "事项"}) json_.string(name);
    json_.end_array();
    json_.end_object();
  }

  void merge() {
    json_.key("properties");
    json_.begin_object();
    const auto both = [&](std::string_view key, std::string_view label, const auto& write) {
      for (const std::string_view name : {key, label}) {
        if (keys_ != SchemaKeys::both && (keys_ == SchemaKeys::en) != (name == key)) continue;
        json_.key(name);
        write();
      }
    };
    both("strictness", "严格程度", [&] { strictness(); });
    both("groups", "字段组", [&] {
      json_.begin_object();
      types({"object", "null"});
      json_.key("properties");
      json_.begin_object();
      for (const Field& field : table_of<Matter>()->fields) both(field.key, field.label, [&] { strictness(); });
      json_.end_object();
      json_.key("additionalProperties");
      json_.boolean(false);
      json_.end_object();
    });
    json_.end_object();
    json_.key("additionalProperties");
    json_.boolean(false);
  }

  std::string definition(const Table& table, Use use) {
    if (done_.insert(table.name).second) due_.push_back({&table, use});
    return "#/$defs/" + std::string(table.name);
  }

  SchemaOf of_;
  SchemaKeys keys_;
  JsonWriter json_;
  std::vector<Due> due_;
  std::set<std::string_view> done_;
};

}  // namespace

std::string json_schema(SchemaOf of, SchemaKeys keys) { return SchemaWriter(of, keys).all(); }

}  // namespace matter
