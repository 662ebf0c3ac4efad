// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/input/tables/record_text.h"

namespace timbao {

/// Makes a record of a text that says before each part of its article what it is.
///
///   Title: Đê mới
///   Date: 31/01/2018               {"Title":"Đê mới","Date":"31/01/2018","Content":"Sáng nay, làng họp.\nBà con góp ý."}
///   Content: Sáng nay, làng họp.
///   Bà con góp ý.
///
/// A line without such a word belongs to the part before it, and all lines behind the first word of the body are body.
///
/// Takes    well-formed UTF-8 of any length, and the record, which is begun anew.
/// Returns  whether the text is such a text: its first three lines begin with words that the table of keys has
///          (meaning_of()) and a colon, and one of them is the title. Else the record is of no use.
/// Errors   none.
/// Source   how crawlers write an article into a file of its own; covered by header_words_test and reader_fuzz.
bool read_header_words(std::string_view text, RecordText& record);

}  // namespace timbao
