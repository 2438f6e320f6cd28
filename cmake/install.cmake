# The installed library: one target `matter::matter`, the public headers (those that stand directly
# in a layer's folder; subfolders are internal) and a CMake package.
include(CMakePackageConfigHelpers)
get_property(layers GLOBAL PROPERTY MATTER_LAYERS)
set(targets "")
foreach(layer IN LISTS layers)
  list(APPEND targets matter_${layer})
  file(GLOB headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lib/${layer}/*.h)
  install(FILES ${headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/matter/${layer})
endforeach()
add_library(matter_lib INTERFACE)
target_link_libraries(matter_lib INTERFACE matter_ops matter_report matter_lsp)
set_target_properties(matter_lib PROPERTIES EXPORT_NAME matter)
add_library(matter::matter ALIAS matter_lib)
if(MATTER_POSTGRESQL)
  list(APPEND targets matter_postgresql)
endif()
install(TARGETS ${targets} matter_lib EXPORT matter_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/schemas/reports DESTINATION ${CMAKE_INSTALL_DATADIR}/matter/schemas
        FILES_MATCHING PATTERN "*.schema.json")
install(TARGETS matter_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TARGET matter_postgresql_program)
  install(TARGETS matter_postgresql_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(EXPORT matter_targets NAMESPACE matter:: FILE matter-targets.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/matter)
configure_package_config_file(cmake/matter-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/matter-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/matter)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/matter-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/matter-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/matter-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/matter)
