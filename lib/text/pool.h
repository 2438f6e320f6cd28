#pragma once

#include <cstddef>
#include <functional>

namespace matter {

/// How many workers `jobs` means for so many items: 0 is as many as there are processors; never
/// more than items, never none.
[[nodiscard]] unsigned worker_count(unsigned jobs, std::size_t items);

/// Spreads `count` items over workers and takes the results in order.
///
/// `work(worker, item)` runs on any thread, items being begun in order; `worker` is below the number of workers.
/// `take(item)` runs for every item in order, one at a time (on whichever thread has just finished). At most
/// `window` items are begun and not yet taken, so a slot for item i may be reused at i + window. One worker runs
/// everything in the calling thread.
///
/// An exception ends the run: the one of the lowest item is thrown once all threads have stopped, and
/// nothing behind that item is taken.
void in_order(std::size_t count, unsigned workers, std::size_t window,
              const std::function<void(unsigned worker, std::size_t item)>& work,
              const std::function<void(std::size_t item)>& take);

}  // namespace matter
