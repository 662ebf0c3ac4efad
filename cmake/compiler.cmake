# SPDX-License-Identifier: GPL-2.0-or-later
# How everything is compiled: the C++ standard, the warnings, the output directories, the hardening.
set(CMAKE_CXX_STANDARD 17)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug or Release" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG" CACHE STRING "Flags of a release build" FORCE)

add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion;-Wsign-conversion>")
if(TIMBAO_WERROR)
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()

# Hardening: a remaining memory error ends the program instead of serving an attacker. It is used only in release builds,
# since the sanitizers of the others do more and fortified calls need an optimising compiler, and only for what is
# installed. scripts/check-hardening.sh checks the result in the programs.
set(TIMBAO_HARDENING -fstack-protector-strong -fPIE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS)
include(CheckCXXCompilerFlag)
foreach(flag IN ITEMS -fstack-clash-protection -fcf-protection=full)  # these do not exist for every processor
  string(MAKE_C_IDENTIFIER "TIMBAO_HAS${flag}" known)
  check_cxx_compiler_flag(${flag} ${known})
  if(${known})
    list(APPEND TIMBAO_HARDENING ${flag})
  endif()
endforeach()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # gcc 12 gives false warnings in std::string::compare() and operator+ when its own checks are on.
  list(APPEND TIMBAO_HARDENING -Wno-maybe-uninitialized -Wno-restrict)
endif()
set(TIMBAO_HARDENING "$<$<AND:$<CONFIG:Release>,$<COMPILE_LANGUAGE:CXX>>:${TIMBAO_HARDENING}>")
set(TIMBAO_LINK_HARDENING "$<$<CONFIG:Release>:-pie;LINKER:-z,relro;LINKER:-z,now;LINKER:-z,noexecstack>")

# Where a write of a database's version file fails (a full disk), Xapian 1.4.22 closes the file twice. The second close can
# hit what another worker has opened meanwhile, which costs nothing more than the run that fails anyway. But the check of
# virtual tables probes memory through a pipe and ends the program where the pipe is closed under it.
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=[a-z,]*undefined")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-sanitize=vptr>)
endif()

# ccache refuses precompiled headers by default; its manual asks for the sloppiness that is set here.
find_program(TIMBAO_CCACHE ccache)
if(TIMBAO_CCACHE AND (NOT CMAKE_CXX_COMPILER_LAUNCHER OR CMAKE_CXX_COMPILER_LAUNCHER STREQUAL "ccache"))
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${TIMBAO_CCACHE})
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
endif()
