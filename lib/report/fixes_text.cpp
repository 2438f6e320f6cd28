#include <fmt/format.h>

#include "diag/words.h"
#include "report/findings_text.h"
#include "report/fixes.h"
#include "report/shown.h"
#include "text/line_diff.h"

namespace matter {

namespace {

std::string line_of(const AppliedFix& one, const TextStyle& style) {
  const std::string place = fmt::format("{}:{}:{}: ", one.file, one.at.line, one.at.column);
  const std::string_view label = Bilingual{"已修正", "fixed"}.in(style.lang);
  const std::string what = shown_text(one.what);
  if (!style.color) return fmt::format("{}{}: {} [{}]\n", place, label, what, one.rule);
  return fmt::format("\x1b[1m{}\x1b[0m\x1b[1;32m{}\x1b[0m: {}\x1b[2m [{}]\x1b[0m\n", place, label, what, one.rule);
}

}  // namespace

std::string fixes_summary(const FixResult& result, Lang lang) {
  const Counted fixed{result.applied.size()};
  const Counted files{result.files.size()};
  std::string text;
  if (result.applied.empty()) {
    text = say(lang, {"没有可以修正的", "nothing to fix"});
  } else if (result.written) {
    text = say(lang, {"修正了 {1} 个文件中的 {0} 处", "{0:finding was|findings were} fixed in {1:file}"}, fixed, files);
  } else {
    text = say(lang, {"会修正 {1} 个文件中的 {0} 处", "{0:finding} would be fixed in {1:file}"}, fixed, files);
  }
  const std::size_t left = result.left.findings.size();
  text += say(lang, {"，剩 {} 处", ", {} left"}, left);
  if (result.left.unsafe_fixable > 0) {
    text += say(lang, {"，其中 {} 处可用 --unsafe-fixes 修正，须确认", ", {} of them fixable with --unsafe-fixes"},
                result.left.unsafe_fixable);
  }
  return text;
}

void write_fixes_text(const FixResult& result, const TextStyle& style, const Sink& to) {
  for (const AppliedFix& one : result.applied) to(line_of(one, style));
  write_findings(result.left.findings, *result.sources, style, to);
  std::string beside = fixes_summary(result, style.lang) + '\n';
  if (!result.not_fixed.empty()) beside += say(style.lang, {"没有修正的：\n", "not fixed:\n"});
  for (const NotFixed& row : result.not_fixed) {
    beside +=
        say(style.lang, {"  {}，{} 处：{}\n", "  {}, {:finding}: {}\n"}, row.file, Counted{row.findings}, row.reason);
  }
  write_summary(result.left, style, to, beside);
}

void write_fixes_diff(const FixResult& result, const TextStyle& style, const Sink& to) {
  for (const FixedFile& file : result.files) {
    if (file.converted_from != Encoding::utf8) {
      to(say(style.lang, {"{}：整个文件由 {} 转换成 UTF-8\n", "{}: the whole file is converted from {} to UTF-8\n"},
             file.name, name(file.converted_from)));
    }
    to(unified_diff(file.before, file.after, file.name, file.name));
  }
}

}  // namespace matter
