# One target a layer. `matter_layer(change USES edit PRIVATE fmt::fmt)` compiles lib/change/**.cpp
# into matter_change and lets it see the layers named and what they see. PUBLIC libraries appear in
# its headers (fmt in diag/words.h is the only one), PRIVATE ones in its sources only.
# That a layer includes nothing to its left is kept by tests/contract/layers_test.

add_library(matter_flags INTERFACE)
target_compile_features(matter_flags INTERFACE cxx_std_20)
target_compile_options(matter_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Wcast-align -Woverloaded-virtual -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:Clang>:-Wno-missing-braces -Wno-missing-field-initializers>
  # clang 14 takes a defaulted <=> for a null pointer, as its clang-tidy does.
  $<$<CXX_COMPILER_ID:GNU>:-Wzero-as-null-pointer-constant>
  # The places of members in field tables (lib/model/field.h).
  -Wno-invalid-offsetof
  # -Wrestrict of GCC 12 cries wolf over `"text" + string` (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-missing-field-initializers -Wno-restrict>
  # With precompiled headers gcc 12 also sees overruns of moved strings that are none.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${MATTER_PRECOMPILE}>>:-Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread>
  $<$<BOOL:${MATTER_WERROR}>:-Werror>)
if(MATTER_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

function(matter_layer name)
  cmake_parse_arguments(arg "" "" "USES;PRIVATE;PUBLIC" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/media/postgresql/")
  if(NOT sources)
    add_library(matter_${name} INTERFACE)
    set(visibility INTERFACE)
  else()
    add_library(matter_${name} STATIC ${sources})
    set(visibility PUBLIC)
    target_link_libraries(matter_${name} PRIVATE $<BUILD_INTERFACE:matter_flags> ${arg_PRIVATE})
  endif()
  target_include_directories(matter_${name} ${visibility}
    $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/matter>)
  target_compile_features(matter_${name} ${visibility} cxx_std_20)
  target_link_libraries(matter_${name} ${visibility} ${arg_PUBLIC})
  foreach(used IN LISTS arg_USES)
    target_link_libraries(matter_${name} ${visibility} matter_${used})
  endforeach()
  set_property(GLOBAL APPEND PROPERTY MATTER_LAYERS ${name})
endfunction()
