// Where a table of a mapping file stands in a guide.
#include <array>
#include <utility>

#include "exchange/mapping_compile.h"

namespace matter {

namespace {

using Layout = GuideSpot::Layout;

template <class T, std::size_t N>
bool choose(const Text& written, const std::array<std::pair<std::string_view, T>, N>& choices, T& into) {
  if (written.absent()) return true;
  for (const auto& [name, value] : choices) {
    if (name != written.text) continue;
    into = value;
    return true;
  }
  return false;
}

std::optional<std::string_view> text_of(const Text& value) {
  return value.absent() ? std::nullopt : std::optional(value.text);
}

}  // namespace

void ColumnCompiler::guide_spot(const TableSpec& spec, GuideSpot& into) {
  constexpr std::array<std::pair<std::string_view, bool>, 2> pages = {{{"guide", false}, {"notice", true}}};
  constexpr std::array<std::pair<std::string_view, Layout>, 5> layouts = {{{"facts", Layout::facts},
                                                                           {"tiles", Layout::tiles},
                                                                           {"items", Layout::items},
                                                                           {"steps", Layout::steps},
                                                                           {"checklist", Layout::checklist}}};
  into.layout = spec.each.absent() ? Layout::facts : Layout::items;
  if (!choose(spec.page, pages, into.notice)) wrong(spec.page, {"没有“{}”这种页", "there is no page '{}'"});
  if (!choose(spec.layout, layouts, into.layout)) wrong(spec.layout, {"没有“{}”这种版式", "there is no layout '{}'"});
  into.of = path(spec.of);
  if (into.of.count != 0 && into.of.last().kind != Kind::record)
    wrong(spec.of, {"“{}”不是一个记录", "'{}' is no record"});
  const FieldPath each = path(spec.each);
  const Field* const situations = mapping_.is_guide() && each.count != 0 && into.layout == Layout::items
                                      ? find_field(*each.last().table(), "for")
                                      : nullptr;
  if (situations != nullptr) {
    into.situations = each;
    into.situations.fields[into.situations.count++] = situations;
  }
  into.none = text_of(spec.none);
  into.absent = text_of(spec.absent);
}

void ColumnCompiler::shown(const ColumnSpec& spec, Column& column) {
  constexpr std::array<std::pair<std::string_view, Shown>, 4> ways = {
      {{"fact", Shown::fact}, {"title", Shown::title}, {"tag", Shown::tag}, {"relief", Shown::relief}}};
  if (!choose(spec.show, ways, column.shown)) wrong(spec.show, {"不能显示为“{}”", "it cannot be shown as '{}'"});
}

}  // namespace matter
