#include "media/xlsx_read.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "media/unzip.h"
#include "media/xlsx_package.h"
#include "media/xlsx_text.h"
#include "media/xml_events.h"

namespace matter {

namespace {

std::uint32_t number_in(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && !text.empty() && end == text.data() + text.size() ? value : otherwise;
}

class Workbook {
 public:
  Workbook(std::string_view bytes, SourceId source, Collector& findings)
      : zip_(bytes), bytes_(bytes), source_(source), findings_(findings) {}

  std::vector<WorkbookSheet> read() {
    if (zip_.problem() != ZipReader::Problem::none) return refuse();
    const auto package = read_package(zip_);
    if (!package) return refuse();
    shapes_.since_1904 = package->since_1904;
    if (!package->strings.empty() && !strings(package->strings)) return refuse();
    if (!package->styles.empty() && !styles(package->styles)) return refuse();
    std::vector<WorkbookSheet> sheets;
    for (const PackagedSheet& one : package->sheets) {
      WorkbookSheet& made = sheets.emplace_back();
      made.name = one.name;
      made.hidden = one.hidden;
      if (!sheet(one.part, made)) return refuse();
    }
    return sheets;
  }

 private:
  std::vector<WorkbookSheet> refuse() {
    using Problem = ZipReader::Problem;
    Bilingual why{"不是 Excel 工作簿（.xlsx），或已损坏", "no workbook (.xlsx), or a damaged one"};
    if (bytes_.starts_with("\xD0\xCF\x11\xE0")) {
      why = {"是旧式的 .xls，或设了密码：请另存为不加密的 .xlsx",
             "an old .xls, or locked with a password: save it as an .xlsx without one"};
    } else if (zip_.problem() == Problem::locked) {
      why = {"设了密码：请另存为不加密的", "locked with a password: save it without one"};
    } else if (zip_.problem() == Problem::too_large || cells_ > most_workbook_cells) {
      why = {"展开后太大，没有读", "too large when unpacked; not read"};
    } else if (!twice_.empty()) {
      findings_.add("field-type", Severity::error, {source_, {0, 0}},
                    {"工作簿读不了：{} 写了两次，不知道以哪一个为准",
                     "the workbook cannot be read: {} stands in it twice, and which of them counts is not known"},
                    twice_);
      return {};
    }
    findings_.add("field-type", Severity::error, {source_, {0, 0}},
                  {"工作簿读不了：{}", "the workbook cannot be read: {}"}, why.in(findings_.lang()));
    return {};
  }

  bool part(const std::string& name, const XmlEvents& events) {
    const auto text = zip_.read(name);
    return text && read_xml_events(*text, events);
  }

  /// Texts that cells share: of several runs of letters where parts of it look otherwise.
  bool strings(const std::string& name) {
    bool in_text = false;
    int beside = 0;  // how Japanese is read, which is no part of the text
    std::string text;
    return part(name, {[&](std::string_view element, const XmlAttributes&) {
                         if (element == "si") text.clear();
                         if (element == "rPh") ++beside;
                         in_text = element == "t" && beside == 0;
                       },
                       [&](std::string_view element) {
                         in_text = false;
                         if (element == "rPh") --beside;
                         if (element == "si") strings_.push_back(plain_cell_text(text));
                       },
                       [&](std::string_view piece) {
                         if (in_text) text += piece;
                       }});
  }

  bool styles(const std::string& name) {
    std::map<std::uint32_t, std::string> formats;
    bool in_cells = false;
    return part(name,
                {[&](std::string_view element, const XmlAttributes& with) {
                   if (element == "numFmt") {
                     formats[number_in(attribute(with, "numFmtId"), 0)] = attribute(with, "formatCode");
                   }
                   if (element == "cellXfs") in_cells = true;
                   if (element != "xf" || !in_cells) return;
                   const std::uint32_t id = number_in(attribute(with, "numFmtId"), 0);
                   const auto own = formats.find(id);
                   shapes_.dates.push_back(is_date_format(id, own != formats.end() ? own->second : std::string()));
                 },
                 [&](std::string_view element) {
                   if (element == "cellXfs") in_cells = false;
                 },
                 {}});
  }

  struct Open {
    std::string type, value, text;
    std::uint32_t style = 0;
    std::uint32_t column = 0;
    bool formula = false;
  };

