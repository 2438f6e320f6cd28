#include "frame/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "frame/interrupt.h"
#include "frame/output.h"

namespace matter::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto first_after = 300ms;  // short runs show nothing
constexpr auto every = 100ms;
constexpr std::size_t bar_width = 30;
constexpr std::string_view wipe = "\r\x1b[K";

bool is_terminal() {
  const char* term = std::getenv("TERM");
  return ::isatty(2) != 0 && term != nullptr && std::string_view(term) != "dumb";
}

}  // namespace

Progress::Progress(Lang lang, bool quiet)
    : lang_(lang), visible_(!quiet && is_terminal()), next_(std::chrono::steady_clock::now() + first_after) {}

Progress::~Progress() { clear(); }

void Progress::show(std::size_t done, std::size_t total) {
  if (!visible_ || total == 0 || is_ending()) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + every;
  const std::size_t filled = done >= total ? bar_width : done * bar_width / total;
  std::string line(wipe);
  for (std::size_t i = 0; i < bar_width; ++i) line += i < filled ? "━" : "─";
  line += fmt::format(" {}/{} {}", done, total, lang_ == Lang::zh ? "个文件" : "files");
  bar_is_drawn(true);
  write_error(line);
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  write_error(wipe);
  bar_is_drawn(false);
  drawn_ = false;
}

}  // namespace matter::cli
