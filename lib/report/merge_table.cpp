#include "report/merge_table.h"

#include <filesystem>

#include "diag/words.h"
#include "doc/json_write.h"
#include "media/csv.h"
#include "media/guard.h"
#include "media/xlsx.h"
#include "ops/merge_rows.h"
#include "report/merge_shown.h"

namespace matter {

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all.append(all.empty() ? "" : "\n").append(line);
  return all;
}

/// The cells of one conflict, in the order of merge_columns.
std::vector<std::string> cells(const MergeResult& result, const FileMerge& file, const MergeConflict& conflict,
                               const Sources& sources, Lang lang) {
  const auto value = [&](MergeSide side) { return joined(conflict_value(conflict, side, lang)); };
  std::string place;
  for (const MergeSide side : {MergeSide::ours, MergeSide::theirs, MergeSide::base}) {
    if (place.empty()) place = conflict_place(file, conflict, side, sources);
  }
  return {conflict_id(file.path, conflict),
          result.trees ? file.path : std::filesystem::path(result.names[1]).filename().string(),
          conflict.matter,
          conflict_name(file, conflict, sources),
          english(conflict.path),
          chinese(conflict.path),
          std::string(words(conflict.kind).in(lang)),
          value(MergeSide::base),
          value(MergeSide::ours),
          value(MergeSide::theirs),
          "",
          place};
}

}  // namespace

std::string conflicts_csv(const MergeResult& result, const Sources& sources, Lang lang) {
  std::string text = "\xEF\xBB\xBF";
  CsvWriter writer(text);
  for (const MergeColumn& column : merge_columns()) writer.cell(lang == Lang::zh ? column.label : column.key);
  writer.end_row();
  for (const FileMerge& file : result.files) {
    for (const MergeConflict& conflict : file.conflicts) {
      for (const std::string& cell : cells(result, file, conflict, sources, lang)) writer.cell(guarded(cell));
      writer.end_row();
    }
  }
  return text;
}

std::string conflicts_xlsx(const MergeResult& result, const Sources& sources, const DateValue& day, Lang lang) {
  constexpr double widths[] = {12, 26, 24, 24, 20, 24, 14, 30, 30, 30, 10, 26};
  constexpr std::size_t choice = 10;
  Sheet sheet;
  sheet.name = say(lang, {"冲突", "conflicts"});
  sheet.title = sheet.header =
      say(lang, {"合并的冲突：“选择”一列填好再交回", "conflicts of a merge: fill in the choice"});
  sheet.made =
      std::chrono::sys_days{std::chrono::year{day.year} / static_cast<int>(day.month) / static_cast<int>(day.day)};
  sheet.editable = true;
  sheet.most_lines = 12;
  for (const MergeColumn& column : merge_columns()) {
    SheetColumn& made = sheet.columns.emplace_back();
    made.title = lang == Lang::zh ? column.label : column.key;
    made.width = widths[sheet.columns.size() - 1];
  }
  sheet.columns[choice].required = true;
  sheet.drop_downs.push_back({choice, lang == Lang::zh ? "\"我方,对方,原来\"" : "\"ours,theirs,base\"", true});
  sheet.notes.push_back({0, choice,
                         say(lang, {"选用哪一方的值；空着：留着冲突。填好后：matter merge … --resolve 本文件",
                                    "whose value holds; empty: it stays a conflict. Then: matter merge … --resolve "
                                    "THIS"})});
  for (const FileMerge& file : result.files) {
    for (const MergeConflict& conflict : file.conflicts) {
      SheetRow& row = sheet.rows.emplace_back();
      std::vector<std::string> texts = cells(result, file, conflict, sources, lang);
      for (std::string& text : texts) row.cells.push_back({std::move(text)});
    }
  }
  return to_xlsx(sheet);
}

std::string conflicts_json(const MergeResult& result, const Sources& sources, Lang lang) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.conflicts/1");
  json.key("conflicts");
  json.begin_array();
  for (const FileMerge& file : result.files) {
    for (const MergeConflict& conflict : file.conflicts) {
      const auto row = cells(result, file, conflict, sources, lang);
      json.begin_object();
      for (std::size_t i = 0; i < row.size(); ++i) json.member(merge_columns()[i].key, row[i]);
      json.end_object();
    }
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace matter
