# Flags for our own targets. They link this privately, so nothing of it reaches a consumer.
add_library(sellerhealth_options INTERFACE)
target_compile_options(sellerhealth_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Wcast-align -Wcast-qual
  -Wformat=2 -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi -Wimplicit-fallthrough -Wunused
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-branches -Wduplicated-cond -Wlogical-op>
  # g++ 12 takes std::string's operator+ for an overlapping copy (GCC bug 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  -Wno-missing-field-initializers) # designated initializers name what is not the default
if(SELLERHEALTH_WERROR)
  target_compile_options(sellerhealth_options INTERFACE -Werror)
endif()

if(SELLERHEALTH_SANITIZE)
  set(sanitize -fsanitize=${SELLERHEALTH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(sellerhealth_options INTERFACE ${sanitize}
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>) # false alarms in instrumented standard headers
  target_link_options(sellerhealth_options INTERFACE ${sanitize})
endif()

if(PROJECT_IS_TOP_LEVEL)
  find_program(CCACHE ccache)
  if(CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
  endif()
endif()
