#include "ops/task_columns.h"

#include <algorithm>

#include "catalog/task_list.h"
#include "model/values.h"
#include "text/unicode.h"

namespace matter {

TaskColumns::TaskColumns() {
  const auto add = [&](std::string_view key, std::initializer_list<std::string_view> names) {
    Field& field = fields.emplace_back(Field{key, {std::string(key)}});
    if (const matter::Field* const known = find_field(*table_of<Task>(), key))
      field.names.push_back(normalised(known->label));
    for (const std::string_view other : names) field.names.push_back(normalised(other));
  };
  add("number", {"编号", "任务编号", "清单序号", "no", "no."});
  add("name", {"事项", "任务名称", "高频政务服务事项", "高频事项", "政务服务事项", "matter"});
  add("codes", {"编码", "基本编码", "实施编码", "业务办理项编码", "code"});
  add("scenario", {"场景", "业务场景"});
  add("lead", {"牵头部门", "责任单位", "责任部门", "主管部门", "lead agency", "agency"});
  add("due", {"完成时间", "时限", "完成期限", "办结期限", "due date"});
  add("modes", {"通办模式", "办理方式", "方式", "mode"});
  add("batch", {"任务批次"});
}

bool TaskColumns::read(const Document& doc, SourceId source_id, Collector& findings) {
  const std::size_t before = findings.found().size();
  const auto wrong = [&](NodeId node, Bilingual what) {
    findings.add("field-unknown", Severity::error, {source_id, doc.node(node).span}, {"{}：{}", "{}: {}"},
                 doc.node(node).text(), what.in(findings.lang()));
  };
  const auto columns = [&](NodeId node) {
    for (const Entry entry : entries(doc, node)) {
      const std::string_view key = doc.node(entry.key).text();
      const matter::Field* const known = find_field(*table_of<Task>(), key);
      if (known == nullptr) {
        wrong(entry.key, {"任务没有这个字段", "a task has no such field"});
        continue;
      }
      auto field = std::find_if(fields.begin(), fields.end(), [&](const Field& one) { return one.key == known->key; });
      field->names.clear();
      if (doc.node(entry.value).is(NodeKind::scalar)) field->names.push_back(normalised(doc.node(entry.value).text()));
      if (!doc.node(entry.value).is(NodeKind::sequence)) continue;
      for (const NodeId item : children(doc, entry.value)) field->names.push_back(normalised(doc.node(item).text()));
    }
  };
  for (const Entry entry : entries(doc, doc.roots.at(0))) {
    const std::string_view key = doc.node(entry.key).text();
    const std::string text(doc.node(entry.value).is(NodeKind::scalar) ? doc.node(entry.value).text() : "");
    if (key == "format" || key == "platform") continue;
    if (key == "columns" && doc.node(entry.value).is(NodeKind::mapping)) {
      columns(entry.value);
    } else if (key == "name") {
      name = text;
    } else if (key == "list") {
      list = text;
    } else if (key == "source") {
      source = text;
    } else if (key == "sample") {
      sample = parse_flag(text).value_or(false);
    } else if (key == "each_mode") {
      each_mode = parse_flag(text).value_or(false);
    } else {
      wrong(entry.key, {"任务清单的映射没有这一项", "the mapping of a task list has no such entry"});
    }
  }
  return findings.found().size() == before;
}

std::string_view TaskColumns::key_of(std::string_view column) const {
  const std::string wanted = normalised(column);
  for (const Field& field : fields) {
    if (std::find(field.names.begin(), field.names.end(), wanted) != field.names.end()) return field.key;
  }
  return {};
}

}  // namespace matter
