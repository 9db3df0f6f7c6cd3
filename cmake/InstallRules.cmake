include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

if(TARGET sellerhealth)
  install(TARGETS sellerhealth)
endif()
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/data/schemas" DESTINATION "${CMAKE_INSTALL_DATADIR}/sellerhealth")

# A package can only name dependencies that its user can find: with fetched ones, only the program is installed.
set(SELLERHEALTH_INSTALL_LIBRARY ON)
foreach(dependency IN ITEMS date::date-tz ZLIB::ZLIB)
  get_target_property(imported ${dependency} IMPORTED)
  if(NOT imported)
    set(SELLERHEALTH_INSTALL_LIBRARY OFF)
  endif()
endforeach()
if(NOT SELLERHEALTH_INSTALL_LIBRARY)
  return()
endif()

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/sellerhealth")
install(TARGETS sellerhealth_core EXPORT sellerhealthTargets FILE_SET HEADERS)
install(EXPORT sellerhealthTargets NAMESPACE sellerhealth:: DESTINATION "${package_dir}")
configure_package_config_file(cmake/sellerhealthConfig.cmake.in "${PROJECT_BINARY_DIR}/sellerhealthConfig.cmake"
  INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/sellerhealthConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion) # the interface may change with every 0.x
install(FILES "${PROJECT_BINARY_DIR}/sellerhealthConfig.cmake" "${PROJECT_BINARY_DIR}/sellerhealthConfigVersion.cmake"
  DESTINATION "${package_dir}")
