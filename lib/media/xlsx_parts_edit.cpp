#include "media/xlsx_parts_edit.h"

#include <algorithm>

namespace matter::xlsx {

void PartEdit::replace(std::size_t begin, std::size_t end, std::string by) {
  TextEdit& edit = edits_.emplace_back();
  edit.at.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  edit.text = std::move(by);
}

std::string PartEdit::done() {
  std::stable_sort(edits_.begin(), edits_.end(),
                   [](const TextEdit& a, const TextEdit& b) { return a.at.span.begin < b.at.span.begin; });
  return edited_text(text_, edits_);
}

std::size_t before_any(const std::vector<XmlElement>& all, std::span<const std::string_view> names) {
  for (const XmlElement& one : all) {
    if (one.depth == 1 && std::find(names.begin(), names.end(), one.name) != names.end()) return one.begin;
  }
  return all.front().close;
}

}  // namespace matter::xlsx
