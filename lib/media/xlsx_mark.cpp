#include "media/xlsx_mark.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "media/xlsx_mark_notes.h"
#include "media/xlsx_package.h"
#include "media/xlsx_parts.h"
#include "media/xlsx_parts_edit.h"
#include "media/xml_elements.h"
#include "media/zip.h"

namespace matter {

namespace {

using namespace xlsx;

/// Always so; who finds it knows whose colours these are.
constexpr std::string_view own_formula = "LEN(\"matter check\")>0";
constexpr std::string_view own_word = "matter check";
constexpr int lowest_priority = 900'000;  // people's own formats come first
constexpr std::size_t cells_a_format = 200;

/// The elements that may only stand behind a conditional format.
constexpr std::string_view behind_formats[] = {
    "dataValidations", "hyperlinks",      "printOptions",     "pageMargins", "pageSetup",     "headerFooter",
    "rowBreaks",       "colBreaks",       "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing",         "legacyDrawing",   "legacyDrawingHF",  "drawingHF",   "picture",       "oleObjects",
    "controls",        "webPublishItems", "tableParts",       "extLst"};
constexpr std::string_view behind_drawing[] = {"legacyDrawingHF", "drawingHF",       "picture",    "oleObjects",
                                               "controls",        "webPublishItems", "tableParts", "extLst"};

struct Colour {
  std::string_view letters, fill;
};
constexpr Colour colours[] = {{"FF9C0006", "FFFFC7CE"}, {"FF7F6000", "FFFFEB9C"}};

class Marking {
 public:
  explicit Marking(std::string_view bytes) : zip_(bytes) {}

  std::optional<std::string> operator()(const std::vector<CellMark>& marks) {
    if (zip_.problem() != ZipReader::Problem::none) return std::nullopt;
    const auto package = read_package(zip_);
    if (!package || !looks(*package)) return std::nullopt;
    for (std::size_t i = 0; i < package->sheets.size(); ++i) {
      const PackagedSheet& one = package->sheets[i];
      MarksByCell here;
      for (const CellMark& mark : marks) {
        if (mark.sheet != one.name) continue;
        CellNote& note = here[{mark.row, mark.column}];
        note.error = note.error || mark.error;
        note.text.append(note.text.empty() ? "" : "\n").append(mark.text);
      }
      if (!sheet(one.part, here, i + 1)) return std::nullopt;
    }
    return packed();
  }

 private:
  std::optional<std::string> part(const std::string& name) {
    const auto changed = changed_.find(name);
    if (changed != changed_.end()) return changed->second;
    return zip_.read(name);
  }

  /// Two looks for conditional formats; those of an earlier call serve again.
  bool looks(const Package& package) {
    const auto text = part(package.styles);
    if (!text) return false;
    const auto all = xml_elements(*text, 2);
    if (!all || all->empty()) return false;
    const auto list =
        std::find_if(all->begin(), all->end(), [](const XmlElement& e) { return e.depth == 1 && e.name == "dxfs"; });
    const std::string before = all->front().prefix.empty() ? "" : all->front().prefix + ":";
    std::vector<std::string> made;
    for (const Colour& colour : colours) {
      made.push_back(
          fmt::format("<{0}dxf><{0}font><{0}color rgb=\"{1}\"/></{0}font><{0}fill><{0}patternFill "
                      "patternType=\"solid\"><{0}fgColor rgb=\"{2}\"/><{0}bgColor rgb=\"{2}\"/></{0}"
                      "patternFill></{0}fill></{0}dxf>",
                      before, colour.letters, colour.fill));
    }
    std::size_t count = 0;
    for (auto one = list; one != all->end(); ++one) {
      if (one->depth != 2 || one->name != "dxf") continue;
      if (text->compare(one->begin, one->end - one->begin, made[0]) == 0) first_look_ = count;
      ++count;
    }
    if (first_look_) return true;
    first_look_ = count;
    const std::string both = made[0] + made[1];
    PartEdit edit(*text);
    if (list == all->end()) {
      constexpr std::string_view behind[] = {"tableStyles", "colors", "extLst"};
      edit.insert(before_any(*all, behind), fmt::format("<{0}dxfs count=\"2\">{1}</{0}dxfs>", before, both));
    } else {
      edit.replace(list->begin, list->inside, fmt::format("<{}dxfs count=\"{}\">", before, count + 2));
      edit.insert(list->close, list->empty_tag() ? fmt::format("{}</{}dxfs>", both, before) : both);
    }
    changed_[package.styles] = edit.done();
    return true;
  }

  bool sheet(const std::string& name, const MarksByCell& marks, std::size_t number) {
    const auto text = part(name);
    if (!text) return false;
    const auto all = xml_elements(*text, 1);
    if (!all || all->empty()) return false;
    PartEdit edit(*text);
    for (const XmlElement& one : *all) {
      const bool own = one.name == "conditionalFormatting" && one.text.find(own_word) != std::string::npos;
      if (own) edit.replace(one.begin, one.end, {});
    }
    const std::string before = all->front().prefix.empty() ? "" : all->front().prefix + ":";
    if (!marks.empty()) edit.insert(before_any(*all, behind_formats), formats(marks, before));
    NoteParts parts{name, number, {}, {}, {}};
    if (!notes(marks, parts)) return false;
    if (!parts.new_drawing.empty()) {
      edit.insert(before_any(*all, behind_drawing), fmt::format("<{}legacyDrawing xmlns:r=\"{}\" r:id=\"{}\"/>", before,
                                                                office_space, parts.new_drawing));
    }
    if (edit.any()) changed_[name] = edit.done();
    return true;
  }

