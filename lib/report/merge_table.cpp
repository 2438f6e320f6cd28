#include "report/merge_table.h"

#include <filesystem>

#include "doc/json_write.h"
#include "media/csv.h"
#include "media/guard.h"
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
