#include "checks/tasks.h"

#include "catalog/data_file.h"
#include "checks/places.h"

namespace matter {

namespace {

Bilingual words(TaskVerdict verdict) {
  switch (verdict) {
    case TaskVerdict::mode: return {"没有以要求的方式开通", "is not open in the mode that is asked for"};
    case TaskVerdict::no_mode: return {"没有写通办方式", "names no mode"};
    case TaskVerdict::unlisted: return {"没有列入通办清单", "is not on the list"};
    case TaskVerdict::suspended: return {"已暂停或取消", "is suspended or cancelled"};
    case TaskVerdict::open: break;
  }
  return {"已开通", "is open"};
}

}  // namespace

void judge_tasks(const TaskList& list, const HeldTasks& held, std::uint64_t today, CatalogReport& out) {
  for (std::uint32_t i = 0; i < list.spec.tasks.count; ++i) {
    const Task& task = list.spec.tasks[i];
    const std::uint64_t due = static_cast<std::uint64_t>(task.due.year) * 10000U + task.due.month * 100U + task.due.day;
    if (!task.due.given() || due >= today) continue;
    const auto meant = held.meant.find(i);
    if (meant == held.meant.end()) {
      if (!held.whole) continue;
      Diagnostic& d =
          out.add(held.first, task.mark.at(), "tongban",
                  {"{} 应在 {} 前开通，目录中没有这个事项", "{} was due on {}, and there is no such matter"},
                  task.name.text, task.due.text);
      d.matter.clear();  // nobody's: the matter is what is missing
      d.subject = task.name.text;
      continue;
    }
    for (const MeantMatter& one : meant->second) {
      if (one.verdict == TaskVerdict::open) continue;
      Diagnostic& d = out.add(one.matter, one.at, "tongban",
                              {"任务应在 {} 前完成，本事项{}", "the task was due on {}; the matter {}"}, task.due.text,
                              words(one.verdict).in(out.lang()));
      note_at(d, out.lang(), task.mark.at(), {"任务在这里", "the task is here"});
      d.subject = task.name.text;
    }
  }
}

void read_tasks(Catalog& catalog, Sources& sources, Collector& findings) {
  for (const Text& named : catalog.config.tasks) {
    if (!named.given() || named.text.empty()) continue;
    const auto source = named_file(catalog, named, "tasks", sources, findings);
    if (!source) continue;
    std::unique_ptr<const TaskList> list = read_task_list(*source, sources, findings);
    if (list == nullptr) continue;
    TaskIndex index(*list);
    catalog.tasks.push_back(std::make_shared<const CatalogTasks>(CatalogTasks{std::move(list), std::move(index)}));
  }
}

}  // namespace matter
