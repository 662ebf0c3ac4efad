// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/request/mention.h"

namespace timbao {

/// The format `tsv`: a mention as one line of twelve columns, which are id, date, source, title, field, item, begin, end,
/// left, match, right and reading.
///
///   "tl-7\t2019-03-12T07:00:00+07:00\t\tXây dựng Đảng…\tbody\t0\t0\t7\t\tĐảng bộ\t huyện hiện có\tđảng bộ\n"
///
/// Returns  a line with its line end; each column is written by escape_line(), and empty where the article lacks it.
/// Errors   none.
/// Source   docs/mentions.md. Covered by mentions_output_test.
std::string mention_as_tsv(const Mention& mention);

/// The first line of the format `csv`: the names of its columns.
inline constexpr std::string_view kMentionsCsvHead =
    "id,date,source,title,field,item,begin,end,left,match,right,reading\n";

/// The format `csv`: a mention as one line of these columns, for spreadsheets.
///
/// Returns  a line with its line end, written as hit_as_csv() writes one: cells that a spreadsheet would take for formulas
///          have an apostrophe before them.
/// Errors   none.
std::string mention_as_csv(const Mention& mention);

}  // namespace timbao
