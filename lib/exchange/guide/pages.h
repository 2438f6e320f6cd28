#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/guide/guide.h"

namespace matter {

/// What the index says of one matter, and where its pages are.
struct GuideEntry {
  std::string name, other_names, code, agency, region;
  std::vector<std::string_view> clients, channels;
  std::string guide, notice;  ///< paths, from where the index stands
};
[[nodiscard]] GuideEntry entry_of(const Guide& guide);

/// The matters of one agency, in the order they came.
struct GuideAgency {
  std::string_view name;
  std::vector<const GuideEntry*> matters;
};
/// By region (so a province comes before its cities, these before their districts), then in the order they came.
[[nodiscard]] std::vector<GuideAgency> by_agency(const std::vector<GuideEntry>& entries);

inline constexpr std::string_view sample_words = "样例：仅供演示，内容不是正式文本，不能据此办事";
inline constexpr std::string_view no_agency = "未载明部门";
inline constexpr std::string_view for_all = "各种情形都要";
inline constexpr std::string_view nothing_more = "没有另外的要求。";

/// Where a page stands among the others: paths from its own folder, and the day.
struct GuidePlace {
  std::string index, guide, notice;
  std::string date;
};

// A medium writes three pages; each is a whole file.

[[nodiscard]] std::string guide_html(const Guide& guide, const GuidePlace& place);
[[nodiscard]] std::string notice_html(const Guide& guide, const GuidePlace& place);
[[nodiscard]] std::string index_html(const std::vector<GuideEntry>& entries, bool sample, std::string_view date);

[[nodiscard]] std::string guide_markdown(const Guide& guide, const GuidePlace& place);
[[nodiscard]] std::string notice_markdown(const Guide& guide, const GuidePlace& place);
[[nodiscard]] std::string index_markdown(const std::vector<GuideEntry>& entries, bool sample, std::string_view date);

}  // namespace matter
