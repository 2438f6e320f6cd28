# MATTER_PRECOMPILE: what nearly every file of a layer reads is read once. For a machine that compiles everything once
# and keeps nothing: ccache keeps no file that is compiled so, and every file must also build without.
if(NOT MATTER_PRECOMPILE)
  return()
endif()

set(usual <algorithm> <array> <cstdint> <functional> <map> <memory> <optional> <set> <string> <string_view>
    <unordered_map> <utility> <vector>)
foreach(layer text diag doc media)
  target_precompile_headers(matter_${layer} PRIVATE ${usual})
endforeach()
foreach(layer model catalog edit change exchange style ops report tools)
  target_precompile_headers(matter_${layer} PRIVATE ${usual} <model/matter.h>)
endforeach()
target_precompile_headers(matter_checks PRIVATE ${usual} <checks/rule.h>)
if(MATTER_TESTS)
  foreach(kind unit contract property)
    target_precompile_headers(${kind}_tests PRIVATE ${usual} <doctest/doctest.h> <model/matter.h>)
  endforeach()
endif()
