#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "diag/collector.h"
#include "doc/yaml.h"
#include "fuzz/entries.h"
#include "style/format.h"

namespace matter::fuzz {

namespace {

[[noreturn]] void broken(std::string_view promise, std::string_view why, std::string_view text) {
  std::fprintf(stderr, "%.*s: %.*s\ninput:\n%.*s\n", static_cast<int>(promise.size()), promise.data(),
               static_cast<int>(why.size()), why.data(), static_cast<int>(text.size()), text.data());
  std::abort();
}

}  // namespace

/// Refused with a reason, or in canonical form: the same model and comments, and nothing to be done a second time.
void format(std::string_view bytes) {
  const std::string text(bytes);
  Document doc;
  Collector findings(Lang::en);
  static_cast<void>(read_yaml(text, 0, doc, findings));
  constexpr std::optional<KeyLanguage> languages[] = {std::nullopt, KeyLanguage::chinese, KeyLanguage::english};
  const FormatOptions options{languages[text.size() % 3]};
  const Table& table = table_for(doc);
  const Formatted done = Formatter().format(doc, table, options, Lang::en);
  // What the reader calls wrong and reads past may be in the way; it is refused then.
  const auto& found = findings.found();
  const bool wrong =
      std::any_of(found.begin(), found.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
  if (done.state == Formatted::State::failed && !wrong) broken("a result did not stand its test", done.why, text);
  if (done.state == Formatted::State::refused && done.why.empty()) broken("refused without a reason", "", text);
  if (done.state != Formatted::State::changed) return;
  Document after;
  static_cast<void>(read_yaml(done.edited.text, 0, after, findings));
  const Formatted again = Formatter().format(after, table, options, Lang::en);
  if (again.state != Formatted::State::canonical) broken("formatted a second time", again.why, text);
}

}  // namespace matter::fuzz

MATTER_FUZZ_MAIN(matter::fuzz::format);
