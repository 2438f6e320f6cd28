#include "checks/phrases.h"

#include <algorithm>
#include <cstring>

#include "checks/wording.h"

namespace matter {

namespace {

struct Bracket {
  std::string_view open, close;
};
constexpr Bracket brackets[] = {{"（", "）"}, {"(", ")"}, {"《", "》"}, {"“", "”"}, {"【", "】"}, {"[", "]"}};

/// Length of the bracket that opens at the front, its content included; 0 where none does.
std::size_t bracketed(std::string_view text) {
  switch (text.empty() ? 0 : static_cast<unsigned char>(text[0])) {
    case '(':
    case '[':
    case 0xE2:
    case 0xE3:
    case 0xEF: break;  // what they begin with
    default: return 0;
  }
  for (const Bracket& one : brackets) {
    if (!text.starts_with(one.open)) continue;
    const std::size_t end = text.find(one.close, one.open.size());
    return end == std::string_view::npos ? text.size() : end + one.close.size();
  }
  return 0;
}

// Last words of papers.
constexpr std::string_view papers[] = {
    "证",   "证书", "证明", "执照",   "证件",   "户口簿", "户口本", "申请书",   "申请表", "登记表", "报告",    "合同",
    "协议", "章程", "函",   "委托书", "承诺书", "声明",   "发票",   "照片",     "图纸",   "平面图", "简历",    "名册",
    "名单", "清单", "凭证", "护照",   "通行证", "决议",   "批复",   "批准文件", "说明书", "方案",   "申请报告"};
constexpr std::string_view copies[] = {"复印件", "原件", "副本", "正本", "附件", "附表", "扫描件", "电子版"};

template <std::size_t N>
bool ends_in(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view w) { return text.ends_with(w); });
}

/// Without brackets and copies at the end: 身份证（原件）复印件 is 身份证.
std::string_view core(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view word : copies) {
      if (!text.ends_with(word) || text.size() == word.size()) continue;
      text.remove_suffix(word.size());
      again = true;
    }
    for (const Bracket& one : brackets) {
      if (one.open == "《" || !text.ends_with(one.close)) continue;
      const std::size_t open = text.rfind(one.open);
      if (open == std::string_view::npos || open == 0) continue;
      text = text.substr(0, open);
      again = true;
    }
  }
  return text;
}

bool is_paper(std::string_view text) { return ends_in(core(text), papers); }

constexpr std::string_view joints[] = {"、", "及", "以及"};

constexpr std::string_view vague_words[] = {"有关", "相关", "适当", "必要时"};

/// Whether one of them, 等 or 《 could begin with these two bytes: for nearly all places the answer is no.
bool may_begin(unsigned char lead, unsigned char next) {
  switch (lead) {
    case 0xE3: return next == 0x80;                  // 《
    case 0xE5: return next == 0xBF;                  // 必
    case 0xE6: return next == 0x9C;                  // 有
    case 0xE7: return next == 0x9B || next == 0xAD;  // 相, 等
    case 0xE9: return next == 0x80;                  // 适
    default: return false;
  }
}

// Terms that hold one of them.
constexpr std::string_view terms[] = {"有关于",   "相关性",   "相关系数",     "相关者",   "相关方",
                                      "相关利益", "相关专业", "有关人民政府", "相关信息", "相关政府信息"};

// What 有关 means some of, undefined: 有关部门的证明 is vague, 有关取水权转让的批准文件 says what it is about.
constexpr std::string_view heads[] = {"部门", "机关", "单位", "法律", "法规", "规定", "行业", "国家", "技术", "政策",
                                      "资料", "材料", "证明", "文件", "标准", "规范", "要求", "人员", "合同", "情况"};

