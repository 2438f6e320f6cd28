#include <doctest/doctest.h>

#include <algorithm>

#include "ops/export.h"
#include "support/exchange.h"
#include "support/shared.h"
#include "support/tree.h"
#include "text/lines.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

struct Imported {
  std::string said;  ///< `line:column: message` of each finding
  std::string yaml;  ///< the first matter's file
  bool written = false;
};

Imported import_text(std::string_view bytes, std::string_view platform = "fujian-hall-xml") {
  Tree tree;
  const std::string file = tree.add(platform.ends_with("xml") ? "m.xml" : "m.json", bytes);
  Sources sources;
  const ImportResult result = import_catalog({file, std::string(platform), tree.path("out")}, {}, sources);
  Imported made;
  made.written = result.written;
  for (const Diagnostic& d : result.findings) {
    if (d.at.known()) {
      const Position at = Lines(*sources.text(d.at.source)).position(d.at.span.begin);
      made.said += std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
    }
    made.said += d.message + "\n";
  }
  if (!made.written) return made;
  for (const auto& [name, text] : texts_in(tree.path("out"))) {
    if (name != "catalog.yaml") made.yaml = text;
  }
  return made;
}

std::string message(std::string_view head, std::string_view name, std::string_view inside = {}) {
  return std::string(head)
      .append("<Case><Body><ServiceInfo><ServiceName>")
      .append(name)
      .append("</ServiceName><Infoprojid>T1</Infoprojid>")
      .append(inside)
      .append("</ServiceInfo></Body></Case>");
}

constexpr std::string_view gb_name = "\xCA\xBE\xC0\xFD\xD0\xED\xBF\xC9";  // 示例许可 in GB18030

/// In UTF-16 with its mark.
std::string utf16(std::u16string_view text, bool big) {
  std::string bytes;
  const auto unit = [&](char16_t c) {
    const char high = static_cast<char>(c >> 8U);
    const char low = static_cast<char>(c & 0xFFU);
    bytes.append(1, big ? high : low).append(1, big ? low : high);
  };
  unit(u'\xFEFF');
  for (const char16_t c : text) unit(c);
  return bytes;
}

bool says(const Imported& made, std::string_view what) { return made.said.find(what) != std::string::npos; }

}  // namespace

TEST_CASE("import documents: GB18030 that is declared, and UTF-16 with its mark, are read") {
  for (const std::string_view declared : {"GB18030", "gbk", "gb2312"}) {
    const Imported made =
        import_text(message("<?xml version=\"1.0\" encoding=\"" + std::string(declared) + "\"?>\n", gb_name));
    CHECK(made.yaml.find("name: 示例许可") == 0);
  }
  for (const bool big : {false, true}) {
    const Imported made = import_text(
        utf16(u"<?xml version='1.0' encoding='UTF-16'?><Case><Body><ServiceInfo><ServiceName>示例许可</ServiceName>"
              u"<Infoprojid>T1</Infoprojid></ServiceInfo></Body></Case>",
              big));
    CHECK_MESSAGE(made.yaml.find("name: 示例许可") == 0, made.said);
  }
}

TEST_CASE("import documents: a declaration that the bytes do not keep is an error at its place") {
  const Imported utf8 = import_text(message("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n", "示例许可"));
  CHECK_FALSE(utf8.written);
  CHECK(utf8.said == "1:31: declared as GB18030, but the text is in UTF-8\n");
  const Imported utf16_said = import_text(message("<?xml version='1.0' encoding='utf-16'?>\n", "示例许可"));
  CHECK(utf16_said.said == "1:31: declared as utf-16, but the text is in UTF-8\n");
  const Imported latin = import_text(message("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n", "示例许可"));
  CHECK(latin.said == "1:31: declared as ISO-8859-1, but the text is in UTF-8\n");
  const Imported broken =
      import_text(message("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n", std::string(gb_name) + "\xFF"));
  CHECK_FALSE(broken.written);
  CHECK_MESSAGE(broken.said.starts_with("2:"), broken.said);
  // Nothing but ASCII is the same in all of them.
  CHECK(import_text(message("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n", "example")).written);
}

TEST_CASE("import documents: control characters are told, entities, CDATA and attributes read") {
  const Imported made = import_text(
      message("", "示例\x01许&#x7;可",
              "<Applyterm><![CDATA[<甲>&amp;]]]]><![CDATA[>]]></Applyterm><LinkMan id=\"7\">乙&lt;丙</LinkMan>"));
  REQUIRE(made.written);
  CHECK(made.said == "1:41: 2 control characters were not imported; the first one is here\n");
  CHECK(made.yaml.find("name: 示例许可") == 0);
  CHECK(made.yaml.find("<甲>&amp;]]>") != std::string::npos);
  CHECK(made.yaml.find("乙<丙") != std::string::npos);
}

TEST_CASE("import documents: document types and what they could bring are refused") {
  const Imported bomb = import_text(
      message("<!DOCTYPE Case [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>\n", "&c;"));
  CHECK_FALSE(bomb.written);
  CHECK_MESSAGE(bomb.said.starts_with("1:1: a document type (DTD): not read"), bomb.said);
  CHECK(says(import_text(message("<!DOCTYPE Case SYSTEM \"http://example.gov.cn/x.dtd\">", "x")), "(DTD)"));
  CHECK(says(import_text(message("", "&unknown;")), "there is no such entity"));
}

TEST_CASE("import documents: control characters never leave in XML, and are told") {
  const Tree tree;
  tree.add("cat/catalog.yaml", "format: 1\n");
  tree.add("cat/a.yaml", "name: \"示例\\u0001许可\\u0007 ]]> <a> & \\uFFFE\"\ncode: T1\n");
  const ExportResult made = export_to(tree.path("cat"), "fujian-hall-xml", tree.path("out"));
  REQUIRE(made.written);
  const std::string losses = texts_in(tree.path("out")).at("losses.json");
  CHECK(losses.find("control-character") != std::string::npos);
  CHECK(losses.find("Body.ServiceInfo\",\"column\":\"ServiceName") != std::string::npos);
  for (const auto& [name, text] : texts_in(tree.path("out"))) {
    if (!name.ends_with(".xml")) continue;
    CHECK(text.find("<ServiceName>示例许可 ]]&gt; &lt;a&gt; &amp; </ServiceName>") != std::string::npos);
    CHECK(std::all_of(text.begin(), text.end(),
                      [](char c) { return c == '\n' || static_cast<unsigned char>(c) >= 0x20; }));
  }
}

TEST_CASE("import documents: what is not understood in JSON is told at its line and column") {
  const Imported made = import_text(
      "{\"code\": 200,\n \"data\": [{\"dirName\": \"示例\", \"dirCode\": \"00019900100001\",\n  \"dirCode\": \"x\"}]}",
      "fujian-directory-json");
  CHECK_FALSE(made.written);
  CHECK_MESSAGE(made.said == "3:3: \"dirCode\" stands twice in one JSON object\n", made.said);
  const Imported around =
      import_text("{\"code\": 200,\n \"data\": [{\"dirName\": \"示例\", \"dirCode\": \"00019900100001\"}]}",
                  "fujian-directory-json");
  CHECK_MESSAGE(around.said == "1:2: not imported, since around the entries: code\n", around.said);
}
