#include "checks/wording.h"

#include <algorithm>
#include <cstring>

#include "diag/words.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t longest_filler = 24;    // bytes
constexpr std::size_t longest_referral = 60;  // bytes

constexpr std::string_view fillers[] = {
    "无", "无要求", "无数据", "无内容", "暂无", "暂缺", "没有", "空",  "略", "待定", "/",    "\\",   "-",    "--",
    "—",  "——",     "_",      "...",    "…",    "……",   "N/A",  "n/a", "NA", "null", "NULL", "None", "none", "nil"};
constexpr std::string_view referrals[] = {"详见", "参见", "见附件", "见办事指南", "见指南", "同上", "请见"};
constexpr std::string_view leftover_words[] = {"请填写",   "请输入",   "请选择",  "待填写", "待补充",
                                               "此处填写", "（请填写", "(请填写", "TODO",   "TBD"};

/// Lead bytes of fillers; a look at the first byte answers for nearly all texts.
bool may_be_filler(std::string_view text) {
  if (text.empty() || text.size() > longest_filler) return false;
  switch (static_cast<unsigned char>(text[0])) {
    case '/':
    case '\\':
    case '-':
    case '_':
    case '.':
    case 'N':
    case 'n':
    case 0xE2: return true;
    case 0xE6: return text.starts_with("无") || text.starts_with("暂") || text.starts_with("没");
    case 0xE7: return text.starts_with("空") || text.starts_with("略");
    case 0xE5: return text.starts_with("待");
    default: return false;
  }
}

std::size_t run_of(std::string_view text, std::size_t at, std::string_view sign) {
  std::size_t n = 0;
  while (text.substr(at + n * sign.size()).starts_with(sign)) ++n;
  return n;
}

struct Sign {
  std::string_view text;
  std::size_t times;  ///< that often in a row it is no part of a real text
};
constexpr Sign signs[] = {{"*", 2}, {"X", 3}, {"x", 3}, {"_", 3}, {"{", 2}, {"×", 2}, {"○", 2}};

/// The first run of a sign that is a leftover; empty where there is none.
std::string_view find_signs(std::string_view text) {
  for (const Sign& sign : signs) {
    for (std::size_t at = text.find(sign.text[0]); at != std::string_view::npos; at = text.find(sign.text[0], at)) {
      const std::size_t n = run_of(text, at, sign.text);
      if (n >= sign.times) return text.substr(at, n * sign.text.size());
      at += std::max<std::size_t>(n * sign.text.size(), 1);
    }
  }
  return {};
}

}  // namespace

bool contains(std::string_view text, std::string_view needle) {
  // A text that is absent has no bytes to point at.
  if (text.size() < needle.size() || needle.empty()) return needle.empty();
  return ::memmem(text.data(), text.size(), needle.data(), needle.size()) != nullptr;
}

bool is_filler(std::string_view text) {
  text = trimmed(text);
  if (!may_be_filler(text)) return false;
  if (text.ends_with("。")) text.remove_suffix(std::strlen("。"));
  return std::find(std::begin(fillers), std::end(fillers), text) != std::end(fillers);
}

bool is_referral(std::string_view text) {
  if (text.size() > longest_referral) return false;
  return std::any_of(std::begin(referrals), std::end(referrals),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool says_nothing(const Scalar& value) {
  if (value.mark.state == State::wrong) return false;
  return !value.given() || trimmed(value.text).empty() || is_filler(value.text);
}

bool may_hold_leftover_signs(std::string_view text) { return !find_signs(text).empty(); }

std::string_view find_leftover_words(std::string_view text) {
  if (text.empty()) return {};
  switch (static_cast<unsigned char>(text[0])) {
    case 0xE8:
    case 0xE5:
    case 0xE6:
    case 0xEF:
    case '(':
    case 'T': break;  // what they begin with
    default: return {};
  }
  for (const std::string_view word : leftover_words)
    if (text.starts_with(word)) return text.substr(0, word.size());
  return {};
}

std::string_view find_leftover(std::string_view text) {
  const std::string_view words = find_leftover_words(text);
  return words.empty() ? find_signs(text) : words;
}

bool cites_rule(std::string_view text) {
  if (contains(text, "《") || contains(text, "〔") || contains(text, "号令")) return true;
  const std::size_t clause = text.find("第");
  return clause != std::string_view::npos && contains(text.substr(clause), "条");
}

std::string times(Lang lang, std::int32_t n) {
  if (lang == Lang::en && n == 1) return "once";
  if (lang == Lang::en && n == 2) return "twice";
  return say(lang, {"{} 次", "{} times"}, n);
}

std::string characters(Lang lang, std::size_t n) {
  if (lang == Lang::en && n == 1) return "1 character";
  return say(lang, {"{} 个字符", "{} characters"}, n);
}

std::uint64_t signature(std::string_view text) {
  constexpr std::uint64_t prime = 0x100000001B3ULL;
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  const auto mix = [&hash](unsigned char byte) { hash = (hash ^ byte) * prime; };
  const auto mix_ascii = [&mix](char32_t c) {
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) mix(static_cast<unsigned char>(c));
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead >= 0xE4 && lead <= 0xE9 && at + 2 < text.size()) {  // ideographs: normalising leaves them alone
      for (const std::size_t end = at + 3; at < end; ++at) mix(static_cast<unsigned char>(text[at]));
    } else if (lead == 0xEF) {
      mix_ascii(narrow(next_code_point(text, at)));
    } else {
      if (lead < 0x80) mix_ascii(lead);
      ++at;
    }
  }
  return hash;
}

}  // namespace matter
