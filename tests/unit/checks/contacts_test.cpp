#include <doctest/doctest.h>

#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

std::vector<Diagnostic> contacts(std::string_view rule, std::string_view consult, std::string_view complain) {
  return of_rule(rule, sample_with("contacts: {consult: \"" + std::string(consult) + "\", complain: \"" +
                                   std::string(complain) + "\"}\n"));
}

}  // namespace

TEST_CASE("contacts: one finding for each contact that is missing or says nothing") {
  CHECK(of_rule("contact-missing", sample_with("!contacts\n")).size() == 2);
  CHECK(of_rule("contact-missing", sample_with("contacts: {consult: 12345}\n")).size() == 1);
  CHECK(contacts("contact-missing", "无", "12345").size() == 1);
  CHECK(contacts("contact-missing", "/", "12345").size() == 1);
  CHECK(contacts("contact-missing", "现场咨询", "12345").empty());
  CHECK(of_rule("field-missing", sample_with("!contacts\n")).empty());
}

TEST_CASE("contacts: of a 行政处罚, which nobody applies for, the general rule speaks") {
  const std::string text = sample_with("type: 行政处罚\ncode: \"11350200000000000Y3000299001000\"\n!contacts\n");
  CHECK(of_rule("contact-missing", text).empty());
  CHECK(of_rule("field-missing", text).size() == 2);
}

TEST_CASE("contacts: a standard entry has none of its own") {
  Checkable entry;
  entry.standard = true;
  entry.matters = sample_with("!contacts\nbasic_code: \"000199001000\"\n");
  CHECK(of_rule("contact-missing", entry).empty());
  CHECK(of_rule("field-missing", entry).empty());
}

TEST_CASE("contacts: the same number twice is a finding but for hotlines and other extensions") {
  CHECK(contacts("contact-same", "0592-1234567", "0592-1234567").size() == 1);
  CHECK(contacts("contact-same", "0592-1234567", "(0592) 1234567").size() == 1);
  CHECK(contacts("contact-same", "0592-12345", "0592-12345").empty());
  CHECK(contacts("contact-same", "12345", "12345").empty());
  CHECK(contacts("contact-same", "020-12333", "020-12333").empty());
  CHECK(contacts("contact-same", "020-38356454转1", "020-38356454转2").empty());
  CHECK(contacts("contact-same", "无", "无").empty());
}

TEST_CASE("contacts: what offices really write is a telephone number") {
  for (const char* phone :
       {"020-12345", "020-38356454转1", "020-83881541、020-83805040", "020-37288081/020-37288891", "4000390208",
        "400-7000-690", "(020)87623552", "（0662）3681288", "020－81102000", "12333", "020-12333-9-0", "95598",
        "电话咨询：020-37626821（本科），020-37627439（专科、高职）", "现场投诉", "020-8923 2806", "020--38819922"}) {
    CAPTURE(std::string(phone));
    CHECK(contacts("contact-phone", phone, "12345").empty());
  }
}

TEST_CASE("contacts: a digit too many or too few is found, with the number") {
  const auto found = contacts("contact-phone", "020-817238206", "12345");
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].field == "contacts.consult");
  CHECK(contacts("contact-phone", "020-837288891", "12345").size() == 1);
  CHECK(contacts("contact-phone", "020-3728889", "12345").at(0).message.find("8 digits follow") != std::string::npos);
  REQUIRE(contacts("contact-phone", "0592-123", "12345").size() == 1);
  CHECK(contacts("contact-phone", "0592-123", "12345")[0].message.find("7 or 8 digits") != std::string::npos);
}
