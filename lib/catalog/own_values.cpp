#include "catalog/own_values.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catalog/data_file.h"
#include "diag/words.h"
#include "text/nearest.h"

namespace matter {

template <>
const Table* table_of<OwnValue>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(OwnValue, list)>(
          "list", "取值表", {"补充到哪张表，写标签或代号，如 办理形式", "The list it is added to, such as 办理形式"},
          {.required = families::all, .list_key = true}),
      field<MATTER_MEMBER(OwnValue, name)>(
          "name", "名称", {"规范名称；已有的名称只能补充别称", "The name; of one that is there only aliases are added"},
          {.required = families::all, .list_name = true}),
      field<MATTER_MEMBER(OwnValue, code)>("code", "代码",
                                           {"代码，加引号，如 \"8\"", "Its code, quoted, such as \"8\""}),
      field<MATTER_MEMBER(OwnValue, aliases)>("aliases", "别称",
                                              {"读作这个值的其他写法", "Other spellings that are read as this value"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"own_value", fields, index};
  return &table;
}

template <>
const Table* table_of<OwnValues>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(OwnValues, format)>("format", "格式版本",
                                              {"文件格式的版本，现在是 1", "Version of the file format, now 1"},
                                              {.required = families::all}),
      field<MATTER_MEMBER(OwnValues, values)>("values", "取值", {"补充的取值", "The values that are added"},
                                              {.required = families::all, .ordered = true}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"own_values", fields, index};
  return &table;
}

namespace {

constexpr int values_format = 1;

/// Lists that more than names depends on: which fields a matter has, what its code says, how catalog.yaml is read.
constexpr std::string_view fixed_lists[] = {"matter_type", "level", "catalog_role"};

class ValuesReader {
 public:
  ValuesReader(Vocabulary& into, Collector& findings) : into_(into), to_(findings) {}

  void add(const OwnValue& value) {
    if (!value.list.given()) return missing(value.mark.at(), "list");
    if (!value.name.given()) return missing(value.mark.at(), "name");
    const NamedList* const list = list_of(value.list);
    if (list == nullptr) return;
    const NamedValue* const known = find_named(*list, value.name.text, &into_);
    const NamedValue* const target = known != nullptr ? same(*list, value, *known) : fresh(*list, value);
    if (target == nullptr) return;
    for (const Text& alias : value.aliases) add_alias(*list, alias, *target);
  }

 private:
  template <class... Args>
  Diagnostic& wrong(std::string_view rule, Location at, std::string_view subject, const WordsFor<Args...>& words,
                    Args&&... args) {
    Diagnostic& d = to_.add(rule, Severity::error, at, words, std::forward<Args>(args)...);
    d.field = "values";
    d.subject = subject;
    return d;
  }

  void missing(Location at, std::string_view key) {
    wrong("field-missing", at, key, {"这一项没有写 {}", "it has no {}"}, key);
  }

  const NamedList* list_of(const Text& written) {
    if (const NamedList* const list = named_list(written.text)) return list;
    std::vector<std::string_view> names;
    for (const NamedList& list : named_lists()) {
      if (list.label == written.text) return &list;
      names.push_back(list.label);
      names.push_back(list.id);
    }
    Diagnostic& d =
        wrong("field-value", written.at(), written.text, {"没有“{}”这张取值表", "there is no list '{}'"}, written.text);
    const std::string_view near = nearest(written.text, names);
    d.hint = near.empty() ? say(to_.lang(), {"有哪些表见 matter fields", "`matter fields` shows the lists"})
                          : say(to_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
    return nullptr;
  }

  /// A value that is there keeps its name and its code.
  const NamedValue* same(const NamedList& list, const OwnValue& value, const NamedValue& known) {
    if (known.name != value.name.text) {
      wrong("field-value", value.name.at(), value.name.text,
            {"“{0}”在{1}里已是“{2}”的别称", "'{0}' is another spelling of '{2}' in {1} already"}, value.name.text,
            list.label, known.name);
      return nullptr;
    }
    if (value.code.given() && value.code.text != known.code) {
      wrong("field-value", value.code.at(), value.code.text,
            {"“{}”的代码是 {}，不能改", "the code of '{}' is {}; it cannot be changed"}, known.name,
            known.code.empty() ? std::string_view("无") : known.code);
      return nullptr;
    }
    return &known;
  }

  const NamedValue* fresh(const NamedList& list, const OwnValue& value) {
    if (std::find(std::begin(fixed_lists), std::end(fixed_lists), list.id) != std::end(fixed_lists)) {
      wrong("field-value", value.name.at(), value.name.text,
            {"{}不能增加取值，只能补充别称", "{} takes no new values, only other spellings"}, list.label)
          .hint = hint_of_names(list);
      return nullptr;
    }
    const auto same_code = [&](const NamedValue& one) { return !one.code.empty() && one.code == value.code.text; };
    if (value.code.given() && std::any_of(list.values.begin(), list.values.end(), same_code)) {
      wrong("field-value", value.code.at(), value.code.text, {"代码 {} 在{}里已经有了", "the code {} is in {} already"},
            value.code.text, list.label);
      return nullptr;
    }
    return into_.add_value(list, value.name.text, value.code.text, value.name.at());
  }

  std::string hint_of_names(const NamedList& list) {
    std::string names;
    for (const NamedValue& one : list.values) {
      if (!names.empty()) names += to_.lang() == Lang::zh ? "、" : ", ";
      names += one.name;
    }
    return say(to_.lang(), {"现有：{}", "there are: {}"}, names);
  }

  void add_alias(const NamedList& list, const Text& alias, const NamedValue& target) {
    if (!alias.given()) return;
    const NamedValue* const other = find_named(list, alias.text, &into_);
    if (other == nullptr) return into_.add_word(list, alias.text, target, alias.at());
    if (other == &target) return;
    wrong("field-value", alias.at(), alias.text, {"“{}”已读作“{}”", "'{}' is read as '{}' already"}, alias.text,
          other->name);
  }

  Vocabulary& into_;
  Collector& to_;
};

}  // namespace

void read_own_values(SourceId source, const Sources& sources, Vocabulary& into, Collector& findings) {
  DataFile file;
  OwnValues values;
  const bool good = read_data(source, sources, *table_of<OwnValues>(), &values, file, findings);
  if (good && (!values.format.given() || values.format.value != values_format)) {
    findings.add("field-value", Severity::error, values.format.mark.at(),
                 {"要写 format: {}，本程序认得的是这个版本", "write format: {}, the version that this program knows"},
                 values_format);
  }
  ValuesReader reader(into, findings);
  for (const OwnValue& value : values.values) reader.add(value);
}

}  // namespace matter
