#include "frame/interrupt.h"

#include <unistd.h>

#include <csignal>
#include <string_view>

#include "edit/break_off.h"

namespace matter::cli {
namespace {

volatile std::sig_atomic_t drawn = 0;
volatile std::sig_atomic_t ending = 0;

constexpr std::string_view wipe = "\r\x1b[K";

extern "C" void on_signal(int signal) {
  ending = 1;
  if (drawn != 0) (void)!::write(STDERR_FILENO, wipe.data(), wipe.size());
  if (anything_half_made() && asked_to_break_off() == 0) return ask_to_break_off(signal);
  die_by(signal);
}

}  // namespace

void heed_signals() {
  struct sigaction heed {};
  heed.sa_handler = on_signal;
  heed.sa_flags = SA_RESTART;
  ::sigemptyset(&heed.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) ::sigaction(signal, &heed, nullptr);
  }
}

void die_by(int signal) {
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

void bar_is_drawn(bool is) { drawn = is ? 1 : 0; }
bool is_ending() { return ending != 0; }

}  // namespace matter::cli
