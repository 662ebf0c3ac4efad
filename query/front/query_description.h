// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/generate/program_description.h"

namespace timbao {

/// All that timbao-query says about itself: what its manual page and its completions are made from.
///
/// Errors   none.
/// Source   query_option_table() and the fields of common/index/schema.h. Covered by query_description_test.
ProgramDescription query_description();

/// What --help prints: the options, the query language in a few lines, the exit status.
///
/// Errors   none.
std::string query_help();

}  // namespace timbao
