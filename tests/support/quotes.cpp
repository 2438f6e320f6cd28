#include "support/quotes.h"

#include <sstream>
#include <string_view>

#include "support/shell.h"

namespace matter::test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view judges = "{judges}";
constexpr std::string_view hidden_from = "<!-- $ ";
constexpr std::string_view hidden_to = " -->";
constexpr std::string_view failed_mark = "the hidden line failed: ";

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool matches(const std::vector<std::string>& shown, std::size_t i, const std::vector<std::string>& real,
             std::size_t j) {
  if (i == shown.size()) return j == real.size();
  if (shown[i] == "…") {
    for (std::size_t k = j; k <= real.size(); ++k) {
      if (matches(shown, i + 1, real, k)) return true;
    }
    return false;
  }
  return j < real.size() && shown[i] == real[j] && matches(shown, i + 1, real, j + 1);
}

bool is_hidden(std::string_view line) {
  return line.substr(0, hidden_from.size()) == hidden_from && line.size() > hidden_from.size() + hidden_to.size() &&
         line.substr(line.size() - hidden_to.size()) == hidden_to;
}

}  // namespace

std::vector<Quote> quotes_of(const std::string& document) {
  std::vector<Quote> found;
  bool inside = false;
  bool chinese = false;
  std::size_t number = 0;
  for (const std::string& line : lines_in(document)) {
    ++number;
    if (line.substr(0, 3) == "```") {
      inside = !inside && line.substr(3, 7) == "console";
      chinese = line == "```console zh";
    } else if (inside && line.substr(0, 2) == "$ ") {
      found.push_back({line.substr(2), {}, chinese, false, number});
    } else if (inside && !found.empty()) {
      found.back().shown.push_back(line);
    } else if (is_hidden(line)) {
      const std::size_t length = line.size() - hidden_from.size() - hidden_to.size();
      found.push_back({line.substr(hidden_from.size(), length), {}, false, true, number});
    }
  }
  return found;
}

bool needs_judges(const std::vector<Quote>& quotes) {
  for (const Quote& quote : quotes) {
    if (quote.hidden && quote.line.find(judges) != std::string::npos) return true;
  }
  return false;
}

std::string printed_by(const Quote& quote, const fs::path& folder, const fs::path& program,
                       const fs::path& repository) {
  std::string line = quote.line;
  if (quote.hidden) {
    for (std::size_t at = line.find(judges); at != std::string::npos; at = line.find(judges))
      line.replace(at, judges.size(), (repository / "tests/judges").string());
  }
  const std::string locale = quote.chinese ? "export LC_ALL=zh_CN.UTF-8; " : "";
  const ShellResult real = run_in_shell(locale + "{ " + line + "\n} 2>&1", folder, program);
  if (quote.hidden && real.exit != 0) return std::string(failed_mark) + real.out + '\n';
  return real.out;
}

bool shows(const Quote& quote, const std::string& printed) { return matches(quote.shown, 0, lines_in(printed), 0); }

std::string performed_document(const std::string& document, const fs::path& program, const fs::path& repository) {
  const PlayFolder folder(repository);
  const std::vector<std::string> lines = lines_in(document);
  std::string real;
  std::size_t next = 0;  // line not yet written
  const auto copy_to = [&](std::size_t end) {
    for (; next < end; ++next) real += lines[next] + '\n';
  };
  for (const Quote& quote : quotes_of(document)) {
    copy_to(quote.number);
    const std::string printed = printed_by(quote, folder.path(), program, repository);
    if (shows(quote, printed)) continue;
    next += quote.shown.size();
    real += printed;
    if (!printed.empty() && printed.back() != '\n') real += '\n';
  }
  copy_to(lines.size());
  return real;
}

}  // namespace matter::test
