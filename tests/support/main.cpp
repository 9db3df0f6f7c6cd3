// Catch2 3 brings its own main(); version 2 makes it where this is defined.
#if !__has_include(<catch2/catch_test_macros.hpp>)
#define CATCH_CONFIG_MAIN
#define CATCH_CONFIG_ENABLE_BENCHMARKING  // for bench/parts.cpp
#include <catch2/catch.hpp>
#endif
