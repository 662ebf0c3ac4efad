# SPDX-License-Identifier: GPL-2.0-or-later
# What the programs make of their own option tables, and manual pages of docs/: made by each build, and installed.
# Programs with a sanitizer make none, since they run only where the system allows them the addresses that they want.
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  return()
endif()

# zsh of Debian looks for completions of packages in a folder of its own.
set(zsh_folder ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  set(zsh_folder ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
endif()

set(generated_folder ${PROJECT_BINARY_DIR}/generated/shell)
file(MAKE_DIRECTORY ${generated_folder})
set(generated_files "")

# timbao_generated(PROGRAM WHAT NAME DESTINATION): the output of `PROGRAM --generate WHAT` as a file of this name.
function(timbao_generated program what name destination)
  set(file ${generated_folder}/${what}/${name})
  file(MAKE_DIRECTORY ${generated_folder}/${what})
  add_custom_command(OUTPUT ${file} DEPENDS ${program} VERBATIM
                     COMMAND sh -c "\"$1\" --generate \"$2\" > \"$3\"" sh $<TARGET_FILE:${program}> ${what} ${file})
  install(FILES ${file} DESTINATION ${destination})
  set(generated_files ${generated_files} ${file} PARENT_SCOPE)
endfunction()

foreach(program IN ITEMS timbao-index timbao-query)
  timbao_generated(${program} man ${program}.1 ${CMAKE_INSTALL_MANDIR}/man1)
  timbao_generated(${program} complete-bash ${program} ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  timbao_generated(${program} complete-zsh _${program} ${zsh_folder})
  timbao_generated(${program} complete-fish ${program}.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endforeach()

find_package(Python3 COMPONENTS Interpreter)
if(Python3_Interpreter_FOUND)
  set(pages ${generated_folder}/timbao-query-language.7 ${generated_folder}/timbao-index-format.5
      ${generated_folder}/timbao-replicate.1)
  add_custom_command(OUTPUT ${pages} VERBATIM
                     DEPENDS scripts/make-man.py docs/query-language.md docs/index-format.md docs/replicas.md CMakeLists.txt
                     COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/scripts/make-man.py ${generated_folder})
  install(FILES ${generated_folder}/timbao-query-language.7 DESTINATION ${CMAKE_INSTALL_MANDIR}/man7)
  install(FILES ${generated_folder}/timbao-index-format.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
  install(FILES ${generated_folder}/timbao-replicate.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  list(APPEND generated_files ${pages})
else()
  message(STATUS "There is no python3: the manual pages of docs/ are not made")
endif()

add_custom_target(generated ALL DEPENDS ${generated_files})
