#include "ops/progress.h"

#include <algorithm>
#include <unordered_map>

#include "catalog/catalog.h"
#include "catalog/level.h"
#include "diag/collector.h"
#include "model/path.h"
#include "ops/likely_names.h"
#include "ops/load.h"
#include "ops/validate.h"
#include "text/name_pattern.h"
#include "text/unicode.h"

namespace matter {

namespace {

std::string text_of(const Scalar& text) { return text.given() ? std::string(trimmed(text.text)) : std::string{}; }

/// Errors of one matter, or of a standard entry with the fields that they speak of.
struct Errors {
  std::string_view rule;
  std::size_t count = 0;
  std::vector<std::string> fields;  // of entries only
};

/// The errors that `validate` finds, by matter.
class Blocking {
 public:
  Blocking(const std::vector<std::string>& paths, const RunOptions& options, Sources& sources) {
    for (const Diagnostic& d : validate(paths, options, sources).findings) {
      if (d.severity != Severity::error || d.matter.empty()) continue;
      Errors& errors = of_[d.matter];
      if (errors.count++ == 0) errors.rule = d.rule;
      if (d.matter.find('@') != std::string::npos) errors.fields.push_back(d.field);
    }
  }

  /// Its own, and those of its standard entry in what it takes over.
  void tell(const Matter& m, const std::string& identity, TaskMatter& of) const {
    if (const auto own = of_.find(identity); own != of_.end()) {
      of.rule = own->second.rule;
      of.errors = own->second.count;
    }
    if (m.standard_entry == nullptr) return;
    const auto entry = of_.find(report_identity(*m.standard_entry, true, {}, 1));
    if (entry == of_.end()) return;
    for (const std::string& field : entry->second.fields) {
      if (!takes_over(m, field)) continue;
      if (of.errors++ == 0) of.rule = entry->second.rule;
    }
  }

 private:
  /// Whether the value at a path is the entry's. A list is taken over as a whole.
  static bool takes_over(const Matter& m, std::string_view field) {
    const auto path = resolve_path(field.substr(0, field.find('[')));
    if (!path) return false;
    bool inherited = false;
    visit_path(*path, &m, [&](const Trail&, const Field&, const void* value) {
      inherited = static_cast<const Mark*>(value)->source == m.standard_entry->mark.source;
    });
    return inherited;
  }

  std::unordered_map<std::string, Errors> of_;
};

std::vector<std::string> names_of(const TaskList& list) {
  std::vector<std::string> names;
  for (const Task& task : list.spec.tasks) names.push_back(normalised_name(task.name.text));
  return names;
}

class Progressing {
 public:
  Progressing(const TaskList& list, const Blocking& blocking, const DateValue& day, ProgressResult& result)
      : index_(list), blocking_(blocking), likely_(names_of(list)), day_(day), result_(result) {
    const TaskListSpec& spec = list.spec;
    result.list_name = text_of(spec.name);
    result.list = text_of(spec.list);
    result.sample = spec.sample.yes();
    result.each_mode = spec.each_mode.yes();
    result.day = day;
    for (const Task& task : spec.tasks) {
      TaskProgress& one = result.tasks.emplace_back();
      one.number = text_of(task.number);
      one.name = text_of(task.name);
      one.scenario = text_of(task.scenario);
      one.lead = text_of(task.lead);
      one.batch = text_of(task.batch);
      one.at = task.mark.at();
      if (task.due.given()) one.due = DateValue{task.due.year, task.due.month, task.due.day};
      for (const Named& mode : task.modes) one.modes.emplace_back(mode.name());
    }
  }

  void meet(const MatterView& view, const LoadedFile& file) {
    const Matter& m = view.matter;
    if (view.standard) return;
    ++result_.matters;
    const std::vector<std::uint32_t> meant = index_.meant(m);
    if (meant.empty() && m.name.given()) likely_.meet(normalised_name(m.name.text), trimmed(m.name.text));
    for (const std::uint32_t task : meant) {
      TaskMatter& one = result_.tasks[task].matters.emplace_back();
      one.identity = view.identity;
      one.name = display_name(m);
      one.agency = text_of(m.agency.name);
      one.level = level_of(m, view.context.catalog->config);
      one.at = m.mark.at();
      one.verdict = index_.verdict(task, m);
      for (const std::string_view mode : index_.modes(m)) one.modes.append(one.modes.empty() ? "" : "、").append(mode);
      blocking_.tell(m, one.identity, one);
      if (file.document.damaged && one.errors++ == 0) one.rule = "yaml-syntax";
    }
  }

  void finish() {
    for (std::size_t i = 0; i < result_.tasks.size(); ++i) {
      TaskProgress& task = result_.tasks[i];
      task.ready = static_cast<std::size_t>(
          std::count_if(task.matters.begin(), task.matters.end(), [](const TaskMatter& m) { return m.ready(); }));
      if (task.matters.empty()) task.candidates = likely_.best(i);
      const bool done = !task.matters.empty() && task.ready == task.matters.size();
      task.state = done ? TaskState::done : task.due && *task.due < day_ ? TaskState::overdue : TaskState::due;
      count(result_.all, task.state);
      count(total(result_.by_batch, task.batch), task.state);
      count(total(result_.by_lead, task.lead), task.state);
      for (const std::string& mode : task.modes) count(total(result_.by_mode, mode), task.state);
      if (task.modes.empty()) count(total(result_.by_mode, {}), task.state);
    }
  }

 private:
  static void count(TaskTotal& total, TaskState state) {
    ++total.tasks;
    ++(state == TaskState::done ? total.done : state == TaskState::due ? total.due : total.overdue);
  }
  static TaskTotal& total(std::vector<TaskTotal>& all, const std::string& name) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const TaskTotal& one) { return one.name == name; });
    if (at != all.end()) return *at;
    all.push_back({name});
    return all.back();
  }

  TaskIndex index_;
  const Blocking& blocking_;
  LikelyNames likely_;
  DateValue day_;
  ProgressResult& result_;
};

}  // namespace

ProgressResult progress(const std::string& list, const std::vector<std::string>& paths, const RunOptions& options,
                        Sources& sources) {
  ProgressResult result;
  Collector findings(options.lang);
  const std::unique_ptr<TaskList> tasks = read_task_list(sources.add_file(list), sources, findings);
  if (tasks == nullptr) {
    result.findings = findings.take();
    return result;
  }
  const Blocking blocking(paths, options, sources);
  Progressing progressing(*tasks, blocking, options.today, result);
  Collector unheard(options.lang);
  const LoadSummary loaded =
      for_each_matter(paths, options, sources, unheard,
                      [&](const MatterView& view, const LoadedFile& file) { progressing.meet(view, file); });
  result.files = loaded.files;
  result.damaged = loaded.damaged;
  progressing.finish();
  return result;
}

}  // namespace matter
