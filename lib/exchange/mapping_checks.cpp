#include <algorithm>
#include <optional>
#include <set>

#include "exchange/mapping_compile.h"
#include "model/values.h"

namespace matter {

namespace {

using Names = std::vector<std::string_view>;

Names names_of(std::string_view list) {
  Names names;
  const NamedList* const known = named_list(list);
  if (known == nullptr || known->open) return names;
  for (const NamedValue& value : known->values) names.push_back(value.name);
  return names;
}

/// All names that a column turns into codes; empty where there is no knowing.
Names values_of(const MappedTable& table, const Column& column) {
  if (column.is(FunctionId::level)) return names_of("level");
  if (column.is(FunctionId::channel_names)) return {"窗口办理", "网上办理", "快递申请"};
  if (column.is(FunctionId::offered)) return {"是", "否"};
  if (!column.mapped() || column.function != nullptr) return {};
  const Field& field = column.path.last();
  const Kind kind = field.kind == Kind::list ? field.item : field.kind;
  if (kind == Kind::flag) return {"是", "否"};
  if (kind == Kind::limit) {
    const bool unit = column.pattern.size() == 1 && column.pattern[0].kind == PatternPart::Kind::unit;
    return unit ? names_of("limit_unit") : Names{};
  }
  if (kind != Kind::named) return {};
  if (field.values != "matter_type" || column.path.count != 1 || table.types.empty()) return names_of(field.values);
  Names types;
  for (const NamedValue* const type : table.types) types.push_back(type->name);
  return types;
}

bool begins(const FieldPath& path, const FieldPath& shorter) {
  return shorter.count != 0 && shorter.count <= path.count && std::equal(shorter.begin(), shorter.end(), path.begin());
}

class MappingChecks {
 public:
  MappingChecks(const Mapping& mapping, const MappingSpec& layout, Collector& findings)
      : mapping_(mapping), layout_(layout), findings_(findings), lang_(findings.lang()) {}

  void check() {
    version();
    for (std::size_t i = 0; i < mapping_.tables.size(); ++i) {
      const MappedTable& table = mapping_.tables[i];
      table_name(i);
      if (mapping_.imports()) table_destinations(i);
      columns(table);
      std::vector<std::string> taken;
      if (mapping_.imports() && mapping_.documents()) nested_destinations(table, taken);
    }
  }

 private:
  void columns(const MappedTable& table) {
    for (const Column& column : table.columns) {
      if (column.spec == nullptr) continue;
      code_names(table, column);
      condition(column);
      if (mapping_.direction == Direction::both) {
        way_back(column);
        only_sometimes(column);
      }
      for (const MappedTable& object : column.object) columns(object);
    }
  }

  void version() {
    constexpr std::int32_t known = 1;
    const Count& format = mapping_.spec.format;
    if (!format.given() || format.value == known) return;
    findings_.add("field-value", Severity::error, format.at(),
                  {"没有格式版本 {}；本程序认得的是 {}", "there is no format {}; this program knows {}"}, format.value,
                  known);
  }

  void table_name(std::size_t i) {
    const auto& tables = mapping_.tables;
    const auto end = tables.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::none_of(tables.begin(), end, [&](const MappedTable& t) { return t.name == tables[i].name; })) return;
    findings_.add("field-value", Severity::error, layout_.tables[i].table.at(),
                  {"表“{}”写了两次", "table '{}' stands twice"}, tables[i].name);
  }

  /// Once a code map and a set of values: which of the values it has no code for, and which of its names are none.
  void code_names(const MappedTable& table, const Column& column) {
    if (column.codes == nullptr) return;
    const CodeMap& map = *column.codes;
    const Names values = values_of(table, column);
    if (values.empty() || !judged_.emplace(&map, values).second) return;
    const auto knows = [&](std::string_view name) {
      return std::find(map.without.begin(), map.without.end(), name) != map.without.end() ||
             map.code_of(name).has_value();
    };
    Names missing;
    for (const std::string_view value : values) {
      if (!knows(value)) missing.push_back(value);
    }
    if (!missing.empty() && mapping_.exports()) say_missing(map, column, missing);
    const Names all = column.mapped() && column.path.last().values == "matter_type" ? names_of("matter_type") : values;
    for (const CodeMap::Row& row : map.rows) unknown_name(map, column, all, row.name);
    for (const std::string_view name : map.without) unknown_name(map, column, all, name);
  }

