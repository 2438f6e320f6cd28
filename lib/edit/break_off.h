#pragma once

#include <exception>

namespace matter {

/// Thrown where work was asked to break off (Ctrl-C): on the way up everything half-made is removed.
class BrokenOff : public std::exception {
 public:
  explicit BrokenOff(int signal) : signal_(signal) {}
  [[nodiscard]] int signal() const { return signal_; }
  [[nodiscard]] const char* what() const noexcept override { return "broken off"; }

 private:
  int signal_;
};

/// While one of these lives, something half-made stands on the disk that only unwinding removes.
class HalfMade {
 public:
  HalfMade();
  ~HalfMade();
  HalfMade(const HalfMade&) = delete;
  HalfMade& operator=(const HalfMade&) = delete;
};

// The first three may be called from a signal's handler.

[[nodiscard]] bool anything_half_made();
/// 0 takes the wish back.
void ask_to_break_off(int signal);
/// The signal that asked; 0: nobody did.
[[nodiscard]] int asked_to_break_off();
/// Throws BrokenOff when somebody asked. Long work calls it now and then.
void break_off_if_asked();

}  // namespace matter
