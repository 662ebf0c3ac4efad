// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "common/base/error.h"
#include "query/front/archive.h"
#include "query/front/console.h"

namespace timbao {

/// --batch: answers each line of the input with one JSON object, in the order of the lines.
///
///   đảng bộ                        {"schema":"timbao-query/1","id":null,"query":"đảng bộ",…}
///   {"id":7,"query":"ủy ban"}      {"schema":"timbao-query/1","id":7,"query":"ủy ban",…}
///   {"id":8}                       {"id":8,"error":"the object has no 'query'"}
///
/// Takes    `usual`: the options of the command line, which hold for every line that does not set them itself. Empty
///          lines are passed over. `archives`: one a thread (--jobs), at least one, all of the same indexes. With several
///          the lines are answered at once, and the answers are those that one thread gives, but for their times. A line longer than kBatchLineLimit is answered with an error.
/// Returns  done, or incomplete where some line was answered with an error. The answers are flushed whenever the input
///          has nothing more to read, so that a program can write a line and wait for its answer.
/// Errors   Error(index_failed), Error(io_failed), BrokenPipe.
/// Source   the lines are read by read_batch_line(). Covered by tests/query/front/batch_test.cc and
///          tests/cli/query_batch_test.cc.
ExitCode run_batch(const SearchRequest& usual, const std::vector<Archive>& archives, const Console& console);

/// The longest line that is read as a request, in bytes.
inline constexpr std::size_t kBatchLineLimit = 1U << 20U;

}  // namespace timbao
