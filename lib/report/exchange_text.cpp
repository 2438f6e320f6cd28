#include "report/exchange_text.h"

#include <algorithm>

#include "diag/words.h"
#include "text/lines.h"

namespace matter {

namespace {

constexpr std::size_t most_remarks = 20;

std::string line_of(Lang lang, const ColumnCounts& c) {
  std::string text = "  " + c.column;
  const auto part = [&](std::size_t n, const WordsFor<std::size_t>& words) {
    if (n != 0) text.append(lang == Lang::zh ? "，" : ", ").append(say<std::size_t>(lang, words, std::size_t{n}));
  };
  if (!c.path.empty()) text.append(" → ").append(c.path);
  if (!c.declared) text += say(lang, {"（映射没有这一列）", " (unknown to the mapping)"});
  part(c.mapped, {"写入 {}", "{} written"});
  part(c.none, {"无 {}", "{} said 无"});
  part(c.same, {"同于其他列 {}", "{} follow from other columns"});
  part(c.kept, {"存入 extra {}", "{} kept under extra"});
  part(c.nothing, {"空 {}", "{} empty"});
  part(c.missing, {"缺 {}", "{} missing"});
  part(c.not_understood, {"不能识别 {}", "{} not understood"});
  for (const ColumnCounts::Replaced& one : c.replaced) {
    text += say(lang, {"，“{}”写作“{}” {}", ", {} written as {}: {}"}, one.from, one.to, one.count);
  }
  return text + '\n';
}

/// Where a value stands: in a file whose places are known, or in a row.
std::string place_of(const ImportResult& result, const ImportRemark& remark, const Sources& sources, Lang lang) {
  if (!result.documents || !remark.note.at.known()) return say(lang, {"第 {} 行", "line {}"}, remark.line);
  const SharedText text = sources.text(remark.note.at.source);
  const Position at = Lines(*text).position(remark.note.at.span.begin);
  return fmt::format("{}:{}:{}", sources.name(remark.note.at.source), at.line, at.column);
}

void write_remarks(const ImportResult& result, const Sources& sources, Lang lang, const Sink& to) {
  if (result.remarks.empty()) return;
  to(say(
      lang,
      {"不能识别的值 {} 个，照原样写入：\n",
       "{:value was not understood and is written as it came|values were not understood and are written as they came}"
       ":\n"},
      Counted{result.remarks.size()}));
  for (std::size_t i = 0; i < std::min(result.remarks.size(), most_remarks); ++i) {
    const ImportRemark& r = result.remarks[i];
    to(say(lang, {"  {} {} {}：{}\n", "  {} {} {}: {}\n"}, place_of(result, r, sources, lang), r.matter, r.note.column,
           r.note.value));
  }
  if (result.remarks.size() > most_remarks) {
    to(say(lang, {"  另有 {} 个，见 --report\n", "  and {} more, see --report\n"},
           result.remarks.size() - most_remarks));
  }
}

}  // namespace

void write_import_text(const ImportResult& result, const Sources& sources, const TextStyle& style, const Sink& to) {
  const Lang lang = style.lang;
  if (result.written) {
    to(say(lang, {"从 {} 导入 {} 条记录，写成 {} 个文件：{}\n", "{}: {:record} imported as {:file} in {}\n"},
           result.source, Counted{result.records}, Counted{result.files}, result.out));
    to(say(lang, {"每一列的去处：\n", "where each column went:\n"}));
    std::size_t never = 0;
    for (const ColumnCounts& c : result.columns) {
      const bool came = c.mapped + c.none + c.same + c.kept + c.nothing != 0;
      never += came ? 0 : 1;
      if (came) to(line_of(lang, c));
    }
    if (never != 0) to(say(lang, {"  另有 {} 列从未填写\n", "  and {:column} never filled\n"}, Counted{never}));
  } else {
    to(say(lang, {"没有导入：读了 {} 条记录，{} 条不能读\n", "nothing was imported: {:record} read, {} could not be\n"},
           Counted{result.records}, result.refused));
  }
  write_remarks(result, sources, lang, to);
  write_findings(result.findings, sources, style, to);
}

}  // namespace matter
