#include "text/pool.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace matter {

namespace {

class Run {
 public:
  Run(std::size_t count, std::size_t window, const std::function<void(unsigned, std::size_t)>& work,
      const std::function<void(std::size_t)>& take)
      : count_(count), window_(std::max<std::size_t>(window, 1)), work_(work), take_(take), ready_(window_) {}

  void worker(unsigned number) {
    std::size_t item = 0;
    while (begin(item)) {
      try {
        work_(number, item);
      } catch (...) {
        fail(item, std::current_exception());
        return;
      }
      finish(item);
    }
  }

  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  bool begin(std::size_t& item) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || next_ >= count_ || next_ < taken_ + window_; });
    if (stopped_ || next_ >= count_) return false;
    item = next_++;
    return true;
  }

  void finish(std::size_t item) {
    std::unique_lock lock(mutex_);
    ready_[item % window_] = true;
    // One thread takes; the others leave their results and go on.
    if (taking_) return;
    taking_ = true;
    while (taken_ < next_ && ready_[taken_ % window_] && taken_ < failed_) {
      const std::size_t now = taken_;
      lock.unlock();
      try {
        take_(now);
      } catch (...) {
        fail(now, std::current_exception());
        lock.lock();
        break;
      }
      lock.lock();
      ready_[now % window_] = false;
      ++taken_;
      room_.notify_all();
    }
    taking_ = false;
  }

  void fail(std::size_t item, std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (item < failed_) {
      failed_ = item;
      error_ = std::move(error);
    }
    room_.notify_all();
  }

  const std::size_t count_;
  const std::size_t window_;
  const std::function<void(unsigned, std::size_t)>& work_;
  const std::function<void(std::size_t)>& take_;

  std::mutex mutex_;
  std::condition_variable room_;
  std::vector<bool> ready_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
  std::size_t failed_ = static_cast<std::size_t>(-1);
  std::exception_ptr error_;
  bool taking_ = false;
  bool stopped_ = false;
};

/// Joins on every way out.
class Threads {
 public:
  ~Threads() {
    for (std::thread& thread : threads_) thread.join();
  }
  template <class Call>
  void start(Call call) {
    threads_.emplace_back(std::move(call));
  }

 private:
  std::vector<std::thread> threads_;
};

}  // namespace

unsigned worker_count(unsigned jobs, std::size_t items) {
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  return static_cast<unsigned>(std::clamp<std::size_t>(items, 1, jobs));
}

void in_order(std::size_t count, unsigned workers, std::size_t window,
              const std::function<void(unsigned, std::size_t)>& work, const std::function<void(std::size_t)>& take) {
  if (workers <= 1) {
    for (std::size_t i = 0; i < count; ++i) {
      work(0, i);
      take(i);
    }
    return;
  }
  Run run(count, window, work, take);
  {
    Threads threads;
    for (unsigned w = 1; w < workers; ++w) threads.start([&run, w] { run.worker(w); });
    run.worker(0);
  }
  run.rethrow();
}

}  // namespace matter
