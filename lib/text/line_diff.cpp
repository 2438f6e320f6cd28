#include "text/line_diff.h"

#include <algorithm>

namespace matter {

namespace {

using Lines = std::vector<std::string_view>;

/// Myers' greedy search in the middle part that is not common to both ends.
class Search {
 public:
  Search(const Lines& before, const Lines& after, std::uint32_t from, std::uint32_t before_end, std::uint32_t after_end)
      : before_(before), after_(after), from_(from), n_(before_end - from), m_(after_end - from) {}

  void run(std::vector<LineChange>& into) {
    if (n_ == 0 || m_ == 0 || !search()) {
      if (n_ + m_ > 0) into.push_back({from_, static_cast<std::uint32_t>(n_), from_, static_cast<std::uint32_t>(m_)});
      return;
    }
    walk_back();
    std::reverse(steps_.begin(), steps_.end());
    for (const Step& step : steps_) add(step, into);
  }

 private:
  static constexpr long most = 1500;  ///< edits; the kept frontiers grow with the square

  struct Step {
    long x, y;
    bool insertion;
  };

  [[nodiscard]] long slide(long x, long y) const {
    while (x < n_ && y < m_ &&
           before_[from_ + static_cast<std::size_t>(x)] == after_[from_ + static_cast<std::size_t>(y)])
      ++x, ++y;
    return x;
  }

  /// Where diagonal `k` is entered with `d` edits, from the frontier of `d` - 1.
  [[nodiscard]] static bool downwards(const std::vector<long>& frontier, long d, long k) {
    const auto at = [&](long diagonal) { return frontier[static_cast<std::size_t>(diagonal + d)]; };
    return k == -d || (k != d && at(k - 1) < at(k + 1));
  }

  bool search() {
    const long limit = std::min(n_ + m_, most);
    std::vector<long> frontier;
    for (long d = 0; d <= limit; ++d) {
      std::vector<long> next(static_cast<std::size_t>(2 * d + 3), -1);
      for (long k = -d; k <= d; k += 2) {
        long x = 0;
        if (d > 0) x = downwards(frontier, d, k) ? of(frontier, d, k + 1) : of(frontier, d, k - 1) + 1;
        x = slide(x, x - k);
        next[static_cast<std::size_t>(k + d + 1)] = x;
        if (x >= n_ && x - k >= m_) {
          frontiers_.push_back(std::move(next));
          return true;
        }
      }
      frontiers_.push_back(next);
      frontier = std::move(next);
    }
    return false;
  }

  /// x on a diagonal of the frontier that was kept for `d` - 1 edits.
  [[nodiscard]] static long of(const std::vector<long>& frontier, long d, long k) {
    return frontier[static_cast<std::size_t>(k + d)];
  }

  void walk_back() {
    long x = n_;
    long y = m_;
    for (long d = static_cast<long>(frontiers_.size()) - 1; d > 0; --d) {
      const std::vector<long>& frontier = frontiers_[static_cast<std::size_t>(d - 1)];
      const long k = x - y;
      const bool down = downwards(frontier, d, k);
      const long from_k = down ? k + 1 : k - 1;
      x = of(frontier, d, from_k);
      y = x - from_k;
      steps_.push_back({x, y, down});
    }
  }

  void add(const Step& step, std::vector<LineChange>& into) const {
    const auto before = static_cast<std::uint32_t>(from_ + step.x);
    const auto after = static_cast<std::uint32_t>(from_ + step.y);
    if (into.empty() || into.back().before + into.back().removed != before ||
        into.back().after + into.back().added != after) {
      into.push_back({before, 0, after, 0});
    }
    ++(step.insertion ? into.back().added : into.back().removed);
  }

  const Lines& before_;
  const Lines& after_;
  std::uint32_t from_;
  long n_, m_;
  std::vector<std::vector<long>> frontiers_;
  std::vector<Step> steps_;
};

void print(char sign, std::string_view line, std::string& to) {
  to += sign;
  to += line;
  if (!line.ends_with('\n')) to += "\n\\ No newline at end of file\n";
}

/// `12,3`, as the head of a hunk counts: an empty range names the line before it.
std::string range(std::uint32_t begin, std::uint32_t count) {
  std::string text = std::to_string(count == 0 ? begin : begin + 1);
  if (count != 1) text.append(",").append(std::to_string(count));
  return text;
}

void print_hunk(const Lines& before, const Lines& after, const LineChange* first, const LineChange* last,
                std::uint32_t context, std::string& to) {
  const std::uint32_t lead = std::min(first->before, context);
  const auto before_end = std::min(static_cast<std::uint32_t>(before.size()), last->before + last->removed + context);
  const std::uint32_t trail = before_end - last->before - last->removed;
  std::uint32_t at = first->before - lead;
  const std::uint32_t after_at = first->after - lead;
  to.append("@@ -").append(range(at, before_end - at));
  to.append(" +").append(range(after_at, last->after + last->added + trail - after_at)).append(" @@\n");
  for (const LineChange* change = first; change <= last; ++change) {
    for (; at < change->before; ++at) print(' ', before[at], to);
    for (; at < change->before + change->removed; ++at) print('-', before[at], to);
    for (std::uint32_t i = 0; i < change->added; ++i) print('+', after[change->after + i], to);
  }
  for (; at < before_end; ++at) print(' ', before[at], to);
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = text.find('\n', at);
    const std::size_t end = found == std::string_view::npos ? text.size() : found + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

std::vector<LineChange> line_changes(const Lines& before, const Lines& after) {
  std::uint32_t from = 0;
  while (from < before.size() && from < after.size() && before[from] == after[from]) ++from;
  auto before_end = static_cast<std::uint32_t>(before.size());
  auto after_end = static_cast<std::uint32_t>(after.size());
  while (before_end > from && after_end > from && before[before_end - 1] == after[after_end - 1]) {
    --before_end;
    --after_end;
  }
  std::vector<LineChange> changes;
  Search(before, after, from, before_end, after_end).run(changes);
  return changes;
}

std::string unified_diff(std::string_view before, std::string_view after, std::string_view before_name,
                         std::string_view after_name, std::uint32_t context) {
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  const std::vector<LineChange> changes = line_changes(old_lines, new_lines);
  std::string text;
  if (changes.empty()) return text;
  text.append("--- ").append(before_name).append("\n+++ ").append(after_name).append("\n");
  for (std::size_t first = 0; first < changes.size();) {
    std::size_t last = first;
    while (last + 1 < changes.size() &&
           changes[last + 1].before - changes[last].before - changes[last].removed <= 2 * context) {
      ++last;
    }
    print_hunk(old_lines, new_lines, &changes[first], &changes[last], context, text);
    first = last + 1;
  }
  return text;
}

}  // namespace matter
