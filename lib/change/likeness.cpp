#include "change/likeness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <tuple>
#include <unordered_map>

#include "model/codes.h"
#include "model/content.h"
#include "model/field.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Names, codes and agency speak for themselves; the content is what is left.
constexpr std::array<std::string_view, 13> apart = {
    "name",           "main",        "sub",        "handling",         "code",   "handling_code", "basic_code",
    "directory_code", "parent_code", "local_code", "local_basic_code", "agency", "version"};

std::uint64_t print(std::string_view text, std::uint64_t begin) {
  std::uint64_t hash = begin;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;  // FNV-1a
  return hash;
}

void add_prints(const Content& content, std::uint64_t path, std::vector<std::uint64_t>& to) {
  const std::uint64_t here = print(content.key, path) * 31;
  if (content.kind == Content::Kind::text) to.push_back(print(normalised(content.text), here));
  if (content.kind == Content::Kind::none) to.push_back(here);
  for (const Content& part : content.parts) add_prints(part, here, to);
}

void tidy(std::vector<std::uint64_t>& prints) {
  std::sort(prints.begin(), prints.end());
  prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
}

std::string without_zeros(std::string_view region) {
  while (region.ends_with('0')) region.remove_suffix(1);
  return std::string(region);
}

}  // namespace

double text_likeness(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  const auto pairs = [](std::string_view text) {
    std::vector<std::uint64_t> found;
    char32_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      found.push_back((static_cast<std::uint64_t>(last) << 32U) | c);
      last = c;
    }
    found.push_back(static_cast<std::uint64_t>(last) << 32U);
    std::sort(found.begin(), found.end());
    return found;
  };
  const auto left = pairs(normalised(a));
  const auto right = pairs(normalised(b));
  std::vector<std::uint64_t> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(left.size() + right.size());
}

MatterSketch sketch_of(const Matter& m, bool standard) {
  MatterSketch sketch;
  sketch.standard = standard;
  sketch.name = normalised(display_name(m));
  sketch.agency = normalised(m.agency.name.text);
  sketch.agency_code = m.agency.code.text;
  sketch.region = without_zeros(m.agency.region.text);
  sketch.code = standard ? standard_code(m) : identity(m);
  if (const auto parts = parse_implementing_code(sketch.code); parts && !standard) {
    sketch.agency_code = parts->agency;
    sketch.item.append(parts->basic).append("/").append(parts->handling);
  }
  constexpr std::size_t seat_at = 2;
  constexpr std::size_t seat_size = 6;
  if (check_usc(sketch.agency_code).shape) sketch.seat = sketch.agency_code.substr(seat_at, seat_size);
  for (const Field& field : table_of<Matter>()->fields) {
    if (mark_of(field, &m).absent() || std::find(apart.begin(), apart.end(), field.key) != apart.end()) continue;
    add_prints(content_of(field, member(field, &m)), print(field.key, 0xCBF29CE484222325ULL), sketch.content);
  }
  tidy(sketch.content);
  return sketch;
}

namespace {

using Indexes = std::vector<std::uint32_t>;

/// Those that share something, of both sides.
struct Block {
  Indexes before, after;
};
/// More pairs than this share a name or a code only because many do.
constexpr std::size_t most_pairs = 4096;
/// What more matters say is no sign of any of them.
constexpr std::size_t rare = 8;
/// Of those that share rare contents, the ones that share most.
constexpr std::size_t most_candidates = 8;

class Matching {
 public:
  Matching(const std::vector<MatterSketch>& before, const std::vector<MatterSketch>& after)
      : before_(before), after_(after) {}

  std::vector<LikePair> run() {
    weigh();
    by([](const MatterSketch& one) { return one.name; }, [](const MatterSketch& one) { return one.agency; });
    by([](const MatterSketch& one) { return one.item; },
       [](const MatterSketch& one) { return one.region.empty() ? one.seat : one.region; });
    by_content();
    std::sort(candidates_.begin(), candidates_.end());
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
    return choose();
  }

 private:
  void weigh();
  [[nodiscard]] double weight(std::uint64_t print) const;
  [[nodiscard]] double content(const MatterSketch& a, const MatterSketch& b) const;
  [[nodiscard]] double likeness(const MatterSketch& a, const MatterSketch& b) const;
  template <class Key, class Finer>
  void by(Key key, Finer finer);
  void add(const Block& block);
  void by_content();
  [[nodiscard]] std::vector<LikePair> choose() const;

