// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/language/filter_value.h"
#include "query/language/item.h"

namespace timbao {

/// Gives the field before a bracket to what stands in the bracket.
///
///   title:(đất OR "ngân sách")        title:đất, either, title:"ngân sách", in brackets
///   source:(báo tỉnh OR báo huyện)    the filters source:"báo tỉnh" and source:"báo huyện"
///   title:(đất body:họp)              title:đất and body:họp: the inner field wins
///   date:(2017 2018)                  the filters date:2017 and date:2018
///
/// Takes    the items of lex(), after settle_brackets(); what is needed to read the values of filters.
/// Returns  in `items`: brackets without fields. In the brackets of a filter, words side by side are one value; where
///          they are none together, each is one alone. A value that cannot be read stays text.
/// Errors   none: what was read in another way is in the notes.
/// Source   docs/query-language.md, "Fields". Covered by parse_operands_test and fuzz/parse_fuzz.
void spread_fields(Items& items, const FilterReading& reading);

}  // namespace timbao
