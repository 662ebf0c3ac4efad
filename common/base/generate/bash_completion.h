// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/generate/program_description.h"

namespace timbao {

/// A script that lets bash complete a program's command line: commands, options, their values, files and folders.
///
///   bash_completion(index_description())   // … complete -F _timbao_index timbao-index
///
/// Returns  a script that needs bash 4.4 and nothing else. It expands and executes nothing of the line: it takes the line
///          apart itself. Words of a query are those that `PROGRAM --generate words` prints for the line, where PROGRAM is
///          looked for in $PATH, whatever path was typed.
/// Errors   none.
/// Source   bash(1), "Programmable Completion". Covered by completions_test and by completed_lines_test, in which bash
///          itself completes.
std::string bash_completion(const ProgramDescription& program);

}  // namespace timbao
