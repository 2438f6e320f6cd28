#include "lsp/stdio.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>

#include "doc/json.h"
#include "lsp/frames.h"
#include "lsp/server.h"

namespace matter::lsp {

namespace {

constexpr std::size_t read_bytes = 64U << 10U;
constexpr std::size_t most_cancelled = 10'000;

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

/// What comes in, from the client and from jobs that are done.
class Inbox {
 public:
  void message(std::string text) {
    note_cancelled(text);
    const std::lock_guard lock(mutex_);
    messages_.push_back(std::move(text));
    changed_.notify_one();
  }
  void done(Done what) {
    const std::lock_guard lock(mutex_);
    done_.push_back(std::move(what));
    changed_.notify_one();
  }
  void end(Bilingual broken, std::exception_ptr fault) {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    broken_ = broken;
    fault_ = std::move(fault);
    changed_.notify_one();
  }

  struct Next {
    std::optional<std::string> message;
    Done done;
    bool ended = false;
  };
  /// What was done first, then messages in order; nothing of both at `until`.
  Next next(std::optional<Clock::time_point> until) {
    std::unique_lock lock(mutex_);
    const auto any = [this] { return !done_.empty() || !messages_.empty() || ended_; };
    if (until) {
      changed_.wait_until(lock, *until, any);
    } else {
      changed_.wait(lock, any);
    }
    Next next;
    if (!done_.empty()) {
      next.done = std::move(done_.front());
      done_.pop_front();
    } else if (!messages_.empty()) {
      next.message = std::move(messages_.front());
      messages_.pop_front();
    } else {
      next.ended = ended_;
    }
    return next;
  }
  [[nodiscard]] bool waits() {
    const std::lock_guard lock(mutex_);
    return !messages_.empty() || !done_.empty();
  }
  [[nodiscard]] bool cancelled(std::string_view id) {
    const std::lock_guard lock(mutex_);
    return cancelled_.erase(std::string(id)) != 0;
  }
  [[nodiscard]] Bilingual broken() {
    const std::lock_guard lock(mutex_);
    if (fault_ != nullptr) std::rethrow_exception(fault_);
    return broken_;
  }

 private:
  void note_cancelled(const std::string& text) {
    if (text.size() > 1000 || text.find("$/cancelRequest") == std::string::npos) return;
    Document document;
    Collector unheard(Lang::en);
    if (!read_json(text, no_source, 0, document, unheard) || document.roots.empty()) return;
    const Json message(document, document.roots.front());
    if (message["method"].text() != "$/cancelRequest") return;
    const std::lock_guard lock(mutex_);
    if (cancelled_.size() >= most_cancelled) cancelled_.clear();
    cancelled_.insert(message["params"]["id"].written());
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> messages_;
  std::deque<Done> done_;
  std::set<std::string> cancelled_;
  bool ended_ = false;
  Bilingual broken_;
  std::exception_ptr fault_;
};

/// Reads until the stream ends or it is told to stop.
class Reading {
 public:
  Reading(int in, Inbox& inbox) : in_(in), inbox_(inbox) {
    if (::pipe2(stop_, O_CLOEXEC) != 0) fail("pipe");
    thread_ = std::thread([this] { read_all(); });
  }
  ~Reading() {
    ::close(stop_[1]);
    thread_.join();
    ::close(stop_[0]);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

 private:
  void read_all() {
    std::exception_ptr fault;
    try {
      read();
    } catch (...) {
      fault = std::current_exception();
    }
    Bilingual broken = frames_.broken();
    if (broken.en.empty() && frames_.inside())
      broken = {"输入在一条消息中间就结束了", "the input ended inside a message"};
    inbox_.end(broken, fault);
  }
  void read() {
    std::string bytes(read_bytes, '\0');
    while (wait()) {
      const ssize_t got = ::read(in_, bytes.data(), bytes.size());
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) fail("<stdin>");
      if (got == 0) return;
      frames_.add({bytes.data(), static_cast<std::size_t>(got)});
      while (auto message = frames_.next()) inbox_.message(std::move(*message));
      if (!frames_.broken().en.empty()) return;
    }
  }
  [[nodiscard]] bool wait() const {
    pollfd both[] = {{in_, POLLIN, 0}, {stop_[0], POLLIN, 0}};
    while (::poll(both, 2, -1) < 0) {
      if (errno != EINTR) fail("poll");
    }
    return both[1].revents == 0;
  }

  int in_;
  Inbox& inbox_;
  Frames frames_;
  int stop_[2] = {-1, -1};
  std::thread thread_;
};

/// Does jobs one after the other.
class Elsewhere {
 public:
  explicit Elsewhere(Inbox& inbox) : inbox_(inbox), thread_([this] { run(); }) {}
  ~Elsewhere() {
    {
      const std::lock_guard lock(mutex_);
      over_ = true;
      changed_.notify_one();
    }
    thread_.join();
  }
  Elsewhere(const Elsewhere&) = delete;
  Elsewhere& operator=(const Elsewhere&) = delete;

  void add(std::function<Done()> job) {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    changed_.notify_one();
  }

 private:
  void run() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return over_ || !jobs_.empty(); });
      if (over_) return;
      const std::function<Done()> job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      inbox_.done(job());
    }
  }

  Inbox& inbox_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<Done()>> jobs_;
  bool over_ = false;
  std::thread thread_;
};

void write_all(int out, std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(out, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) fail("<stdout>");
    text.remove_prefix(static_cast<std::size_t>(wrote));
  }
}

}  // namespace

Served serve(const ServerOptions& options, int in, int out) {
  Inbox inbox;
  Elsewhere elsewhere(inbox);
  Server server(
      options, [&](std::string_view message) { write_all(out, framed(message)); },
      [&](std::function<Done()> job) { elsewhere.add(std::move(job)); });
  const Reading reading(in, inbox);
  const auto cancelled = [&](std::string_view id) { return inbox.cancelled(id); };
  while (!server.ended()) {
    if (!inbox.waits()) server.work();
    Inbox::Next next = inbox.next(server.next_work());
    if (next.done) next.done();
    if (next.message) server.receive(*next.message, cancelled);
    if (next.ended) break;
  }
  if (server.ended()) return {server.shut_down() ? Served::End::said_goodbye : Served::End::left, {}};
  if (const Bilingual broken = inbox.broken(); !broken.en.empty())
    return {Served::End::broken, std::string(broken.in(options.lang))};
  return {Served::End::left, {}};
}

}  // namespace matter::lsp
