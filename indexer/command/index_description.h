// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/generate/program_description.h"

namespace timbao {

/// All that timbao-index says about itself: what its manual page and its completions are made from.
///
/// Errors   none.
/// Source   index_commands() and common_options(). Covered by index_description_test.
ProgramDescription index_description();

/// What --help prints: the commands, the options, the exit status.
///
/// Errors   none.
std::string index_help();

}  // namespace timbao
