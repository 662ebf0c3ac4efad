// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/base/error.h"
#include "query/front/archive.h"
#include "query/front/console.h"
#include "query/output/format.h"

namespace timbao {

/// --show: prints whole articles, in the order of their ids.
///
/// Takes    ids as they are; "-" stands for those on the input, one a line as the formats ids and tsv write them:
///          unescape_line() (empty lines are passed over). Format text or json: one object a line.
/// Returns  done, or incomplete where some id is unknown: that is said on console.err, and the others are shown.
/// Errors   Error(index_failed), Error(io_failed), BrokenPipe.
ExitCode run_show(const std::vector<std::string>& ids, OutputFormat format, const Archive& archive,
                  const Console& console);

}  // namespace timbao
