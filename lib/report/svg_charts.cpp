#include "report/svg_charts.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/html_parts.h"

namespace matter {

namespace {

constexpr std::size_t wide = 1000;  ///< of a bar, in its own units
constexpr std::size_t least = 6;    ///< seen on paper too

std::size_t sum_of(std::span<const ChartPart> parts) {
  std::size_t sum = 0;
  for (const ChartPart& part : parts) sum += part.value;
  return sum;
}

std::string row_of(const ChartTable& chart, const ChartRow& row, std::size_t most) {
  std::string name = html_escaped(row.name);
  if (!row.link.empty()) name = html_around("a href=\"" + html_escaped(row.link) + "\"", name);
  std::string head = "th scope=\"row\"";
  if (!row.filter.empty()) head += " data-filter=\"" + html_escaped(row.filter) + "\"";
  if (!row.filter.empty() || !row.below.empty()) name = html_around("span class=\"name\"", name);
  std::string bars = svg_bar(row.parts, most);
  if (!row.beneath.empty()) bars += svg_bar(row.beneath, most);
  std::string out = "<tr>" + html_around(head, name + row.below) + html_around("td class=\"drawn\"", bars);
  for (std::size_t i = 0; i < row.numbers.size() && i < chart.titles.size(); ++i) {
    out += html_element("td class=\"number\" data-of=\"" + html_escaped(chart.titles[i]) + "\"", row.numbers[i]);
  }
  return out + "</tr>\n";
}

std::string table_of(const ChartTable& chart, std::span<const ChartRow> rows, std::size_t most) {
  std::string out = "<table class=\"chart\" aria-label=\"" + html_escaped(chart.label) + "\">\n<thead><tr>" +
                    html_element("th scope=\"col\"", chart.named) + "<td class=\"drawn\"></td>";
  for (const std::string& title : chart.titles) out += html_element("th scope=\"col\" class=\"number\"", title);
  out += "</tr></thead>\n<tbody>\n";
  for (const ChartRow& row : rows) out += row_of(chart, row, most);
  return out + "</tbody>\n</table>\n";
}

}  // namespace

std::string svg_bar(std::span<const ChartPart> parts, std::size_t most) {
  std::string out =
      fmt::format("<svg class=\"bar\" viewBox=\"0 0 {} 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">", wide);
  auto left = static_cast<std::size_t>(
      std::count_if(parts.begin(), parts.end(), [](const ChartPart& part) { return part.value > 0; }));
  std::size_t at = 0;
  for (const ChartPart& part : parts) {
    if (part.value == 0 || most == 0) continue;
    const auto share = static_cast<double>(part.value) / static_cast<double>(most);
    const std::size_t room = wide - std::min(wide, at + least * --left);  // those behind want to be seen as well
    const std::size_t width = std::min(room, std::max(least, static_cast<std::size_t>(share * wide)));
    out += fmt::format("<rect class=\"{}\" x=\"{}\" width=\"{}\" height=\"10\"/>", part.look, at, width);
    at += width;
  }
  return out + "</svg>";
}

std::string svg_ring(std::size_t part, std::size_t of, std::string_view look, std::string_view text) {
  if (of == 0) return {};
  const double share = std::min(1.0, static_cast<double>(part) / static_cast<double>(of));
  return fmt::format(
      "<svg class=\"ring\" viewBox=\"0 0 120 120\" aria-hidden=\"true\">"
      "<circle class=\"rest\" cx=\"60\" cy=\"60\" r=\"50\" pathLength=\"100\"/>"
      "<circle class=\"{}\" cx=\"60\" cy=\"60\" r=\"50\" pathLength=\"100\" stroke-dasharray=\"{:.2f} 100\" "
      "transform=\"rotate(-90 60 60)\"/>"
      "<text x=\"60\" y=\"60\" text-anchor=\"middle\" dominant-baseline=\"central\">{}</text></svg>",
      look, share * 100, html_escaped(text));
}

std::string chart_table(const ChartTable& chart) {
  std::size_t most = chart.most;
  if (most == 0) {
    for (const ChartRow& row : chart.rows) most = std::max({most, sum_of(row.parts), sum_of(row.beneath)});
  }
  const std::span<const ChartRow> rows(chart.rows);
  const std::size_t shown = std::min(chart.shown, rows.size());
  std::string out = table_of(chart, rows.first(shown), most);
  if (shown == rows.size()) return out;
  return out +
         html_around("details class=\"further\"",
                     html_element("summary", chart.more) + "\n" + table_of(chart, rows.subspan(shown), most)) +
         "\n";
}

std::string chart_legend(std::span<const ChartKey> keys) {
  std::string out;
  for (const ChartKey& key : keys) {
    out += html_around("li",
                       fmt::format("<svg class=\"key\" viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect class=\"{}\" "
                                   "width=\"10\" height=\"10\"/></svg>",
                                   key.look) +
                           html_escaped(key.words));
  }
  return html_around("ul class=\"legend\"", out) + "\n";
}

}  // namespace matter
