#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace matter {

/// A complete matter without a finding, from which the examples of rules are made. All of it is a sample:
/// no agency has the organisation code 00000000-0.
inline constexpr std::string_view sample_matter =
    "sample: 是\n"
    "name: 公共场所卫生许可（示例）\n"
    "handling: 首次申请\n"
    "code: \"11350200000000000Y3000199001000\"\n"
    "type: 行政许可\n"
    "level: 市级\n"
    "status: 在用\n"
    "version: 1\n"
    "agency: {name: 示例市卫生健康委员会, code: 11350200000000000Y, nature: 法定机关, region: \"350200000000\"}\n"
    "power: {source: 法定本级行使}\n"
    "kind: 承诺件\n"
    "clients: [企业法人, 非法人企业]\n"
    "basis: [{title: 《示例卫生法》, number: 示例令第1号, article: 第八条, issuer: 示例会议, rank: 法律}]\n"
    "conditions: [有固定的经营场所]\n"
    "materials: [{name: 经营场所平面图, source: 申请人自备, basis: 《示例卫生法》第九条}]\n"
    "limits: {legal: 20 工作日, promised: 5 工作日}\n"
    "special: 无\n"
    "fees: 无\n"
    "process: [{step: 受理, limit: 1 工作日}, {step: 审查, limit: 3 工作日}, {step: 决定, limit: 1 工作日}, 送达]\n"
    "results: [{name: 卫生许可证, kind: 证照, sample: \"https://example.gov.cn/files/s.pdf\", delivery: [窗口领取, "
    "邮寄送达]}]\n"
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, telephone: 0592-0000004}\n"
    "contacts: {consult: 0592-0000001, complain: 0592-0000002}\n"
    "appeal: [行政复议, 行政诉讼]\n"
    "questions: [{question: 只换负责人也要办吗？, answer: 要，办理变更。}]\n";

/// Two versions of the standard entry that the sample may be bound to; the newer one is three working days old on
/// 2026-01-31.
inline constexpr std::string_view sample_standard =
    "sample: true\n"
    "name: 公共场所卫生许可（示例）\n"
    "directory_code: \"00019900100001\"\n"
    "type: 行政许可\n"
    "version: 1\n"
    "materials: [{name: 经营场所平面图, basis: 《示例卫生法》第九条}]\n"
    "---\n"
    "sample: true\n"
    "name: 公共场所卫生许可（示例）\n"
    "directory_code: \"00019900100001\"\n"
    "type: 行政许可\n"
    "version: 2\n"
    "effective: 2026-01-27\n"
    "materials: [{name: 经营场所平面图, basis: 《示例卫生法》第九条}]\n";

namespace detail {

/// The line from `at`, its line break included.
constexpr std::string_view line_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return text.substr(at, (end == std::string_view::npos ? text.size() : end + 1) - at);
}
constexpr std::string_view key_of(std::string_view line) {
  return line.empty() || line[0] == ' ' || line[0] == '-' || line[0] == '#' ? std::string_view{}
                                                                            : line.substr(0, line.find(':'));
}
/// Whether the fragment writes the key itself, or takes it away by a line "!key".
constexpr bool speaks_of(std::string_view fragment, std::string_view key) {
  for (std::size_t at = 0; at < fragment.size();) {
    const std::string_view line = line_at(fragment, at);
    const std::string_view found = key_of(line);
    if (found == key) return true;
    if (!found.empty() && found[0] == '!' && found.substr(1, found.find('\n') - 1) == key) return true;
    at += line.size();
  }
  return false;
}
/// The fragment first, since it is what the example is about; then what it does not speak of.
template <class Put>
constexpr void compose(std::string_view fragment, std::string_view rest, Put put) {
  for (std::size_t at = 0; at < fragment.size();) {
    const std::string_view line = line_at(fragment, at);
    if (line[0] != '!') put(line);
    at += line.size();
  }
  put("# 其余要素 (the rest of a complete matter)\n");
  for (std::size_t at = 0; at < rest.size();) {
    const std::string_view line = line_at(rest, at);
    if (!speaks_of(fragment, key_of(line))) put(line);
    at += line.size();
  }
}
constexpr std::size_t composed_size(std::string_view fragment) {
  std::size_t size = 0;
  compose(fragment, sample_matter, [&size](std::string_view line) { size += line.size(); });
  return size;
}
template <const std::string_view& Fragment>
struct Composed {
  static constexpr auto bytes = [] {
    std::array<char, composed_size(Fragment)> text{};
    std::size_t at = 0;
    compose(Fragment, sample_matter, [&](std::string_view line) {
      for (const char c : line) text[at++] = c;
    });
    return text;
  }();
};

template <const std::string_view& First, const std::string_view& Second>
struct Pair {
  static constexpr auto bytes = [] {
    constexpr std::string_view between = "---\n";
    std::array<char, Composed<First>::bytes.size() + between.size() + Composed<Second>::bytes.size()> text{};
    std::size_t at = 0;
    for (const char c : Composed<First>::bytes) text[at++] = c;
    for (const char c : between) text[at++] = c;
    for (const char c : Composed<Second>::bytes) text[at++] = c;
    return text;
  }();
};

}  // namespace detail

/// `sample_matter` with the keys of `Fragment` instead of its own; a line `!key` takes one away.
/// Made by the compiler: an example is complete YAML, and its rule's file holds only what matters.
template <const std::string_view& Fragment>
inline constexpr std::string_view sample_with{detail::Composed<Fragment>::bytes.data(),
                                              detail::Composed<Fragment>::bytes.size()};

/// Two such matters as two documents of one file.
template <const std::string_view& First, const std::string_view& Second>
inline constexpr std::string_view sample_pair{detail::Pair<First, Second>::bytes.data(),
                                              detail::Pair<First, Second>::bytes.size()};

}  // namespace matter
