#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace matter::yaml {

/// What a node may begin with, by its first byte.
enum class Lead : std::uint8_t {
  plain,
  suspect,  ///< plain, but worth a look
  dash,     ///< an indicator when white space follows
  question,
  colon,
  blank,
  comment,
  double_quote,
  single_quote,
  flow,
  block_scalar,
  outside,   ///< anchor, alias, tag
  reserved,  ///< may begin nothing
};

constexpr std::array<Lead, 256> make_leads() {
  std::array<Lead, 256> leads{};
  for (Lead& lead : leads) lead = Lead::plain;
  const auto set = [&leads](std::string_view chars, Lead lead) {
    for (const char c : chars) leads[static_cast<unsigned char>(c)] = lead;
  };
  set("\xE2\xE3\xC2\xEF", Lead::suspect);
  set("-", Lead::dash);
  set("?", Lead::question);
  set(":", Lead::colon);
  set(" \t\r\n", Lead::blank);
  set("#", Lead::comment);
  set("\"", Lead::double_quote);
  set("'", Lead::single_quote);
  set("[]{},", Lead::flow);
  set("|>", Lead::block_scalar);
  set("&*!", Lead::outside);
  set("@`%", Lead::reserved);
  return leads;
}

inline constexpr std::array<Lead, 256> leads = make_leads();

constexpr Lead lead_of(char c) { return leads[static_cast<unsigned char>(c)]; }

constexpr std::array<bool, 256> make_flow_stops() {
  std::array<bool, 256> stops{};
  for (const char c : std::string_view(",[]{}:#\n\r")) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}

inline constexpr std::array<bool, 256> flow_stops = make_flow_stops();

/// May end a plain scalar inside brackets.
constexpr bool may_stop_in_flow(char c) { return flow_stops[static_cast<unsigned char>(c)]; }

}  // namespace matter::yaml
