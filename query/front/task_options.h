// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/front/option_types.h"

namespace timbao {

/// The tasks that read articles for somebody: all but --generate, --help and --version.
std::vector<QueryTask> every_task();

/// The tasks that open an index, or may do so: these and --generate.
std::vector<QueryTask> with_an_index();

/// The rows of the options that choose what is done, and of those that only such a task takes, as query_option_table() has
/// them: --show, --batch, --jobs and --repl; --serve and --token; --generate, --help and --version.
///
/// Source   covered by option_table_test.
std::vector<QueryOption> task_options();
std::vector<QueryOption> serve_options();
std::vector<QueryOption> help_options();

}  // namespace timbao