  const std::vector<MatterSketch>& before_;
  const std::vector<MatterSketch>& after_;
  std::unordered_map<std::uint64_t, std::uint32_t> counts_;  // in how many matters a print is
  std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates_;
};

void Matching::weigh() {
  for (const auto* side : {&before_, &after_}) {
    for (const MatterSketch& one : *side) {
      for (const std::uint64_t print : one.content) ++counts_[print];
    }
  }
}

/// What few say weighs more than what many do.
double Matching::weight(std::uint64_t print) const {
  const double all = static_cast<double>(before_.size() + after_.size());
  return std::log2(1 + all / static_cast<double>(counts_.at(print)));
}

double Matching::content(const MatterSketch& a, const MatterSketch& b) const {
  double both = 0;
  double sum = 0;
  for (const std::uint64_t print : a.content) sum += weight(print);
  for (const std::uint64_t print : b.content) {
    const double one = weight(print);
    sum += one;
    if (std::binary_search(a.content.begin(), a.content.end(), print)) both += one;
  }
  return sum > 0 ? 2 * both / sum : 0;
}

bool differ(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }
bool agree(const std::string& a, const std::string& b) { return !a.empty() && a == b; }

/// 0 where they are not one matter.
double Matching::likeness(const MatterSketch& a, const MatterSketch& b) const {
  if (a.standard != b.standard || differ(a.region, b.region)) return 0;
  const bool regions = !a.region.empty() && !b.region.empty();
  if (!regions && differ(a.seat, b.seat)) return 0;
  const bool same_agency = agree(a.agency_code, b.agency_code) || agree(a.agency, b.agency);
  const bool same_name = agree(a.name, b.name);
  const double name = text_likeness(a.name, b.name);
  const double content = this->content(a, b);
  const bool both_coded = !a.code.empty() && !b.code.empty();
  const double agency = same_agency ? 1 : text_likeness(a.agency, b.agency);
  const double needed = agency >= agencies_alike ? half_alike : agree(a.item, b.item) ? item_alike : contents_alike;
  const bool followed = content >= needed;
  const bool one_name = same_name && (same_agency || followed);
  const bool one_item = agree(a.item, b.item) && name >= names_alike && (same_agency || followed);
  const bool one_text = !both_coded && same_agency && name >= names_alike && content >= contents_alike;
  if (!one_name && !one_item && !one_text) return 0;
  return 0.4 * name + 0.2 * agency + 0.4 * content;
}

void Matching::add(const Block& block) {
  for (const std::uint32_t i : block.before) {
    for (const std::uint32_t j : block.after) candidates_.emplace_back(i, j);
  }
}

/// Pairs of what has one key; where too many have it, of those that have one finer key too.
template <class Key, class Finer>
void Matching::by(Key key, Finer finer) {
  std::unordered_map<std::string, Block> blocks;
  for (std::uint32_t i = 0; i < before_.size(); ++i) blocks[key(before_[i])].before.push_back(i);
  for (std::uint32_t i = 0; i < after_.size(); ++i) blocks[key(after_[i])].after.push_back(i);
  for (const auto& [shared, block] : blocks) {
    if (shared.empty()) continue;
    if (block.before.size() * block.after.size() <= most_pairs) {
      add(block);
      continue;
    }
    std::unordered_map<std::string, Block> parts;
    for (const std::uint32_t i : block.before) parts[finer(before_[i])].before.push_back(i);
    for (const std::uint32_t i : block.after) parts[finer(after_[i])].after.push_back(i);
    for (const auto& [finer_shared, part] : parts) {
      if (part.before.size() * part.after.size() <= most_pairs) add(part);
    }
  }
}

/// Of matters without a code: those that share what few others say.
void Matching::by_content() {
  std::unordered_map<std::uint64_t, Indexes> holders;
  for (std::uint32_t i = 0; i < after_.size(); ++i) {
    for (const std::uint64_t print : after_[i].content) {
      if (counts_.at(print) <= rare) holders[print].push_back(i);
    }
  }
  for (std::uint32_t i = 0; i < before_.size(); ++i) {
    std::unordered_map<std::uint32_t, std::uint32_t> shared;
    for (const std::uint64_t print : before_[i].content) {
      const auto found = holders.find(print);
      if (found == holders.end()) continue;
      for (const std::uint32_t j : found->second) {
        if (before_[i].code.empty() || after_[j].code.empty()) ++shared[j];
      }
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> most;
    most.reserve(shared.size());
    for (const auto& [j, count] : shared) most.emplace_back(~count, j);  // the most first, then in order
    std::sort(most.begin(), most.end());
    if (most.size() > most_candidates) most.resize(most_candidates);
    for (const auto& [count, j] : most) candidates_.emplace_back(i, j);
  }
}

/// The most alike first. Where what is left of either side has another candidate as good, neither is taken.
std::vector<LikePair> Matching::choose() const {
  std::vector<LikePair> all;
  for (const auto& [i, j] : candidates_) {
    const double alike = likeness(before_[i], after_[j]);
    if (alike > 0) all.push_back({i, j, alike});
  }
  std::sort(all.begin(), all.end(), [](const LikePair& a, const LikePair& b) {
    return std::tuple(-a.likeness, a.before, a.after) < std::tuple(-b.likeness, b.before, b.after);
  });
  std::vector<Indexes> of_before(before_.size());
  std::vector<Indexes> of_after(after_.size());
  for (std::uint32_t at = 0; at < all.size(); ++at) {
    of_before[all[at].before].push_back(at);
    of_after[all[at].after].push_back(at);
  }
  std::vector<bool> done_before(before_.size(), false);
  std::vector<bool> done_after(after_.size(), false);
  std::vector<LikePair> chosen;
  for (std::uint32_t at = 0; at < all.size(); ++at) {
    const LikePair& pair = all[at];
    if (done_before[pair.before] || done_after[pair.after]) continue;
    Indexes rivals;
    for (const Indexes* others : {&of_before[pair.before], &of_after[pair.after]}) {
      for (const std::uint32_t other : *others) {
        const LikePair& one = all[other];
        const bool rival = other > at && one.likeness >= pair.likeness - too_close;
        if (rival && !done_before[one.before] && !done_after[one.after]) rivals.push_back(other);
      }
    }
    if (rivals.empty()) chosen.push_back(pair);
    done_before[pair.before] = done_after[pair.after] = true;
    for (const std::uint32_t rival : rivals) done_before[all[rival].before] = done_after[all[rival].after] = true;
  }
  std::sort(chosen.begin(), chosen.end(), [](const LikePair& a, const LikePair& b) { return a.after < b.after; });
  return chosen;
}

}  // namespace

std::vector<LikePair> pair_alike(const std::vector<MatterSketch>& before, const std::vector<MatterSketch>& after) {
  if (before.empty() || after.empty()) return {};
  return Matching(before, after).run();
}

}  // namespace matter
