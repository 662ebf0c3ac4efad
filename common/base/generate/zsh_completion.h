// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/generate/program_description.h"

namespace timbao {

/// A script that lets zsh complete a program's command line: commands, options, their values, files and folders.
///
///   zsh_completion(index_description())   // #compdef timbao-index …
///
/// Returns  a script for a file `_timbao-index` in a folder of $fpath; sourced behind compinit it does the same. It expands
///          and executes nothing of the line; words of a query are those of `PROGRAM --generate words`, as for bash.
/// Errors   none.
/// Source   zshcompsys(1), "_arguments". Covered by completions_test and by completed_lines_test, in which zsh itself
///          completes.
std::string zsh_completion(const ProgramDescription& program);

}  // namespace timbao
