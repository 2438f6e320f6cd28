#include "catalog/config.h"

namespace matter {

template <>
const Table* table_of<TypeCode>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(TypeCode, code)>(
          "code", "类型代码",
          {"基本编码第 3、4 位，加引号，如 \"21\"", "Third and fourth digit of 基本编码, quoted, such as \"21\""},
          {.list_key = true}),
      field<MATTER_MEMBER(TypeCode, type)>(
          "type", "事项类型", {"它在本目录表示的类型，如 公共服务", "The type it stands for here, such as 公共服务"},
          {.values = "matter_type"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"type_code", fields, index};
  return &table;
}

namespace {

constexpr Field config_fields[] = {
    field<MATTER_MEMBER(CatalogConfig, format)>("format", "格式版本",
                                                {"文件格式的版本，现在是 1", "Version of the file format, now 1"},
                                                {.required = families::all}),
    field<MATTER_MEMBER(CatalogConfig, name)>(
        "name", "目录名称", {"目录的名称，如 示例市实施清单", "Name of the catalog, such as 示例市实施清单"}),
    field<MATTER_MEMBER(CatalogConfig, sample)>(
        "sample", "样例",
        {"是：其中事项全是样例，不进实际平台", "是: all of it is a sample and enters no live platform"}),
    field<MATTER_MEMBER(CatalogConfig, role)>(
        "role", "目录类型",
        {"标准化目录 或 实施清单（不写即实施清单）",
         "标准化目录 (standard entries) or 实施清单 (implementing list, the default)"},
        {.values = "catalog_role"}),
    field<MATTER_MEMBER(CatalogConfig, level)>(
        "level", "行使层级", {"目录所属层级，如 市级", "Level of the catalog, such as 市级"}, {.values = "level"}),
    field<MATTER_MEMBER(CatalogConfig, region)>("region", "行政区划代码",
                                                {"所属行政区划的 12 位代码，加引号，如 \"350200000000\"",
                                                 "12-digit code of its region, quoted, such as \"350200000000\""},
                                                {.format = Format::region}),
    field<MATTER_MEMBER(CatalogConfig, profile)>(
        "profile", "标准要素集", {"对照用的要素集，如 fj-5x15", "Profile to compare by, such as fj-5x15"}),
    field<MATTER_MEMBER(CatalogConfig, preset)>(
        "preset", "规则组",
        {"用哪一组规则，如 recommended（不写时）；也可以是一个文件",
         "Group of rules, such as recommended (the default); or a file of its own"}),
    field<MATTER_MEMBER(CatalogConfig, standards)>(
        "standards", "标准化目录",
        {"所认领的标准化目录：文件夹或文件，相对于本文件，如 [../standard]",
         "Standard catalogs that it binds to: folders or files, relative to this file, "
         "such as [../standard]"},
        {.ordered = true}),
    field<MATTER_MEMBER(CatalogConfig, imported_from)>(
        "imported_from", "导入来源",
        {"从哪个平台导入，如 gd-hall-2021", "Platform it was imported from, such as gd-hall-2021"}),
    field<MATTER_MEMBER(CatalogConfig, not_carried)>(
        "not_carried", "来源不提供的字段",
        {"来源从不提供的字段（英文键路径），有关规则记为未检查，如 [fees, process]",
         "Paths of fields that the source never carries; rules that need them are not "
         "checked, such as [fees, process]"}),
    field<MATTER_MEMBER(CatalogConfig, type_codes)>(
        "type_codes", "类型代码表",
        {"与国家不同的事项类型代码：[{code: \"21\", type: 公共服务}]",
         "Type codes that depart from the national ones: [{code: \"21\", type: 公共服务}]"}),
    field<MATTER_MEMBER(CatalogConfig, tasks)>(
        "tasks", "任务清单",
        {"对照检查的任务清单文件，相对于本文件，如 [跨省通办.tasks.yaml]",
         "Task lists that it is held against: files, relative to this file, such as [跨省通办.tasks.yaml]"}),
    field<MATTER_MEMBER(CatalogConfig, platforms)>(
        "platforms", "报送平台",
        {"报送到哪些平台，如 [national-exchange]", "Platforms it is exported to, such as [national-exchange]"}),
    field<MATTER_MEMBER(CatalogConfig, merge)>(
        "merge", "合并",
        {"合并时改动多近算冲突，如 {strictness: item, groups: {fees: matter}}",
         "How near two changes are a conflict, such as {strictness: item, groups: {fees: matter}}"}),
    field<MATTER_MEMBER(CatalogConfig, rules)>(
        "rules", "检查规则",
        {"另行评级、关闭、限定范围或设选项，如 {limit-instant: {above: 0}}；写法见 docs/rules.md",
         "Grades, scopes and options of rules, such as {limit-instant: {above: 0}}; see docs/rules.md"}),
    field<MATTER_MEMBER(CatalogConfig, custom_rules)>(
        "custom_rules", "自定规则",
        {"本单位自定的规则：文件，相对于本文件，如 [.matter/rules.yaml]",
         "Rules of the office's own: files, relative to this file, such as [.matter/rules.yaml]"},
        {.ordered = true}),
    field<MATTER_MEMBER(CatalogConfig, values)>(
        "values", "补充取值",
        {"本地补充的取值和别称：文件，相对于本文件，如 [.matter/values.yaml]",
         "Named values and other spellings that it adds: files, relative to this file, such as "
         "[.matter/values.yaml]"},
        {.ordered = true}),
    field<MATTER_MEMBER(CatalogConfig, regions)>(
        "regions", "补充区划",
        {"本地新设、更名、停用的行政区划：文件，相对于本文件，如 [.matter/regions.csv]",
         "Regions that are new, renamed or retired: files, relative to this file, such as [.matter/regions.csv]"},
        {.ordered = true}),
    field<MATTER_MEMBER(CatalogConfig, calendar)>(
        "calendar", "补充日历",
        {"新一年的放假安排或本地调整：文件，相对于本文件，如 [.matter/calendar.csv]",
         "Holidays of a new year, or what differs here: files, relative to this file, such as "
         "[.matter/calendar.csv]"},
        {.ordered = true}),
    field<MATTER_MEMBER(CatalogConfig, agencies)>(
        "agencies", "机构名册",
        {"机构名册文件，相对于本文件，如 .matter/agencies.csv",
         "Register of agencies: a file, relative to this file, such as .matter/agencies.csv"}),
    field<MATTER_MEMBER(CatalogConfig, licences)>(
        "licences", "许可清单",
        {"行政许可事项清单，国家的、省里的：文件，相对于本文件，如 [.matter/licences.csv]",
         "Lists of licences (行政许可事项清单), national and provincial: files, such as [.matter/licences.csv]"},
        {.ordered = true}),
    field<MATTER_MEMBER(CatalogConfig, changes)>(
        "changes", "变化评级",
        {"对变化类型另行评级，如 {fee-raised: {public: neutral}}；有哪些类型见 matter diff --list-changes",
         "Other judgements of changes, such as {fee-raised: {public: neutral}}; `matter diff --list-changes` lists "
         "them"}),
};

}  // namespace

template <>
const Table* table_of<CatalogConfig>() {
  static constexpr auto index = make_index(config_fields);
  static constexpr Table table{"catalog", config_fields, index};
  return &table;
}

}  // namespace matter
