#include "edit/break_off.h"

#include <atomic>

namespace matter {

namespace {

// Both are free of locks, so a handler may use them.
std::atomic<int> half_made{0};
std::atomic<int> asked{0};
static_assert(std::atomic<int>::is_always_lock_free);

}  // namespace

HalfMade::HalfMade() { ++half_made; }
HalfMade::~HalfMade() { --half_made; }

bool anything_half_made() { return half_made.load() != 0; }
void ask_to_break_off(int signal) { asked.store(signal); }
int asked_to_break_off() { return asked.load(); }

void break_off_if_asked() {
  if (const int signal = asked.load(); signal != 0) throw BrokenOff(signal);
}

}  // namespace matter
