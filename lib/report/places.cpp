#include "report/places.h"

#include <fmt/format.h>

#include <system_error>

#include "report/shown.h"

namespace matter {

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
  const View& from = view(at.source);
  if (!from) return name;
  const Position place = from.lines->position(at.span.begin);
  return fmt::format("{}:{}:{}", name, place.line, place.column);
}

}  // namespace matter
