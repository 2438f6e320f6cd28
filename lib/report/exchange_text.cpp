#include "report/exchange_text.h"

#include <algorithm>
#include <map>

#include "diag/words.h"
#include "model/matter.h"
#include "ops/export_files.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most_remarks = 20;
constexpr std::size_t most_without_place = 10;  // fields, each on a line of its own

std::string line_of(Lang lang, const ColumnCounts& c) {
  std::string text = "  " + c.column;
  const auto part = [&](std::size_t n, const WordsFor<std::size_t>& words) {
    if (n != 0) text.append(lang == Lang::zh ? "，" : ", ").append(say<std::size_t>(lang, words, std::size_t{n}));
  };
  if (!c.path.empty()) text.append(" → ").append(c.path);
  if (!c.declared) text += say(lang, {"（映射没有这一列）", " (unknown to the mapping)"});
  part(c.mapped, {"写入 {}", "{} written"});
  part(c.none, {"无 {}", "{} said 无"});
  part(c.same, {"同于其他列 {}", "{} follow from other columns"});
  part(c.kept, {"存入 extra {}", "{} kept under extra"});
  part(c.nothing, {"空 {}", "{} empty"});
  part(c.missing, {"缺 {}", "{} missing"});
  part(c.not_understood, {"不能识别 {}", "{} not understood"});
  for (const ColumnCounts::Replaced& one : c.replaced) {
    text += say(lang, {"，“{}”写作“{}” {}", ", {} written as {}: {}"}, one.from, one.to, one.count);
  }
  return text + '\n';
}

void write_remarks(const ImportResult& result, Lang lang, const Sink& to) {
  if (result.remarks.empty()) return;
  to(say(
      lang,
      {"不能识别的值 {} 个，照原样写入：\n",
       "{:value was not understood and is written as it came|values were not understood and are written as they came}"
       ":\n"},
      Counted{result.remarks.size()}));
  for (std::size_t i = 0; i < std::min(result.remarks.size(), most_remarks); ++i) {
    const ImportRemark& r = result.remarks[i];
    to(say(lang, {"  第 {} 行 {} {}：{}\n", "  line {} {} {}: {}\n"}, r.line, r.matter, r.note.column, r.note.value));
  }
  if (result.remarks.size() > most_remarks) {
    to(say(lang, {"  另有 {} 个，见 --report\n", "  and {} more, see --report\n"},
           result.remarks.size() - most_remarks));
  }
}

void write_group(const LossGroup& group, Lang lang, const Sink& to) {
  std::string where(group.table);
  if (!group.column.empty()) where.append(where.empty() ? "" : ".").append(group.column);
  if (!group.field.empty()) where.append(where.empty() ? "" : " ← ").append(group.field);
  if (where.empty()) {
    to(say(lang, {"  {}：{} 个事项\n", "  {}: {:matter}\n"}, words(group.why).in(lang), Counted{group.matters}));
  } else if (group.matters == 0) {
    to(say(lang, {"  {}：{}，{} 行\n", "  {}: {}, {:row}\n"}, where, words(group.why).in(lang), Counted{group.values}));
  } else {
    to(say(lang, {"  {}：{}，{} 个事项 {} 个值\n", "  {}: {}; {:matter}, {:value}\n"}, where, words(group.why).in(lang),
           Counted{group.matters}, Counted{group.values}));
  }
}

/// What the platform asks for, as what the matters lack.
std::string reason_of(const ExportLeftOut& one, Lang lang) {
  const std::string field = lang == Lang::zh ? "“" + one.label + "”" : one.field;
  std::string values;
  for (const std::string& value : one.values)
    values.append(values.empty() ? "" : lang == Lang::zh ? "、" : ", ").append(value);
  if (one.test == "given") return say(lang, {"没有{}", "{}: nothing given"}, field);
  if (one.test == "absent") return say(lang, {"有{}", "{}: given"}, field);
  if (one.test == "one-of") return say(lang, {"{}不是{}", "{}: not {}"}, field, values);
  if (one.test == "passed") return say(lang, {"{}没有到", "{}: not yet"}, field);
  if (one.test == "not-passed") return say(lang, {"{}已到", "{}: passed"}, field);
  if (one.test == "none-of") return say(lang, {"{}是{}", "{}: {}"}, field, values);
  return say(lang, {"标准化目录的条目", "entries of standard catalogs"});
}

void write_left_out(const ExportResult& result, Lang lang, const Sink& to) {
  if (result.left_out.empty()) return;
  to(say(lang,
         {"{} 个事项不属于这个平台，没有送：\n",
          "{:matter is none of what the platform takes|matters are none of what the platform takes}:\n"},
         Counted{result.left_out_matters()}));
  for (const ExportLeftOut& one : result.left_out) {
    std::string line = "  " + reason_of(one, lang) + say(lang, {"，{} 个", "; {:matter}"}, Counted{one.matters});
    if (one.never_said != 0)
      line += say(lang, {"（其中 {} 个的来源没有这个要素）", " ({} of a source that never says it)"}, one.never_said);
    to(line += '\n');
  }
}

/// Names, one after another, in rows that a terminal can hold.
void write_names(std::string head, const std::vector<std::string_view>& names, Lang lang, const Sink& to) {
  constexpr std::size_t most_columns = 78;
  if (names.empty()) return;
  std::string row = std::move(head);
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string name(names[i]);
    if (i + 1 != names.size()) name += lang == Lang::zh ? "、" : ", ";
    if (display_width(row) + display_width(name) > most_columns) {
      row.erase(row.find_last_not_of(' ') + 1);
      to(row += '\n');
      row = "      ";
    }
    row += name;
  }
  to(row += '\n');
}

