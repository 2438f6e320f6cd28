#include <algorithm>

#include "diag/words.h"
#include "report/import_plan.h"

namespace matter {

namespace {

using Fate = PlannedMatter::State;
using Change = PlannedChange::Kind;

constexpr std::size_t most_in_short = 20;

std::string verb(Fate state, Lang lang) {
  switch (state) {
    case Fate::added: return say(lang, {"新", "new"});
    case Fate::changed: return say(lang, {"改", "changed"});
    case Fate::same: return say(lang, {"同", "same"});
    case Fate::gone: return say(lang, {"缺", "gone"});
    case Fate::deleted: return say(lang, {"删", "deleted"});
    case Fate::left_out: break;
  }
  return say(lang, {"略过", "left out"});
}

std::string asking_mark(Lang lang) { return say(lang, {"【须确认】", " [to be confirmed]"}); }

std::string line_of(const PlannedChange& change, bool from_workbook, Lang lang) {
  const std::string& field = lang == Lang::zh ? change.label : change.field;
  const std::string absent = say(lang, {"（未写）", "(absent)"});
  std::string line = "    ";
  const bool item = field.ends_with(']');
  if (change.kind == Change::reordered) {
    line += say(lang, {"{}：次序改为 {}", "{}: now in the order {}"}, field, change.after);
  } else if (item && change.kind == Change::added) {
    line += say(lang, {"{}：加上 {}", "{}: added: {}"}, field, change.after);
  } else if (item && change.kind == Change::removed) {
    line += say(lang, {"{}：去掉 {}", "{}: taken away: {}"}, field, change.before);
  } else if (change.kind == Change::removed && from_workbook) {
    line += say(lang, {"{}：{} -> 去掉", "{}: {} -> taken away"}, field, change.before);
  } else if (change.kind == Change::removed) {
    line += say(lang, {"{}：{} -> 去掉（来时没有）", "{}: {} -> taken away (it came empty)"}, field, change.before);
  } else {
    line += say(lang, {"{}：{} -> {}", "{}: {} -> {}"}, field, change.before.empty() ? absent : change.before,
                change.after);
  }
  if (change.inherited) line += say(lang, {"（原取自标准化目录）", " (was taken from the standard entry)"});
  if (change.asks) line += asking_mark(lang);
  return line + '\n';
}

std::string kept_line(const PlannedChange& change, Lang lang) {
  const std::string& field = lang == Lang::zh ? change.label : change.field;
  if (change.inherited) {
    return say(lang,
               {"    {}：来时没有，但“{}”取自标准化目录，在这里去不掉；声明没有请写“无”\n",
                "    {}: it came empty, but '{}' is taken from the standard entry and cannot be taken away here; "
                "write 无 to declare that there is none\n"},
               field, change.before);
  }
  return say(lang,
             {"    {}：来的不同，但从中还原不了原来的几个值，没有改\n",
              "    {}: came otherwise, but the values cannot be made of it again; not changed\n"},
             field);
}

/// What became of the catalog since a workbook was made of it, and what cannot be brought together with that.
void write_sides(const PlannedMatter& one, Lang lang, const Sink& to) {
  const auto shown = [&](const std::string& value) {
    return value.empty() ? say(lang, {"（未写）", "(absent)"}) : value;
  };
  for (const PlannedConflict& conflict : one.conflicts) {
    const std::string& field = lang == Lang::zh ? conflict.label : conflict.field;
    const std::string& other = lang == Lang::zh ? conflict.other_label : conflict.other;
    to(say(lang, {"    冲突：{}\n      写出时：{}\n", "    conflict: {}\n      when it was made: {}\n"}, field,
           shown(conflict.base)));
    to(other.empty() ? say(lang, {"      目录现在：{}\n", "      the catalog now: {}\n"}, shown(conflict.catalog))
                     : say(lang, {"      目录现在：{}：{}\n", "      the catalog now: {}: {}\n"}, other,
                           shown(conflict.catalog)));
    to(say(lang, {"      工作簿：{}\n", "      the workbook: {}\n"}, shown(conflict.workbook)));
  }
  if (one.since.empty()) return;
  to(say(lang, {"    写出工作簿以后，目录里又改过：", "    changed in the catalog since the workbook was made:"}) +
     (one.asks ? asking_mark(lang) : std::string()) + "\n");
  for (const PlannedChange& change : one.since) to("  " + line_of(change, true, lang));
}

void write_matter(const PlannedMatter& one, bool in_short, bool from_workbook, Lang lang, const Sink& to) {
  std::string line = "  " + verb(one.state, lang) + " " + one.matter + " " + one.name;
  if (in_short && !one.changes.empty()) {
    line += say(lang, {"：{} 个值", ": {:value}"}, Counted{one.changes.size()});
  }
  if (one.state == Fate::deleted && one.asks) line += asking_mark(lang);
  to(line + '\n');
  if (in_short) return;
  if (one.state != Fate::gone)
    to("    " + one.file + (one.line != 0 ? ":" + std::to_string(one.line) : std::string{}) + '\n');
  for (const PlannedChange& change : one.changes) {
    const bool told = std::any_of(one.conflicts.begin(), one.conflicts.end(),
                                  [&](const PlannedConflict& conflict) { return conflict.field == change.field; });
    if (!told) to(line_of(change, from_workbook, lang));
  }
  for (const PlannedChange& change : one.kept) to(kept_line(change, lang));
  write_sides(one, lang, to);
}

void write_counts(const ImportPlan& plan, Lang lang, const Sink& to) {
  to(say(lang, {"{} -> {}：", "{} into {}: "}, plan.source, plan.into));
  to(say(lang, {"新 {} 个，改 {} 个", "{} new, {} changed"}, plan.count(Fate::added), plan.count(Fate::changed)));
  if (plan.values() != 0) to(say(lang, {"（{} 个值）", " ({:value})"}, Counted{plan.values()}));
  to(say(lang, {"，同 {} 个", ", {} the same"}, plan.same));
  const std::size_t gone = plan.count(Fate::gone);
  const std::size_t deleted = plan.count(Fate::deleted);
  if (gone != 0) to(say(lang, {"，缺 {} 个", ", {} gone"}, gone));
  if (deleted != 0) to(say(lang, {"，删 {} 个", ", {} deleted"}, deleted));
  to("\n");
}

void write_columns(const ImportPlan& plan, Lang lang, const Sink& to) {
  for (const ColumnCounts& column : plan.columns) {
    if (column.declared) continue;
    to(say(lang,
           {"映射没有“{}”这一列：{} 个值，存入 extra\n", "the mapping has no column '{}': {:value} under extra\n"},
           column.column, Counted{column.kept}));
  }
}

}  // namespace

std::string_view name(PlannedMatter::State state) {
  static constexpr std::string_view names[] = {"new", "changed", "same", "gone", "deleted", "left-out"};
  return names[static_cast<std::size_t>(state)];
}

std::string_view name(PlannedChange::Kind kind) {
  static constexpr std::string_view names[] = {"added", "changed", "removed", "reordered"};
  return names[static_cast<std::size_t>(kind)];
}

void write_import_plan(const ImportPlan& plan, const Sources& sources, bool in_short, const TextStyle& style,
                       const Sink& to) {
  const Lang lang = style.lang;
  if (!plan.complete) return write_findings(plan.findings, sources, style, to);
  write_counts(plan, lang, to);
  std::size_t told = 0;
  std::size_t untold = 0;
  for (const Fate state : {Fate::added, Fate::changed, Fate::same, Fate::left_out, Fate::deleted, Fate::gone}) {
    if (state == Fate::gone && plan.count(state) != 0) {
      to(say(lang, {"目录里有、导入的数据里没有，文件不动（--delete-gone 删除它们）：\n",
                    "in the catalog and not among what came; their files stay (--delete-gone deletes them):\n"}));
    }
    for (const PlannedMatter& one : plan.matters) {
      if (one.state != state) continue;
      if (++told <= most_in_short || !in_short) {
        write_matter(one, in_short, plan.from_workbook, lang, to);
      } else {
        ++untold;
      }
    }
  }
  if (untold != 0) to(say(lang, {"  另有 {} 个\n", "  and {} more\n"}, untold));
  write_columns(plan, lang, to);
  write_findings(plan.findings, sources, style, to);
}

}  // namespace matter
