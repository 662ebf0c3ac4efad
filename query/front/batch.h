// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/error.h"
#include "query/front/archive.h"
#include "query/front/console.h"

namespace timbao {

/// --batch: answers each line of the input with one JSON object, in order.
///
///   đảng bộ                        {"schema":"timbao-query/1","id":null,"query":"đảng bộ",…}
///   {"id":7,"query":"ủy ban"}      {"schema":"timbao-query/1","id":7,"query":"ủy ban",…}
///   {"id":8}                       {"id":8,"error":"the object has no 'query'"}
///
/// Takes    what a line does not say itself. Empty lines are passed over; of a line over kBatchLineLimit nothing is
/// searched. Returns  done, or incomplete where some line was no question. What is answered is written out whenever the
/// input has
///          nothing more to read.
/// Errors   Error(index_failed), Error(io_failed), BrokenPipe.
ExitCode run_batch(const SearchRequest& usual, const Archive& archive, const Console& console);

inline constexpr std::size_t kBatchLineLimit = 1U << 20U;

}  // namespace timbao
