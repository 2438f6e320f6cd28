#include "report/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "report/shown.h"

namespace matter {

bool is_workbook_cell(const Sources& sources, SourceId source) {
  if (sources.kind(source) != SourceKind::memory) return false;
  std::string_view cell = sources.name(source);
  cell.remove_prefix(std::min(cell.rfind('!'), cell.size() - 1) + 1);
  const std::size_t digit = cell.find_first_of("0123456789");
  return digit != 0 && digit != std::string_view::npos &&
         cell.substr(0, digit).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos &&
         cell.find_first_not_of("0123456789", digit) == std::string_view::npos;
}

const Places::View& Places::view(SourceId source) {
  for (const View& view : kept_) {
    if (view.source == source) return view;
  }
  View& view = kept_[oldest_];
  oldest_ = (oldest_ + 1) % kept_.size();
  view = {};
  view.source = source;
  try {
    view.text = sources_.text(source);
    view.lines.emplace(*view.text);
  } catch (const std::system_error&) {
    // The file went away while it was checked: the finding is still worth its sentence.
    view.text = nullptr;
  }
  return view;
}

std::string Places::shown(Location at) {
  std::string name = shown_text(sources_.name(at.source));
  if (is_workbook_cell(sources_, at.source)) return name;
  const View& from = view(at.source);
  if (!from) return name;
  const Position place = from.lines->position(at.span.begin);
  return fmt::format("{}:{}:{}", name, place.line, place.column);
}

}  // namespace matter
