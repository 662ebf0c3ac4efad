// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/request/answer.h"

namespace timbao {

/// The format `tsv`: a hit as one line of six columns, which are rank, score, id, date, title and path.
///
///   "1\t17.2\tphuc-yen.txt\t2018-01-31T08:01:00+07:00\tChuyển biến…\tphuc-yen.txt\n"
///
/// Returns  a line with its line end. Each column is written by escape_line(), so no tab, line end or other control
///          stands in it; a column is empty where the article lacks it.
/// Errors   none.
/// Source   covered by tests/query/output/output_test.cc and tests/fuzz/answer_fuzz.cc.
std::string hit_as_tsv(const Hit& hit);

/// The format `ids`: a hit's id as one line, which `--show -` and `timbao-index remove -` read back.
///
///   hit_as_id(hit) == "2018/phuc-yen.txt\n"
///
/// Returns  the id written by escape_line(), with a line end.
/// Errors   none.
std::string hit_as_id(const Hit& hit);

}  // namespace timbao
