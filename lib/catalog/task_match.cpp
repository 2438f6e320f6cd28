#include "catalog/task_match.h"

#include <algorithm>

#include "text/name_pattern.h"
#include "text/unicode.h"

namespace matter {

namespace {

bool contains(const std::vector<std::string_view>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

TaskIndex::TaskIndex(const TaskList& list) : list_(&list) {
  if (list.spec.list.given()) listed_ = normalised(list.spec.list.text);
  for (std::uint32_t i = 0; i < list.spec.tasks.count; ++i) {
    const Task& task = list.spec.tasks[i];
    for (const Text& code : task.codes) by_code_.emplace(normalised(code.text), i);
    if (task.codes.empty() && task.name.given()) by_name_.emplace(normalised_name(task.name.text), i);
  }
}

void TaskIndex::find(const std::unordered_multimap<std::string, std::uint32_t>& in, const std::string& key,
                     std::vector<std::uint32_t>& found) const {
  if (key.empty()) return;
  const auto range = in.equal_range(key);
  for (auto at = range.first; at != range.second; ++at) {
    if (std::find(found.begin(), found.end(), at->second) == found.end()) found.push_back(at->second);
  }
}

std::vector<std::uint32_t> TaskIndex::meant(const Matter& m) const {
  std::vector<std::uint32_t> found;
  if (!by_code_.empty()) {
    for (const Text* const code :
         {&m.code, &m.handling_code, &m.basic_code, &m.directory_code, &m.local_code, &m.local_basic_code}) {
      if (code->given()) find(by_code_, normalised(code->text), found);
    }
    for (const std::string_view code : {implementing_code(m), basic_code(m)}) find(by_code_, normalised(code), found);
  }
  if (!by_name_.empty()) {
    for (const Text* const name : {&m.name, &m.main, &m.sub, &m.short_name, &m.common_name}) {
      if (name->given()) find(by_name_, normalised_name(name->text), found);
    }
    if (m.handling.given()) find(by_name_, normalised_name(display_name(m)), found);
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool TaskIndex::on_list(const Tongban& entry) const {
  return entry.list.given() && (listed_.empty() || normalised(entry.list.text) == listed_);
}

std::vector<std::string_view> TaskIndex::modes(const Matter& m) const {
  std::vector<std::string_view> modes;
  for (const Tongban& entry : m.tongban) {
    if (!on_list(entry) || !entry.mode.given() || contains(modes, entry.mode.name())) continue;
    modes.push_back(entry.mode.name());
  }
  return modes;
}

TaskVerdict TaskIndex::verdict(std::uint32_t task, const Matter& m) const {
  if (m.status.is("暂停") || m.status.is("取消")) return TaskVerdict::suspended;
  if (std::none_of(m.tongban.begin(), m.tongban.end(), [&](const Tongban& entry) { return on_list(entry); }))
    return TaskVerdict::unlisted;
  const std::vector<std::string_view> open = modes(m);
  if (open.empty()) return TaskVerdict::no_mode;
  const List<Named>& asked = spec().tasks[task].modes;
  if (asked.empty()) return TaskVerdict::open;
  const auto is_open = [&](const Named& mode) { return contains(open, mode.name()); };
  const bool enough = spec().each_mode.yes() ? std::all_of(asked.begin(), asked.end(), is_open)
                                             : std::any_of(asked.begin(), asked.end(), is_open);
  return enough ? TaskVerdict::open : TaskVerdict::mode;
}

}  // namespace matter