  void say_missing(const CodeMap& map, const Column& column, const Names& missing) {
    std::string list;
    for (const std::string_view name : missing)
      list.append(list.empty() ? "" : lang_ == Lang::zh ? "、" : ", ").append(name);
    Diagnostic& d =
        findings_.add("field-value", Severity::error, map.at,
                      {"代码表“{}”缺这些取值的代码：{}", "code map '{}' has no code for: {}"}, map.id, list);
    d.hint =
        say(lang_, {"补上代码；平台确实没有代码的，写作 {}: []", "give the code, or say that there is none: {}: []"},
            missing.front());
    d.notes.push_back({say(lang_, {"列“{}”按它写出", "column '{}' is written by it"}, column.name),
                       column.spec->codes.absent() ? column.at : column.spec->codes.at()});
  }

  void unknown_name(const CodeMap& map, const Column& column, const Names& values, std::string_view name) {
    if (std::find(values.begin(), values.end(), name) != values.end()) return;
    Diagnostic& d = findings_.add(
        "field-value", Severity::error, column.spec->codes.at(),
        {"代码表“{}”中的“{}”不是该列的取值", "'{1}' of code map '{0}' is no value of this column"}, map.id, name);
    d.subject = std::string(name);
    d.notes.push_back({say(lang_, {"代码表在这里", "the code map"}), map.at});
  }

  void condition(const Column& column) {
    const WhenSpec& when = column.spec->when;
    if (when.mark.absent()) return;
    const Text& value = !when.has.absent() ? when.has : !when.lacks.absent() ? when.lacks : when.unless;
    const int said = (when.has.absent() ? 0 : 1) + (when.lacks.absent() ? 0 : 1) + (when.unless.absent() ? 0 : 1);
    if (when.path.absent() || said != 1) {
      findings_.add("field-value", Severity::error, when.mark.at(),
                    {"条件要写明 path，并写 has、lacks、unless 之一",
                     "a condition has a path, and one of has, lacks and unless"});
      return;
    }
    if (column.when.path.count == 0 || (value.none() && !when.has.absent())) return;  // said already, or 无 itself
    const Field& field = column.when.path.last();
    const NamedList* const list = field.values.empty() ? nullptr : named_list(field.values);
    if (list == nullptr || list->open) return;
    const NamedValue* const known = find_named(*list, value.text);
    if (known != nullptr && known->name == value.text) return;
    const std::string field_name = lang_ == Lang::zh ? std::string(field.label) : to_text(column.when.path);
    Diagnostic& d =
        findings_.add("field-value", Severity::error, value.at(),
                      {"“{}”不是“{}”的取值，这个条件永远不变", "'{}' is no value of {}: the condition never changes"},
                      value.text, field_name);
    const std::string_view near = known != nullptr ? known->name : nearest_name(*list, value.text);
    if (!near.empty()) d.hint = say(lang_, {"是不是“{}”？", "did you mean '{}'?"}, near);
  }

  /// What an import could not make the field of again must be said, and is then not read.
  void way_back(const Column& column) {
    if (column.lossy) return;
    const ColumnSpec& spec = *column.spec;
    const Function* const function = column.function;
    // Documents are compared with what an export would write: what follows from other columns is not read twice.
    const bool compared = mapping_.compared() && (column.is(FunctionId::offered) || !column.mapped());
    if (function != nullptr && !function->reads && !compared && (function->takes_path || !function->uses.empty())) {
      must_say(spec.function, {"算法“{}”的结果不能还原字段", "the field cannot be made of what '{}' gives again"});
    }
    if (!spec.otherwise.absent()) {
      must_say(spec.otherwise, {"导回时分不清是不是“{}”的值", "an import cannot tell whether a value is that of '{}'"});
    }
    if (column.fallback && column.absent != column.fallback) {
      must_say(spec.fallback, {"导回时默认值“{}”会成为字段的值", "an import takes the default '{}' for a value"});
    }
    const bool code = column.none && column.codes != nullptr && column.codes->by_code(*column.none) != nullptr;
    if (column.none && (code || column.none == column.absent)) {
      must_say(
          spec.none.absent() ? mapping_.spec.none : spec.none,
          {"“{}”又表示“无”，又表示别的，导回时分不清", "'{}' stands for 无 and for something else: it cannot be read"});
    }
  }

  /// A value that is written under a condition alone does not come back where it does not hold.
  void only_sometimes(const Column& column) {
    if (column.lossy || !column.mapped() || column.when.path.count == 0 || !column.object.empty()) return;
    must_say(column.spec->when.path,
             {"只在“{}”符合条件时才有值，导回时分不清没有值还是不符合条件",
              "filled only where '{}' meets the condition: an import cannot tell whether there is no value"});
  }

