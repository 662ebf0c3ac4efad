// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/base/error.h"
#include "query/front/archive.h"
#include "query/front/console.h"
#include "query/output/formats.h"

namespace timbao {

/// --show: prints whole articles, in the order in which their ids were given.
///
///   run_show({"2018/phuc-yen.txt", "-"}, OutputFormat::json, archive, console)
///
/// Takes    ids as they are; "-" stands for the ids on console.in, one a line as the formats ids and tsv write them
///          (id_on_line() reads them back; empty lines are passed over). A format that shows_articles().
/// Returns  done, or incomplete where some id is unknown: console.err names each of them, and the others are shown.
/// Errors   Error(index_failed), Error(io_failed), BrokenPipe.
/// Source   covered by tests/query/front/front_test.cc and tests/cli/query_show_test.cc.
ExitCode run_show(const std::vector<std::string>& ids, OutputFormat format, const Archive& archive,
                  const Console& console);

}  // namespace timbao
