#include "media/xlsx_mark_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "media/xlsx_mark.h"
#include "media/xlsx_notes.h"
#include "media/xlsx_package.h"
#include "media/xlsx_parts.h"
#include "media/xlsx_parts_edit.h"
#include "media/xml_elements.h"

namespace matter::xlsx {

namespace {

using Cell = MarksByCell::key_type;

std::uint32_t number_in(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<Cell> cell_of(std::string_view ref) {
  const auto column = column_of_cell(ref);
  const std::size_t digits = ref.find_first_of("0123456789");
  if (!column || digits == std::string_view::npos) return std::nullopt;
  return Cell{number_in(ref.substr(digits)), *column};
}

SheetNote sheet_note(const Cell& at, std::string text) { return {at.first - 1U, at.second, std::move(text)}; }

std::string marked(const CellNote& note) { return std::string(mark_line) + "\n" + note.text; }

/// What people wrote, above the mark.
std::string_view own_text(std::string_view text) {
  text = text.substr(0, text.find(mark_line));
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

/// The boxes of notes.
class Boxes {
 public:
  explicit Boxes(const std::optional<std::string>& drawing) {
    if (drawing) text_ = *drawing;
    constexpr std::string_view before = "_x0000_s";
    for (std::size_t at = 0; (at = text_.find(before, at)) != std::string::npos;) {
      at += before.size();
      highest_ = std::max<std::size_t>(highest_, number_in(std::string_view(text_).substr(at)));
    }
  }

  void remove(const Cell& cell) {
    constexpr std::string_view end = "</v:shape>";
    const std::string row = fmt::format("<x:Row>{}</x:Row>", cell.first - 1);
    const std::string column = fmt::format("<x:Column>{}</x:Column>", cell.second);
    for (std::size_t at = 0; (at = text_.find("<v:shape ", at)) != std::string::npos; ++at) {
      const std::size_t close = text_.find(end, at);
      if (close == std::string::npos) return;
      const std::string_view shape = std::string_view(text_).substr(at, close - at);
      if (shape.find(row) == std::string_view::npos || shape.find(column) == std::string_view::npos) continue;
      text_.erase(at, close + end.size() - at);
      return;
    }
  }
  void add(SheetNote note) { added_.push_back(std::move(note)); }

  std::string done() {
    const std::size_t end = text_.rfind("</xml>");
    if (end == std::string::npos) {
      std::size_t block = 1;
      return note_boxes(added_, block);
    }
    std::string more;
    for (const SheetNote& note : added_) more += note_box(note, ++highest_);
    return text_.insert(end, more);
  }

 private:
  std::string text_;
  std::size_t highest_ = 1024;
  std::vector<SheetNote> added_;
};

class Notes {
 public:
  Notes(const MarksByCell& marks, const NoteParts& parts)
      : marks_(marks), text_(*parts.comments), edit_(text_), boxes_(parts.drawing) {}

  std::optional<MarkedNotes> operator()() {
    const auto all = xml_elements(text_, 3);
    if (!all || all->empty()) return std::nullopt;
    const auto list =
        std::find_if(all->begin(), all->end(), [](const XmlElement& e) { return e.name == "commentList"; });
    if (list == all->end() || list->empty_tag()) return std::nullopt;
    MarksByCell left = marks_;
    for (auto one = all->begin(); one != all->end(); ++one) {
      if (one->depth != 2 || one->name != "comment") continue;
      const auto at = cell_of(attribute(one->attributes, "ref"));
      if (!at) continue;
      const auto mark = left.find(*at);
      const bool old = one->text.find(mark_line) != std::string::npos;
      if (mark == left.end() && !old) continue;
      const auto said = std::find_if(one, all->end(), [](const XmlElement& e) { return e.name == "text"; });
      if (said == all->end() || said->begin > one->end) continue;
      const std::string own(old ? own_text(one->text) : std::string_view(one->text));
      if (mark == left.end() && own.empty()) {
        edit_.replace(one->begin, one->end, {});
        boxes_.remove(*at);
        continue;
      }
      std::string more = mark != left.end() ? (own.empty() ? "" : "\n") + marked(mark->second) : std::string();
      if (old) {
        edit_.replace(said->inside, said->close, named(note_runs(own + more), all->front().prefix));
      } else {
        edit_.insert(said->close, named(note_runs(more), all->front().prefix));
      }
      if (mark != left.end()) left.erase(mark);
    }
    std::string fresh;
    for (const auto& [at, note] : left) {
      const SheetNote made = sheet_note(at, marked(note));
      fresh += named(note_xml(made, 0), all->front().prefix);
      boxes_.add(made);
    }
    if (!fresh.empty()) edit_.insert(list->close, fresh);
    if (!edit_.any()) return MarkedNotes{};
    return MarkedNotes{edit_.done(), boxes_.done(), true};
  }

 private:
  /// With the prefix that the part uses.
  static std::string named(std::string xml, const std::string& prefix) {
    for (std::size_t at = 0; !prefix.empty() && (at = xml.find('<', at)) != std::string::npos; ++at)
      xml.insert(at + (xml[at + 1] == '/' ? 2 : 1), prefix + ":");
    return xml;
  }

  const MarksByCell& marks_;
  const std::string& text_;
  PartEdit edit_;
  Boxes boxes_;
};

}  // namespace

std::optional<MarkedNotes> marked_notes(const MarksByCell& marks, const NoteParts& parts) {
  if (parts.comments) return Notes(marks, parts)();
  std::vector<SheetNote> notes;
  Boxes boxes(parts.drawing);
  for (const auto& [at, note] : marks) {
    notes.push_back(sheet_note(at, marked(note)));
    boxes.add(notes.back());
  }
  return MarkedNotes{notes_xml(notes), boxes.done(), true};
}

}  // namespace matter::xlsx
