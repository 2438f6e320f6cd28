#pragma once

#include <initializer_list>
#include <string_view>

#include "checks/places.h"
#include "checks/rule.h"

namespace matter {

/// One of the lists that a matter stands on.
struct TongbanPlace {
  const Matter& matter;
  const Tongban& entry;
  std::uint32_t index = 0;

  [[nodiscard]] std::string path(std::string_view key) const { return item_path("tongban", &entry, index, key); }
  [[nodiscard]] bool in_mode(std::initializer_list<std::string_view> modes) const {
    for (const std::string_view mode : modes) {
      if (entry.mode.is(mode)) return true;
    }
    return false;
  }
};

/// Calls `visit(const TongbanPlace&)` for every list that the matter stands on and that was understood.
template <class Visit>
void each_tongban(const Matter& m, Visit&& visit) {
  for (std::uint32_t i = 0; i < m.tongban.count; ++i) {
    if (m.tongban[i].mark.given()) visit(TongbanPlace{m, m.tongban[i], i});
  }
}

/// The same for a rule that says what is missing: nothing where that cannot be known, and nothing of standard entries,
/// which leave it to the offices how they open a matter.
template <class Visit>
void each_tongban_lacking(const MatterView& view, Visit&& visit) {
  if (view.matter.tongban.empty() || view.standard || !absences_known(view)) return;
  each_tongban(view.matter, visit);
}

}  // namespace matter
