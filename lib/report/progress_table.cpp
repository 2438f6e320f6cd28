#include "doc/json_write.h"
#include "media/csv.h"
#include "media/guard.h"
#include "report/places.h"
#include "report/progress_text.h"

namespace matter {

namespace {

class ProgressJson {
 public:
  explicit ProgressJson(const Sources& sources) : places_(sources) {}

  void write(const ProgressResult& result, const Sink& to) {
    json_.begin_object();
    json_.member("schema", "matter.progress/1");
    json_.member("date", to_text(result.day));
    json_.member("name", result.list_name);
    json_.member("list", result.list);
    flag("sample", result.sample);
    flag("each_mode", result.each_mode);
    json_.member("files", result.files);
    json_.member("matters", result.matters);
    json_.member("damaged", result.damaged);
    json_.key("totals");
    total(result.all);
    totals("by_batch", result.by_batch);
    totals("by_lead", result.by_lead);
    totals("by_mode", result.by_mode);
    json_.key("tasks");
    json_.begin_array();
    for (const TaskProgress& one : result.tasks) {
      task(result, one);
      to(json_.drain());
    }
    json_.end_array();
    json_.end_object();
    to(json_.take());
  }

 private:
  void flag(std::string_view key, bool value) {
    json_.key(key);
    json_.boolean(value);
  }

  void texts(std::string_view key, const std::vector<std::string>& all) {
    json_.key(key);
    json_.begin_array();
    for (const std::string& one : all) json_.string(one);
    json_.end_array();
  }

  void at(Location at) {
    json_.member("file", places_.sources().name(at.source));
    const Places::View& view = places_.view(at.source);
    json_.member("line", view ? view.lines->position(at.span.begin).line : 0);
  }

  void total(const TaskTotal& total) {
    json_.begin_object();
    if (!total.name.empty()) json_.member("name", total.name);
    json_.member("tasks", total.tasks);
    json_.member("done", total.done);
    json_.member("due", total.due);
    json_.member("overdue", total.overdue);
    json_.end_object();
  }

  void totals(std::string_view key, const std::vector<TaskTotal>& rows) {
    json_.key(key);
    json_.begin_array();
    for (const TaskTotal& row : rows) total(row);
    json_.end_array();
  }

  void task(const ProgressResult& result, const TaskProgress& one) {
    json_.begin_object();
    json_.member("number", one.number);
    json_.member("name", one.name);
    json_.member("scenario", one.scenario);
    json_.member("lead", one.lead);
    json_.member("batch", one.batch);
    if (one.due) json_.member("due", to_text(*one.due));
    texts("modes", one.modes);
    at(one.at);
    json_.member("state", key_of(one.state));
    texts("reasons", reasons_of(result, one, Lang::en));
    json_.member("ready", one.ready);
    json_.key("matters");
    json_.begin_array();
    for (const TaskMatter& m : one.matters) matter(m);
    json_.end_array();
    texts("candidates", one.candidates);
    json_.end_object();
  }

  void matter(const TaskMatter& m) {
    json_.begin_object();
    json_.member("identity", m.identity);
    json_.member("name", m.name);
    json_.member("agency", m.agency);
    json_.member("level", m.level);
    at(m.at);
    flag("ready", m.ready());
    json_.member("verdict", key_of(m.verdict));
    json_.member("modes", m.modes);
    json_.member("errors", m.errors);
    if (m.errors > 0) json_.member("rule", m.rule);
    json_.end_object();
  }

  Places places_;
  JsonWriter json_;
};

}  // namespace

std::string_view key_of(TaskVerdict verdict) {
  switch (verdict) {
    case TaskVerdict::open: return "open";
    case TaskVerdict::mode: return "mode";
    case TaskVerdict::no_mode: return "no_mode";
    case TaskVerdict::unlisted: return "unlisted";
    case TaskVerdict::suspended: break;
  }
  return "suspended";
}

void write_progress_json(const ProgressResult& result, const Sources& sources, const Sink& to) {
  ProgressJson(sources).write(result, to);
}

void write_progress_csv(const ProgressResult& result, Lang lang, const Sink& to) {
  std::string text = "\xEF\xBB\xBF";
  CsvWriter writer(text);
  const auto row = [&](const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) writer.cell(guarded(cell));
    writer.end_row();
    to(std::exchange(text, {}));
  };
  const auto joined = [](const std::vector<std::string>& parts, std::string_view between) {
    std::string all;
    for (const std::string& part : parts) all.append(all.empty() ? "" : between).append(part);
    return all;
  };
  row(lang == Lang::zh ? std::vector<std::string>{"序号", "事项名称", "应用场景", "牵头单位", "批次", "完成时限",
                                                  "通办方式", "进展", "原因", "事项数", "已办到", "名称相近的"}
                       : std::vector<std::string>{"number", "name", "scenario", "lead", "batch", "due", "modes",
                                                  "state", "reasons", "matters", "ready", "candidates"});
  for (const TaskProgress& task : result.tasks) {
    row({task.number, task.name, task.scenario, task.lead, task.batch, task.due ? to_text(*task.due) : std::string(),
         joined(task.modes, "、"), std::string(words_of(task.state).in(lang)),
         joined(reasons_of(result, task, lang), "\n"), std::to_string(task.matters.size()), std::to_string(task.ready),
         joined(task.candidates, "、")});
  }
}

}  // namespace matter
