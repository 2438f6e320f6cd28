#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/server.h"

namespace matter::test {

/// An editor that speaks to a language server in this process. Work that the server does elsewhere is done at once.
class LanguageClient {
 public:
  using Json = nlohmann::json;

  /// Initializes it for a folder; none: no folder is open. `capabilities` are merged into what any editor can do.
  explicit LanguageClient(const std::string& folder, const Json& capabilities = Json::object(),
                          const Json& options = Json::object(), Lang lang = Lang::en);

  /// The answer: a result, or {"error": …}.
  Json ask(const std::string& method, const Json& params);
  void tell(const std::string& method, const Json& params);
  /// The same as bytes, whatever they are.
  void send(std::string_view message) { server_.receive(message); }

  void open(const std::string& path, const std::string& text);
  /// The whole text anew.
  void write(const std::string& path, const std::string& text);
  /// One range replaced; places as the protocol counts them.
  void replace(const std::string& path, const Json& range, const std::string& text);
  /// Waits for whatever the server still has to do.
  void settle();
  /// What is published of a file, by now.
  Json findings(const std::string& path);
  /// Rule and line (from 1) of each, in order: `limit-instant:3`.
  std::vector<std::string> rules(const std::string& path);

  /// Asks about a place: that of `mark` in the text of the file, plus `behind` characters (ASCII before it in its line
  /// or not: it is counted in UTF-16).
  Json ask_at(const std::string& method, const std::string& path, std::string_view mark, std::size_t behind = 0,
              Json more = Json::object());

  [[nodiscard]] lsp::Server& server() { return server_; }
  [[nodiscard]] const std::string& text(const std::string& path) const { return texts_.at(path); }
  [[nodiscard]] const std::vector<Json>& received() const { return received_; }
  [[nodiscard]] const Json& announced() const { return announced_; }

 private:
  Json place_of(const std::string& path, std::string_view mark, std::size_t behind) const;

  std::vector<Json> received_;
  std::map<std::string, Json> findings_;
  std::map<std::string, std::string> texts_;
  std::map<std::string, int> versions_;
  lsp::Server server_;
  Json announced_;
  int asked_ = 0;
};

/// `sample_with` (check.h) of lines without the last line break.
[[nodiscard]] std::string whole_matter(const std::string& fragment);

/// A text after edits of the protocol (in UTF-16), which do not overlap.
[[nodiscard]] std::string after_edits(const std::string& text, const nlohmann::json& edits);

}  // namespace matter::test
