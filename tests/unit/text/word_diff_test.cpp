#include "text/word_diff.h"

#include <doctest/doctest.h>

#include <string>

using namespace matter;

namespace {

std::string shown(std::string_view before, std::string_view after) {
  std::string text;
  for (const WordPiece& piece : word_changes(before, after)) {
    switch (piece.kind) {
      case WordPiece::Kind::same: text += piece.text; break;
      case WordPiece::Kind::removed: text += "[-" + piece.text + "-]"; break;
      case WordPiece::Kind::added: text += "{+" + piece.text + "+}"; break;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("word diff: characters within a clause, without spaces") {
  CHECK(shown("有固定的经营场所", "有固定的办公场所") == "有固定的[-经营-]{+办公+}场所");
  CHECK(shown("有固定的经营场所", "有固定、合法的经营场所") == "有固定{+、合法+}的经营场所");
  CHECK(shown("", "甲") == "{+甲+}");
  CHECK(shown("甲", "") == "[-甲-]");
  CHECK(shown("甲", "甲") == "甲");
}

TEST_CASE("word diff: whole clauses where they have little in common, words and numbers whole") {
  CHECK(shown("年满十八岁；身体健康；户籍在本市", "年满十八岁；无犯罪记录；户籍在本市") ==
        "年满十八岁；[-身体健康；-]{+无犯罪记录；+}户籍在本市");
  CHECK(shown("自受理之日起 15 日内", "自受理之日起 105 日内") == "自受理之日起 [-15-]{+105+} 日内");
  CHECK(shown("甲，乙，丙", "甲，丙") == "甲，[-乙，-]丙");
}

TEST_CASE("word diff: the pieces make both texts") {
  const std::string texts[] = {"",
                               "甲乙丙",
                               "申请人应当提交申请，并附材料。",
                               "申请人须提交书面申请，附材料；逾期不予受理。",
                               "abc 123，甲\n乙",
                               "abd 123，甲\n丙",
                               "\xff\xfe坏的字节"};
  for (const std::string& before : texts) {
    for (const std::string& after : texts) {
      std::string a;
      std::string b;
      for (const WordPiece& piece : word_changes(before, after)) {
        if (piece.kind != WordPiece::Kind::added) a += piece.text;
        if (piece.kind != WordPiece::Kind::removed) b += piece.text;
      }
      CHECK(a == before);
      CHECK(b == after);
    }
  }
}
