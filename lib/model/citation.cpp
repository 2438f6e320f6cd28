#include "model/citation.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view country = "中华人民共和国";

bool take(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

bool take_one_of(std::string_view& text, std::initializer_list<std::string_view> fronts) {
  return std::any_of(fronts.begin(), fronts.end(), [&](std::string_view front) { return take(text, front); });
}

/// 0–9 or 〇–九 at the front of the text, taken; else −1.
int take_digit(std::string_view& text) {
  static constexpr std::array<std::string_view, 10> digits = {"〇", "一", "二", "三", "四",
                                                              "五", "六", "七", "八", "九"};
  if (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    const int value = text.front() - '0';
    text.remove_prefix(1);
    return value;
  }
  if (take(text, "零")) return 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (take(text, digits[i])) return static_cast<int>(i);
  }
  return -1;
}

/// 一百二十, 十, 二〇, 120; 0 where there is none. No law has ten thousand articles.
int take_number(std::string_view& text) {
  constexpr int most = 9999;
  int sum = 0, digit = -1;
  for (;;) {
    int scale = 1;
    if (take(text, "十")) scale = 10;
    if (take(text, "百")) scale = 100;
    if (take(text, "千")) scale = 1000;
    if (scale > 1) {
      sum += (digit < 0 ? 1 : digit) * scale;
      digit = -1;
      continue;
    }
    const int next = take_digit(text);
    if (next < 0) break;
    digit = std::min(digit < 0 ? next : digit * 10 + next, most);
  }
  return std::min(sum + std::max(digit, 0), most);
}

/// Reads articles one after the other; what is none of them is passed over.
class ArticleReader {
 public:
  std::vector<Articles> read(std::string_view text) {
    while (!text.empty()) {
      if (take_one_of(text, {"至第", "到第", "-第"})) {
        to_ = true;
        numbered(text);
      } else if (take(text, "第")) {
        numbered(text);
      } else {
        std::size_t end = 0;
        static_cast<void>(next_code_point(text, end));
        text.remove_prefix(end);
      }
    }
    return std::move(found_);
  }

 private:
  /// Behind 第: one number or several (第七、九条), their unit, and 之一.
  void numbered(std::string_view& text) {
    std::vector<int> numbers;
    std::string_view rest = text;
    do {
      numbers.push_back(take_number(rest));
      if (numbers.back() == 0) return;
    } while (take(rest, ","));
    if (take(rest, "条")) {
      int branch = 0;
      std::string_view behind = rest;
      if (take(behind, "之") && (branch = take_number(behind)) > 0) rest = behind;
      for (const int number : numbers) add({number, number == numbers.back() ? branch : 0, 0, 0});
    } else if (take(rest, "款")) {
      for (const int number : numbers) refine(&Article::paragraph, number);
    } else if (take_one_of(rest, {"项", "目"})) {
      for (const int number : numbers) refine(&Article::item, number);
    } else {
      return;
    }
    text = rest;
  }

  void add(const Article& article) {
    if (to_ && !found_.empty()) {
      found_.back().last = article;
    } else {
      found_.push_back({article, article});
    }
    to_ = false;
  }

  /// 第一款 behind an article narrows it down; a second one is a part of the same article.
  void refine(int Article::*part, int number) {
    if (found_.empty() || to_) return;
    Article article = found_.back().last;
    const bool again = article.*part != 0;
    article.*part = number;
    if (part == &Article::paragraph) article.item = 0;
    if (again) {
      found_.push_back({article, article});
    } else if (found_.back().first == found_.back().last) {
      found_.back() = {article, article};
    }
  }

  std::vector<Articles> found_;
  bool to_ = false;
};

bool is_part(int asked, int cited) { return asked == 0 || cited == 0 || asked == cited; }

