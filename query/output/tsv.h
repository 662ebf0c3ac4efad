// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/request/answer.h"

namespace timbao {

/// A hit as one line of columns: rank, score, id, date, title, path.
///
///   "1\t17.2\tphuc-yen.txt\t2018-01-31T08:01:00+07:00\tChuyển biến…\tphuc-yen.txt\n"
///
/// Returns  each column as escape_line() writes it, so that no control stands in it; what the article has not, empty.
std::string hit_as_tsv(const Hit& hit);

/// A hit's id as one line, escaped in the same way: what `--show -` and `timbao-index remove -` read back.
std::string hit_as_id(const Hit& hit);

}  // namespace timbao
