# Compares what is installed with the list, both ways; SELLERHEALTH_UPDATE_GOLDEN=1 rewrites the list.
# cmake -D STAGE=<prefix> -D EXPECTED=<list> -D LIBDIR=... -D CONFIG=... -P installed_files.cmake
cmake_minimum_required(VERSION 3.25)

file(GLOB_RECURSE installed LIST_DIRECTORIES false RELATIVE "${STAGE}" "${STAGE}/*")
list(SORT installed)
list(JOIN installed "\n" actual)
string(REGEX REPLACE "(^|\n)${LIBDIR}/" "\\1<lib>/" actual "${actual}\n")
string(REPLACE "Targets-${CONFIG}.cmake" "Targets-<config>.cmake" actual "${actual}")

file(READ "${EXPECTED}" expected)
if(actual STREQUAL expected)
  return()
elseif("$ENV{SELLERHEALTH_UPDATE_GOLDEN}" STREQUAL "1")
  file(WRITE "${EXPECTED}" "${actual}")
else()
  file(WRITE "${STAGE}.txt" "${actual}")
  execute_process(COMMAND diff -u --label "expected files" --label "installed files" "${EXPECTED}" "${STAGE}.txt"
    OUTPUT_VARIABLE difference)
  message("${difference}")
  message(FATAL_ERROR "the installed files are not those of ${EXPECTED}")
endif()
