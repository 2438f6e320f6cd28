#include "text/glob.h"

#include <cstddef>
#include <vector>

namespace matter {

namespace {

/// Length of the character that begins at `at`: `?` stands for one character, not for one byte.
std::size_t character(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end - at;
}

/// All places of the pattern that may stand before the rest of the path are followed at once.
class Matching {
 public:
  explicit Matching(std::string_view pattern) : pattern_(pattern), now_(pattern.size() + 1), next_(now_.size()) {
    reach(now_, 0);
  }

  /// `below`: whether a pattern that fits a folder above means the path, too.
  bool run(std::string_view path, bool below = true) {
    for (std::size_t at = 0; at < path.size();) {
      if (below && now_[pattern_.size()] && path[at] == '/') return true;
      const std::size_t length = character(path, at);
      step(path.substr(at, length));
      at += length;
    }
    return now_[pattern_.size()];
  }

 private:
  [[nodiscard]] bool is_deep(std::size_t at) const { return pattern_.substr(at, 2) == "**"; }

  /// Marks a place of the pattern and those behind it that need nothing of the path.
  void reach(std::vector<bool>& places, std::size_t at) {
    for (;;) {
      if (places[at]) return;
      places[at] = true;
      if (at == pattern_.size() || pattern_[at] != '*') return;
      if (!is_deep(at)) {
        ++at;
        continue;
      }
      if (at + 2 < pattern_.size() && pattern_[at + 2] == '/') reach(places, at + 3);  // `**/` may be no step at all
      at += 2;
    }
  }

  void step(std::string_view one) {
    next_.assign(next_.size(), false);
    for (std::size_t at = 0; at < pattern_.size(); ++at) {
      if (!now_[at]) continue;
      const std::size_t length = character(pattern_, at);
      if (pattern_[at] == '*') {
        if (is_deep(at) || one != "/") reach(next_, at);
      } else if (pattern_[at] == '?' ? one != "/" : pattern_.substr(at, length) == one) {
        reach(next_, at + length);
      }
    }
    now_.swap(next_);
  }

  std::string_view pattern_;
  std::vector<bool> now_, next_;
};

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  if (pattern.starts_with("./")) pattern.remove_prefix(2);
  while (pattern.ends_with('/')) pattern.remove_suffix(1);
  if (pattern.empty()) return false;
  if (pattern.front() == '/') {
    pattern.remove_prefix(1);
  } else if (pattern.find('/') == std::string_view::npos) {
    for (;;) {
      if (Matching(pattern).run(path)) return true;
      const std::size_t slash = path.find('/');
      if (slash == std::string_view::npos) return false;
      path.remove_prefix(slash + 1);
    }
  }
  return Matching(pattern).run(path);
}

bool is_glob(std::string_view pattern, std::string_view path) { return Matching(pattern).run(path, false); }

}  // namespace matter
