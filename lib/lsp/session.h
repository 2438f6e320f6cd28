#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/words.h"
#include "doc/json_write.h"
#include "lsp/buffer.h"

namespace matter::lsp {

/// What the program that started the server sets.
struct ServerOptions {
  Lang lang = Lang::en;
  bool lang_given = false;  ///< asked for; else the client may say
  unsigned jobs = 0;
  std::function<DateValue()> today;  ///< of each reading of catalogs: a server outlives days
};

/// What the client can do and wants.
struct Client {
  Counting counting = Counting::utf16;
  Lang lang = Lang::en;
  bool related_places = false;
  bool code_descriptions = false;
  bool tree_of_symbols = false;
  bool watches_files = false;    ///< tells when asked to
  bool versioned_edits = false;  ///< knows which version of a document edits are for
  bool asks_reason = false;      ///< has `matter.suppress` ask for the reason before it calls the server
  std::string rule_help;         ///< address of a rule's page, with `{rule}` in it; empty: there is none
};

using Clock = std::chrono::steady_clock;

/// Catalogs that are checked together, and how far that is.
struct Project {
  std::string root;                 ///< what is read: a folder, or one file
  std::shared_ptr<LiveCheck> live;  ///< null until it was read
  bool loading = false;
  bool judging = false;
  std::optional<Clock::time_point> load_due, judge_due;
  std::vector<std::string> told;  ///< addresses of files of catalogs that have findings
};

/// The text of a file for places in it: of an open one what is written, else what is on the disk.
struct FileText {
  std::string uri;
  SharedText text;
  std::unique_ptr<Lines> lines;
};

/// catalog.yaml, which holds no matters.
[[nodiscard]] bool is_catalog_file(std::string_view path);

/// What is open, and what is known of it.
class Session {
 public:
  explicit Session(ServerOptions options);

  [[nodiscard]] const ServerOptions& options() const { return options_; }
  [[nodiscard]] Client& client() { return client_; }
  [[nodiscard]] Lang lang() const { return client_.lang; }
  template <class... Args>
  [[nodiscard]] std::string said(const WordsFor<Args...>& words, Args&&... args) const {
    return say(client_.lang, words, std::forward<Args>(args)...);
  }

  [[nodiscard]] std::map<std::string, Buffer>& buffers() { return buffers_; }
  [[nodiscard]] Buffer* find(std::string_view uri);
  [[nodiscard]] Buffer* find_path(std::string_view path);
  [[nodiscard]] std::vector<std::shared_ptr<Project>>& projects() { return projects_; }
  [[nodiscard]] std::vector<std::string>& folders() { return folders_; }
  [[nodiscard]] const std::shared_ptr<OpenTexts>& texts() const { return texts_; }

  /// Finds the project of a buffer, or makes it (not read yet).
  void assign(Buffer& buffer);
  /// The file as it is written now, its matters effective where the catalogs are read. Checks it where that was not
  /// done since it changed.
  const LoadedFile& loaded(Buffer& buffer);
  /// Null until the catalogs of the buffer are read, and of a file that holds no matters.
  [[nodiscard]] LiveCheck* live(const Buffer& buffer) const;

  /// Throws std::system_error where a file cannot be read any more.
  [[nodiscard]] const FileText& file(const std::string& path);
  void forget_files() { files_.clear(); }
  void write_range(JsonWriter& json, const Buffer& buffer, Span span) const;
  void write_range(JsonWriter& json, const FileText& file, Span span) const;
  /// {"uri", "range"}
  void write_location(JsonWriter& json, const std::string& path, Span span);

 private:
  [[nodiscard]] std::string root_of(const std::string& path) const;

  ServerOptions options_;
  Client client_;
  std::map<std::string, Buffer> buffers_;  // by address
  std::vector<std::shared_ptr<Project>> projects_;
  std::vector<std::string> folders_;
  std::shared_ptr<OpenTexts> texts_;
  std::map<std::string, FileText> files_;  // of one answer
  Sources alone_;                          // of files without catalogs
  std::map<std::string, SourceId> alone_of_;
};

}  // namespace matter::lsp
