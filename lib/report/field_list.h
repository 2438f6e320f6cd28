#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/lang.h"
#include "model/field.h"
#include "report/sink.h"

namespace matter {

/// A field of the format with the path that reports, mappings and configuration name it by.
struct FieldRow {
  std::string path;    ///< materials[].name
  std::string labels;  ///< 申请材料.材料名称
  const Field* field = nullptr;
  std::size_t depth = 0;  ///< how many records stand around it
};

/// All fields of a matter in canonical order, records before what is in them.
[[nodiscard]] std::vector<FieldRow> field_rows();

/// What the value is: `文字`, `list of records` …
[[nodiscard]] std::string kind_words(const Field& field, Lang lang);
/// Who must give it; empty where nobody must.
[[nodiscard]] std::string needed_words(const Field& field, Lang lang);
/// What 无 says there; empty where it says nothing.
[[nodiscard]] std::string none_words(const Field& field, Lang lang);
/// The names it takes, parted by 、 or commas; empty where it is of no named list.
[[nodiscard]] std::string value_words(const Field& field, Lang lang);
/// Codes of its values that platforms use otherwise than the national one; empty where none is known.
[[nodiscard]] std::string code_words(const Field& field, Lang lang);

/// `matter.fields/1`: {"schema", "fields": [{"path", "label", "kind", "item"?, "values"?, "open"?, "codes"?, "format"?,
/// "needed"?, "in_standard", "none", "local", "main_text", "ordered", "element"?, "help"}]}.
void write_fields_json(const std::vector<FieldRow>& rows, Lang lang, const Sink& to);
/// A table for each record.
void write_fields_markdown(const std::vector<FieldRow>& rows, Lang lang, const Sink& to);

}  // namespace matter
