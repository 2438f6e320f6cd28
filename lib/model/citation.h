#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace matter {

/// A place in a law: 第七条, 第一百二十条之一 (branch 1), 第九条第二款第三项. 0: not said, so all of it.
struct Article {
  int number = 0, branch = 0, paragraph = 0, item = 0;
  friend bool operator==(const Article&, const Article&) = default;
};

/// From one article up to another (第十二条至第十五条); mostly both are the same.
struct Articles {
  Article first, last;
  friend bool operator==(const Articles&, const Articles&) = default;
};

/// The articles that a text names, in order: 第七条、第九条第一款和第三款. Chinese and other digits.
[[nodiscard]] std::vector<Articles> articles_in(std::string_view text);
/// One article as somebody asks for it: `第七条第二款`, `七`, `7`. Nothing for what is none, or several.
[[nodiscard]] std::optional<Article> parse_article(std::string_view text);
/// Whether one of them, or a part of it, is meant by what was asked for.
[[nodiscard]] bool names_article(const std::vector<Articles>& cited, const Article& asked);

/// The title of a law or document as titles are compared: without 《》, without 中华人民共和国 before it and what
/// stands in brackets behind it (2019修正); width and spaces do not count. Never shown.
[[nodiscard]] std::string law_title(std::string_view written);

/// What a text says of one law.
struct Citation {
  std::vector<Articles> articles;
  bool whole = false;  ///< somewhere it is named without an article
};
/// Whether a text cites the law of this title (as `law_title` gives it): in 《》, or bare where nothing around it makes
/// another title of it (土地承包法 is not cited by 农村土地承包法, nor by 土地承包法实施办法).
[[nodiscard]] std::optional<Citation> citation_of(std::string_view title, std::string_view text);

}  // namespace matter
