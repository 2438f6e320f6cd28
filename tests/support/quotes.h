#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace matter::test {

/// A command line that a document shows in a block ```console (```console zh: with a Chinese locale), and the lines
/// below it; `…` stands for any lines. `<!-- $ line -->` is one that readers do not see, for what people do by hand:
/// `{judges}` in it is tests/judges, and it must end with 0.
struct Quote {
  std::string line;
  std::vector<std::string> shown;
  bool chinese = false;
  bool hidden = false;
  std::size_t number = 0;  ///< of its line in the document, from 1
};

[[nodiscard]] std::vector<Quote> quotes_of(const std::string& document);

/// Whether one of the hidden lines needs the judges.
[[nodiscard]] bool needs_judges(const std::vector<Quote>& quotes);

/// What it prints, both streams. All lines of a document run one after the other in one folder.
[[nodiscard]] std::string printed_by(const Quote& quote, const std::filesystem::path& folder,
                                     const std::filesystem::path& program, const std::filesystem::path& repository);

/// Whether the document shows that.
[[nodiscard]] bool shows(const Quote& quote, const std::string& printed);

/// The document with what its lines print in a fresh folder: what it shows rightly stays as it is, shortened or not.
[[nodiscard]] std::string performed_document(const std::string& document, const std::filesystem::path& program,
                                             const std::filesystem::path& repository);

}  // namespace matter::test
