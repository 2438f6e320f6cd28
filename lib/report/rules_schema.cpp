#include "report/rules_schema.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "checks/rule.h"
#include "diag/lang.h"
#include "model/named.h"

namespace matter {

namespace {

struct Condition {
  std::string_view key, label;
  Bilingual help;
  std::string_view values;  ///< named list
};

constexpr Condition conditions[] = {
    {"paths", "路径", {"哪些文件，如 village/**", "Which files, such as village/**"}, {}},
    {"matters", "事项", {"哪些事项的编码", "Codes of matters"}, {}},
    {"types", "事项类型", {"哪些事项类型", "Types of matters"}, "matter_type"},
    {"levels", "行使层级", {"哪些行使层级", "Levels"}, "level"},
    {"agencies", "实施主体", {"哪些实施主体，名称或编码", "Names or codes of agencies"}, {}},
};

class RulesSchema {
 public:
  RulesSchema(SchemaKeys keys, JsonWriter& json) : keys_(keys), json_(json) {}

  void all() {
    json_.key("properties");
    json_.begin_object();
    for (const Rule* const rule : all_rules()) {
      json_.key(rule->id);
      json_.begin_object();
      json_.member("title", rule->summary.zh);
      json_.member("description", both(rule->summary));
      if (rule->options.empty())
        json_.member("$ref", "#/$defs/rule_setting");
      else
        setting(rule->options);
      json_.end_object();
    }
    json_.end_object();
    // Rules of the office's own have names that only its files know.
  }

  void definitions() {
    json_.key("rule_setting");
    json_.begin_object();
    setting({});
    json_.end_object();
    json_.key("rule_grade");
    json_.begin_object();
    json_.key("enum");
    texts({"off", "info", "warning", "error", "关闭", "提示", "警告", "错误"});
    json_.end_object();
  }

 private:
  static std::string both(const Bilingual& words) { return std::string(words.zh) + '\n' + std::string(words.en); }

  void texts(std::initializer_list<std::string_view> all) {
    json_.begin_array();
    for (const std::string_view text : all) json_.string(text);
    json_.end_array();
  }

  void reference(std::string_view definition) {
    json_.begin_object();
    json_.member("$ref", "#/$defs/" + std::string(definition));
    json_.end_object();
  }

  template <class Write>
  void member(std::string_view key, std::string_view label, const Bilingual& help, const Write& write) {
    for (const std::string_view name : {key, label}) {
      if (keys_ != SchemaKeys::both && (keys_ == SchemaKeys::en) != (name == key)) continue;
      json_.key(name);
      json_.begin_object();
      json_.member("title", label);
      json_.member("description", both(help));
      write();
      json_.end_object();
      if (key == label) return;
    }
  }

  /// Nothing, a grade, an entry, or several of these.
  void setting(std::span<const RuleOption> options) {
    json_.key("anyOf");
    json_.begin_array();
    reference("rule_grade");
    entry(options);
    json_.begin_object();
    json_.member("type", "array");
    json_.key("items");
    json_.begin_object();
    json_.key("anyOf");
    json_.begin_array();
    reference("rule_grade");
    entry(options);
    json_.end_array();
    json_.end_object();
    json_.end_object();
    json_.begin_object();
    json_.member("type", "null");
    json_.end_object();
    json_.end_array();
  }

  void entry(std::span<const RuleOption> options) {
    json_.begin_object();
    json_.member("type", "object");
    json_.key("properties");
    json_.begin_object();
    member("severity", "程度", {"关闭、提示、警告或错误", "off, info, warning or error"},
           [&] { json_.member("$ref", "#/$defs/rule_grade"); });
    member("reason", "理由", {"放宽时写为什么", "Why, where it is weakened"}, [&] { json_.member("type", "string"); });
    for (const Condition& condition : conditions)
      member(condition.key, condition.label, condition.help, [&] { values(condition); });
    for (const RuleOption& option : options) {
      member(option.key, option.label, option.meaning, [&] {
        json_.member("type", "integer");
        json_.member("minimum", option.least);
        json_.member("maximum", option.most);
      });
    }
    json_.end_object();
    json_.key("additionalProperties");
    json_.boolean(false);
    json_.end_object();
  }

  /// One or several.
  void values(const Condition& condition) {
    json_.key("type");
    texts({"array", "string"});
    json_.key("items");
    json_.begin_object();
    json_.member("type", "string");
    const NamedList* const list = named_list(condition.values);
    if (list != nullptr) {
      json_.key("examples");
      json_.begin_array();
      for (const NamedValue& value : list->values) json_.string(value.name);
      json_.end_array();
    }
    json_.end_object();
  }

  SchemaKeys keys_;
  JsonWriter& json_;
};

}  // namespace

void write_rules_schema(SchemaKeys keys, JsonWriter& json) { RulesSchema(keys, json).all(); }
void write_rules_definitions(SchemaKeys keys, JsonWriter& json) { RulesSchema(keys, json).definitions(); }

}  // namespace matter
