#include "report/renderer.h"

#include <algorithm>

namespace matter {

const Renderer* find_renderer(std::string_view name) {
  const auto all = all_renderers();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Renderer* one) { return one->name == name; });
  return at == all.end() ? nullptr : *at;
}

}  // namespace matter
