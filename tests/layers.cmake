# cmake -D ROOT=<source directory> -P layers.cmake: fails on an #include that turns back. See src/README.md.
cmake_minimum_required(VERSION 3.25)

# A room may use itself and the rooms before it.
set(rooms util read normalize index metric verdict insight render cli)

# <header> pattern, the files that may use it, the same in words
set(confined
  "CLI/" "src/cli/" "cli"
  "nlohmann/" "src/(read/|render/|verdict/profile)" "read, render and verdict/profile*"
  "date/" "src/util/" "util"
  "zlib" "src/read/" "read")

set(violations 0)
macro(violation rule)
  message("${file}:${number}: ${include} breaks the rule: ${rule}")
  math(EXPR violations "${violations} + 1")
endmacro()

function(check_project_include)
  string(REGEX MATCH "^\"([^/\"]*)/" _ "${include}")
  set(target "${CMAKE_MATCH_1}")
  if(target STREQUAL "sellerhealth")
    return()
  endif()
  if(NOT file MATCHES "^src/([^/]+)/")
    violation("public headers include only the standard library and \"sellerhealth/...\"")
  else()
    set(room "${CMAKE_MATCH_1}")
    list(FIND rooms "${room}" from)
    list(FIND rooms "${target}" to)
    if(from EQUAL -1)
      violation("${room} is not a room, see tests/layers.cmake")
    elseif(to EQUAL -1)
      violation("name the room, \"${room}/...\", or \"sellerhealth/...\"")
    elseif(to GREATER from)
      violation("${room} comes before ${target} and must not know it")
    endif()
  endif()
  set(violations ${violations} PARENT_SCOPE)
endfunction()

function(check_other_include)
  if(file MATCHES "^include/" AND NOT include MATCHES "^<[a-z_]+>$")
    violation("public headers include only the standard library and \"sellerhealth/...\"")
  endif()
  set(rest ${confined})
  while(rest)
    list(POP_FRONT rest header allowed words)
    if(include MATCHES "^<${header}" AND NOT file MATCHES "^${allowed}")
      violation("<${header}...> is for ${words} only")
    endif()
  endwhile()
  set(violations ${violations} PARENT_SCOPE)
endfunction()

execute_process(COMMAND grep -rnE "^[[:space:]]*#[[:space:]]*include" include src
  WORKING_DIRECTORY "${ROOT}" OUTPUT_VARIABLE lines RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "no #include found below ${ROOT}")
endif()
string(REGEX REPLACE "[][;]" " " lines "${lines}") # what lists trip over
string(REGEX MATCHALL "[^\n]+" lines "${lines}")
foreach(line IN LISTS lines)
  if(line MATCHES "^([^:]+):([0-9]+):[ \t]*#[ \t]*include[ \t]*(\"[^\"]*\"|<[^>]*>)")
    set(file "${CMAKE_MATCH_1}")
    set(number "${CMAKE_MATCH_2}")
    set(include "${CMAKE_MATCH_3}")
    if(include MATCHES "^\"")
      check_project_include()
    else()
      check_other_include()
    endif()
  endif()
endforeach()

if(violations)
  message(FATAL_ERROR "${violations} #include lines turn back")
endif()
