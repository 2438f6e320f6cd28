#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "lsp/feature.h"
#include "lsp/session.h"

namespace matter::lsp {

/// What is done on the server's own thread when work elsewhere is done.
using Done = std::function<void()>;

/// A language server: takes messages, sends messages. Knows no stream and no thread: reading of catalogs and rules
/// across matters are handed to `elsewhere`, which runs a job at once or on another thread, and later, on the thread
/// that calls this, what the job gave.
class Server {
 public:
  using Send = std::function<void(std::string_view message)>;
  using Elsewhere = std::function<void(std::function<Done()> job)>;

  Server(ServerOptions options, Send send, Elsewhere elsewhere);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// One message. `cancelled` says whether the client took a request back before it was its turn.
  void receive(std::string_view message, const std::function<bool(std::string_view id)>& cancelled = {});
  /// Checks what has changed and begins what is due. To be called when no message waits.
  void work(Clock::time_point now = Clock::now());
  /// When `work` is to be called again; nothing: a message must come first.
  [[nodiscard]] std::optional<Clock::time_point> next_work() const;

  /// `exit` was received.
  [[nodiscard]] bool ended() const { return ended_; }
  /// Whether the client said goodbye first (`shutdown`).
  [[nodiscard]] bool shut_down() const { return shut_down_; }
  [[nodiscard]] Session& session() { return session_; }

 private:
  void request(const Json& message, const Json& id, std::string_view method);
  void notification(const Json& params, std::string_view method);
  Reply answered(const Json& params, std::string_view method);
  Reply initialize(const Json& params);
  void initialized();
  void respond(const Json& id, const Reply& reply);
  void notify(std::string_view method, std::string params);
  void ask(std::string_view method, std::string_view params);
  void log(std::string_view message);

  void open(const Json& params);
  void change(const Json& params);
  void save(const Json& params);
  void close(const Json& params);
  void files_changed(const Json& params);
  void folders_changed(const Json& params);
  void reload(Project& project);
  void reassign();

  void load(const std::shared_ptr<Project>& project);
  void loaded(Project& project, std::shared_ptr<LiveCheck> live);
  void judge(const std::shared_ptr<Project>& project);
  void publish(Buffer& buffer);
  void publish_nothing(const std::string& uri);
  void publish_catalogs(Project& project);

  Session session_;
  Send send_;
  Elsewhere elsewhere_;
  bool initialized_ = false, shut_down_ = false, ended_ = false;
  std::int64_t asked_ = 0;
};

}  // namespace matter::lsp
