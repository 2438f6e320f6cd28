#include "report/show_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "diag/words.h"
#include "doc/yaml.h"
#include "model/read.h"
#include "report/places.h"
#include "report/shown.h"
#include "text/lines.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view dim = "\x1b[2m", plain = "\x1b[0m";
/// Where the places stand, so that they are a column of their own; behind longer lines they follow at once.
constexpr std::size_t place_column = 62;

/// The lines of one file that a written line takes its values from.
struct Range {
  std::uint32_t first = 0, last = 0;

  void add(std::uint32_t line) {
    first = first == 0 ? line : std::min(first, line);
    last = std::max(last, line);
  }
};
/// Own ones, then those of the standard entry.
using LineOrigin = std::array<Range, 2>;

std::uint32_t line_of(Location at, Places& places) {
  const Places::View& view = places.view(at.source);
  return view ? view.lines->position(at.span.begin).line : 0;
}

/// For each line of the written matter, where its values come from.
std::map<std::uint32_t, LineOrigin> origins(const ShownMatter& shown, Places& places) {
  Document doc;
  Collector unheard(Lang::en);
  read_yaml(shown.yaml, no_source, doc, unheard);
  std::vector<NodeId> nodes;
  matter_nodes(doc, nodes);
  Arena arena;
  Matter written;
  read_matter(doc, nodes.at(0), arena, written);
  std::map<std::string, std::vector<Location>> stands;  // several items may have one name
  for (const ShownValue& value : values_of(written)) stands[value.field].push_back(value.at);
  std::map<std::string, std::size_t> met;
  const Lines lines(shown.yaml);
  std::map<std::uint32_t, LineOrigin> found;
  for (const ShownValue& value : shown.values) {
    const std::vector<Location>& at = stands[value.field];
    const std::size_t number = met[value.field]++;
    const std::uint32_t line = line_of(value.at, places);
    if (number >= at.size() || line == 0) continue;
    found[lines.position(at[number].span.begin).line][value.inherited ? 1 : 0].add(line);
  }
  return found;
}

class ShowText {
 public:
  ShowText(const Sources& sources, const TextStyle& style) : places_(sources), style_(style) {}

  std::string matter(const ShownMatter& shown, bool origin) {
    heading(shown);
    if (!origin) return std::move(out_ += shown.yaml);
    const std::map<std::uint32_t, LineOrigin> from = origins(shown, places_);
    const Lines lines(shown.yaml);
    for (std::uint32_t n = 1; n <= lines.count(); ++n) {
      const std::string_view line = lines.line(n);
      if (n == lines.count() && line.empty()) break;
      out_ += line;
      const auto found = from.find(n);
      if (found != from.end()) place(found->second, display_width(line));
      out_ += '\n';
    }
    return std::move(out_);
  }

  std::string list(const ShowResult& result) {
    out_ = say(style_.lang,
               {"“{}”指 {} 个事项；请用其中一个的编码，或加 --all 全部显示：\n",
                "'{}' means {} matters; give the code of one of them, or --all to show all:\n"},
               shown_text(result.asked), result.found.size());
    for (const ShownPlace& one : result.found) {
      out_ += "  " + shown_text(one.identity);
      for (const std::string& part : {one.level, one.agency}) {
        if (!part.empty()) out_ += "  " + shown_text(part);
      }
      if (one.standard) out_ += say(style_.lang, {"  标准化目录", "  standard catalog"});
      out_ += "\n    " + shown_text(one.name) + "\n    " + where(one) + '\n';
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string where(const ShownPlace& one) {
    return fmt::format("{}:{}", shown_text(places_.sources().name(one.at.source)), line_of(one.at, places_));
  }

  void note(const std::string& text) {
    if (style_.color) out_ += dim;
    out_ += "# " + text;
    if (style_.color) out_ += plain;
    out_ += '\n';
  }

  void heading(const ShownMatter& shown) {
    std::string title = shown_text(shown.name);
    for (const std::string& part : {shown.level, shown.agency}) {
      if (!part.empty()) title += (title.empty() ? "" : " · ") + shown_text(part);
    }
    if (!title.empty()) note(title);
    if (shown.sample) note(say(style_.lang, {"样例，非正式文本", "a sample, no official text"}));
    file({"本级", "own"}, shown);
    if (shown.entry) {
      file({"标准", "standard"}, *shown.entry);
    } else if (!shown.bound_to.empty()) {
      note(say(style_.lang,
               {"标准：没有找到 {}，什么都没有沿用", "standard: {} was not found, nothing is taken from it"},
               shown_text(shown.bound_to)));
    }
    if (shown.damaged) {
      note(say(style_.lang, {"文件没有读全，见 matter validate", "the file was not read whole, see matter validate"}));
    }
  }

  void file(const Bilingual& whose, const ShownPlace& one) {
    note(say(style_.lang, {"{}：{}", "{}: {}"}, whose.in(style_.lang), shown_text(one.identity)) +
         (one.catalog.empty() ? std::string{} : "  " + shown_text(one.catalog)));
    note("  " + where(one));
  }

  void place(const LineOrigin& from, std::size_t used) {
    std::string text;
    for (const bool inherited : {false, true}) {
      const Range& range = from[inherited ? 1 : 0];
      if (range.first == 0) continue;
      const Bilingual whose = inherited ? Bilingual{"标准", "standard"} : Bilingual{"本级", "own"};
      text += fmt::format("{}{} {}", text.empty() ? "# " : ", ", whose.in(style_.lang), range.first);
      if (range.last > range.first) text += fmt::format("-{}", range.last);
    }
    if (text.empty()) return;
    out_.append(used + 2 <= place_column ? place_column - used : 2, ' ');
    if (style_.color) out_ += dim;
    out_ += text;
    if (style_.color) out_ += plain;
  }

  Places places_;
  const TextStyle& style_;
  std::string out_;
};

}  // namespace

void write_show_text(const ShowResult& result, bool origin, const Sources& sources, const TextStyle& style,
                     const Sink& to) {
  if (result.listed) return to(ShowText(sources, style).list(result));
  for (std::size_t i = 0; i < result.found.size(); ++i) {
    if (i > 0) to("---\n");
    to(ShowText(sources, style).matter(result.found[i], origin));
  }
}

}  // namespace matter
