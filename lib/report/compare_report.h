#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ops/compare.h"
#include "report/places.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// A comparison of levels for people, 80 columns wide: totals by element, level and agency, then the matters, the worst
/// first: a row of signs for each (one an element), and what differs with both places.
void write_compare_text(const CompareResult& result, const CompareShow& show, const Sources& sources,
                        const TextStyle& style, const Sink& to);

/// `matter.compare/1` (schemas/reports/compare.schema.json).
void write_compare_json(const CompareResult& result, const CompareShow& show, const Sources& sources, Lang lang,
                        const Sink& to);

/// A row for each cell that is wanted, for workbooks: with a byte order mark, texts that a workbook would run guarded.
void write_compare_csv(const CompareResult& result, const CompareShow& show, const Sources& sources, Lang lang,
                       const Sink& to);

/// Totals, a table for each group of matters, and what differs, as Markdown.
void write_compare_markdown(const CompareResult& result, const CompareShow& show, const Sources& sources, Lang lang,
                            const Sink& to);

/// `path:line`; the path alone where the file could not be read any more.
[[nodiscard]] std::string line_of(Places& places, Location at);
/// Cut to so many columns, `…` where it was.
[[nodiscard]] std::string cut_to(std::string_view text, std::size_t columns);
/// Filled with blanks to so many columns.
[[nodiscard]] std::string filled_to(std::string_view text, std::size_t columns);
/// One character for a verdict: = + - ! * .
[[nodiscard]] char sign_of(Verdict verdict);
/// What an element is called: its label, or its id.
[[nodiscard]] std::string_view called(const NamedTotals& element, Lang lang);
/// Why a cell is 不适用, or its first differences in words.
[[nodiscard]] std::string told(const ElementResult& result, Lang lang, std::size_t most);
/// `事项 37：对照标准 28，互相对照 2 组 4，…`
[[nodiscard]] std::string told_counts(const CompareResult& result, Lang lang);

}  // namespace matter
