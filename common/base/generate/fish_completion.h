// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/generate/program_description.h"

namespace timbao {

/// A script that lets fish complete a program's command line: commands, options, their values, files and folders.
///
///   fish_completion(index_description())   // complete -c timbao-index -f …
///
/// Returns  a script for a file `timbao-index.fish` in a folder of completions. It executes nothing of the line; words of a
///          query are those of `PROGRAM --generate words`, as for bash, of which fish shows those that have the letters
///          that were typed.
/// Errors   none.
/// Source   fish's complete(1). Covered by completions_test and by completed_lines_test, in which fish itself completes.
std::string fish_completion(const ProgramDescription& program);

}  // namespace timbao
