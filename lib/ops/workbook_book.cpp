#include "ops/workbook_book.h"

#include "media/xlsx_read.h"

namespace matter {

bool open_book(const std::string& file, Sources& sources, Collector& findings, WorkbookBook& into) {
  into.mapping = load_mapping(workbook_platform, sources, findings);
  const SourceId source = sources.add_file(file);
  FileReader reader;
  const std::string_view bytes = sources.read_bytes(source, reader);
  const std::size_t before = findings.found().size();
  std::vector<WorkbookSheet> sheets = read_workbook(bytes, source, findings);
  if (findings.found().size() != before || into.mapping == nullptr) return false;
  auto base = read_base(sheets, *into.mapping);
  if (!base || base->mapping_version != into.mapping->version) {
    Diagnostic& d = findings.add(
        "field-type", Severity::error, {},
        base ? WordsFor<const std::string&>{"{}：是别的版本的程序写的，表的样子不同",
                                            "{}: another version of the program made this workbook"}
             : WordsFor<const std::string&>{"{}：不是 matter workbook export 写的工作簿，或其中隐藏的“原值”表没有了",
                                            "{}: no workbook of matter workbook export, or its hidden sheet of what "
                                            "stood there is gone"},
        file);
    d.hint = say(findings.lang(), {"重新写出一份再改；别处来的工作簿用 matter import --from xlsx --into",
                                   "write one again; a workbook from elsewhere comes by matter import --from xlsx "
                                   "--into"});
    return false;
  }
  into.base = std::move(*base);
  for (WorkbookSheet& sheet : sheets) {
    if (!is_beside_tables(sheet)) leave_out_taken(into.base, *into.mapping, sheet);
  }
  auto cells = std::make_unique<WorkbookTables>(*into.mapping, sources, findings);
  into.cells = cells.get();
  if (!cells->take(file, source, sheets, into.texts)) return false;
  into.came = incoming_workbook(*into.mapping, into.texts, std::move(cells), findings);
  std::vector<TableTexts> kinds;
  kinds.push_back(base_texts(into.base, sources));
  into.was = incoming_rows(*into.mapping, std::move(kinds), false, findings);
  return true;
}

}  // namespace matter
