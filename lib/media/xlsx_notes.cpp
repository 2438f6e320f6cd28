#include "media/xlsx_notes.h"

#include <fmt/format.h>

#include <algorithm>

#include "media/xlsx_parts.h"
#include "text/unicode.h"

namespace matter::xlsx {

namespace {

constexpr std::size_t boxes_in_block = 1023;
constexpr std::size_t most_units = 4000;

/// Rows of the usual height that a box needs.
std::size_t height_of(std::string_view text) {
  constexpr std::size_t columns = 44, least = 3, most = 24;
  std::size_t lines = 1;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines += 1 + display_width(text.substr(at, end - at)) / columns;
    at = end + 1;
  }
  return std::clamp(lines, least, most);
}

}  // namespace

std::string note_runs(std::string_view text) {
  return fmt::format("<r><rPr><sz val=\"9\"/><rFont val=\"Calibri\"/></rPr><t xml:space=\"preserve\">{}</t></r>",
                     xml_text(text, most_units, true));
}

std::string note_xml(const SheetNote& note, std::size_t author) {
  return fmt::format("<comment ref=\"{}{}\" authorId=\"{}\"><text>{}</text></comment>", column_name(note.column),
                     note.row + 1, author, note_runs(note.text));
}

std::string notes_xml(std::span<const SheetNote> notes) {
  std::string out = fmt::format("{}<comments xmlns=\"{}\"><authors><author>matter</author></authors><commentList>",
                                declaration, main_space);
  for (const SheetNote& note : notes) out += note_xml(note, 0);
  return out += "</commentList></comments>\n";
}

std::string note_box(const SheetNote& note, std::size_t id) {
  return fmt::format(
      "<v:shape id=\"_x0000_s{}\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" "
      "fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" "
      "obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"/><x:ClientData "
      "ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{}, 15, {}, 4, {}, 15, {}, 4</x:Anchor>"
      "<x:AutoFill>False</x:AutoFill><x:Row>{}</x:Row><x:Column>{}</x:Column></x:ClientData></v:shape>",
      id, note.column + 1, note.row, note.column + 3, note.row + height_of(note.text), note.row, note.column);
}

std::string note_boxes(std::span<const SheetNote> notes, std::size_t& block) {
  const std::size_t blocks = std::max<std::size_t>(1, (notes.size() + boxes_in_block - 1) / boxes_in_block);
  std::string ids;
  for (std::size_t i = 0; i < blocks; ++i) ids.append(i == 0 ? "" : ",").append(std::to_string(block + i));
  std::string out = fmt::format(
      "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
      "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" "
      "data=\"{}\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
      "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" "
      "o:connecttype=\"rect\"/></v:shapetype>",
      ids);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const std::size_t id = (block + i / boxes_in_block) * (boxes_in_block + 1) + 1 + i % boxes_in_block;
    out += note_box(notes[i], id);
  }
  block += blocks;
  return out += "</xml>\n";
}

}  // namespace matter::xlsx