/// Words after which the bare title of a law may begin; else what stands before belongs to the title.
bool may_begin(std::string_view before) {
  if (before.empty()) return true;
  static constexpr std::array<std::string_view, 18> words = {"依据", "根据", "按照", "依照", "遵照", "参照",
                                                             "违反", "符合", "适用", "和",   "与",   "及",
                                                             "或",   "由",   "据",   "照",   "按",   "依"};
  if (std::any_of(words.begin(), words.end(), [&](std::string_view word) { return before.ends_with(word); }))
    return true;
  return static_cast<unsigned char>(before.back()) < 0x80;  // punctuation; ideographs are longer
}

bool may_end(std::string_view behind) {
  static constexpr std::array<std::string_view, 8> words = {"第", "规定", "的", "中", "及", "和", "等", "有关"};
  return behind.empty() || static_cast<unsigned char>(behind.front()) < 0x80 ||
         std::any_of(words.begin(), words.end(), [&](std::string_view word) { return behind.starts_with(word); });
}

/// Behind a title in 《》: where it is closed, else nothing. What stands in brackets (2019修正) is passed over.
std::optional<std::string_view> closed(std::string_view behind) {
  if (behind.starts_with('(')) behind = behind.substr(std::min(behind.find(')'), behind.size() - 1) + 1);
  if (!behind.starts_with('>')) return std::nullopt;
  return behind.substr(1);
}

}  // namespace

std::vector<Articles> articles_in(std::string_view text) { return ArticleReader().read(normalised(text)); }

std::optional<Article> parse_article(std::string_view text) {
  const std::string written = normalised(text);
  std::string_view bare = written;
  const int number = take_number(bare);
  if (number > 0 && (bare.empty() || bare == "条")) return Article{number, 0, 0, 0};
  const std::vector<Articles> found = ArticleReader().read(written);
  if (found.size() != 1 || !(found[0].first == found[0].last) || !written.starts_with("第")) return std::nullopt;
  return found[0].first;
}

bool names_article(const std::vector<Articles>& cited, const Article& asked) {
  return std::any_of(cited.begin(), cited.end(), [&](const Articles& range) {
    const auto order = [](const Article& a) { return a.number * 1000 + a.branch; };
    if (order(asked) < order(range.first) || order(asked) > order(range.last)) return false;
    if (!(range.first == range.last)) return true;
    return is_part(asked.paragraph, range.first.paragraph) && is_part(asked.item, range.first.item);
  });
}

std::string law_title(std::string_view written) {
  std::string title = normalised(written);
  if (!title.empty() && title.front() == '<' && title.find('>') != std::string::npos) {
    title = title.substr(1, title.rfind('>') - 1);
  }
  if (const std::size_t bracket = title.find('('); bracket != std::string::npos && bracket > 0) title.resize(bracket);
  if (title.starts_with(country) && title.size() > country.size()) title.erase(0, country.size());
  return title;
}

std::optional<Citation> citation_of(std::string_view title, std::string_view text) {
  if (title.empty() || text.size() < title.size()) return std::nullopt;
  const std::string all = normalised(text);
  std::optional<Citation> found;
  for (std::size_t at = all.find(title); at != std::string::npos; at = all.find(title, at + title.size())) {
    std::string_view before = std::string_view(all).substr(0, at);
    std::string_view behind = std::string_view(all).substr(at + title.size());
    if (before.ends_with(country)) before.remove_suffix(country.size());
    if (before.ends_with('<')) {
      before.remove_suffix(1);
      const auto rest = closed(behind);
      if (!rest || before.ends_with('<')) continue;  // 《〈…〉实施条例》 is another document
      behind = *rest;
    } else if (!may_begin(before) || !may_end(behind)) {
      continue;
    }
    if (!found) found.emplace();
    const std::vector<Articles> articles = ArticleReader().read(behind.substr(0, behind.find_first_of("<;")));
    found->whole = found->whole || articles.empty();
    found->articles.insert(found->articles.end(), articles.begin(), articles.end());
  }
  return found;
}

}  // namespace matter
