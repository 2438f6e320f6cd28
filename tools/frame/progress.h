#pragma once

#include <chrono>
#include <cstddef>

#include "diag/lang.h"

namespace matter::cli {

/// A bar on standard error while long work runs; nothing where that is no terminal.
/// Gone without a trace when it is destroyed or the program is interrupted (interrupt.h).
class Progress {
 public:
  Progress(Lang lang, bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Called from one thread at a time.
  void show(std::size_t done, std::size_t total);
  /// Wipes the bar, so that other lines can be written.
  void clear();

 private:
  Lang lang_;
  bool visible_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace matter::cli
