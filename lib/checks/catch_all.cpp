#include <algorithm>
#include <span>

#include "checks/wording.h"

namespace matter {

namespace {

using Words = std::span<const std::string_view>;

/// Takes words off the front, again and again. True when something was taken.
bool strip(std::string_view& text, Words words) {
  bool any = false;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view word : words) {
      if (!text.starts_with(word)) continue;
      text.remove_prefix(word.size());
      any = again = true;
    }
  }
  return any;
}

/// What may stand between 其他 and 材料 without saying which.
constexpr std::string_view vague[] = {"相关", "有关", "相应",   "必要", "必需", "必须", "所需", "需要",
                                      "应当", "应",   "须",     "需",   "要求", "规定", "提交", "提供",
                                      "补充", "辅助", "佐证",   "支撑", "证明", "业务", "法律", "法规",
                                      "规章", "国家", "与申请", "与本", "事项", "的",   "、"};
constexpr std::string_view material_heads[] = {"材料", "资料", "文件", "证明", "证件", "凭证", "手续", "附件"};
constexpr std::string_view condition_heads[] = {"条件", "要求", "材料", "资料", "规定"};

constexpr std::string_view copies[] = {"原件", "复印件", "等"};
constexpr std::string_view closing[] = {"。", "；", ";", "，", ",",  "、", ".", "（",
                                        "(",  "）", ")", "\n", "\r", " ",  "”"};
constexpr std::string_view denials[] = {"无", "没有", "无须", "不需要"};
constexpr std::string_view open_words[] = {"相关", "有关", "相应", "所需"};
constexpr std::string_view after_think[] = {"需要", "必要", "应当", "有必要"};

/// Whether nothing follows that says which: the end, or a mark.
bool ends_here(std::string_view text) {
  strip(text, copies);
  return text.empty() || std::any_of(std::begin(closing), std::end(closing),
                                     [&](std::string_view mark) { return text.starts_with(mark); });
}

/// Length of vague words and a head at the front, when nothing follows that says which; else 0.
std::size_t open_ended(std::string_view text, Words heads) {
  std::string_view rest = text;
  if (strip(rest, heads) && ends_here(rest)) return text.size() - rest.size();
  rest = text;
  if (strip(rest, vague) && strip(rest, heads) && ends_here(rest)) return text.size() - rest.size();
  return 0;
}

/// 其他 (or 其它) and what follows it.
std::string_view find_other(std::string_view text, Words heads) {
  constexpr std::string_view first = "其";
  for (std::size_t at = text.find(first); at != std::string_view::npos; at = text.find(first, at + first.size())) {
    std::string_view rest = text.substr(at + first.size());
    if (!rest.starts_with("他") && !rest.starts_with("它")) continue;
    rest.remove_prefix(first.size());
    const std::string_view before = text.substr(0, at);
    if (std::any_of(std::begin(denials), std::end(denials), [&](std::string_view no) { return before.ends_with(no); }))
      continue;
    if (const std::size_t length = open_ended(rest, heads); length != 0)
      return text.substr(at, 2 * first.size() + length);
  }
  return {};
}

/// `lead` (等, 认为) and an open end after it, of words that make it one: 等相关材料, 认为需要提交的材料.
std::string_view find_after(std::string_view text, std::string_view lead, Words due) {
  for (std::size_t at = text.find(lead); at != std::string_view::npos; at = text.find(lead, at + lead.size())) {
    const std::string_view rest = text.substr(at + lead.size());
    std::string_view probe = rest;
    if (!strip(probe, due)) continue;
    if (const std::size_t length = open_ended(rest, material_heads); length != 0)
      return text.substr(at, lead.size() + length);
  }
  return {};
}

}  // namespace

std::string_view find_catch_all_material(std::string_view name) {
  if (const auto found = find_other(name, material_heads); !found.empty()) return found;
  if (const auto found = find_after(name, "等", open_words); !found.empty()) return found;
  if (const auto found = find_after(name, "认为", after_think); !found.empty()) return found;
  // 相关材料 and nothing else
  std::string_view rest = name;
  if (strip(rest, open_words) && open_ended(rest, material_heads) == rest.size() && !rest.empty()) return name;
  return {};
}

std::string_view find_catch_all_condition(std::string_view text) { return find_other(text, condition_heads); }

}  // namespace matter
