#include <doctest/doctest.h>

#include "doc/yaml.h"
#include "model/matter.h"
#include "style/format.h"

namespace matter {

namespace {

struct Read {
  explicit Read(std::string from) : text(std::move(from)) { read_yaml(text, 0, doc, findings); }
  std::string text;
  Document doc;
  Collector findings{Lang::en};
};

Formatted format(const std::string& text, FormatOptions options = {}) {
  const Read read(text);
  return Formatter().format(read.doc, table_for(read.doc), options, Lang::en);
}

/// The canonical text, that of the document where it is canonical.
std::string canonical(const std::string& text, FormatOptions options = {}) {
  const Formatted done = format(text, options);
  CHECK_MESSAGE((done.state == Formatted::State::changed || done.state == Formatted::State::canonical), done.why);
  return done.state == Formatted::State::changed ? done.edited.text : text;
}

struct Case {
  const char* written;
  const char* canonical;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CHECK(canonical(c.written) == c.canonical);
    CHECK(format(c.canonical).state == Formatted::State::canonical);
  }
}

}  // namespace

TEST_CASE("format: what is canonical is left alone") {
  for (const char* const text :
       {"", "# 只有注释\n", "---\n...\n", "name: x\n", "- name: x\n- name: z\n", "name: x\n---\nname: z\n...\n",
        "name: |\n  x\n\n# c\n", "name: |+\n  x\n\n\nmain: z\n", "name:\nmain: x\n"}) {
    CHECK_MESSAGE(format(text).state == Formatted::State::canonical, text);
  }
}

TEST_CASE("format: documents, their markers and what stands between them") {
  check({
      {"---   # eins\nname:  x\n\n...\n# between\n---\nname: z",
       "---   # eins\nname: x\n...\n# between\n---\nname: z\n"},
      {"{name: x, \"code\": \"1\"}\n", "name: x\ncode: \"1\"\n"},
      {"--- {name: x}\n# c\n", "---\nname: x\n\n# c\n"},
      {"- {name:   x}\n-  name: z\n", "- {name: x}\n- name: z\n"},
      {"  name: x\n  main: z\n", "name: x\nmain: z\n"},
      {"\xEF\xBB\xBFname:  x\n", "\xEF\xBB\xBFname: x\n"},
      {"name:  x\r\n\r\n\r\nmain: z\n", "name: x\r\n\r\nmain: z\r\n"},
      {"name:  x", "name: x\n"},
  });
}

TEST_CASE("format: block scalars move with their entry and keep every character") {
  check({
      {"main: x\nname: |2-\n    ab\n   c\n", "name: |2-\n    ab\n   c\nmain: x\n"},
      {"name:  |\n x", "name: |\n  x\n"},
      {"main: x\nname: |+\n  y\n\n", "name: |+\n  y\n\nmain: x\n"},
      {"name: >   # c\n   a\n   b\n\n     c\n", "name: >   # c\n  a\n  b\n\n    c\n"},
      {"conditions:\n-   |\n   x\n\n   y\n", "conditions:\n  - |\n    x\n\n    y\n"},
      {"limits:\n    legal: >-\n      20个工作日\n", "limits:\n  legal: 20 工作日\n"},
      {"name:  |\n", "name: |\n"},
  });
}

TEST_CASE("format: comments stay with what they speak of") {
  check({
      {"main: x\n# of the name\nname: z # behind\n", "# of the name\nname: z # behind\nmain: x\n"},
      {"materials:\n- # of the item\n  form: 纸质\n  # of the name\n  name: x\n",
       "materials:\n  # of the item\n  # of the name\n  - name: x\n    form: 纸质\n"},
      {"name: # c\n  x\n", "name: x # c\n"},
      {"name: # c\n  x  # d\n", "# c\nname: x  # d\n"},
      {"agency: {name: x, # c\n}\n", "agency:\n  name: x  # c\n"},
      {"clients: [ # c\n]\n", "clients: [] # c\n"},
      {"materials:\n  - [x\n   # c\n   ,z]\n", "materials:\n  # c\n  - - x\n    - z\n"},
      {"materials: [x\n # c\n ,]\n", "materials:\n  - x\n\n  # c\n"},
      {"materials: [x # c\n # d\n , z]\n", "materials:\n  # d\n  - x # c\n  - z\n"},
      {"materials: [x,\n # c\n z\n # d\n]  # e\n", "materials:  # e\n  - x\n  # c\n  - z\n\n  # d\n"},
      {"main: x\n# below\n\nname: z\n", "name: z\nmain: x\n# below\n"},
      {"limits:\n  legal: 无\n   # deep\n  promised: 当场\n", "limits:\n  legal: 无\n    # deep\n  promised: 当场\n"},
      {"limits:\n    legal: 无\n  # less deep\nname: x\n", "name: x\nlimits:\n  legal: 无\n\n  # less deep\n"},
  });
}

TEST_CASE("format: comments that line up keep their column as long as they can") {
  check({
      {"main: x\nname: x             # a\nhandling: '初次'      # b\n",
       "name: x             # a\nmain: x\nhandling: 初次        # b\n"},
      {"name: x\ntype: 许可   # c\n", "name: x\ntype: 行政许可  # c\n"},
      {"name: x\t# c\n", "name: x  # c\n"},
  });
}

TEST_CASE("format: a field under both of its keys stays so, the first one first") {
  CHECK(canonical("code: a\nname: x\n事项名称: z\n") == "name: x\n事项名称: z\ncode: a\n");
  CHECK(format("name: x\n事项名称: z\n", {KeyLanguage::english}).state == Formatted::State::refused);
  CHECK(canonical("name: x\n主项名称: z\n", {KeyLanguage::chinese}) == "事项名称: x\n主项名称: z\n");
}

TEST_CASE("format: catalog.yaml by its own table") {
  CHECK(canonical("name: x\nrole: 标准化目录\nformat:  1\nrules: {b: 1, a: 2}\n") ==
        "format: 1\nname: x\nrole: 标准化目录\nrules: {b: 1, a: 2}\n");
  CHECK(canonical("format: 1\nlevel: 市级\n", {KeyLanguage::chinese}) == "格式版本: 1\n行使层级: 市级\n");
}

TEST_CASE("format: what cannot be formatted says why and where") {
  const Formatted foreign = format("x: 1\n");
  CHECK(foreign.state == Formatted::State::refused);
  CHECK(foreign.why == "no key is known: this does not look like a file of matters");
  CHECK(format("name: &a x\n").state == Formatted::State::refused);
  CHECK(format("name: x\nname: z\n").state == Formatted::State::refused);
  const Formatted scalar = format("name: x\n---\nwords\n");
  CHECK(scalar.state == Formatted::State::refused);
  CHECK(scalar.at == Span{12, 17});
}

TEST_CASE("format: edits lead from one text to the other, and touch only lines that change") {
  const std::string text = "name: x\nmain: z\ntype: 许可\nlevel: 市级\n";
  const Formatted done = format(text);
  REQUIRE(done.edited.edits.size() == 1);
  CHECK(done.edited.edits[0].text == "type: 行政许可\n");
  CHECK(edited_text(text, done.edited.edits) == done.edited.text);
}

TEST_CASE("format: whether a document would change, without making edits") {
  const Formatted done = format("name:  x\n", {{}, true});
  CHECK(done.state == Formatted::State::changed);
  CHECK(done.edited.text.empty());
}

}  // namespace matter
