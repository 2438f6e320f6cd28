# What is installed, in three parts (cmake --install build/release [--component PART]):
#   program      `matter`, completion for the shells, manual pages, documentation, the form of JSON reports
#   postgresql   `matter-postgresql`, where the program itself is one file and cannot hold libpq
#   development  one target `matter::matter`, the public headers (those that stand directly in a layer's folder;
#                subfolders are internal) and a CMake package
# tests/package holds the exact list of each.
include(CMakePackageConfigHelpers)
get_property(layers GLOBAL PROPERTY MATTER_LAYERS)
set(targets "")
foreach(layer IN LISTS layers)
  list(APPEND targets matter_${layer})
  file(GLOB headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lib/${layer}/*.h)
  install(FILES ${headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/matter/${layer} COMPONENT development)
endforeach()
add_library(matter_lib INTERFACE)
target_link_libraries(matter_lib INTERFACE matter_ops matter_report matter_lsp)
set_target_properties(matter_lib PROPERTIES EXPORT_NAME matter)
add_library(matter::matter ALIAS matter_lib)
if(MATTER_POSTGRESQL)
  list(APPEND targets matter_postgresql)
endif()
install(TARGETS ${targets} matter_lib EXPORT matter_targets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(EXPORT matter_targets NAMESPACE matter:: FILE matter-targets.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/matter COMPONENT development)
configure_package_config_file(cmake/matter-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/matter-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/matter)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/matter-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/matter-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/matter-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/matter COMPONENT development)

install(TARGETS matter_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
if(TARGET matter_postgresql_program)
  install(TARGETS matter_postgresql_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT postgresql)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/schemas/reports DESTINATION ${CMAKE_INSTALL_DATADIR}/matter/schemas
        COMPONENT program FILES_MATCHING PATTERN "*.schema.json")
install(FILES README.md README.zh.md CHANGELOG.md LICENSE SECURITY.md SECURITY.zh.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${CMAKE_INSTALL_DOCDIR}
        COMPONENT program FILES_MATCHING PATTERN "*.md")

# The program writes its own manual pages and completion. One for another architecture needs an emulator for that
# (CMAKE_CROSSCOMPILING_EMULATOR); without one they are left out, and that is said.
# (Plain names would be taken for the words that cmake's own script compares, "program" among them.)
install(CODE "
  set(pages_program \"$<TARGET_FILE:matter_program>\")
  set(pages_emulator \"${CMAKE_CROSSCOMPILING_EMULATOR}\")
  set(pages_foreign \"${CMAKE_CROSSCOMPILING}\")
  set(pages_folder \"${CMAKE_CURRENT_BINARY_DIR}/pages\")
  set(pages_datadir \"${CMAKE_INSTALL_DATADIR}\")
  set(pages_source \"${PROJECT_SOURCE_DIR}\")
" COMPONENT program)
install(SCRIPT cmake/pages.cmake COMPONENT program)
