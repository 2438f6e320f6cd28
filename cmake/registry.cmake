# A registry is a folder: each <name>.cpp in it defines one constant `<name>` of the
# record type. matter_registry() writes the array of all of them, in order of file
# name, at configure time. (Objects that register themselves are dropped by the
# linker when they sit in a static library; a generated array is not.)
#
# matter_registry(TARGET FOLDER f TYPE t NAMESPACE ns FUNCTION f HEADER h [SUFFIX s])
# SUFFIX stands behind each name where the bare one would be a keyword (export).

function(matter_registry target)
  cmake_parse_arguments(arg "" "FOLDER;TYPE;NAMESPACE;FUNCTION;HEADER;SUFFIX" "" ${ARGN})
  file(GLOB files CONFIGURE_DEPENDS ${arg_FOLDER}/*.cpp)
  set(decl "")
  set(rows "")
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    string(APPEND name "${arg_SUFFIX}")
    string(APPEND decl "extern const ${arg_TYPE} ${name};\n")
    string(APPEND rows "      &${name},\n")
  endforeach()
  get_filename_component(folder ${arg_FOLDER} NAME)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target}_${folder}_registry.cpp)
  set(ns ${arg_NAMESPACE})
  set(type ${arg_TYPE})
  set(function ${arg_FUNCTION})
  set(header ${arg_HEADER})
  if(rows)
    set(body "  static const ${type}* const all[] = {\n${rows}  };\n  return all;\n")
  else()
    set(body "  return {};\n")
  endif()
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
"// Generated from the files in this registry's folder. Do not edit.
#include \"@header@\"

#include <span>

namespace @ns@ {
@decl@}  // namespace @ns@

namespace matter {
std::span<const @type@* const> @function@() {
  using namespace @ns@;
@body@}
}  // namespace matter
")
  target_sources(${target} PRIVATE ${out})
endfunction()
