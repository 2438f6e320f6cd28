#include <algorithm>

#include "report/stats_charts.h"
#include "report/stats_report.h"
#include "text/unicode.h"
#include "text/wrap.h"

namespace matter {

namespace {

constexpr std::size_t indent = 2, between = 2;
constexpr std::size_t widest_name = 28;
constexpr std::size_t least_bar = 10;

/// Told apart without colours, and by their shape alone.
std::string_view block(std::string_view look) {
  if (look == "known") return "▒";
  if (look == "rest") return "░";
  return look == "error" ? "▓" : "█";
}

/// What is there is seen, however little.
std::string bar(const std::vector<ChartPart>& parts, std::size_t most, std::size_t room) {
  std::string drawn;
  std::size_t left = room;
  for (const ChartPart& part : parts) {
    if (part.value == 0 || most == 0) continue;
    const std::size_t cells = std::min(left, std::max<std::size_t>(1, part.value * room / most));
    for (std::size_t i = 0; i < cells; ++i) drawn += block(part.look);
    left -= cells;
  }
  return drawn;
}

std::string right(std::string_view cell, std::size_t width) {
  const std::size_t wide = display_width(cell);
  return std::string(wide < width ? width - wide : 0, ' ').append(cell);
}

class Bars {
 public:
  Bars(const StatsChart& chart, std::size_t width) : chart_(chart), table_(chart.table), most_(table_.most) {
    name_ = display_width(table_.named);
    for (const std::string& title : table_.titles) numbers_.push_back(display_width(title));
    for (const ChartRow& row : table_.rows) {
      name_ = std::max(name_, std::min(widest_name, display_width(row.name)));
      std::size_t sum = 0, beneath = 0;
      for (const ChartPart& part : row.parts) sum += part.value;
      for (const ChartPart& part : row.beneath) beneath += part.value;
      if (table_.most == 0) most_ = std::max({most_, sum, beneath});
      for (std::size_t i = 0; i < row.numbers.size(); ++i)
        numbers_[i] = std::max(numbers_[i], display_width(row.numbers[i]));
    }
    std::size_t used = indent + name_ + between;
    for (const std::size_t number : numbers_) used += between + number;
    room_ = used + least_bar < width ? width - used : least_bar;
  }

  std::string drawn() const {
    std::string out = '\n' + chart_.title + '\n';
    if (!chart_.note.empty()) out += wrapped(chart_.note, indent) + '\n';
    if (!chart_.keys.empty()) {
      std::string keys;
      for (const ChartKey& key : chart_.keys)
        keys.append(keys.empty() ? "" : "  ").append(block(key.look)).append(" ").append(key.words);
      out += wrapped(keys, indent) + '\n';
    }
    out += line(table_.named, table_.titles, {});
    for (const ChartRow& row : table_.rows) {
      out += line(row.name, row.numbers, bar(row.parts, most_, room_));
      const std::string beneath = bar(row.beneath, most_, room_);
      if (!beneath.empty()) out += std::string(bar_column(), ' ') + beneath + '\n';
    }
    return out;
  }

 private:
  [[nodiscard]] std::size_t bar_column() const {
    std::size_t column = indent + name_ + between;
    for (const std::size_t number : numbers_) column += between + number;
    return column;
  }

  [[nodiscard]] std::string line(const std::string& name, const std::vector<std::string>& numbers,
                                 const std::string& drawn) const {
    std::string out(indent, ' ');
    if (display_width(name) > name_) {
      out += name + '\n' + std::string(indent + name_, ' ');
    } else {
      out += padded(name, name_);
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) out += std::string(between, ' ') + right(numbers[i], numbers_[i]);
    if (!drawn.empty()) out += std::string(between, ' ') + drawn;
    return out + '\n';
  }

  const StatsChart& chart_;
  const ChartTable& table_;
  std::size_t most_, name_ = 0, room_ = 0;
  std::vector<std::size_t> numbers_;
};

}  // namespace

std::string stats_bars(const StatsResult& result, Lang lang, std::size_t width) {
  std::string out;
  for (const StatsChart& chart : stats_charts(result, lang)) {
    if (chart.in_text) out += Bars(chart, width).drawn();
  }
  return out;
}

}  // namespace matter
