#include "checks/custom_rule.h"

#include "model/field.h"

namespace matter {

template <>
const Table* table_of<ConditionSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(ConditionSpec, path)>("path", "字段", {"哪个字段，用英文键", "The field, in English keys"}),
      field<MATTER_MEMBER(ConditionSpec, one_of)>("one_of", "取值", {"是其中之一", "It is one of these"}),
      field<MATTER_MEMBER(ConditionSpec, pattern)>("pattern", "格式",
                                                   {"整个符合正则表达式", "All of it matches the expression"}),
      field<MATTER_MEMBER(ConditionSpec, given)>("given", "写了",
                                                 {"是：写了；否：没写", "是: it is written; 否: it is not"}),
  };
  static constexpr Table table{"condition", fields, {}};
  return &table;
}

template <>
const Table* table_of<LengthSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(LengthSpec, least)>("least", "最少", {"最少多少字", "Characters at least"}),
      field<MATTER_MEMBER(LengthSpec, most)>("most", "最多", {"最多多少字", "Characters at most"}),
  };
  static constexpr Table table{"length", fields, {}};
  return &table;
}

template <>
const Table* table_of<CompareSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(CompareSpec, is)>("is", "应当", {"=、!=、<、<=、>、>=", "=, !=, <, <=, >, >="}),
      field<MATTER_MEMBER(CompareSpec, with)>("with", "另一字段", {"和哪个字段比", "The other field"}),
  };
  static constexpr Table table{"compare", fields, {}};
  return &table;
}

template <>
const Table* table_of<CustomRuleSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(CustomRuleSpec, id)>("id", "编号", {"如 xm-hotline", "Such as xm-hotline"},
                                               {.list_key = true}),
      field<MATTER_MEMBER(CustomRuleSpec, severity)>("severity", "程度",
                                                     {"提示、警告或错误", "info, warning or error"}),
      field<MATTER_MEMBER(CustomRuleSpec, message)>("message", "说明", {"哪里不对", "What is wrong"}),
      field<MATTER_MEMBER(CustomRuleSpec, message_en)>("message_en", "英文说明",
                                                       {"英文，可以不写", "In English, if wanted"}),
      field<MATTER_MEMBER(CustomRuleSpec, why)>("why", "为什么", {"为什么这样要求", "Why it is asked"}),
      field<MATTER_MEMBER(CustomRuleSpec, why_en)>("why_en", "英文为什么", {"英文，可以不写", "In English, if wanted"}),
      field<MATTER_MEMBER(CustomRuleSpec, source)>("source", "依据", {"哪个文件要求的", "What asks for it"}),
      field<MATTER_MEMBER(CustomRuleSpec, when)>("when", "适用条件",
                                                 {"都符合才检查", "It is checked where all of these hold"}),
      field<MATTER_MEMBER(CustomRuleSpec, path)>("path", "字段",
                                                 {"检查哪个字段，用英文键", "The field, in English keys"}),
      field<MATTER_MEMBER(CustomRuleSpec, required)>("required", "必填", {"是：要写", "是: it must be written"}),
      field<MATTER_MEMBER(CustomRuleSpec, pattern)>("pattern", "格式",
                                                    {"整个符合正则表达式", "All of it matches the expression"}),
      field<MATTER_MEMBER(CustomRuleSpec, forbidden)>("forbidden", "不得出现",
                                                      {"哪里都不符合", "The expression occurs nowhere in it"}),
      field<MATTER_MEMBER(CustomRuleSpec, one_of)>("one_of", "取值", {"是其中之一", "It is one of these"}),
      field<MATTER_MEMBER(CustomRuleSpec, length)>("length", "字数", {"如 {most: 30}", "Such as {most: 30}"}),
      field<MATTER_MEMBER(CustomRuleSpec, compare)>("compare", "比较", {"和另一字段比", "With another field"}),
      field<MATTER_MEMBER(CustomRuleSpec, unique)>("unique", "不得重复",
                                                   {"是：全目录不重复", "是: once in all catalogs"}),
      field<MATTER_MEMBER(CustomRuleSpec, bad)>("bad", "错例", {"查得出问题的几行", "Lines that break it"}),
      field<MATTER_MEMBER(CustomRuleSpec, good)>("good", "对例", {"查不出问题的几行", "Lines that keep it"}),
  };
  static constexpr Table table{"custom_rule", fields, {}};
  return &table;
}

template <>
const Table* table_of<CustomFileSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(CustomFileSpec, format)>("format", "格式版本", {"现在是 1", "Now 1"}),
      field<MATTER_MEMBER(CustomFileSpec, rules)>("rules", "规则", {"各条规则", "The rules"}),
  };
  static constexpr Table table{"custom_rules", fields, {}};
  return &table;
}

}  // namespace matter
