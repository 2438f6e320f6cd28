#include "model/citation.h"

#include <doctest/doctest.h>

using namespace matter;

namespace {

std::string articles(std::string_view text) {
  std::string out;
  const auto one = [&](const Article& a) {
    out += std::to_string(a.number);
    if (a.branch > 0) out += '+' + std::to_string(a.branch);
    if (a.paragraph > 0) out += '.' + std::to_string(a.paragraph);
    if (a.item > 0) out += '#' + std::to_string(a.item);
  };
  for (const Articles& range : articles_in(text)) {
    if (!out.empty()) out += ' ';
    one(range.first);
    if (range.first == range.last) continue;
    out += '-';
    one(range.last);
  }
  return out;
}

std::string cited(std::string_view title, std::string_view text) {
  const auto found = citation_of(law_title(title), text);
  if (!found) return "no";
  return (found->whole ? "whole" : "") + std::to_string(found->articles.size());
}

}  // namespace

TEST_CASE("citation: articles are read in Chinese and other digits, with their parts") {
  CHECK(articles("第七条") == "7");
  CHECK(articles("第７条") == "7");
  CHECK(articles("第一百二十条之一") == "120+1");
  CHECK(articles("第二百零三条、第十条第二款") == "203 10.2");
  CHECK(articles("第十二条至第十五条") == "12-15");
  CHECK(articles("第七、九条") == "7 9");
  CHECK(articles("第九条第一款、第三款第（二）项") == "9.1 9.3");
  CHECK(articles("第九条第二款第三项") == "9.2#3");
  CHECK(articles("第三章 第二十一条") == "21");
  CHECK(articles("第二批次，第三方") == "");
  CHECK(articles("") == "");
}

TEST_CASE("citation: an article is asked for in any way that people write it") {
  for (const char* const text : {"7", "七", "第七条", "7条", "第 7 条"}) {
    CAPTURE(text);
    REQUIRE(parse_article(text));
    CHECK(*parse_article(text) == Article{7, 0, 0, 0});
  }
  CHECK(*parse_article("第九条第二款") == Article{9, 0, 2, 0});
  for (const char* const text : {"", "x", "第七条、第八条", "第七条至第九条", "0", "七条例"})
    CHECK(!parse_article(text));
}

TEST_CASE("citation: what was asked for is met by the article, a part of it, and a range around it") {
  const auto met = [](std::string_view text, std::string_view asked) {
    return names_article(articles_in(text), parse_article(asked).value());
  };
  CHECK(met("第七条第二款", "7"));
  CHECK(met("第七条", "第七条第二款"));
  CHECK(!met("第七条第一款", "第七条第二款"));
  CHECK(met("第五条至第八条", "7"));
  CHECK(!met("第五条、第八条", "7"));
  CHECK(!met("第七条之一", "7"));
  CHECK(met("第七条之一", "第七条之一"));
}

TEST_CASE("citation: titles are compared without signs, brackets, width and the country's name") {
  CHECK(law_title("《中华人民共和国行政许可法》（2019修正）") == law_title("行政许可法"));
  CHECK(law_title("《 行政许可法（2019 修正）》") == law_title("行政许可法"));
  CHECK(law_title("《行政许可法实施办法》") != law_title("行政许可法"));
  CHECK(law_title("（示例）") != "");
}

TEST_CASE("citation: a law is found in 《》 and bare, and no other law is taken for it") {
  CHECK(cited("《土地承包法》", "依据《中华人民共和国土地承包法》第七条、第九条") == "2");
  CHECK(cited("《土地承包法》", "《土地承包法（2018修正）》") == "whole0");
  CHECK(cited("《土地承包法》", "土地承包法第三条规定") == "1");
  CHECK(cited("《土地承包法》", "按照土地承包法办理") == "no");  // might go on as 土地承包法办理规程
  CHECK(cited("《土地承包法》", "《农村土地承包法》第七条") == "no");
  CHECK(cited("《土地承包法》", "农村土地承包法第七条") == "no");
  CHECK(cited("《土地承包法》", "《土地承包法实施办法》第七条") == "no");
  CHECK(cited("《土地承包法》", "《〈土地承包法〉实施办法》第七条") == "no");
  CHECK(cited("《土地承包法》", "《土地承包法》第七条；《森林法》第三条、第四条") == "1");
  CHECK(cited("《土地承包法》", "《土地承包法》和《森林法》第三条") == "whole0");
}
