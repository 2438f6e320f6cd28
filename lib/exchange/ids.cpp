#include "exchange/ids.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace matter {

namespace {

/// 32 digits, from `to` on; `hyphens` where a UUID has them.
void write_hex(const XXH128_canonical_t& bytes, char* to, bool hyphens) {
  static constexpr char digits[] = "0123456789abcdef";
  for (std::size_t i = 0; i < sizeof bytes.digest; ++i) {
    if (hyphens && (i == 4 || i == 6 || i == 8 || i == 10)) *to++ = '-';
    *to++ = digits[bytes.digest[i] >> 4U];
    *to++ = digits[bytes.digest[i] & 15U];
  }
}

std::string hex(const XXH128_canonical_t& bytes) {
  std::string text(2 * sizeof bytes.digest, '0');
  write_hex(bytes, text.data(), false);
  return text;
}

XXH128_canonical_t canonical(XXH128_hash_t hash) {
  XXH128_canonical_t made;
  XXH128_canonicalFromHash(&made, hash);
  return made;
}

void append_with_lengths(std::span<const std::string_view> parts, std::string& to) {
  constexpr std::size_t most_digits = 20;
  std::size_t size = to.size();
  for (const std::string_view part : parts) size += part.size() + most_digits + 1;
  to.reserve(size);
  std::array<char, most_digits> digits{};
  for (const std::string_view part : parts) {
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), part.size());
    to.append(digits.data(), end.ptr).append(1, ':').append(part);
  }
}

}  // namespace

struct ContentHash::State {
  XXH3_state_t state;
};

ContentHash::ContentHash() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->state); }
ContentHash::~ContentHash() = default;
ContentHash::ContentHash(ContentHash&&) noexcept = default;
ContentHash& ContentHash::operator=(ContentHash&&) noexcept = default;
void ContentHash::add(std::string_view bytes) { XXH3_128bits_update(&state_->state, bytes.data(), bytes.size()); }
std::string ContentHash::text() const { return hex(canonical(XXH3_128bits_digest(&state_->state))); }

std::string ContentId::text() const { return hex(canonical({low, high})); }

std::optional<ContentId> ContentId::read(std::string_view text) {
  constexpr std::size_t digits = 16;
  ContentId id;
  if (text.size() != 2 * digits) return std::nullopt;
  const char* const middle = text.data() + digits;
  const auto high = std::from_chars(text.data(), middle, id.high, 16);
  const auto low = std::from_chars(middle, middle + digits, id.low, 16);
  if (high.ptr != middle || low.ptr != middle + digits) return std::nullopt;
  return id;
}

ContentId content_id(const std::vector<std::string_view>& parts) {
  std::string joined;
  append_with_lengths(parts, joined);
  const XXH128_hash_t hash = XXH3_128bits(joined.data(), joined.size());
  return {hash.high64, hash.low64};
}

bool ContentIdSet::insert(const ContentId& id) {
  if (used_ * 8 >= slots_.size() * 7) grow();
  ContentId& at = slots_[slot(id)];
  if (at == id) return false;
  at = id;
  ++used_;
  return true;
}

bool ContentIdSet::contains(const ContentId& id) const { return !slots_.empty() && slots_[slot(id)] == id; }

std::size_t ContentIdSet::slot(const ContentId& id) const {
  const std::size_t last = slots_.size() - 1;
  std::size_t at = id.low & last;
  while (slots_[at] != id && slots_[at] != ContentId{}) at = (at + 1) & last;
  return at;
}

void ContentIdSet::grow() {
  constexpr std::size_t first = 16;
  std::vector<ContentId> small = std::move(slots_);
  slots_.assign(std::max(first, small.size() * 2), {});
  for (const ContentId& id : small) {
    if (id != ContentId{}) slots_[slot(id)] = id;
  }
}

std::string_view StableIds::make(std::span<const std::string_view> parts) {
  joined_.clear();
  append_with_lengths(parts, joined_);
  XXH128_canonical_t bytes = canonical(XXH3_128bits(joined_.data(), joined_.size()));
  bytes.digest[6] = static_cast<unsigned char>((bytes.digest[6] & 0x0FU) | 0x80U);
  bytes.digest[8] = static_cast<unsigned char>((bytes.digest[8] & 0x3FU) | 0x80U);
  id_.resize(2 * sizeof bytes.digest + 4);
  write_hex(bytes, id_.data(), true);
  return id_;
}

std::string stable_id(const std::vector<std::string_view>& parts) { return std::string(StableIds().make(parts)); }

}  // namespace matter
