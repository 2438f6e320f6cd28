#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/lang.h"
#include "model/content.h"

namespace matter {

/// A content for people, safe for a terminal: a text as its lines, a record as
/// `营业执照（来源渠道：政府部门核发；份数：1）` under the labels of `field`'s table, a list as one line where it is
/// short, else a line for each item. `field` is what the content is of, or its list; null for what no table knows.
[[nodiscard]] std::vector<std::string> content_lines(const Content& content, const Field* field, Lang lang);

/// One line of many short parts (`材料 -1，跑动 -2`), broken behind their commas and semicolons; a part that is wider
/// than a row as `wrapped` does. Rows behind the first begin with `indent` blanks.
[[nodiscard]] std::vector<std::string> wrapped_parts(std::string_view line, std::size_t width, std::size_t indent);

/// Breaks lines that are wider than `width` columns: between Chinese characters anywhere, else behind a blank
/// where there is one.
[[nodiscard]] std::vector<std::string> wrapped(const std::vector<std::string>& lines, std::size_t width);

}  // namespace matter
