#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/pointed.h"
#include "lsp/session.h"

namespace matter::lsp {

/// A code under the cursor: of a binding `code@version` the code alone.
struct NamedCode {
  std::string code;
  std::optional<int> version;
  Span at;  ///< in its file, without quotes
  const Field* field = nullptr;
  const Matter* matter = nullptr;
};

[[nodiscard]] std::optional<NamedCode> code_at(Session& session, Buffer& buffer, std::uint32_t offset);

/// A place in a file.
struct FilePlace {
  std::string path;
  Span span;
};

/// A matter or code of the catalogs of a buffer: what is open as it is written, the rest as it was read.
struct FoundMatter {
  const IndexedMatter* matter = nullptr;
  std::string path;
};
struct FoundCode {
  const CodePlace* code = nullptr;
  std::string path;
};

/// Everything that the catalogs of a buffer hold, once for each question.
class Everywhere {
 public:
  Everywhere(Session& session, const Buffer& buffer);
  [[nodiscard]] const std::vector<FoundMatter>& matters() const { return matters_; }
  [[nodiscard]] const std::vector<FoundCode>& codes() const { return codes_; }

 private:
  LiveIndex open_;
  std::vector<FoundMatter> matters_;
  std::vector<FoundCode> codes_;
};

/// Where the code stands in the text of a place; nothing where the file says something else now.
[[nodiscard]] std::optional<Span> span_of_code(std::string_view text, Span place, std::string_view code);

}  // namespace matter::lsp
