#include "report/baseline.h"

#include "diag/words.h"
#include "report/findings_text.h"

namespace matter {

namespace {

std::string told(const BaselineUse& use, Lang lang) {
  std::string out;
  const auto line = [&](const std::string& text) {
    out += say(lang, {"基线 {}：{}\n", "baseline {}: {}\n"}, use.file, text);
  };
  const bool written = !use.text.empty();
  if (use.made) {
    line(say(lang, {"新写，收入 {} 条", "new, with {:finding}"}, Counted{use.grown}));
    return out;
  }
  if (use.grown > 0) line(say(lang, {"新收入 {} 条", "{:more finding} taken in"}, Counted{use.grown}));
  if (use.gone > 0 && written)
    line(say(lang, {"去掉了 {} 条不再出现的", "{:finding} taken out that no longer occur"}, Counted{use.gone}));
  else if (use.gone > 0)
    line(say(
        lang,
        {"{} 条不再出现，可用 --write-baseline 去掉", "{:finding} no longer occur: --write-baseline takes them out"},
        Counted{use.gone}));
  return out;
}

}  // namespace

void write_baseline_text(const ValidateResult& result, const BaselineUse& use, const Sources& sources,
                         const TextStyle& style, const Sink& to) {
  write_findings_text(result, sources, style, to);
  const std::string lines = told(use, style.lang);
  if (!lines.empty()) to(lines);
}

}  // namespace matter
