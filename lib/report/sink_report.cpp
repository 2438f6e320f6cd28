#include "report/sink_report.h"

#include "diag/words.h"
#include "report/export_text.h"
#include "report/summary_json.h"

namespace matter {

namespace {

SinkCounts sum_of(const SinkProgress& progress) {
  SinkCounts sum;
  for (const SinkCounts& one : progress.tables) {
    sum.inserted += one.inserted;
    sum.updated += one.updated;
    sum.removed += one.removed;
  }
  return sum;
}

std::string counts_words(const SinkCounts& counts, Lang lang) {
  return say(lang, {"新增 {}，修改 {}，删除 {}", "{} new, {} changed, {} gone"}, counts.inserted, counts.updated,
             counts.removed);
}

void write_committed(const SinkResult& result, Lang lang, const Sink& to) {
  const SinkProgress& progress = result.progress;
  const SinkCounts sum = sum_of(progress);
  if (sum.all() == 0) {
    to(result.complete ? say(lang, {"没有变化，什么都没有写\n", "nothing changed, nothing was written\n"})
                       : say(lang, {"什么都没有写\n", "nothing was written\n"}));
    return;
  }
  const std::string& first = progress.batches.front();
  const std::string& last = progress.batches.back();
  if (result.dry_run) {
    to(say(lang, {"将写 {} 行：{}\n", "{:row} would be written: {}\n"}, Counted{sum.all()}, counts_words(sum, lang)));
  } else {
    to(say(lang, {"已写 {} 行（{}），分 {} 批：{}{}\n", "{:row} written ({}), in {:batch|batches}: {}{}\n"},
           Counted{sum.all()}, counts_words(sum, lang), Counted{progress.batches.size()}, first,
           first == last ? "" : " … " + last));
  }
  for (std::size_t i = 0; i < progress.tables.size(); ++i) {
    if (progress.tables[i].all() != 0)
      to("  " + result.tables[i] + say(lang, {"：{}\n", ": {}\n"}, counts_words(progress.tables[i], lang)));
  }
}

void write_left_out(const SinkResult& result, Lang lang, const Sink& to) {
  if (result.samples_left_out != 0)
    to(say(
        lang,
        {"{} 个样例没有写：样例不进实际平台\n", "{:sample stays|samples stay} out: they never go to a live platform\n"},
        Counted{result.samples_left_out}));
  if (result.incomplete_left_out != 0)
    to(say(lang,
           {"{} 个事项没有读全，库里的不动\n", "{:matter} could not be read whole: what stands there of them stays\n"},
           Counted{result.incomplete_left_out}));
  if (result.complete && !result.gone_looked_for)
    to(say(lang,
           {"没有查找不再有的行：只读了目录的一部分，或有内容没有读全\n",
            "rows that are gone were not looked for: a part of the catalog was read, or not all of it could be\n"}));
}

}  // namespace

void write_sink_text(const SinkResult& result, const Sources& sources, const TextStyle& style, const Sink& to) {
  const Lang lang = style.lang;
  const bool refused = !result.checked.platforms.empty() && !result.checked.made();
  if (refused) {
    write_export_text(result.checked, sources, style, to);
  } else if (!result.place.empty()) {
    to(say(lang, {"{}，模式 {}\n", "{}, schema {}\n"}, result.place, result.schema));
    for (const SinkScope& scope : result.scopes) to(say(lang, {"范围：{}\n", "scope: {}\n"}, scope.name));
    write_committed(result, lang, to);
    write_left_out(result, lang, to);
    if (result.complete) write_losses_of(result.platform, !result.platform.out.empty(), lang, to);
  }
  if (!result.complete && !refused && sum_of(result.progress).all() != 0)
    to(say(lang, {"没有写完：已写的各批都在，再运行一次就接着写\n",
                  "not finished: the batches written are there, and another run goes on from them\n"}));
  write_findings(result.findings, sources, style, to);
}

std::string sink_json(const SinkResult& result, const Sources& sources) {
  static_cast<void>(sources);
  const SinkCounts sum = sum_of(result.progress);
  Summary json("matter.sink/1");
  json.flag("complete", result.complete);
  json.flag("dry_run", result.dry_run);
  json.text("place", result.place);
  json.text("db_schema", result.schema);
  json.text("platform", result.platform.platform);
  json.number("matters", result.checked.matters);
  json.number("invalid", result.checked.invalid);
  json.list("scopes", result.scopes, [](const SinkScope& scope, JsonWriter& line) {
    line.member("name", scope.name);
    line.key("whole");
    line.boolean(scope.whole);
  });
  json.number("inserted", sum.inserted);
  json.number("updated", sum.updated);
  json.number("removed", sum.removed);
  json.number("same", result.progress.same);
  json.number("batches", result.progress.batches.size());
  json.text("last_batch", result.progress.batches.empty() ? std::string_view{} : result.progress.batches.back());
  json.number("samples_left_out", result.samples_left_out);
  json.number("incomplete_left_out", result.incomplete_left_out);
  json.number("withheld", result.platform.withheld);
  json.flag("gone_looked_for", result.gone_looked_for);
  std::size_t next = 0;
  json.list("tables", result.progress.tables, [&](const SinkCounts& counts, JsonWriter& line) {
    line.member("table", result.tables[next++]);
    line.member("inserted", counts.inserted);
    line.member("updated", counts.updated);
    line.member("removed", counts.removed);
  });
  json.list("losses", result.platform.losses.groups, [](const LossGroup& group, JsonWriter& line) {
    line.member("why", name(group.why));
    line.member("table", group.table);
    line.member("column", group.column);
    line.member("field", group.field);
    line.member("matters", group.matters);
    line.member("values", group.values);
  });
  json.findings(result.findings);
  return json.take();
}

}  // namespace matter
