#include "report/set_text.h"

#include <fmt/format.h>

#include "diag/words.h"
#include "text/line_diff.h"

namespace matter {

void write_set_text(const SetResult& result, const Sources& sources, const TextStyle& style, const Sink& to) {
  write_findings(result.refused, sources, style, to);
  const std::string absent = say(style.lang, {"（未写）", "(absent)"});
  const auto shown = [&](const std::string& value) { return value.empty() ? absent : value; };
  for (const SetChange& change : result.changes) {
    to(fmt::format("{}:{}: {}: {}: {} -> {}\n", change.file, change.line, change.matter, change.field,
                   shown(change.before), shown(change.after)));
  }
}

void write_set_diff(std::span<const SetFile> files, const Sink& to) {
  for (const SetFile& file : files) to(unified_diff(file.before, file.after, file.path, file.path));
}

}  // namespace matter