/// 有关…的…: a preposition, with what it is about behind it.
bool is_about(std::string_view rest) {
  constexpr std::string_view about = "有关";
  constexpr std::string_view of = "的";
  constexpr std::size_t farthest = 30;  // bytes: ten characters
  if (!rest.starts_with(about)) return false;
  rest.remove_prefix(about.size());
  const std::size_t end = rest.find(of);
  if (end == 0 || end == std::string_view::npos || end > farthest) return false;
  const std::string_view object = rest.substr(0, end);
  const auto in_object = [&](std::string_view part) { return contains(object, part); };
  constexpr std::string_view marks[] = {"，", "。", "；", "、", "：", ",", ";", "\n", "）", "》"};
  return std::none_of(std::begin(heads), std::end(heads), in_object) &&
         std::none_of(std::begin(marks), std::end(marks), in_object);
}

/// A term, 有关…的…, or 与…有关: what it has to do with is said in the same clause.
bool is_settled(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (std::any_of(std::begin(terms), std::end(terms), [&](std::string_view term) { return rest.starts_with(term); }))
    return true;
  if (is_about(rest)) return true;
  std::string_view clause = text.substr(0, at);
  for (const std::string_view mark : {"，", "。", "；", "：", ",", ";", ":", "\n"}) {
    const std::size_t last = clause.rfind(mark);
    if (last != std::string_view::npos) clause.remove_prefix(last + mark.size());
  }
  return contains(clause, "与");
}

/// 等 as the end of a list: at the end of the text or before a mark, behind another item.
bool ends_a_list(std::string_view text, std::size_t at) {
  constexpr std::string_view and_so_on = "等";
  const std::string_view rest = text.substr(at + and_so_on.size());
  constexpr std::string_view marks[] = {"。", "；", ";", "，", ",", "）", ")"};
  const bool at_end = rest.empty() || std::any_of(std::begin(marks), std::end(marks),
                                                  [&](std::string_view m) { return rest.starts_with(m); });
  return at_end && contains(text.substr(0, at), "、");
}

}  // namespace

std::string_view find_joint(std::string_view name) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < name.size();) {
    if (const std::size_t skip = bracketed(name.substr(at)); skip != 0) {
      at += skip;
      continue;
    }
    const std::string_view rest = name.substr(at);
    const auto* const joint =
        std::find_if(std::begin(joints), std::end(joints), [&](std::string_view j) { return rest.starts_with(j); });
    if (joint == std::end(joints)) {
      ++at;
      continue;
    }
    const std::string_view before = name.substr(begin, at - begin);
    const std::string_view after = name.substr(at + joint->size());
    // 甲、乙或丙 asks for one of them, not for all.
    const bool either = *joint == "、" && contains(after, "或");
    if (!either && is_paper(before) && is_paper(after.substr(0, after.find("、"))) && !after.starts_with("其"))
      return name.substr(at - std::min(at, before.size()));
    at += joint->size();
  }
  return {};
}

std::string_view find_vague(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size();) {
    if (!may_begin(static_cast<unsigned char>(text[at]), static_cast<unsigned char>(text[at + 1]))) {
      ++at;
      continue;
    }
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("《")) {
      at += bracketed(rest);
      continue;
    }
    for (const std::string_view word : vague_words)
      if (rest.starts_with(word) && !is_settled(text, at)) return rest.substr(0, word.size());
    if (rest.starts_with("等") && ends_a_list(text, at)) return rest.substr(0, std::strlen("等"));
    ++at;
  }
  return {};
}

std::string_view find_markup(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos; at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at);
    if (rest[0] == '<') {
      const std::size_t name = rest.size() > 1 && rest[1] == '/' ? 2 : 1;
      const std::size_t end = rest.find('>');
      if (rest.size() > name && is_letter(rest[name]) && end != std::string_view::npos) return rest.substr(0, end + 1);
    } else {
      constexpr std::size_t longest = 12;
      const std::size_t end = rest.find(';');
      if (end != std::string_view::npos && end > 2 && end <= longest &&
          std::all_of(rest.begin() + 1, rest.begin() + static_cast<std::ptrdiff_t>(end),
                      [&](char c) { return is_letter(c) || is_digit(c) || c == '#'; }))
        return rest.substr(0, end + 1);
    }
  }
  return {};
}

}  // namespace matter
