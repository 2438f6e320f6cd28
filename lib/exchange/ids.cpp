#include "exchange/ids.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <charconv>

namespace matter {

namespace {

std::string hex(const XXH128_canonical_t& bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text(2 * sizeof bytes.digest, '0');
  std::size_t at = 0;
  for (const unsigned char byte : bytes.digest) {
    text[at++] = digits[byte >> 4U];
    text[at++] = digits[byte & 15U];
  }
  return text;
}

XXH128_canonical_t canonical(XXH128_hash_t hash) {
  XXH128_canonical_t made;
  XXH128_canonicalFromHash(&made, hash);
  return made;
}

std::string with_lengths(const std::vector<std::string_view>& parts) {
  std::string joined;
  for (const std::string_view part : parts) joined.append(std::to_string(part.size())).append(":").append(part);
  return joined;
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
  const std::string joined = with_lengths(parts);
  const XXH128_hash_t hash = XXH3_128bits(joined.data(), joined.size());
  return {hash.high64, hash.low64};
}

std::string stable_id(const std::vector<std::string_view>& parts) {
  const std::string joined = with_lengths(parts);
  XXH128_canonical_t bytes = canonical(XXH3_128bits(joined.data(), joined.size()));
  bytes.digest[6] = static_cast<unsigned char>((bytes.digest[6] & 0x0FU) | 0x80U);
  bytes.digest[8] = static_cast<unsigned char>((bytes.digest[8] & 0x3FU) | 0x80U);
  std::string text = hex(bytes);
  for (const std::size_t at : {8U, 13U, 18U, 23U}) text.insert(text.begin() + static_cast<std::ptrdiff_t>(at), '-');
  return text;
}

}  // namespace matter
