#include "report/svg_charts.h"

#include <doctest/doctest.h>

#include <vector>

using namespace matter;

namespace {

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

}  // namespace

TEST_CASE("svg charts: parts of a bar stand one behind the other, and what is there is seen") {
  const std::vector<ChartPart> parts{{"error", 50}, {"warning", 0}, {"info", 25}};
  CHECK(svg_bar(parts, 100) ==
        "<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        "<rect class=\"error\" x=\"0\" width=\"500\" height=\"10\"/>"
        "<rect class=\"info\" x=\"500\" width=\"250\" height=\"10\"/></svg>");
  const std::vector<ChartPart> one{{"error", 1}};
  CHECK(svg_bar(one, 1'000'000).find("width=\"6\"") != std::string::npos);
  CHECK(count(svg_bar(one, 0), "<rect") == 0);
  const std::vector<ChartPart> whole{{"error", 1'000'000}, {"info", 1}};
  CHECK(svg_bar(whole, 1'000'001).find("x=\"994\" width=\"6\"") != std::string::npos);
}

TEST_CASE("svg charts: a ring is a share with its text, and none where there is nothing") {
  const std::string ring = svg_ring(1, 4, "good", "25<");
  CHECK(ring.find("stroke-dasharray=\"25.00 100\"") != std::string::npos);
  CHECK(ring.find(">25&lt;</text>") != std::string::npos);
  CHECK(svg_ring(0, 0, "good", "").empty());
  CHECK(svg_ring(5, 4, "good", "").find("100.00 100") != std::string::npos);
}

TEST_CASE("svg charts: a chart is a table with its numbers; rows that are folded away are there") {
  ChartTable chart;
  chart.label = "By <agency>";
  chart.named = "Agency";
  chart.titles = {"errors", "\"all\""};
  chart.shown = 1;
  chart.more = "1 more";
  chart.rows = {{"A & B", "#a\"b", "", {{"error", 2}}, {"2", "3"}},
                {"C", "", "<p>below</p>", {{"error", 1}}, {"1", "1"}, "agency=1"}};
  const std::string table = chart_table(chart);
  CHECK(table.find("aria-label=\"By &lt;agency&gt;\"") != std::string::npos);
  CHECK(table.find("<th scope=\"row\"><a href=\"#a&quot;b\">A &amp; B</a></th>") != std::string::npos);
  CHECK(table.find("<td class=\"number\" data-of=\"&quot;all&quot;\">3</td>") != std::string::npos);
  CHECK(table.find("<th scope=\"row\" data-filter=\"agency=1\"><span class=\"name\">C</span><p>below</p></th>") != std::string::npos);
  CHECK(table.find("<details class=\"further\"><summary>1 more</summary>") != std::string::npos);
  CHECK(count(table, "<table ") == 2);
  CHECK(count(table, "width=\"1000\"") == 1);  // of the longest bar of both tables
  CHECK(count(table, "width=\"500\"") == 1);
}

TEST_CASE("svg charts: a legend shows each look with its words") {
  const std::vector<ChartKey> keys{{"error", "errors"}, {"info", "<infos>"}};
  const std::string legend = chart_legend(keys);
  CHECK(count(legend, "<li>") == 2);
  CHECK(legend.find("&lt;infos&gt;") != std::string::npos);
}

TEST_CASE("svg charts: a second bar stands below the first, of the same scale") {
  ChartTable chart{.label = "l", .named = "n", .titles = {"a", "b"}};
  ChartRow row{.name = "1", .parts = {{"info", 5}}, .numbers = {"5", "10"}};
  row.beneath = {{"known", 10}};
  chart.rows = {row};
  const std::string html = chart_table(chart);
  CHECK(count(html, "<svg") == 2);
  CHECK(html.find("class=\"info\" x=\"0\" width=\"500\"") != std::string::npos);
  CHECK(html.find("class=\"known\" x=\"0\" width=\"1000\"") != std::string::npos);
}
