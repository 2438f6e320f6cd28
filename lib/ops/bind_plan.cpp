#include "ops/bind_plan.h"

#include <algorithm>

#include "checks/kept.h"
#include "diag/words.h"
#include "model/content.h"
#include "ops/load.h"
#include "text/unicode.h"

namespace matter {

namespace {

FieldTarget target_of(const FieldPath& path) {
  FieldTarget target;
  for (std::uint8_t i = 0; i < path.count; ++i) target.push_back({path.fields[i], FieldStep::whole});
  return target;
}

const void* holder(const Matter& m, const FieldTarget& target) {
  const void* record = &m;
  for (std::size_t i = 0; i + 1 < target.size(); ++i) record = member(*target[i].field, record);
  return record;
}

/// The fields below a path that are no records: what is inherited one by one. None of the office's own.
void leaves(FieldTarget at, std::vector<FieldTarget>& into) {
  const Field& field = *at.back().field;
  if (field.local) return;
  if (field.kind != Kind::record) {
    into.push_back(std::move(at));
    return;
  }
  for (const Field& inner : field.table()->fields) {
    FieldTarget below = at;
    below.push_back({&inner, FieldStep::whole});
    leaves(std::move(below), into);
  }
}

std::vector<FieldTarget> leaves(const FieldPath& path) {
  std::vector<FieldTarget> found;
  leaves(target_of(path), found);
  return found;
}

const Mark& mark_at(const Matter& m, const FieldTarget& target) {
  return mark_of(*target.back().field, holder(m, target));
}

Content content_in(const Matter& m, const FieldTarget& target) {
  const Field& field = *target.back().field;
  return content_of(field, member(field, holder(m, target)));
}

FieldTarget kept_list() {
  const Field& binding = *find_field(*table_of<Matter>(), "binding");
  return {{&binding, FieldStep::whole}, {find_field(*table_of<Binding>(), "kept"), FieldStep::whole}};
}

Content named_text(std::string_view key, std::string text) {
  Content content = text_content(std::move(text));
  content.key = key;
  return content;
}

/// The reason under `binding.kept`: another one of an item that is there, or a new item.
FieldEdit reason_edit(const Matter& m, std::size_t number, const FieldPath& path, std::string_view reason) {
  FieldTarget target = kept_list();
  for (std::uint32_t i = 0; i < m.binding.kept.count; ++i) {
    const Text& field = m.binding.kept.begin()[i].field;
    const auto known = field.given() ? resolve_path(trimmed(field.text)) : std::nullopt;
    if (!known || !(*known == path)) continue;
    target.back().item = i;
    target.push_back({find_field(*table_of<KeptField>(), "reason"), FieldStep::whole});
    return {number, std::move(target), text_content(std::string(reason))};
  }
  target.back().item = FieldStep::appended;
  Content item;
  item.kind = Content::Kind::record;
  item.parts = {named_text("field", to_text(path)), named_text("reason", std::string(reason))};
  return {number, std::move(target), std::move(item)};
}

}  // namespace

template <class... Args>
Diagnostic& BindPlanner::refuse(const Matter& m, const WordsFor<Args...>& words, Args&&... args) {
  const Location at = m.standard.given() ? m.standard.at() : m.mark.at();
  Diagnostic& d = refused_.add("field-value", Severity::error, at, words, std::forward<Args>(args)...);
  d.matter = identity_;
  return d;
}

bool BindPlanner::paths_of(const Matter& m, const std::string& called, std::vector<FieldPath>& into) {
  std::string all;
  for (const Element& element : profile_.elements) {
    (all += all.empty() ? "" : ", ") += element.id;
    if (element.id != called && element.label != called) continue;
    std::copy_if(element.paths.begin(), element.paths.end(), std::back_inserter(into),
                 [](const FieldPath& path) { return !path.through_list(); });
    return true;
  }
  if (called.find('[') != std::string::npos) {
    refuse(m, {"“{}”是一项里的字段：列表整个沿用或整个自己写", "'{}' is in an item: a list is inherited as a whole"},
           called)
        .hint = say(refused_.lang(), {"用 matter set 改一项", "matter set changes an item"});
    return false;
  }
  FieldProblem problem;
  const FieldTarget target = find_target(m, called, problem);
  if (target.empty() || target.size() > FieldPath::most) {
    refuse(m, {"没有要素或字段“{}”", "there is no element or field '{}'"}, called).hint =
        say(refused_.lang(), {"要素有：{}", "elements: {}"}, all);
    return false;
  }
  FieldPath path;
  for (const FieldStep& step : target) path.fields[path.count++] = step.field;
  if (path.fields[0]->local || path.last().local) {
    refuse(m, {"“{}”是各单位自己的，标准里没有", "'{}' is the office's own: no standard entry has it"}, called);
    return false;
  }
  into.push_back(path);
  return true;
}

bool BindPlanner::take(const Matter& m, const FieldPath& path, BindPlan& plan, bool& done) {
  for (const FieldTarget& target : leaves(path)) {
    if (mark_at(m, target).absent()) continue;
    if (mark_at(*plan.newer, target).absent()) {
      refuse(m, {"标准没有写“{}”，去掉就没有了", "the entry does not say {1}: nothing would be left"},
             target.back().field->label, to_text(target, m));
      return false;
    }
    plan.edits.push_back({plan.number, target, {}});
    done = true;
  }
  plan.taken.push_back(path);
  return true;
}

void BindPlanner::keep(const Matter& m, const Matter& effective, const FieldPath& path, std::string_view reason,
                       BindPlan& plan, bool& done) {
  bool differs = false;
  for (const FieldTarget& target : leaves(path)) {
    const Content now = content_in(effective, target);
    if (now.absent() || now == content_in(*plan.newer, target)) continue;
    differs = true;
    if (mark_at(m, target).absent()) plan.edits.push_back({plan.number, target, now});
  }
  if (!differs) return;
  done = true;
  plan.kept.push_back(path);
  plan.edits.push_back(reason_edit(m, plan.number, path, reason));
}

/// What follows the entry needs no reason any more.
void BindPlanner::drop_reasons(const Matter& m, BindPlan& plan) {
  std::vector<FieldEdit> drops;
  for (std::uint32_t i = 0; i < m.binding.kept.count; ++i) {
    const Text& field = m.binding.kept.begin()[i].field;
    const auto path = field.given() ? resolve_path(trimmed(field.text)) : std::nullopt;
    if (!path || std::none_of(plan.taken.begin(), plan.taken.end(),
                              [&](const FieldPath& taken) { return overlap(taken, *path); })) {
      continue;
    }
    FieldTarget target = kept_list();
    target.back().item = i;
    drops.push_back({plan.number, std::move(target), {}});
  }
  if (drops.empty()) return;
  if (drops.size() == m.binding.kept.count && plan.kept.empty()) {
    plan.edits.push_back({plan.number, kept_list(), {}});
    return;
  }
  // From the last one: what is computed apart from the text counts the items that are left.
  plan.edits.insert(plan.edits.end(), drops.rbegin(), drops.rend());
}

bool BindPlanner::plan(const Matter& m, std::string_view identity, BindPlan& plan) {
  identity_ = identity;
  const FieldTarget standard{{find_field(*table_of<Matter>(), "standard"), FieldStep::whole}};
  const std::string to = report_identity(*plan.newer, true, {}, 1);
  if (!m.standard.given() || trimmed(m.standard.text) != to)
    plan.edits.push_back({plan.number, standard, text_content(to)});
  for (std::size_t i = 0; i < what_.take.size(); ++i) {
    std::vector<FieldPath> paths;
    if (!paths_of(m, what_.take[i], paths)) return false;
    bool done = false;
    for (const FieldPath& path : paths) {
      if (!take(m, path, plan, done)) return false;
    }
    if (done) took_[i] = true;
  }
  Matter effective = m;
  make_effective(effective, plan.older);
  for (std::size_t i = 0; i < what_.keep.size(); ++i) {
    std::vector<FieldPath> paths;
    if (!paths_of(m, what_.keep[i].what, paths)) return false;
    bool done = false;
    for (const FieldPath& path : paths) {
      if (std::any_of(plan.taken.begin(), plan.taken.end(), [&](const FieldPath& t) { return overlap(t, path); })) {
        refuse(m, {"“{}”不能又取用又保留", "'{}' cannot be both taken and kept"}, what_.keep[i].what);
        return false;
      }
      keep(m, effective, path, what_.keep[i].reason, plan, done);
    }
    if (done) kept_[i] = true;
  }
  drop_reasons(m, plan);
  return true;
}

}  // namespace matter
