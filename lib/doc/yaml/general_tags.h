#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/lang.h"
#include "text/source.h"

namespace matter::general {

/// `%YAML` and `%TAG` lines of a text, and what tags mean under them.
/// yaml-cpp forgets where a directive holds and takes some that are none; so we judge them.
class TagDirectives {
 public:
  explicit TagDirectives(std::string_view text);

  /// Why the directive line at `at` is wrong, or nothing (then it holds for its document).
  [[nodiscard]] std::optional<Bilingual> add(std::uint32_t at);

  /// The full name of a tag as written (`!!str`, `!local`, `!<verbatim>`, `!`), or nothing where
  /// it is malformed or its handle is not declared for the document it stands in.
  [[nodiscard]] std::optional<std::string> resolve(std::string_view tag, std::uint32_t at) const;

 private:
  struct Handle {
    std::string_view handle;
    std::string_view prefix;
    std::size_t document;
  };
  [[nodiscard]] std::size_t document_at(std::uint32_t at) const;
  [[nodiscard]] bool begins_document(std::uint32_t at) const;
  [[nodiscard]] std::optional<Bilingual> add_handle(const std::vector<std::string_view>& words, std::size_t document);

  std::string_view text_;
  std::vector<std::uint32_t> starts_;  // of the `---` lines
  std::vector<Handle> handles_;
  std::vector<std::size_t> versions_;  // documents that have a %YAML line
};

/// End of the line (its break excluded) that `at` stands in.
[[nodiscard]] std::size_t line_end(std::string_view text, std::size_t at);

}  // namespace matter::general
