#include "lsp/cursor.h"

#include <doctest/doctest.h>

#include "model/matter.h"

using namespace matter;
using namespace matter::lsp;

namespace {

/// What stands around the `|` of a text: `limits.promised=5` a value, `limits.pro?` a key, `#` a comment.
std::string around(std::string text) {
  const std::size_t at = text.find('|');
  text.erase(at, 1);
  const Cursor cursor = cursor_at(text, static_cast<std::uint32_t>(at));
  std::string told;
  for (const std::string& key : cursor.keys) told += (told.empty() ? "" : ".") + key;
  switch (cursor.at) {
    case Cursor::At::key: return told + '?' + cursor.written;
    case Cursor::At::value: return told + '=' + cursor.written;
    case Cursor::At::comment: return "#";
    case Cursor::At::nothing: return "";
  }
  return {};
}

std::vector<std::string> siblings(std::string text) {
  const std::size_t at = text.find('|');
  text.erase(at, 1);
  return cursor_at(text, static_cast<std::uint32_t>(at)).siblings;
}

}  // namespace

TEST_CASE("lsp cursor: keys and values in blocks") {
  CHECK(around("na|") == "?na");
  CHECK(around("|") == "?");
  CHECK(around("name: 甲\nty|pe: x\n") == "?ty");
  CHECK(around("type: |\nname: 甲\n") == "type=");
  CHECK(around("type:|") == "type=");
  CHECK(around("type: 行政|\n") == "type=行政");
  CHECK(around("region: \"3502|\"\n") == "region=3502");
  CHECK(around("limits:\n  pro|\n") == "limits?pro");
  CHECK(around("limits:\n  legal: 20 工作日\n  |\n") == "limits?");
  CHECK(around("limits:\n  legal: 20 工作日\n|\n") == "?");
  CHECK(around("materials:\n  - name: 甲\n    fo|\n") == "materials?fo");
  CHECK(around("materials:\n- name: 甲\n  form: 纸|\n") == "materials.form=纸");
  CHECK(around("materials:\n  - |\n") == "materials?");
  CHECK(around("clients:\n  - 自|\n") == "clients?自");
  CHECK(around("- name: 甲\n  limits:\n    legal: |\n") == "limits.legal=");
  CHECK(around("name: 甲\n---\nty|\n") == "?ty");
}

TEST_CASE("lsp cursor: keys and values in brackets, which need not be closed") {
  CHECK(around("limits: {le|") == "limits?le");
  CHECK(around("limits: {legal: 20 工作日, pro|}") == "limits?pro");
  CHECK(around("limits: {legal: 2|") == "limits.legal=2");
  CHECK(around("clients: [自然人, |]") == "clients=");
  CHECK(around("materials:\n  - {name: 甲, form: |}\n") == "materials.form=");
  CHECK(around("tongban: [{list: 跨省通办, mode: 全|}]") == "tongban.mode=全");
  CHECK(around("agency: {name: \"甲, 乙\",\n  reg|") == "agency?reg");
  CHECK(around("agency: {name: 甲}\nty|") == "?ty");
}

TEST_CASE("lsp cursor: comments, block texts and quotes are no keys") {
  CHECK(around("# na|") == "#");
  CHECK(around("name: 甲  # ty|") == "#");
  CHECK(around("process_note: >-\n  type: |\n").empty());
  CHECK(around("name: \"a: b #|\"\n") == "name=a: b #");
}

TEST_CASE("lsp cursor: the keys that are there already") {
  CHECK(siblings("name: 甲\n|\ntype: 乙\n") == std::vector<std::string>{"name", "type"});
  CHECK(siblings("limits:\n  legal: 1\n  |\n  promised: 2\nname: 甲\n") ==
        std::vector<std::string>{"legal", "promised"});
  CHECK(siblings("materials:\n  - name: 甲\n    |\n  - name: 乙\n    form: 丙\n") == std::vector<std::string>{"name"});
  CHECK(siblings("limits: {legal: 1, |}") == std::vector<std::string>{"legal"});
}

TEST_CASE("lsp cursor: keys of either language lead into the field tables") {
  const Table& matter = *table_of<Matter>();
  CHECK(path_at(matter, {"申请材料", "name"}) == "materials.name");
  CHECK(field_at(matter, {"limits", "promised"})->key == "promised");
  CHECK(field_at(matter, {"limits", "nothing"}) == nullptr);
  CHECK(table_at(matter, {"name"}) == nullptr);
}