  [[nodiscard]] std::string formats(const MarksByCell& marks, const std::string& before) const {
    std::string out;
    for (const bool error : {true, false}) {
      std::vector<std::string> cells;
      for (const auto& [at, note] : marks) {
        if (note.error == error) cells.push_back(column_name(at.second) + std::to_string(at.first));
      }
      for (std::size_t from = 0; from < cells.size(); from += cells_a_format) {
        const auto first = cells.begin() + static_cast<std::ptrdiff_t>(from);
        const auto last = cells.begin() + static_cast<std::ptrdiff_t>(std::min(cells.size(), from + cells_a_format));
        out += fmt::format(
            "<{0}conditionalFormatting sqref=\"{1}\"><{0}cfRule type=\"expression\" dxfId=\"{2}\" priority=\"{3}\">"
            "<{0}formula>{4}</{0}formula></{0}cfRule></{0}conditionalFormatting>",
            before, fmt::join(first, last, " "), *first_look_ + (error ? 0 : 1), lowest_priority + (error ? 0 : 1),
            xml_text(own_formula));
      }
    }
    return out;
  }

  /// What the cells are told; makes the parts for it where the sheet has none.
  bool notes(const MarksByCell& marks, NoteParts& parts) {
    std::string comments, drawing;
    for (const auto& [id, relation] : part_relations(zip_, parts.sheet)) {
      if (relation.type == "comments") comments = relation.target;
      if (relation.type == "vmlDrawing") drawing = relation.target;
    }
    if (comments.empty() && marks.empty()) return true;
    parts.comments = comments.empty() ? std::nullopt : part(comments);
    parts.drawing = drawing.empty() ? std::nullopt : part(drawing);
    const auto made = marked_notes(marks, parts);
    if (!made) return false;
    if (!made->changed) return true;
    const bool new_comments = comments.empty();
    const bool new_drawing = drawing.empty();
    if (new_comments) comments = fmt::format("xl/matter_comments{}.xml", parts.number);
    if (new_drawing) drawing = fmt::format("xl/drawings/matter_drawing{}.vml", parts.number);
    changed_[comments] = made->comments;
    changed_[drawing] = made->drawing;
    if (new_drawing) parts.new_drawing = "rIdMatterDrawing";
    return relate(parts.sheet, new_comments ? comments : "", new_drawing ? drawing : "") &&
           declare(new_comments ? comments : "", new_drawing);
  }

  bool relate(const std::string& sheet, const std::string& comments, const std::string& drawing) {
    if (comments.empty() && drawing.empty()) return true;
    std::string more;
    const auto add = [&](std::string_view id, std::string_view kind, const std::string& target) {
      if (target.empty()) return;
      more += fmt::format("<Relationship Id=\"{}\" Type=\"{}/{}\" Target=\"/{}\"/>", id, office_space, kind, target);
    };
    add("rIdMatterDrawing", "vmlDrawing", drawing);
    add("rIdMatterComments", "comments", comments);
    const std::string name = relations_part(sheet);
    const auto text = part(name);
    if (!text) {
      changed_[name] = fmt::format("{}<Relationships xmlns=\"{}/relationships\">{}</Relationships>\n", declaration,
                                   package_space, more);
      return true;
    }
    return add_inside(name, *text, "Relationships", more);
  }

  bool declare(const std::string& comments, bool drawing) {
    const std::string name = "[Content_Types].xml";
    const auto text = part(name);
    if (!text) return false;
    std::string more;
    if (drawing && text->find("Extension=\"vml\"") == std::string::npos)
      more += "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>";
    if (!comments.empty()) {
      more += fmt::format(
          "<Override PartName=\"/{}\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/>",
          comments);
    }
    return more.empty() || add_inside(name, *text, "Types", more);
  }

  bool add_inside(const std::string& name, const std::string& text, std::string_view root, const std::string& more) {
    const auto all = xml_elements(text, 0);
    if (!all || all->empty() || all->front().empty_tag()) return false;
    PartEdit edit(text);
    std::string named = more;
    if (const std::string& prefix = all->front().prefix; !prefix.empty()) {
      for (std::size_t at = 0; (at = named.find('<', at)) != std::string::npos; ++at)
        named.insert(at + 1, prefix + ":");
    }
    if (all->front().name != root) return false;
    edit.insert(all->front().close, named);
    changed_[name] = edit.done();
    return true;
  }

  std::optional<std::string> packed() {
    ZipWriter zip;
    const std::vector<std::string> names = zip_.names();
    for (const std::string& name : names) {
      const auto text = part(name);
      if (!text) return std::nullopt;
      zip.add(name, *text);
    }
    for (const auto& [name, text] : changed_) {
      if (!zip_.has(name)) zip.add(name, text);
    }
    return zip.finish();
  }

  ZipReader zip_;
  std::map<std::string, std::string> changed_;
  std::optional<std::size_t> first_look_;
};

}  // namespace

std::optional<std::string> mark_workbook(std::string_view bytes, const std::vector<CellMark>& marks) {
  return Marking(bytes)(marks);
}

}  // namespace matter
