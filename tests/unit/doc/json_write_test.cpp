#include "doc/json_write.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using matter::JsonWriter;

namespace {

std::string as_json(std::string_view text) {
  std::string to;
  matter::append_json_string(to, text);
  return to;
}

}  // namespace

TEST_CASE("json_write: members keep their order and are indented") {
  JsonWriter json;
  json.begin_object();
  json.member("b", "事项");
  json.member("a", 12);
  json.key("list");
  json.begin_array();
  json.boolean(true);
  json.null();
  json.end_array();
  json.key("none");
  json.begin_object();
  json.end_object();
  json.end_object();
  CHECK(json.take() ==
        "{\n  \"b\": \"事项\",\n  \"a\": 12,\n  \"list\": [\n    true,\n    null\n  ],\n  \"none\": {}\n}\n");
}

TEST_CASE("json_write: one line has no white space, and the writer can be used again") {
  JsonWriter json(JsonWriter::Layout::one_line);
  json.begin_array();
  json.number(-1);
  json.string("x");
  json.end_array();
  CHECK(json.take() == "[-1,\"x\"]\n");
  json.string("again");
  CHECK(json.take() == "\"again\"\n");
}

TEST_CASE("json_write: any bytes become a string that another reader takes") {
  CHECK(as_json("a\"b\\c\n\t\r\x01\x7F") == R"("a\"b\\c\n\t\r\u0001\u007f")");
  CHECK(as_json("\xFFz\xC3") == "\"\uFFFDz\uFFFD\"");
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  CHECK(nlohmann::json::parse(as_json(all)).is_string());
}