/// Fields without a place by the element that they are part of, where there are too many for a line each.
void write_without_place(const ExportResult& result, const std::vector<LossGroup>& groups, Lang lang, const Sink& to) {
  std::vector<std::string_view> whole;
  std::vector<std::string_view> part;
  std::size_t fields = 0;
  std::size_t values = 0;
  for (const LossGroup& group : groups) {
    if (group.why != LossReason::no_place) continue;
    const std::string_view element = group.field.substr(0, group.field.find_first_of(".["));
    const Field* const field = find_field(*table_of<Matter>(), element);
    const std::string_view name = lang == Lang::zh && field != nullptr ? field->label : element;
    const bool known = std::binary_search(result.elements.begin(), result.elements.end(), element);
    std::vector<std::string_view>& names = known ? part : whole;
    if (names.empty() || names.back() != name) names.push_back(name);
    ++fields;
    values += group.values;
  }
  to(say(lang, {"  平台没有位置的字段 {} 个，共 {} 个值：\n", "  no place on the platform for {:field}, {:value}:\n"},
         Counted{fields}, Counted{values}));
  write_names(say(lang, {"    整个没有：", "    nothing of "}), whole, lang, to);
  write_names(say(lang, {"    只有一部分：", "    not all of "}), part, lang, to);
}

/// Pages of a site are counted, tables told one by one.
void write_files_of(const ExportResult& result, Lang lang, const Sink& to) {
  std::map<std::pair<std::string_view, bool>, std::size_t> many;
  for (const ExportedFile& file : result.files) ++many[{file.table, file.name.find('/') != std::string::npos}];
  std::string_view told;
  for (const ExportedFile& file : result.files) {
    const bool inside = file.name.find('/') != std::string::npos;
    if (!inside) {
      to(say(lang, {"  {}：{} 行\n", "  {}: {:row}\n"}, file.name, Counted{file.rows}));
    } else if (told != file.table) {
      told = file.table;
      to(say(lang, {"  {}：{} 页\n", "  {}: {:page}\n"}, file.name.substr(0, file.name.find('/') + 1),
             Counted{many[{file.table, true}]}));
    }
  }
}

}  // namespace

void write_import_text(const ImportResult& result, const Sources& sources, const TextStyle& style, const Sink& to) {
  const Lang lang = style.lang;
  if (result.written) {
    to(say(lang, {"从 {} 导入 {} 条记录，写成 {} 个文件：{}\n", "{}: {:record} imported as {:file} in {}\n"},
           result.source, Counted{result.records}, Counted{result.files}, result.out));
    to(say(lang, {"每一列的去处：\n", "where each column went:\n"}));
    std::size_t never = 0;
    for (const ColumnCounts& c : result.columns) {
      const bool came = c.mapped + c.none + c.same + c.kept + c.nothing != 0;
      never += came ? 0 : 1;
      if (came) to(line_of(lang, c));
    }
    if (never != 0) to(say(lang, {"  另有 {} 列从未填写\n", "  and {:column} never filled\n"}, Counted{never}));
  } else {
    to(say(lang, {"没有导入：读了 {} 条记录，{} 条不能读\n", "nothing was imported: {:record} read, {} could not be\n"},
           Counted{result.records}, result.refused));
  }
  write_remarks(result, lang, to);
  write_findings(result.findings, sources, style, to);
}

void write_export_text(const ExportResult& result, const Sources& sources, const TextStyle& style, const Sink& to) {
  const Lang lang = style.lang;
  if (!result.written) {
    to(say(lang, {"没有导出：读了 {} 个事项\n", "nothing was exported: {:matter} read\n"}, Counted{result.matters}));
    write_findings(result.findings, sources, style, to);
    return;
  }
  to(say(lang, {"{} 个事项导出到 {}（{}）：{}\n", "{:matter} exported to {} ({}): {}\n"}, Counted{result.exported},
         result.platform, result.label, result.out));
  if (result.samples != 0) {
    to(say(lang,
           {"其中 {} 个是样例，写在 *.sample.* 中，不得送入实际平台\n",
            "{:of them is a sample|of them are samples}, in *.sample.*: not for a live platform\n"},
           Counted{result.samples}));
  }
  if (result.withheld != 0) {
    to(say(lang,
           {"{} 个事项不公开或涉密，没有导出\n",
            "{:matter is unpublished or secret and was|matters are unpublished or secret and were} withheld\n"},
           Counted{result.withheld}));
  }
  write_left_out(result, lang, to);
  if (result.incomplete != 0) {
    to(say(lang,
           {"{} 个事项没有读全，可能缺值，losses.json 逐个列出\n",
            "{:matter} could not be read whole and may lack values: see losses.json\n"},
           Counted{result.incomplete}));
  }
  if (result.status == "unverified") {
    to(say(lang, {"注意：这个映射未经平台核实\n", "note: this mapping was not verified by the platform\n"}));
  }
  write_files_of(result, lang, to);
  const std::vector<LossGroup> groups = group_losses(result.losses);
  if (groups.empty()) {
    to(say(lang, {"没有信息损失\n", "no losses\n"}));
  } else {
    to(say(lang, {"信息损失 {} 处（逐条见 losses.json）：\n", "losses: {:line}, one by one in losses.json:\n"},
           Counted{result.losses.list.size()}));
  }
  const auto no_place = [](const LossGroup& group) { return group.why == LossReason::no_place; };
  const bool folded =
      std::count_if(groups.begin(), groups.end(), no_place) > static_cast<std::ptrdiff_t>(most_without_place);
  for (const LossGroup& group : groups) {
    if (!folded || !no_place(group)) write_group(group, lang, to);
  }
  if (folded) write_without_place(result, groups, lang, to);
  write_findings(result.findings, sources, style, to);
}

}  // namespace matter
