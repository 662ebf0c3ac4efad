// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "query/front/archive.h"
#include "query/front/console.h"
#include "query/output/format.h"

namespace timbao {

/// How one question's answer is to look.
struct Presentation {
  OutputFormat format = OutputFormat::text;
  Highlight highlight = Highlight::none;
};

/// Answers the one question of a command line.
///
/// Takes    a request without a limit only with a format of a line a hit; its hits are written as they come.
/// Returns  done, or incomplete where no hit is shown; where the limit is 0: where there is none.
/// Errors   Error(index_failed), Error(io_failed), BrokenPipe.
ExitCode run_once(const SearchRequest& request, const Presentation& presentation, const Archive& archive,
                  const Console& console);

}  // namespace timbao
