# SPDX-License-Identifier: GPL-2.0-or-later
# Sources are found by patterns, again in each build, so that no list can lack a file: every source file that exists is
# compiled, and every test that exists is run.

# The standard headers that most sources include are compiled once for all libraries of a build with TIMBAO_PCH, which then
# takes less than two thirds of the time. The release build does without: there a source must include what it uses.
option(TIMBAO_PCH "Compile the standard headers once for all libraries" OFF)
if(TIMBAO_PCH)
  file(CONFIGURE OUTPUT standard_headers.cc CONTENT "")
  add_library(timbao_standard_headers OBJECT EXCLUDE_FROM_ALL ${CMAKE_BINARY_DIR}/standard_headers.cc)
  target_precompile_headers(timbao_standard_headers PRIVATE <algorithm> <array> <charconv> <cstdint> <filesystem>
                            <functional> <map> <memory> <optional> <sstream> <string> <string_view> <unordered_map>
                            <unordered_set> <utility> <variant> <vector>)
endif()

# timbao_library(NAME FOLDERS folder... [EXCLUDE regex] LINKS target...): a static library of every source below the
# folders, except those whose path matches the expression.
# Whatever links the library also gets what the library links. So a room can use only the rooms below it.
function(timbao_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "EXCLUDE" "FOLDERS;LINKS")
  set(sources "")
  foreach(folder IN LISTS arg_FOLDERS)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${folder}/*.cc)
    list(FILTER found EXCLUDE REGEX "/main\\.cc$")  # a program, not a part of its library
    if(arg_EXCLUDE)
      list(FILTER found EXCLUDE REGEX "${arg_EXCLUDE}")
    endif()
    list(APPEND sources ${found})
  endforeach()
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
  target_link_libraries(${name} PUBLIC ${arg_LINKS})
  target_compile_options(${name} PRIVATE "${TIMBAO_HARDENING}")
  if(TIMBAO_PCH)
    target_precompile_headers(${name} REUSE_FROM timbao_standard_headers)
  endif()
endfunction()

# timbao_program(NAME main.cc LIBRARY): one installed program.
function(timbao_program name main library)
  add_executable(${name} ${main})
  target_link_libraries(${name} PRIVATE ${library})
  target_compile_options(${name} PRIVATE "${TIMBAO_HARDENING}")
  target_link_options(${name} PRIVATE "${TIMBAO_LINK_HARDENING}")
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()
