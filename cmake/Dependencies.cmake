# Installed packages first (each floor is what Debian 12 has), pinned downloads second.
include(FetchContent)

FetchContent_Declare(fmt
  SYSTEM
  URL https://github.com/fmtlib/fmt/archive/refs/tags/11.2.0.tar.gz
  URL_HASH SHA256=bc23066d87ab3168f27cef3e97d545fa63314f5c79df5ea444d41d56f962c6af
  FIND_PACKAGE_ARGS 9 CONFIG)
FetchContent_Declare(nlohmann_json
  SYSTEM
  URL https://github.com/nlohmann/json/releases/download/v3.11.3/json.tar.xz
  URL_HASH SHA256=d6c65aca6b1ed68e7a182f4757257b107ae403032760ed6ef121c9d55e81757d
  FIND_PACKAGE_ARGS 3.11 CONFIG)
FetchContent_Declare(date
  SYSTEM
  URL https://github.com/HowardHinnant/date/archive/v3.0.1.tar.gz
  URL_HASH SHA256=7a390f200f0ccd207e8cff6757e04817c1a0aec3e327b006b7eb451c57ee3538
  FIND_PACKAGE_ARGS 3 CONFIG)
FetchContent_Declare(ZLIB
  SYSTEM
  URL https://github.com/madler/zlib/releases/download/v1.3.1/zlib-1.3.1.tar.gz
  URL_HASH SHA256=9a93b2b7dfdac77ceba5a558a580e74667dd6fede4585b91eefb60f03b72df23
  FIND_PACKAGE_ARGS)
FetchContent_Declare(CLI11
  SYSTEM
  URL https://github.com/CLIUtils/CLI11/archive/v2.5.0.tar.gz
  URL_HASH SHA256=17e02b4cddc2fa348e5dbdbb582c59a3486fa2b2433e70a0c3bacb871334fd55
  FIND_PACKAGE_ARGS 2.1 CONFIG)
FetchContent_Declare(Catch2 # 2.13 and 3 both serve, see tests/support/catch.hpp
  SYSTEM
  URL https://github.com/catchorg/Catch2/archive/v3.6.0.tar.gz
  URL_HASH SHA256=485932259a75c7c6b72d4b874242c489ea5155d17efa345eb8cc72159f49f356
  FIND_PACKAGE_ARGS CONFIG)
FetchContent_Declare(valijson
  SYSTEM
  URL https://github.com/tristanpenman/valijson/archive/v1.0.5.tar.gz
  URL_HASH SHA256=1ef7ea6f49f0eb59da131b9148fcb7ebb8f0d4d970bcd80d21c0ad77968eb619
  FIND_PACKAGE_ARGS CONFIG)

# Options of the fetched projects; the policy lets these plain variables set them.
set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)
set(BUILD_TZ_LIB ON)
set(USE_SYSTEM_TZ_DB ON)
set(ENABLE_DATE_INSTALL OFF)
set(SKIP_INSTALL_ALL ON) # zlib
set(ZLIB_BUILD_EXAMPLES OFF)

FetchContent_MakeAvailable(fmt nlohmann_json date ZLIB)
find_package(Threads REQUIRED)
if(SELLERHEALTH_BUILD_PROGRAM)
  FetchContent_MakeAvailable(CLI11)
endif()
if(SELLERHEALTH_BUILD_TESTS)
  FetchContent_MakeAvailable(Catch2 valijson)
  if(catch2_SOURCE_DIR)
    list(APPEND CMAKE_MODULE_PATH "${catch2_SOURCE_DIR}/extras") # Catch.cmake
  endif()
endif()

if(NOT TARGET ZLIB::ZLIB) # zlib's own project names its targets otherwise
  target_include_directories(zlibstatic SYSTEM INTERFACE "${zlib_SOURCE_DIR}" "${zlib_BINARY_DIR}")
  add_library(ZLIB::ZLIB ALIAS zlibstatic)
endif()