  void must_say(const Text& at, const Words<std::string_view>& words) {
    findings_.add("field-value", Severity::error, at.at(), words, std::string_view(at.text)).hint =
        say(lang_, {"不必导回的，请写 lossy: 是", "where it need not be read, say lossy: 是"});
  }

  /// No two columns of objects go to one field, but where they belong to items that are there.
  void nested_destinations(const MappedTable& table, std::vector<std::string>& taken) {
    for (const Column& column : table.columns) {
      for (const MappedTable& object : column.object) {
        if (column.joins == Joins::none) nested_destinations(object, taken);
      }
      const bool goes = column.mapped() && !column.lossy && !column.is(FunctionId::offered);
      for (const FieldPath* const path : {&column.path, &column.read}) {
        if (path->count == 0 || (path == &column.path && !goes)) continue;
        std::string to = to_text(*path);
        if (std::find(taken.begin(), taken.end(), to) != taken.end())
          findings_.add("field-value", Severity::error, column.at,
                        {"已有另一列写入“{}”", "another column goes to '{}' already"}, to);
        taken.push_back(std::move(to));
      }
    }
  }

  /// Of several tables: the items of a list come from the rows of one of them and from nowhere else.
  void table_destinations(std::size_t i) {
    const MappedTable& table = mapping_.tables[i];
    if (mapping_.tables.size() > 1 && key_column(mapping_, table) == nullptr) {
      Diagnostic& d = findings_.add(
          "field-value", Severity::error, layout_.tables[i].table.at(),
          {"表“{}”没有事项标识，导入时归不到事项", "rows of table '{}' cannot be told to a matter"}, table.name);
      d.hint = say(lang_, {"写一列 function: identity", "give it a column with function: identity"});
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (table.each.count == 0 || mapping_.tables[k].each != table.each) continue;
      if (!same_family(mapping_, mapping_.tables[k], table)) continue;
      findings_.add("field-value", Severity::error, layout_.tables[i].each.at(),
                    {"“{}”已由表“{}”逐行写入", "the items of '{}' come from table '{}' already"},
                    std::string_view(layout_.tables[i].each.text), mapping_.tables[k].name);
    }
    if (table.each.count == 0 && mapping_.families) beside(i);
    for (const Column& column : table.columns) {
      const bool for_people = table.each.count != 0 && column.inside == 0;
      if (!column.mapped() || column.lossy || column.is(FunctionId::presence) || for_people) continue;
      if (mapping_.compared() && column.is(FunctionId::offered)) continue;  // says no more than the rows
      for (const MappedTable& other : mapping_.tables) {
        if (&other == &table || !same_family(mapping_, other, table)) continue;
        if (other.each == table.each || !begins(column.path, other.each)) continue;
        if (begins(table.each, other.each)) continue;
        findings_.add("field-value", Severity::error, column.spec->path.at(),
                      {"“{}”已由表“{}”逐行写入", "the items of '{}' come from table '{}' already"},
                      std::string_view(column.spec->path.text), other.name);
      }
    }
  }

  /// Rows of two tables that both speak of the matter itself.
  void beside(std::size_t i) {
    const auto goes = [](const Column& c) { return c.mapped() && !c.lossy && !c.is(FunctionId::offered); };
    for (std::size_t k = 0; k < i; ++k) {
      const MappedTable& other = mapping_.tables[k];
      if (other.each.count != 0 || !same_family(mapping_, other, mapping_.tables[i])) continue;
      for (const Column& column : mapping_.tables[i].columns) {
        const bool taken =
            goes(column) && std::any_of(other.columns.begin(), other.columns.end(),
                                        [&](const Column& c) { return goes(c) && c.path == column.path; });
        if (!taken) continue;
        findings_.add("field-value", Severity::error, column.at,
                      {"已有另一列写入“{}”", "another column goes to '{}' already"}, to_text(column.path));
      }
    }
  }

  const Mapping& mapping_;
  const MappingSpec& layout_;
  Collector& findings_;
  Lang lang_;
  std::set<std::pair<const CodeMap*, Names>> judged_;
};

}  // namespace

void check_mapping(const Mapping& mapping, const MappingSpec& layout, Collector& findings) {
  MappingChecks(mapping, layout, findings).check();
}

}  // namespace matter
