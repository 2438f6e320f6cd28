#include "catalog/task_list.h"

#include <set>

#include "model/named.h"
#include "model/read.h"
#include "text/unicode.h"

namespace matter {

template <>
const Table* table_of<Task>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Task, number)>("number", "序号",
                                         {"在清单中的序号，如 \"12\"", "Its number on the list, such as \"12\""},
                                         {.list_key = true}),
      field<MATTER_MEMBER(Task, name)>("name", "事项名称",
                                       {"任务所指的事项，如 学历公证", "The matter that is meant, such as 学历公证"},
                                       {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Task, codes)>(
          "codes", "事项编码",
          {"所指事项的编码（任何一种），写了就按编码找，如 [\"000705005000\"]",
           "Codes of any kind of the matters that are meant; then the name does not count"},
          {.format = Format::code}),
      field<MATTER_MEMBER(Task, scenario)>("scenario", "应用场景",
                                           {"清单中的应用场景，如 申请人可在异地申请办理", "The scenario of the list"}),
      field<MATTER_MEMBER(Task, lead)>("lead", "牵头单位", {"负责的部门，如 示例市司法局", "Who answers for it"}),
      field<MATTER_MEMBER(Task, due)>("due", "完成时限",
                                      {"最晚哪一天开通，如 2020-12-31", "The last day, such as 2020-12-31"}),
      field<MATTER_MEMBER(Task, modes)>("modes", "通办方式",
                                        {"要以什么方式开通，如 [全程网办, 异地代收代办]；不写时哪种都行",
                                         "The modes to be open in, such as [全程网办]; without them any will do"},
                                        {.values = "tongban_mode"}),
      field<MATTER_MEMBER(Task, batch)>("batch", "批次", {"所属批次，如 2020年底前", "Its batch, such as 2020年底前"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"task", fields, index};
  return &table;
}

template <>
const Table* table_of<TaskListSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(TaskListSpec, format)>("format", "格式版本",
                                                 {"文件格式的版本，现在是 1", "Version of the file format, now 1"},
                                                 {.required = families::all}),
      field<MATTER_MEMBER(TaskListSpec, name)>("name", "清单名称",
                                               {"任务清单的名称，如 示例市跨省通办任务清单", "Name of the task list"}),
      field<MATTER_MEMBER(TaskListSpec, sample)>("sample", "样例",
                                                 {"是：样例，不是正式清单", "是: a sample, no official list"}),
      field<MATTER_MEMBER(TaskListSpec, list)>(
          "list", "通办清单",
          {"任务所属的通办清单，如 跨省通办；不写时列入哪份清单都算",
           "The 通办 list of its matters, such as 跨省通办; without it any list counts"},
          {.values = "tongban_list"}),
      field<MATTER_MEMBER(TaskListSpec, source)>("source", "来源",
                                                 {"清单出自哪份文件，如 示例发〔2020〕1号", "The document it is of"}),
      field<MATTER_MEMBER(TaskListSpec, each_mode)>(
          "each_mode", "每种方式都要开通",
          {"是：任务写的每种方式都要开通；不写时开通其中一种即可",
           "是: every mode that a task names must be open; without it one of them is enough"}),
      field<MATTER_MEMBER(TaskListSpec, tasks)>("tasks", "任务",
                                                {"各项任务，按清单的次序", "The tasks, in the order of the list"},
                                                {.required = families::all, .ordered = true}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"task_list", fields, index};
  return &table;
}

namespace {

class Reading {
 public:
  Reading(TaskList& list, Collector& findings) : list_(list), to_(findings) {}

  bool read() {
    const Document& doc = list_.document;
    if (doc.roots.size() != 1 || !doc.node(doc.roots[0]).is(NodeKind::mapping)) {
      wrong("field-type", {list_.source, {0, 0}}, {"任务清单应当是一组字段", "a task list is one group of fields"});
      return false;
    }
    std::vector<Problem> problems;
    std::string path;
    read_record(doc, doc.roots[0], *table_of<TaskListSpec>(), &list_.spec, list_.arena, problems, path);
    for (const Problem& problem : problems) say_problem(problem);
    const TaskListSpec& spec = list_.spec;
    if (!spec.format.given() || spec.format.value != task_list_format) {
      wrong("field-value", spec.format.mark.at(),
            {"要写 format: {}，本程序认得的是这个版本", "write format: {}, the version that this program knows"},
            task_list_format);
    }
    if (spec.tasks.empty()) wrong("field-missing", spec.tasks.at(), {"清单中没有任务", "there is no task on the list"});
    std::set<std::string> numbers;
    for (const Task& task : spec.tasks) judge(task, numbers);
    return good_;
  }

 private:
  template <class... Args>
  Diagnostic& wrong(std::string_view rule, Location at, const WordsFor<Args...>& words, Args&&... args) {
    good_ = false;
    return to_.add(rule, Severity::error, at, words, std::forward<Args>(args)...);
  }

  void judge(const Task& task, std::set<std::string>& numbers) {
    if (!task.name.given()) wrong("field-missing", task.mark.at(), {"任务没有名称", "a task has no name"});
    if (!task.number.given() || numbers.insert(normalised(task.number.text)).second) return;
    wrong("yaml-duplicate-key", task.number.at(), {"序号 {} 用了两次", "the number {} stands twice"}, task.number.text);
  }

  void say_problem(const Problem& p) {
    switch (p.kind) {
      case ProblemKind::unknown_field: {
        Diagnostic& d =
            wrong("field-unknown", p.at, {"任务清单没有“{}”这个字段", "a task list has no field '{}'"}, p.written);
        const std::string_view near = p.table != nullptr ? nearest_field(*p.table, p.written) : std::string_view{};
        if (!near.empty()) d.hint = say(to_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
        return;
      }
      case ProblemKind::twice:
        wrong("yaml-duplicate-key", p.at, {"“{}”写了两次", "'{}' stands here twice"}, p.written);
        return;
      case ProblemKind::wrong_value: {
        Diagnostic& d = wrong("field-value", p.at, {"“{}”不能是“{}”", "'{}' cannot be '{}'"},
                              p.field != nullptr ? p.field->key : p.path, p.written);
        const NamedList* const names = p.field != nullptr ? named_list(p.field->values) : nullptr;
        const std::string_view near = names != nullptr ? nearest_name(*names, p.written) : std::string_view{};
        if (!near.empty()) d.hint = say(to_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
        return;
      }
      case ProblemKind::wrong_type:
      case ProblemKind::not_a_matter: break;
    }
    wrong("field-type", p.at, {"“{}”写成了别的样子", "'{}' has another shape"},
          p.field != nullptr ? p.field->key : std::string_view("tasks"));
  }

  TaskList& list_;
  Collector& to_;
  bool good_ = true;
};

}  // namespace

std::unique_ptr<TaskList> read_task_list(SourceId source, const Sources& sources, Collector& findings) {
  auto list = std::make_unique<TaskList>();
  list->source = source;
  sources.read(source, list->text);
  const std::size_t before = findings.found().size();
  static_cast<void>(read_yaml(list->text, source, list->document, findings));
  if (list->document.damaged || findings.found().size() > before) return nullptr;
  return Reading(*list, findings).read() ? std::move(list) : nullptr;
}

}  // namespace matter
