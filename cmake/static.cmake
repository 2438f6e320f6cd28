# The program as one file: yaml-cpp, fmt, ICU, zlib, SQLite and the language's own libraries in it. It runs where none of them is
# installed, and starts in less than half the time, most of which went into loading eight libraries: a driver that git
# starts for each file feels that.
#
# Where the system has no archive of a library, the program is linked against the shared ones as usual, and that is said.
option(MATTER_STATIC "release builds: link the libraries into the program" ON)
set(MATTER_IS_STATIC OFF)
if(NOT MATTER_STATIC OR MATTER_SANITIZE OR NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  return()
endif()

# What stands in libicudata.a is 30 MB, of which we need the table of GB18030 and the names of encodings.
function(matter_trim_icu_data archive out)
  find_program(MATTER_ICUPKG icupkg PATHS /usr/sbin)
  set(folder ${CMAKE_BINARY_DIR}/icu)
  set(endian l)
  if(CMAKE_CXX_BYTE_ORDER STREQUAL "BIG_ENDIAN")
    set(endian b)
  endif()
  string(REGEX MATCH "^[0-9]+" major "${ICU_VERSION}")
  set(name icudt${major}${endian})
  set(${out} "" PARENT_SCOPE)
  if(NOT MATTER_ICUPKG OR NOT CMAKE_OBJCOPY)
    return()
  endif()
  file(MAKE_DIRECTORY ${folder}/parts ${folder}/trimmed)
  file(WRITE ${folder}/wanted.txt "cnvalias.icu\ngb18030.cnv\n")
  execute_process(COMMAND ${CMAKE_AR} x ${archive} WORKING_DIRECTORY ${folder} RESULT_VARIABLE failed)
  foreach(step "${CMAKE_OBJCOPY};-O;binary;--only-section=.rodata;${name}_dat.o;${name}.dat"
               "${MATTER_ICUPKG};-x;wanted.txt;-d;parts;${name}.dat"
               "${MATTER_ICUPKG};-s;parts;-a;wanted.txt;new;trimmed/${name}.dat")
    if(NOT failed)
      execute_process(COMMAND ${step} WORKING_DIRECTORY ${folder} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
    endif()
  endforeach()
  file(REMOVE ${folder}/${name}_dat.o ${folder}/${name}.dat)
  if(failed)
    return()
  endif()
  file(WRITE ${folder}/icu_data.cpp
"// Generated: the part of ICU's data that is compiled in.
asm(\".pushsection .rodata\\n.balign 16\\n.global icudt${major}_dat\\nicudt${major}_dat:\\n\"
    \".incbin \\\"${folder}/trimmed/${name}.dat\\\"\\n.popsection\\n\");
")
  add_library(matter_icu_data STATIC ${folder}/icu_data.cpp)
  set_target_properties(matter_icu_data PROPERTIES ARCHIVE_OUTPUT_DIRECTORY ${folder})
  set(${out} ${folder}/libmatter_icu_data.a PARENT_SCOPE)
endfunction()

# An imported library is linked from an archive, by whoever links it.
function(matter_link_archive target archive)
  foreach(config "" _NONE _RELEASE _RELWITHDEBINFO _MINSIZEREL)
    set_property(TARGET ${target} PROPERTY IMPORTED_LOCATION${config} ${archive})
  endforeach()
endfunction()

find_library(MATTER_YAML_ARCHIVE libyaml-cpp.a)
find_library(MATTER_ICU_ARCHIVE libicuuc.a)
find_library(MATTER_ICU_DATA_ARCHIVE libicudata.a)
find_library(MATTER_ZLIB_ARCHIVE libz.a)
find_library(MATTER_SQLITE_ARCHIVE libsqlite3.a)
find_library(MATTER_EXPAT_ARCHIVE libexpat.a)
find_library(MATTER_LIBC_ARCHIVE libc.a)
find_library(MATTER_FMT_ARCHIVE libfmt.a)
foreach(archive YAML ICU ICU_DATA ZLIB SQLITE EXPAT LIBC)
  if(NOT MATTER_${archive}_ARCHIVE)
    message(STATUS "linked with shared libraries: no archive MATTER_${archive}_ARCHIVE was found")
    return()
  endif()
endforeach()

# Debian has no archive of fmt; its headers hold all of its source.
if(NOT MATTER_FMT_ARCHIVE)
  add_library(matter_fmt STATIC ${PROJECT_SOURCE_DIR}/cmake/fmt.cpp)
  set_target_properties(matter_fmt PROPERTIES ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fmt)
  set(MATTER_FMT_ARCHIVE ${CMAKE_BINARY_DIR}/fmt/libmatter_fmt.a)
endif()
matter_trim_icu_data(${MATTER_ICU_DATA_ARCHIVE} icu_data)
if(NOT icu_data)
  message(STATUS "all of ICU's data is linked in: it could not be trimmed")
  set(icu_data ${MATTER_ICU_DATA_ARCHIVE})
endif()
matter_link_archive(yaml-cpp ${MATTER_YAML_ARCHIVE})
matter_link_archive(fmt::fmt ${MATTER_FMT_ARCHIVE})
matter_link_archive(ICU::uc ${MATTER_ICU_ARCHIVE})
matter_link_archive(ICU::data ${icu_data})
matter_link_archive(ZLIB::ZLIB ${MATTER_ZLIB_ARCHIVE})
matter_link_archive(SQLite::SQLite3 ${MATTER_SQLITE_ARCHIVE})
matter_link_archive(EXPAT::EXPAT ${MATTER_EXPAT_ARCHIVE})
set(MATTER_IS_STATIC ON)
