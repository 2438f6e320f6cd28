#include "media/xml.h"

#include <doctest/doctest.h>

#include "text/lines.h"

using namespace matter;

namespace {

/// `line:column: message` of what is wrong, or nothing.
std::string fault_of(std::string_view text) {
  XmlText xml;
  Collector findings(Lang::en);
  const bool read = read_xml(text, 0, xml, findings);
  CHECK(read == findings.found().empty());
  if (read) return {};
  const Diagnostic& d = findings.found().front();
  CHECK(d.at.span.end <= text.size() + 1);
  const Position at = Lines(text).position(d.at.span.begin);
  return std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + d.message;
}

/// Elements, attributes and texts, one after another.
std::string told(std::string_view text) {
  XmlText xml;
  Collector findings(Lang::en);
  REQUIRE(read_xml(text, 0, xml, findings));
  std::string all;
  for (const XmlNode& node : xml.nodes) {
    if (node.kind == XmlNode::Kind::element) all.append("<").append(node.name).append(">");
    if (node.kind == XmlNode::Kind::attribute) all.append("@").append(node.name).append("=").append(node.text);
    if (node.kind == XmlNode::Kind::text) all.append(node.text);
    if (node.kind == XmlNode::Kind::comment) all.append("#").append(node.text);
  }
  return all;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("xml: elements, attributes, texts, comments and CDATA are read in order") {
  CHECK(told("<?xml version=\"1.0\"?><a x=\"1\">甲<b>&lt;&#x4E59;</b><![CDATA[<&]]><!--n--></a>") ==
        "<a>@x=1甲<b><乙<&#n");
  CHECK(told("\xEF\xBB\xBF<a/>") == "<a>");
  CHECK(told("<?xml version=\"1.0\" encoding=\"GBK\"?><a>甲</a>") == "<a>甲");
}

TEST_CASE("xml: documents one after another are read as one text") {
  CHECK(told("<a>1</a>\n<a>2</a>") == "<a>1<a>2");
  CHECK(told("<?xml version=\"1.0\"?>\n<a>1</a>\n<?xml version=\"1.0\"?>\n<a>2</a>\n") == "<a>1<a>2");
}

TEST_CASE("xml: a text has the bytes that it stands in") {
  const std::string text = "<a>\x01\n <b>甲\x02乙</b></a>";
  XmlText xml;
  Collector findings(Lang::en);
  REQUIRE(read_xml(text, 0, xml, findings));
  const XmlNode& last = xml.nodes.back();
  CHECK(last.text == "甲乙");
  CHECK(slice(text, last.span) == "甲\x02乙");
  CHECK(xml.taken == std::vector<std::uint32_t>{3, 12});
}

TEST_CASE("xml: control characters are taken out, raw or as references, but not within CDATA where those are text") {
  CHECK(told("<a>x&#1;y&#x0B;z\x07</a>") == "<a>xyz");
  CHECK(told("<a>&#9;&#10;&#13;</a>") == "<a>\t\n\r");
  CHECK(told("<a><![CDATA[&#1;]]></a>") == "<a>&#1;");
}

TEST_CASE("xml: what is no XML is refused where it stops being XML") {
  CHECK(fault_of("<a>\n  <b>\n</a>") == "3:3: this end tag is not that of the element");
  CHECK(fault_of("<a>\n<b>1</b>") == "2:9: an element is not closed");
  CHECK(fault_of("<a>1 < 2</a>") == "1:7: this is not how XML is written");
  CHECK(fault_of("<a>&nbsp;</a>") == "1:4: there is no such entity");
  CHECK(fault_of("") == "1:1: there is no element");
  CHECK(fault_of("<a x='1' x='2'/>").find("an attribute stands twice") != std::string::npos);
  CHECK(fault_of("<a>\xC4\xE3</a>").find("these bytes are no UTF-8") != std::string::npos);
  CHECK(fault_of("<a/>junk").find("1:5: ") == 0);
}

TEST_CASE("xml: a document type is refused, whatever its entities would be") {
  const std::string laughs =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY l \"ha\"><!ENTITY m \"&l;&l;&l;&l;\">]>\n<a>&m;</a>";
  CHECK(fault_of(laughs).find("2:1: a document type (DTD)") == 0);
  CHECK(fault_of("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>").find("1:1: a document type (DTD)") == 0);
  CHECK(fault_of("<!DOCTYPE a [<!ENTITY x SYSTEM \"http://example.gov.cn/x\">]><a>&x;</a>").find("1:1: a document") ==
        0);
}

TEST_CASE("xml: depth is limited") {
  CHECK(fault_of(repeated("<a>", most_xml_depth) + repeated("</a>", most_xml_depth)).empty());
  CHECK(fault_of(repeated("<a>", 100) + repeated("</a>", 100)) ==
        "1:" + std::to_string(most_xml_depth * 3 + 1) + ": more than 32 elements in each other");
}

TEST_CASE("xml: any bytes are read or refused within the text, and the start of a text never hangs") {
  const std::string whole = "<?xml version=\"1.0\"?><Case><Body a='1'>&#65;<![CDATA[x]]><!--c--><b/></Body></Case>";
  for (std::size_t length = 0; length <= whole.size(); ++length) static_cast<void>(fault_of(whole.substr(0, length)));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char c : {'\0', '<', '&', '>', '\xFF', ';'}) {
      std::string changed = whole;
      changed[at] = c;
      static_cast<void>(fault_of(changed));
    }
  }
}

TEST_CASE("xml: a value in an element comes back as it was") {
  const std::string value = "<a>&amp;]]>\"'\r\n\t甲";
  std::string text = "<v>";
  append_xml_text(text, value);
  text += "</v>";
  CHECK(told(text) == "<v>" + value);
}

TEST_CASE("xml: names and declared encodings") {
  CHECK(is_xml_name("ServiceInfo"));
  CHECK(is_xml_name("材料"));
  CHECK_FALSE(is_xml_name("1a"));
  CHECK_FALSE(is_xml_name("a b"));
  CHECK_FALSE(is_xml_name(""));
  CHECK(declared_encoding("<?xml version=\"1.0\" encoding=\"GB18030\"?><a/>") == "GB18030");
  CHECK(declared_encoding("<?xml version='1.0' encoding='gbk' ?><a/>") == "gbk");
  CHECK(declared_encoding("<a encoding=\"x\"/>").empty());
}
