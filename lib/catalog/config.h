#pragma once

#include "model/field.h"
#include "model/value.h"
#include "model/values.h"

namespace matter {

/// A row of `type_codes`: the type digits of 基本编码 where a province departs from the national ones.
struct TypeCode {
  Mark mark;
  Text code;
  Named type;
};

/// catalog.yaml, the file at the root of a catalog; read by its field table like everything else.
struct CatalogConfig {
  Mark mark;
  Count format;  // 1
  Text name;
  Flag sample;  // 样例: everything in it is a sample
  Named role;   // 标准化目录 (standard entries) or 实施清单 (the default)
  Named level;
  Text region;
  Text profile;
  Text preset;             // 规则组: core, recommended (where it is absent), strict, or a file
  List<Text> standards;    // folders or files of standard catalogs, relative to this file
  Text imported_from;      // platform the catalog was imported from
  List<Text> not_carried;  // paths of fields that its source never carries
  List<TypeCode> type_codes;
  List<Text> tasks;         // 任务清单: files, read where the catalog is checked
  List<Text> platforms;     // platforms it is exported to
  Extra merge;              // how near changes of two sides may stand; merge_settings.h reads it
  Extra rules;              // by id of a rule what the catalog sets for it; lib/checks reads it
  List<Text> custom_rules;  // files of rules that the office wrote itself
  List<Text> values;        // 补充取值: files that add to the named values
  List<Text> regions;       // 补充区划: files that add regions or retire them
  List<Text> calendar;      // 补充日历: files of holidays and weekends worked
  Text agencies;            // 机构名册: a file
  List<Text> licences;      // 行政许可事项清单: files
  Extra changes;            // by id of a kind of change how the catalog judges it; lib/change reads it
};

/// The only version of the format there is.
inline constexpr int current_format = 1;

}  // namespace matter
