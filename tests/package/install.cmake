# Installs into an empty prefix. cmake -D BINARY=<build> -D STAGE=<prefix> -D CONFIG=... -P install.cmake
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${STAGE}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BINARY}" --prefix "${STAGE}" --config "${CONFIG}"
  COMMAND_ERROR_IS_FATAL ANY)
