#include "edit/field_value.h"

#include "doc/yaml.h"
#include "edit/render.h"
#include "model/read.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Whether the target holds one text, whatever it looks like.
bool is_text(const FieldTarget& target) {
  const FieldStep& last = target.back();
  return is_scalar(last.item == FieldStep::whole ? last.field->kind : last.field->item);
}

/// The value as a tree; null where it is no YAML.
Draft value_tree(const FieldTarget& target, std::string_view text) {
  if (is_text(target)) return text_draft(std::string(trimmed(text)));
  Document doc;
  Collector findings(Lang::en);
  const bool read = read_yaml(text, 0, doc, findings) == YamlOutcome::read && !doc.damaged;
  return read && doc.roots.size() == 1 ? draft_of(doc, doc.roots[0]) : Draft{};
}

/// A matter that holds nothing but the value.
Draft around(const FieldTarget& target, Draft value) {
  for (auto step = target.rbegin(); step != target.rend(); ++step) {
    if (step->item != FieldStep::whole) {
      Draft list;
      list.kind = NodeKind::sequence;
      list.parts.push_back(std::move(value));
      value = std::move(list);
    }
    value.key = step->field->key;
    if (step + 1 == target.rend()) break;
    Draft record;
    record.kind = NodeKind::mapping;
    record.parts.push_back(std::move(value));
    value = std::move(record);
  }
  return value;
}

Content inside(const Content& matter, const FieldTarget& target) {
  const Content* at = &matter;
  for (const FieldStep& step : target) {
    at = at->part(step.field->key);
    if (at == nullptr) return {};
    if (step.item != FieldStep::whole && at->kind == Content::Kind::list && !at->parts.empty()) at = &at->parts.front();
  }
  Content content = *at;
  content.key.clear();
  return content;
}

ValueProblem problem_of(const Problem& found) {
  using Kind = ValueProblem::Kind;
  ValueProblem problem;
  problem.field = found.field;
  problem.written = found.written;
  switch (found.kind) {
    case ProblemKind::unknown_field: problem.kind = Kind::unknown_field; break;
    case ProblemKind::wrong_value: problem.kind = Kind::wrong_value; break;
    default: problem.kind = Kind::wrong_type;
  }
  return problem;
}

}  // namespace

Content read_value(const FieldTarget& target, std::string_view text, ValueProblem& problem, const Vocabulary* words) {
  problem = {};
  const Draft value = value_tree(target, text);
  if (value.kind == NodeKind::null) {
    problem = {ValueProblem::Kind::not_yaml, target.back().field, std::string(text)};
    return {};
  }
  const std::string yaml = render_entry(around(target, value), 0, {}).rest;
  Document doc;
  Arena arena;
  Collector findings(Lang::en);
  if (read_yaml(yaml, 0, doc, findings) != YamlOutcome::read || doc.roots.size() != 1) {
    problem = {ValueProblem::Kind::not_yaml, target.back().field, std::string(text)};
    return {};
  }
  doc.vocabulary = words;
  Matter m;
  read_matter(doc, doc.roots[0], arena, m);
  if (!m.problems.empty()) problem = problem_of(m.problems.front());
  return inside(content_of_record(*table_of<Matter>(), &m, {m.problems, &doc}), target);
}

}  // namespace matter
