#include "checks/laws.h"

#include <algorithm>

#include "checks/wording.h"

namespace matter {

namespace {

/// A title without 《》 and without what stands in brackets after it: 《…法》（2019修正） is …法.
std::string_view bare_title(std::string_view title) {
  for (const std::string_view bracket : {"（", "("}) title = title.substr(0, title.find(bracket));
  while (title.ends_with(" ")) title.remove_suffix(1);
  return title;
}

/// A title that begins with a province, city or zone: 示例省…条例, 厦门经济特区…条例. 城市 and 市场 are no city.
bool is_local(std::string_view title) {
  constexpr std::size_t front = 24;  // bytes: eight ideographs
  const std::string_view head = title.substr(0, front);
  if (contains(title, "自治") || contains(title, "经济特区") || contains(head, "省")) return true;
  const std::size_t city = head.find("市");
  if (city == std::string_view::npos || city == 0) return false;
  const std::string_view before = head.substr(0, city);
  return !before.ends_with("城") && !before.ends_with("都") && !head.substr(city).starts_with("市场") &&
         !head.substr(city).starts_with("市政");
}

/// By its name alone: an act ends in 法 (办法 is none); a 条例 that names no place may be one of the state.
bool is_act_or_regulation(std::string_view title) {
  title = bare_title(title);
  if (title.ends_with("法")) return !title.ends_with("办法");
  return (title.ends_with("条例") || title.ends_with("法实施细则")) && !is_local(title);
}

bool names_one(std::string_view text) {
  constexpr std::string_view open = "《";
  constexpr std::string_view close = "》";
  for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at)) {
    at += open.size();
    const std::size_t end = text.find(close, at);
    if (end == std::string_view::npos) return false;
    if (is_act_or_regulation(text.substr(at, end - at))) return true;
  }
  // The title alone, without 《》 and article.
  return is_act_or_regulation(text) || contains(text, "国务院令") || contains(text, "主席令");
}

bool high_rank(const Basis& basis) { return basis.rank.is("法律") || basis.rank.is("行政法规"); }

std::string_view core(std::string_view title) {
  if (title.starts_with("《")) title.remove_prefix(std::string_view("《").size());
  return title.substr(0, title.find("》"));
}

}  // namespace

bool cites_act_or_regulation(std::string_view text, const Matter& m) {
  if (names_one(text)) return true;
  const bool article_alone = text.starts_with("第") && contains(text, "条");
  return std::any_of(m.basis.begin(), m.basis.end(), [&](const Basis& basis) {
    if (!high_rank(basis)) return false;
    return article_alone || (basis.title.given() && contains(text, core(basis.title.text)));
  });
}

}  // namespace matter
