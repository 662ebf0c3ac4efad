// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "query/front/archive.h"
#include "query/front/console.h"
#include "query/output/formats.h"
#include "query/output/look.h"

namespace timbao {

/// How the answer to one query is printed.
struct Presentation {
  OutputFormat format = OutputFormat::text;
  Highlight highlight = Highlight::none;  ///< for the formats that people read
};

/// Answers the one query of a command line and writes the answer to console.out:
///
///   run_once(request, {OutputFormat::tsv, Highlight::none}, archive, console)
///
/// Warnings about the query (a filter that cannot be read) go to console.err, whatever the format.
///
/// Takes    a request without a limit only with a format that is_streamed(): its hits are written as they are found, so
///          that memory does not grow with their number.
/// With --mentions, formats but json have mentions in place of hits.
///
/// Returns  done where a hit or a mention was written, else incomplete. With a limit of 0, which only
///          counts: done where anything is counted.
/// Errors   Error(index_failed), Error(io_failed); BrokenPipe as soon as nobody reads the output.
/// Source   the exit status of grep. Covered by tests/query/front/front_test.cc and tests/cli/query_format_test.cc.
ExitCode run_once(const SearchRequest& request, const Presentation& presentation, const Archive& archive,
                  const Console& console);

}  // namespace timbao
