#include "report/finding_parts.h"

#include <doctest/doctest.h>

using namespace matter;

TEST_CASE("finding parts: names are given from the root of the repository") {
  CHECK(from_root("a.yaml", "") == "a.yaml");
  CHECK(from_root("./c/a.yaml", "x/y/") == "x/y/c/a.yaml");
  CHECK(from_root("../a.yaml", "x/y/") == "x/a.yaml");
  CHECK(from_root("../../../a.yaml", "x/y/") == "../a.yaml");
  CHECK(from_root("/tmp/a.yaml", "x/") == "/tmp/a.yaml");
}

TEST_CASE("finding parts: a URI holds nothing but what a URI may hold") {
  CHECK(uri_of("示例 目录/a#1?b%.yaml", "") == "%E7%A4%BA%E4%BE%8B%20%E7%9B%AE%E5%BD%95/a%231%3Fb%25.yaml");
  CHECK(uri_of("a:b/c:d.yaml", "") == "a%3Ab/c:d.yaml");
  CHECK(uri_of("/tmp/a b.yaml", "x/") == "file:///tmp/a%20b.yaml");
  CHECK(uri_of("<stdin>", "x/") == "%3Cstdin%3E");
}

TEST_CASE("finding parts: a cell of a workbook is a place of its own") {
  Sources sources;
  const SourceId cell = sources.add_text(SourceKind::memory, "b.xlsx:材料!C12", "x");
  Places places(sources);
  const Reach reach = reach_of({cell, {0, 1}}, places);
  CHECK(reach.file == "b.xlsx");
  CHECK(reach.cell == "材料!C12");
  CHECK_FALSE(reach.lines);
}

TEST_CASE("finding parts: XML says what it can, and signs stand for the rest") {
  CHECK(xml_safe("a<b>&\"c\"\n\t]]>") == "a&lt;b&gt;&amp;&quot;c&quot;&#10;&#9;]]&gt;");
  CHECK(xml_safe(std::string_view("\0\x1b\xFF", 3)) == "␀␛\xEF\xBF\xBD");
}
