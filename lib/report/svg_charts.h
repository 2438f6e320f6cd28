#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/lang.h"

// Charts that are readable without a script, without colours and by ear: a bar stands beside its numbers, which are
// text, so a chart is its own table. The looks are those of html_style.h.

namespace matter {

/// A part of a bar. `look` is one of `error`, `warning`, `info`, `good`, `known`, `gone`, `rest`.
struct ChartPart {
  std::string_view look;
  std::size_t value = 0;
};

/// Parts one behind the other, of which `most` would fill the whole width. What is there is seen, however little.
[[nodiscard]] std::string svg_bar(std::span<const ChartPart> parts, std::size_t most);

/// So many of so many as a ring around a text (escaped here); empty where there is nothing to be a part of.
[[nodiscard]] std::string svg_ring(std::size_t part, std::size_t of, std::string_view look, std::string_view text);

struct ChartRow {
  std::string name;   ///< a text, escaped here
  std::string link;   ///< where the name leads; empty: nowhere
  std::string below;  ///< markup under the name; may be empty
  std::vector<ChartPart> parts;
  std::vector<std::string> numbers;     ///< texts, one a column
  std::string filter = {};              ///< what a script may make the name lead to (`data-filter`); may be empty
  std::vector<ChartPart> beneath = {};  ///< a second bar below the first, of the same scale; may be empty
};
struct ChartTable {
  std::string label;                ///< what the table is, for who does not see it
  std::string named;                ///< title of the first column
  std::vector<std::string> titles;  ///< of the columns of numbers
  std::vector<ChartRow> rows;
  std::size_t most = 0;    ///< what fills a bar; 0: the largest row
  std::size_t shown = 12;  ///< rows behind these are folded away under `more`, not left out
  std::string more;        ///< `and 7 more`
};
[[nodiscard]] std::string chart_table(const ChartTable& chart);

/// What the looks mean: a sample of each, and its words.
struct ChartKey {
  std::string_view look;
  std::string words;
};
[[nodiscard]] std::string chart_legend(std::span<const ChartKey> keys);

}  // namespace matter
