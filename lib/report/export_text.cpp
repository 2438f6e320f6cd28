#include "report/export_text.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "diag/words.h"
#include "model/matter.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most_without_place = 10;  // fields, each on a line of its own
constexpr std::size_t most_blocking = 5;        // matters, each with an error

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
  if (one.test == "office") return say(lang, {"实施清单的事项", "matters of offices"});
  return say(lang, {"标准化目录的条目", "entries of standard catalogs"});
}

void write_left_out(const ExportResult& result, std::string_view indent, Lang lang, const Sink& to) {
  if (result.left_out.empty()) return;
  to(std::string(indent) +
     say(lang,
         {"{} 个事项不属于这个平台，没有送：\n",
          "{:matter is none of what the platform takes|matters are none of what the platform takes}:\n"},
         Counted{result.left_out_matters()}));
  for (const ExportLeftOut& one : result.left_out) {
    std::string line =
        std::string(indent) + "  " + reason_of(one, lang) + say(lang, {"，{} 个", "; {:matter}"}, Counted{one.matters});
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
    const std::string_view element = std::string_view(group.field).substr(0, group.field.find_first_of(".["));
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

/// Pages of a site and files of one matter are counted, tables told one by one.
void write_files_of(const ExportResult& result, Lang lang, const Sink& to) {
  if (result.documents) {
    to(say(lang, {"  {} 个 {} 文件，一事项一个\n", "  {:file} of {}, one a matter\n"}, Counted{result.files.size()},
           result.medium));
    return;
  }
  std::map<std::pair<std::string_view, bool>, std::size_t> many;
  for (const ExportedFile& file : result.files) ++many[{file.table, file.name.find('/') != std::string::npos}];
  std::string_view told;
  for (const ExportedFile& file : result.files) {
    const bool inside = file.name.find('/') != std::string::npos;
    if (!inside) {
      to(say(lang, {"  {}：{} 行\n", "  {}: {:row}\n"}, file.name, Counted{file.rows}));
    } else if (told != file.table) {
      told = file.table;
      const std::size_t of_these = many[{file.table, true}];
      if (file.table == "files") {
        to(say(lang, {"  files/：{} 个附件\n", "  files/: {:attachment}\n"}, Counted{of_these}));
        continue;
      }
      to(say(lang, {"  {}：{} 页\n", "  {}: {:page}\n"}, file.name.substr(0, file.name.find('/') + 1),
             Counted{of_these}));
    }
  }
}

/// What a reader must know of a platform's part before it is sent anywhere.
void write_warnings(const ExportResult& result, std::string_view indent, Lang lang, const Sink& to) {
  const auto line = [&](const std::string& text) { to(std::string(indent).append(text)); };
  if (result.samples != 0) {
    line(say(lang,
             {"其中 {} 个是样例，写在 *.sample.* 中，不得送入实际平台\n",
              "{:of them is a sample|of them are samples}, in *.sample.*: not for a live platform\n"},
             Counted{result.samples}));
  }
  if (result.withheld != 0) {
    line(say(lang,
             {"{} 个事项不公开或涉密，没有导出\n",
              "{:matter is unpublished or secret and was|matters are unpublished or secret and were} withheld\n"},
             Counted{result.withheld}));
  }
  write_left_out(result, indent, lang, to);
  if (result.without_table != 0) {
    line(say(lang,
             {"{} 个事项的类型在平台上没有表，没有送\n",
              "{:matter is of a type|matters are of types} that no table of the platform takes: not exported\n"},
             Counted{result.without_table}));
  }
  if (result.incomplete != 0) {
    line(say(lang,
             {"{} 个事项没有读全，可能缺值，losses.json 逐个列出\n",
              "{:matter} could not be read whole and may lack values: see losses.json\n"},
             Counted{result.incomplete}));
  }
  if (result.status == "unverified") {
    line(say(lang, {"注意：这个映射未经平台核实\n", "note: this mapping was not verified by the platform\n"}));
  }
}

void write_losses(const ExportResult& result, bool written, Lang lang, const Sink& to) {
  const std::vector<LossGroup>& groups = result.losses.groups;
  if (groups.empty()) {
    to(say(lang, {"没有信息损失\n", "no losses\n"}));
  } else if (written) {
    to(say(lang, {"信息损失 {} 处（逐条见 losses.json）：\n", "losses: {:line}, one by one in losses.json:\n"},
           Counted{result.losses.lines}));
  } else {
    to(say(lang, {"信息损失 {} 处：\n", "losses: {:line}:\n"}, Counted{result.losses.lines}));
  }
  const auto no_place = [](const LossGroup& group) { return group.why == LossReason::no_place; };
  const bool folded =
      std::count_if(groups.begin(), groups.end(), no_place) > static_cast<std::ptrdiff_t>(most_without_place);
  for (const LossGroup& group : groups) {
    if (!folded || !no_place(group)) write_group(group, lang, to);
  }
  if (folded) write_without_place(result, groups, lang, to);
}

Bilingual reason_of(ExportWhole why) {
  switch (why) {
    case ExportWhole::no: break;
    case ExportWhole::first: return {"没有这个平台以前的导出", "there is no earlier export to this platform"};
    case ExportWhole::unknown:
      return {"上次的 state.json 不能读，不再有哪些事项无法得知",
              "the earlier state.json cannot be read; what is gone is not known"};
    case ExportWhole::program:
      return {"上次是另一版本的程序写的", "the earlier one is of another version of the program"};
    case ExportWhole::medium: return {"上次用的是另一种介质", "the earlier one is of another medium"};
    case ExportWhole::mapping: return {"映射文件改过", "the mapping is another one"};
    case ExportWhole::media: return {"这种介质不能只写一部分", "this medium cannot be written in parts"};
  }
  return {};
}

/// Matters that may stand in files that could not be read.
std::string unread_line(const ExportChanges& changes, Lang lang) {
  if (changes.unread == 0) return {};
  return say(lang,
             {"原有 {} 个没有读到，可能在读不懂的文件里：没有撤下\n",
              "{:matter} not met, perhaps in files that could not be read: not taken back\n"},
             Counted{changes.unread});
}

/// What an export brings against an earlier one; empty where none was named.
std::string changes_line(const ExportResult& result, Lang lang) {
  const ExportChanges& changes = result.changes;
  if (!changes.follows) return {};
  std::string text;
  if (changes.since.empty()) {
    text = say(lang, {"全部写出", "everything is written"});
  } else if (!changes.any()) {
    text = say(lang, {"自 {} 以来没有变化，{} 个事项照旧", "nothing changed since {}: {:matter} as before"},
               changes.since, Counted{changes.same});
  } else {
    text =
        say(lang,
            {"自 {} 以来新增 {}，有变化 {}，照旧 {}，不再有 {}", "since {}: {} new, {} changed, {} as before, {} gone"},
            changes.since, changes.fresh, changes.changed, changes.same, changes.gone);
  }
  const std::string stay = unread_line(changes, lang);
  if (changes.whole == ExportWhole::no) return text + '\n' + stay;
  if (!changes.since.empty()) text += say(lang, {"；全部写出", "; everything is written"});
  return text + say(lang, {"：{}\n", ": {}\n"}, reason_of(changes.whole).in(lang)) + stay;
}

void write_only(const ExportBatch& batch, const ExportResult& result, Lang lang, const Sink& to) {
  if (result.changes.follows && result.changes.whole == ExportWhole::no) {
    to(say(lang, {"{}（{}）上有 {} 个事项：{}\n", "{} ({}) has {:matter}: {}\n"}, result.platform, result.label,
           Counted{result.exported}, result.out));
  } else if (batch.dry_run) {
    to(say(lang, {"将有 {} 个事项导出到 {}（{}）：{}\n", "{:matter} would be exported to {} ({}): {}\n"},
           Counted{result.exported}, result.platform, result.label, result.out));
  } else {
    to(say(lang, {"{} 个事项导出到 {}（{}）：{}\n", "{:matter} exported to {} ({}): {}\n"}, Counted{result.exported},
           result.platform, result.label, result.out));
  }
  to(changes_line(result, lang));
  write_warnings(result, "", lang, to);
  write_files_of(result, lang, to);
  write_losses(result, batch.written, lang, to);
}

void write_several(const ExportBatch& batch, Lang lang, const Sink& to) {
  const std::size_t platforms = batch.platforms.size();
  if (batch.dry_run) {
    to(say(lang, {"读了 {} 个事项，将导出到 {} 个平台：{}\n", "{:matter} read, would be exported to {:platform}: {}\n"},
           Counted{batch.matters}, Counted{platforms}, batch.out));
  } else {
    to(say(lang, {"读了 {} 个事项，导出到 {} 个平台：{}\n", "{:matter} read, exported to {:platform}: {}\n"},
           Counted{batch.matters}, Counted{platforms}, batch.out));
  }
  for (const ExportResult& one : batch.platforms) {
    const std::uint64_t rows =
        std::accumulate(one.files.begin(), one.files.end(), std::uint64_t{0},
                        [](std::uint64_t sum, const ExportedFile& file) { return sum + file.rows; });
    to(say(lang,
           {"{}（{}）：{} 个事项，{} 行，{} 个文件，信息损失 {} 处\n",
            "{} ({}): {:matter}, {:row} in {:file}, {:loss line}\n"},
           one.platform, one.label, Counted{one.exported}, Counted{rows}, Counted{one.files.size()},
           Counted{one.losses.lines}));
    if (const std::string changes = changes_line(one, lang); !changes.empty()) to("  " + changes);
    write_warnings(one, "  ", lang, to);
  }
}

void write_shard(const ExportBatch& batch, Lang lang, const Sink& to) {
  to(say(lang, {"第 {} 份，共 {} 份：{} 个事项中的 {} 个：{}\n", "share {} of {}: of {:matter} {}: {}\n"}, batch.shard,
         batch.shards, Counted{batch.matters}, batch.in_shard, batch.out));
  for (const ExportResult& one : batch.platforms)
    to(say(lang, {"  {}（{}）：{} 个事项\n", "  {} ({}): {:matter}\n"}, one.platform, one.label,
           Counted{one.exported}));
}

void write_refusal(const ExportBatch& batch, const Sources& sources, const TextStyle& style, const Sink& to) {
  const Lang lang = style.lang;
  if (batch.refused == ExportRefusal::lossy) {
    to(say(lang, {"没有导出：有的值不能原样到达（--strict）\n",
                  "nothing was exported: values would not arrive as they are (--strict)\n"}));
    for (const ExportResult& one : batch.platforms) {
      if (batch.platforms.size() > 1) to(say(lang, {"{}（{}）：\n", "{} ({}):\n"}, one.platform, one.label));
      write_losses(one, false, lang, to);
    }
    return;
  }
  to(say(lang,
         {"没有导出：读了 {} 个事项，检查有 {} 个错误，涉及 {} 个事项\n",
          "nothing was exported: {:matter} read; the check finds {:error}, in {:matter}\n"},
         Counted{batch.matters}, Counted{batch.blocking.size()}, Counted{batch.invalid}));
  std::vector<Diagnostic> shown;  // of each of the first matters the first one
  for (const Diagnostic& d : batch.blocking) {
    if (shown.size() == most_blocking) break;
    if (shown.empty() || d.matter.empty() || d.matter != shown.back().matter) shown.push_back(d);
  }
  write_findings(shown, sources, style, to);
  if (shown.size() < batch.blocking.size()) {
    to(say(lang, {"另有 {} 个错误，--report 文件 全部列出\n", "and {:more error}; --report FILE lists them all\n"},
           Counted{batch.blocking.size() - shown.size()}));
  }
  to(say(lang, {"--allow-invalid 照样导出\n", "--allow-invalid exports these matters all the same\n"}));
}

}  // namespace

void write_losses_of(const ExportResult& result, bool listed, Lang lang, const Sink& to) {
  write_warnings(result, "", lang, to);
  write_losses(result, listed, lang, to);
}

void write_export_text(const ExportBatch& batch, const Sources& sources, const TextStyle& style, const Sink& to) {
  const Lang lang = style.lang;
  if (batch.refused != ExportRefusal::none) {
    write_refusal(batch, sources, style, to);
  } else if (!batch.made()) {
    to(say(lang, {"没有导出：读了 {} 个事项\n", "nothing was exported: {:matter} read\n"}, Counted{batch.matters}));
  } else if (batch.shards != 0) {
    write_shard(batch, lang, to);
  } else if (batch.platforms.size() == 1) {
    write_only(batch, batch.platforms.front(), lang, to);
  } else {
    write_several(batch, lang, to);
  }
  if (batch.made() && !batch.blocking.empty()) {
    to(say(lang,
           {"检查有 {} 个错误，涉及 {} 个事项，照样导出（--allow-invalid）\n",
            "the check finds {:error}, in {:matter}, exported all the same (--allow-invalid)\n"},
           Counted{batch.blocking.size()}, Counted{batch.invalid}));
  }
  write_findings(batch.findings, sources, style, to);
  if (batch.dry_run && batch.made()) {
    to(batch.free ? say(lang,
                        {"没有写任何文件（--dry-run）；“{}”可以写\n",
                         "nothing was written (--dry-run); {} is free to be written\n"},
                        batch.out)
                  : say(lang, {"没有写任何文件（--dry-run）\n", "nothing was written (--dry-run)\n"}));
  }
}

}  // namespace matter
