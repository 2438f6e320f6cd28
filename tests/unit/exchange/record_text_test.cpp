#include "exchange/record_text.h"

#include <doctest/doctest.h>

#include "model/path.h"

using namespace matter;

namespace {

Pattern pattern(std::string_view text, std::string_view path) {
  std::string_view wrong;
  const auto parsed = parse_pattern(text, resolve_path(path)->last(), wrong);
  REQUIRE(parsed);
  return *parsed;
}

std::string shown(const FoundRecord& found) {
  std::string text;
  for (const FoundText& one : found)
    text.append(text.empty() ? "" : " | ").append(one.field->key).append("=").append(one.text);
  return text;
}

std::string read(const Pattern& by, std::string_view text) {
  const auto found = read_record_text(by, text);
  return found ? shown(*found) : "nothing";
}

/// What is made of a column's text, an item a line.
std::string read_all(const Column& column, std::string_view text) {
  std::string all;
  for (const FoundRecord& one : read_records_text(column, text)) all += shown(one) + "\n";
  return all;
}

Column column_of(std::string_view path, std::string_view written, std::string_view also = {}) {
  Column column;
  column.path = *resolve_path(path);
  column.read = column.path;
  column.join = "；";
  column.pattern = pattern(written, path);
  if (!also.empty()) column.also_read.push_back(pattern(also, path));
  return column;
}

const std::string_view basis = "{title}[（{number:…号|…年…修正}）][{article:第…条…|附件…}]";

}  // namespace

TEST_CASE("record text: optional groups are found by the shape of what stands in them") {
  const Pattern by = pattern(basis, "basis");
  CHECK(read(by, "示例条例（示例令第1号）第三条") == "title=示例条例 | number=示例令第1号 | article=第三条");
  CHECK(read(by, "示例条例第三条第一款、第五条") == "title=示例条例 | article=第三条第一款、第五条");
  CHECK(read(by, "示例条例（2019年3月2日修正）") == "title=示例条例 | number=2019年3月2日修正");
  CHECK(read(by, "示例条例（示例）（示例发〔2020〕5号）第三条") ==
        "title=示例条例（示例） | number=示例发〔2020〕5号 | article=第三条");
  CHECK(read(by, "示例条例（试行）") == "title=示例条例（试行）");
  CHECK(read(by, "《示例（第二条修订）条例》第七条") == "title=《示例（第二条修订）条例》 | article=第七条");
  CHECK(read(by, "").compare("nothing") == 0);
}

TEST_CASE("record text: a limit or a name of a list must be one, in the form that is written") {
  const Pattern limit = pattern("{name}[（{limit}）]", "special");
  CHECK(read(limit, "公示（3 自然日）") == "name=公示 | limit=3 自然日");
  CHECK(read(limit, "公示（3自然日）") == "name=公示（3自然日）");
  CHECK(read(limit, "公示（按规定）") == "name=公示（按规定）");
  const Pattern kinds = pattern("{act}：{kinds}[，{range}]", "punishments");
  CHECK(read(kinds, "下列行为：无证经营：警告、罚款，处一元") ==
        "act=下列行为：无证经营 | kinds=警告、罚款 | range=处一元");
  CHECK(read(kinds, "无证经营：训诫") == "nothing");
}

TEST_CASE("record text: items come apart where each of them is one, and only where nobody can doubt it") {
  const Column column = column_of("punishments", "{act}[：{kinds}][，{range}][（{basis}）]",
                                  "{act}：{kinds}[，{range}][（{basis:…第…条…}）]");
  CHECK(read_all(column, "甲：罚款，处一元；严重的，处两元（示例法第三条）；乙：警告") ==
        "act=甲 | kinds=罚款 | range=处一元；严重的，处两元 | basis=示例法第三条\nact=乙 | kinds=警告\n");
  // To the range before it, or to the act behind it?
  CHECK(read_all(column, "甲：罚款，处一元；严重的；乙：警告") == "act=甲：罚款，处一元；严重的；乙：警告\n");
  CHECK(read_all(column, "甲，处一元；乙") == "act=甲，处一元；乙\n");
  CHECK(read_all(column_of("basis", "{title}[（{number}）][{article}]", basis),
                 "甲法第一条；乙法；丙法（丙令第2号）；") ==
        "title=甲法 | article=第一条\ntitle=乙法\ntitle=丙法（丙令第2号）；\n");
  CHECK(read_all(column_of("basis", "{title}[（{number}）][{article}]", basis), "甲法；；乙法") ==
        "title=甲法；；乙法\n");
}

TEST_CASE("record text: a text that is made to be slow is left whole") {
  std::string hostile;
  for (int i = 0; i < 3000; ++i) hostile += "：，（";
  const Column column = column_of("punishments", "{act}[：{kinds}][，{range}][（{basis}）]",
                                  "{act}：{kinds}[，{range}][（{basis:…第…条…}）]");
  CHECK(read_records_text(column, hostile).size() == 1);
  std::string many;
  for (int i = 0; i < 500; ++i) many += "甲；";
  CHECK(read_records_text(column, many).size() == 1);
}
