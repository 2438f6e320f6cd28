#include <fmt/format.h>

#include "diag/words.h"
#include "report/compare_report.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

std::string line_of(Places& places, Location at) {
  if (!at.known()) return {};
  std::string name = shown_text(places.sources().name(at.source));
  const Places::View& view = places.view(at.source);
  return view ? fmt::format("{}:{}", name, view.lines->position(at.span.begin).line) : name;
}

std::string cut_to(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::string cut;
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    width += static_cast<std::size_t>(display_width(next_code_point(text, at)));
    if (width + 1 > columns) break;
    cut.append(text.substr(begin, at - begin));
  }
  return cut + "…";
}

std::string filled_to(std::string_view text, std::size_t columns) {
  std::string filled = cut_to(text, columns);
  const std::size_t width = display_width(filled);
  return filled.append(columns > width ? columns - width : 0, ' ');
}

char sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::same: return '=';
    case Verdict::better: return '+';
    case Verdict::worse: return '-';
    case Verdict::missing: return '!';
    case Verdict::extra: return '*';
    case Verdict::not_applicable: return '.';
  }
  return '?';
}

std::string_view called(const NamedTotals& element, Lang lang) {
  return lang == Lang::zh ? element.label : element.name;
}

std::string told(const ElementResult& result, Lang lang, std::size_t most) {
  if (result.silence != Silence::none && result.differences.empty()) return std::string(words(result.silence).in(lang));
  std::string all;
  const auto add = [&](const Difference& d) {
    if (!all.empty()) all += lang == Lang::zh ? "；" : "; ";
    all += told(d, lang);
  };
  // What the verdict rests on comes first.
  const Difference* const first = result.decisive();
  std::size_t count = 0;
  if (first != nullptr && ++count <= most) add(*first);
  for (const Difference& d : result.differences) {
    if (&d != first && ++count <= most) add(d);
  }
  if (count > most) all += say(lang, {" …… 共 {} 处", " … {} in all"}, count);
  return all;
}

std::string told_counts(const CompareResult& result, Lang lang) {
  std::string text = say(lang,
                         {"{} 个事项，{} 个文件：对照标准条目 {}，与别处同一事项对照 {}",
                          "{:matter} in {:file}: {} against entries of the standard, {} against one another"},
                         Counted{result.matters}, Counted{result.files}, result.bound, result.others);
  std::size_t left = 0;
  for (const NotChecked& row : result.not_compared) left += row.count;
  if (left > 0) text += say(lang, {"，未对照 {}", ", {} not compared"}, left);
  return text;
}

}  // namespace matter
