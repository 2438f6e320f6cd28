#include "diag/words.h"
#include "report/findings_text.h"
#include "report/shown.h"
#include "report/since.h"

namespace matter {

void write_since_text(const SinceResult& result, std::string_view commit, const Sources& sources,
                      const TextStyle& style, const Sink& to) {
  const Lang lang = style.lang;
  std::string beside = say(lang, {"自 {} 以来改动的事项 {} 个", "since {}: {:matter} changed"}, shown_text(commit),
                           Counted{result.changed});
  if (result.elsewhere() > 0) {
    beside += say(lang,
                  {"；别处原来就有、没有列出的 {} 处（错误 {}，警告 {}，提示 {}）",
                   "; {:finding} elsewhere, there before, not shown ({:error}, {:warning}, {:info})"},
                  Counted{result.elsewhere()}, Counted{result.elsewhere_errors}, Counted{result.elsewhere_warnings},
                  Counted{result.elsewhere_infos});
  }
  if (result.gone > 0) beside += say(lang, {"；少了 {} 处", "; {} gone"}, result.gone);
  beside += '\n' + fixable_line(result.shown, lang);
  write_findings(result.shown.findings, sources, style, to);
  write_summary(result.shown, style, to, beside);
}

}  // namespace matter