  bool sheet(const std::string& name, WorkbookSheet& into) {
    enum class Place : std::uint8_t { none, value, text };
    Place place = Place::none;
    WorkbookRow row;
    row.number = 0;
    Open cell;
    std::uint32_t next_column = 0;
    int beside = 0;
    const auto begin = [&](std::string_view element, const XmlAttributes& with) {
      place = Place::none;
      if (element == "row") {
        row = {number_in(attribute(with, "r"), row.number + 1), is_yes(attribute(with, "hidden")), {}};
        next_column = 0;
      } else if (element == "c") {
        cell = {};
        cell.type = attribute(with, "t");
        cell.style = number_in(attribute(with, "s"), 0);
        cell.column = column_of_cell(attribute(with, "r")).value_or(next_column);
        next_column = cell.column + 1;
      } else if (element == "f") {
        cell.formula = true;
      } else if (element == "rPh") {
        ++beside;
      } else if (element == "v") {
        place = Place::value;
      } else if (element == "t" && beside == 0) {
        place = Place::text;
      } else if (element == "mergeCell") {
        into.merged.emplace_back(attribute(with, "ref"));
      }
    };
    const auto end = [&](std::string_view element) {
      place = Place::none;
      if (element == "rPh") --beside;
      if (element == "c" && ++cells_ <= most_workbook_cells) add(cell, row);
      if (element == "row" && !row.cells.empty()) {
        std::stable_sort(row.cells.begin(), row.cells.end(),
                         [](const WorkbookCell& a, const WorkbookCell& b) { return a.column < b.column; });
        const auto same = [](const WorkbookCell& a, const WorkbookCell& b) { return a.column == b.column; };
        const auto twice = std::adjacent_find(row.cells.begin(), row.cells.end(), same);
        if (twice != row.cells.end() && twice_.empty()) twice_ = into.name + "!" + cell_name(twice->column, row.number);
        into.rows.push_back(std::move(row));
        row = {into.rows.back().number, false, {}};
      }
    };
    const auto text = [&](std::string_view piece) {
      if (place == Place::value) cell.value += piece;
      if (place == Place::text) cell.text += piece;
    };
    return part(name, {begin, end, text}) && cells_ <= most_workbook_cells && twice_.empty();
  }

  void add(const Open& open, WorkbookRow& row) {
    WorkbookCell cell;
    cell.column = open.column;
    cell.formula = open.formula;
    if (open.type == "s") {
      const std::uint32_t at = number_in(open.value, 0xFFFFFFFFU);
      if (at < strings_.size()) cell.text = strings_[at];
    } else if (open.type == "inlineStr" || open.type == "str") {
      cell.text = plain_cell_text(open.type == "str" ? open.value : open.text);
    } else if (open.type == "b") {
      cell.kind = WorkbookCell::Kind::boolean;
      cell.text = is_yes(open.value) ? "是" : "否";
    } else if (open.type == "e") {
      cell.kind = WorkbookCell::Kind::error;
      cell.text = open.value;
    } else if (open.type == "d") {
      cell.kind = WorkbookCell::Kind::date;
      cell.text = open.value.substr(0, open.value.find("T00:00:00"));
    } else {
      cell.kind = WorkbookCell::Kind::number;
      cell.text = open.value;
      const bool day = open.style < shapes_.dates.size() && shapes_.dates[open.style];
      if (const auto date = day ? date_of_serial(open.value, shapes_.since_1904) : std::nullopt) {
        cell.kind = WorkbookCell::Kind::date;
        cell.text = *date;
      }
    }
    if (!cell.text.empty()) row.cells.push_back(std::move(cell));
  }

  struct Shapes {
    std::vector<bool> dates;  // by style of a cell
    bool since_1904 = false;
  };

  ZipReader zip_;
  std::string_view bytes_;
  SourceId source_;
  Collector& findings_;
  std::vector<std::string> strings_;
  Shapes shapes_;
  std::size_t cells_ = 0;
  std::string twice_;  // a cell that stands in it twice
};

}  // namespace

std::string cell_name(std::uint32_t column, std::uint32_t row) {
  std::string name;
  for (std::uint32_t at = column + 1; at > 0; at = (at - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (at - 1) % 26));
  return name + std::to_string(row);
}

std::vector<WorkbookSheet> read_workbook(std::string_view bytes, SourceId source, Collector& findings) {
  return Workbook(bytes, source, findings).read();
}

}  // namespace matter
