#include "change/change.h"

namespace matter {

namespace {

std::string joined(const ChangePath& path, bool labels) {
  std::string text;
  for (const PathStep& step : path) {
    if (!text.empty()) text += labels ? " › " : ".";
    if (step.field == nullptr) {
      text += step.key;
    } else {
      text += labels ? step.field->label : step.field->key;
    }
    if (!step.item.empty()) text.append("[").append(step.item).append("]");
  }
  return text;
}

}  // namespace

std::string english(const ChangePath& path) { return joined(path, false); }
std::string chinese(const ChangePath& path) { return joined(path, true); }

std::string_view name(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return "added";
    case ChangeKind::removed: return "removed";
    case ChangeKind::changed: return "changed";
    case ChangeKind::reordered: break;
  }
  return "reordered";
}

}  // namespace matter
