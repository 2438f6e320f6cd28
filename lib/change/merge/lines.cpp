#include "change/merge/lines.h"

#include <algorithm>
#include <map>

namespace matter::merge {

namespace {

std::uint32_t place(const Triple& triple, bool ours) { return ours ? triple.ours : triple.theirs; }

/// The triples that a side has, in its order.
std::vector<std::uint32_t> on_side(const std::vector<Triple>& triples, bool ours) {
  std::vector<std::uint32_t> in;
  for (std::uint32_t i = 0; i < triples.size(); ++i) {
    if (place(triples[i], ours) != nowhere) in.push_back(i);
  }
  std::sort(in.begin(), in.end(),
            [&](std::uint32_t a, std::uint32_t b) { return place(triples[a], ours) < place(triples[b], ours); });
  return in;
}

bool in_all(const Triple& t) { return t.base != nowhere && t.ours != nowhere && t.theirs != nowhere; }

/// The common ones in a side's order, as places of the base.
std::vector<std::uint32_t> common(const std::vector<Triple>& triples, const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> places;
  for (const std::uint32_t i : order) {
    if (in_all(triples[i])) places.push_back(triples[i].base);
  }
  return places;
}

/// Puts what only `other` has behind what it follows there.
void insert(const std::vector<Triple>& triples, const std::vector<std::uint32_t>& other, bool host_ours,
            std::vector<std::uint32_t>& sequence) {
  const auto has = [&](std::uint32_t i) { return place(triples[i], host_ours) != nowhere; };
  std::uint32_t before = nowhere;
  for (const std::uint32_t i : other) {
    if (!has(i)) {
      auto at = before == nowhere ? sequence.begin() : std::find(sequence.begin(), sequence.end(), before) + 1;
      // Ours' own additions at this place come first.
      while (host_ours && at != sequence.end() && triples[*at].base == nowhere && triples[*at].theirs == nowhere) ++at;
      sequence.insert(at, i);
    }
    before = i;
  }
}

/// A line with how many like it stand before it: what makes it one.
using LineKey = std::pair<std::string_view, std::uint32_t>;

std::vector<LineKey> keys_of(std::string_view text) {
  std::vector<LineKey> keys;
  std::map<std::string_view, std::uint32_t> seen;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    keys.emplace_back(line, seen[line]++);
    text.remove_prefix(end);
  }
  return keys;
}

std::size_t spaces(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

std::string_view first_line(std::string_view text) {
  return text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
}

}  // namespace

Order merge_order(const std::vector<Triple>& triples) {
  const std::vector<std::uint32_t> ours = on_side(triples, true);
  const std::vector<std::uint32_t> theirs = on_side(triples, false);
  const std::vector<std::uint32_t> our_common = common(triples, ours);
  const std::vector<std::uint32_t> their_common = common(triples, theirs);
  const bool we_moved = !std::is_sorted(our_common.begin(), our_common.end());
  const bool they_moved = !std::is_sorted(their_common.begin(), their_common.end());
  Order order;
  order.both_moved = we_moved && they_moved && our_common != their_common;
  const bool host_ours = we_moved || !they_moved;
  order.sequence = host_ours ? ours : theirs;
  insert(triples, host_ours ? theirs : ours, host_ours, order.sequence);
  return order;
}

std::string merge_lines(std::string_view base, std::string_view ours, std::string_view theirs) {
  if (ours == base || ours == theirs) return std::string(theirs);
  if (theirs == base) return std::string(ours);
  std::map<LineKey, Triple> found;
  const auto enter = [&found](std::string_view text, std::uint32_t Triple::*side) {
    const std::vector<LineKey> keys = keys_of(text);
    for (std::uint32_t i = 0; i < keys.size(); ++i) found[keys[i]].*side = i;
  };
  enter(base, &Triple::base);
  enter(ours, &Triple::ours);
  enter(theirs, &Triple::theirs);
  std::vector<Triple> triples;
  std::vector<std::string_view> texts;
  for (const auto& [key, triple] : found) {
    // Taken away by one side: gone, unless it is blank and only the other's distance.
    if (triple.base != nowhere && (triple.ours == nowhere || triple.theirs == nowhere)) continue;
    triples.push_back(triple);
    texts.push_back(key.first);
  }
  std::string merged;
  for (const std::uint32_t i : merge_order(triples).sequence) merged.append(texts[i]);
  return merged;
}

void append_shifted(std::string_view text, std::int32_t by, bool whole, std::string& to) {
  if (by == 0) {
    to.append(text);
    return;
  }
  bool at_start = whole;
  while (!text.empty()) {
    std::string_view line = first_line(text);
    text.remove_prefix(line.size());
    if (at_start && line != "\n" && !line.empty()) {
      if (by > 0) {
        to.append(static_cast<std::size_t>(by), ' ');
      } else {
        line.remove_prefix(std::min(spaces(line), static_cast<std::size_t>(-by)));
      }
    }
    to.append(line);
    at_start = true;
  }
}

bool same_shifted(std::string_view a, std::string_view b, std::int32_t by, bool whole) {
  if (by == 0) return a == b;
  std::string moved;
  append_shifted(a, by, whole, moved);
  return moved == b;
}

}  // namespace matter::merge
