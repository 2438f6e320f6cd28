#include "media/xlsx_forms.h"

#include <fmt/format.h>

#include <string_view>

#include "media/xlsx_parts.h"

namespace matter::xlsx {

namespace {

constexpr unsigned kinds = 3, looks = 3;
constexpr unsigned first_editable = heading_fixed + 1;
constexpr unsigned first_column = first_editable + 2 * looks * kinds;

unsigned number_of(SheetCell::Kind kind) { return static_cast<unsigned>(kind); }

/// Numbers of formats by kind: text, number, day.
constexpr int formats[kinds] = {49, 0, 164};
/// Fills by look; those of the table below.
constexpr int fills[looks] = {0, 5, 6};

struct Look {
  int format = 0, font = 0, fill = 0;
  bool border = true, open = false;  ///< open: may be changed where the sheet is locked
  bool center = false;               ///< so that a number does not touch the text behind it
};

void append(std::string& to, const Look& look) {
  to += fmt::format(
      "<xf numFmtId=\"{}\" fontId=\"{}\" fillId=\"{}\" borderId=\"{}\" xfId=\"0\" applyNumberFormat=\"1\" "
      "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"{}><alignment {}vertical=\"top\" "
      "wrapText=\"1\"/>{}</xf>",
      look.format, look.font, look.fill, look.border ? 1 : 0, look.open ? " applyProtection=\"1\"" : "",
      look.center ? "horizontal=\"center\" " : "", look.open ? "<protection locked=\"0\"/>" : "");
}

std::string forms() {
  std::string all = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";
  for (const Look& look :
       {Look{}, Look{}, Look{164}, Look{0, 2, 3}, Look{0, 3, 4}, Look{0, 1, 2}, Look{49}, Look{0, 1, 7}, Look{0, 1, 8}})
    append(all, look);
  for (const bool fixed : {false, true}) {
    for (unsigned look = 0; look < looks; ++look) {
      const bool pale = fixed || look == static_cast<unsigned>(SheetCell::Look::grey);
      for (const int format : formats) append(all, {format, pale ? 4 : 0, fills[look], true, !fixed, format == 0});
    }
  }
  for (const int format : formats) append(all, {format, 0, 0, false, true, format == 0});
  return all;
}

std::string font(std::string_view more) {
  return fmt::format("<font>{}<name val=\"Calibri\"/><family val=\"2\"/></font>", more);
}

std::string fill(std::string_view color) {
  return fmt::format("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{}\"/></patternFill></fill>", color);
}

}  // namespace

unsigned editable_form(SheetCell::Kind kind, SheetCell::Look look, bool fixed) {
  return first_editable + ((fixed ? looks : 0) + static_cast<unsigned>(look)) * kinds + number_of(kind);
}

unsigned column_form(SheetCell::Kind kind) { return first_column + number_of(kind); }

std::string styles() {
  std::string side;
  for (const std::string_view name : {"left", "right", "top", "bottom"})
    side += fmt::format("<{0} style=\"thin\"><color rgb=\"FFBFBFBF\"/></{0}>", name);
  std::string fonts = font("<sz val=\"11\"/>") + font("<b/><sz val=\"11\"/>");
  for (const std::string_view color : {"9C0006", "7F6000", "7F7F7F"})
    fonts += font(fmt::format("<sz val=\"11\"/><color rgb=\"FF{}\"/>", color));
  std::string colors;
  for (const std::string_view color : {"D9E1F2", "FFC7CE", "FFEB9C", "E7E6E6", "FFF2CC", "F8CBAD", "D9D9D9"})
    colors += fill(color);
  return fmt::format(
      "{}<styleSheet xmlns=\"{}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
      "formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"5\">{}</fonts><fills count=\"9\"><fill><patternFill "
      "patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>{}</fills><borders "
      "count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>{}<diagonal/></border></borders>"
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs "
      "count=\"{}\">{}</cellXfs>"
      "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>\n",
      declaration, main_space, fonts, colors, side, first_column + kinds, forms());
}

}  // namespace matter::xlsx
