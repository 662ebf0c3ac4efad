// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/json.h"
#include "indexer/input/read_articles.h"

namespace timbao {

/// What --dry-run prints of an input, on one line with tabs between: its place, format, charset with the share of its words
/// that are Vietnamese where that decided, how many articles it gave, date and title of the first one, and why the first
/// rejected one was. What there is none of is "-".
///
///   bao.zip!cu/tin.txt   text   tcvn3 98%   1   2004-01-12T00:00:00+07:00   Khai mạc hội làng   -
///   bao.zip!anh.txt      -      -           0   -                           -                   binary: a PDF, not text
///
/// Takes    the report of an input.
/// Returns  the line without its end. Control characters of the texts are escaped.
/// Errors   none.
/// Source   docs/archives.md; tests/cli/containers_test.cc, index_add_test.cc.
std::string describe_input(const InputReport& report);

/// The same as the --errors file has it, with "kind":"input".
///
///   {"path":"bao.zip","inner":"cu/tin.txt","format":"text","charset":"tcvn3","confidence":0.98,"articles":1,…}
Json json_of_input(const InputReport& report);

}  // namespace timbao
