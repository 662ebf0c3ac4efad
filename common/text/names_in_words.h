// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "common/text/token_builder.h"

namespace timbao {

/// Adds the extras of names in words that end with the number that was added last: "Chỉ thị 05" is the document type
/// and number "ct 5", "ngày 31 tháng 1 năm 2018" is the day 20180131.
///
///   (the tokens "chỉ", "thị", "05" are added)
///   add_names_in_words(builder);     // extras: {document_type, "ct 5"} for all three
///
/// Takes    a builder whose last token is a number. A name never goes over a line end.
/// Errors   none. A day that the calendar has not gives no extra.
/// Source   docs/folding.md, "Document numbers" and "Dates". Covered by tokenize_extras_test.
void add_names_in_words(TokenBuilder& builder);

/// Adds a document's type and number as a name of the tokens from `first` on, unless one of these tokens already has
/// this name: "Chỉ thị số 05-CT/TW" gives it by its words and by its number.
void add_document_type(TokenBuilder& builder, std::size_t first, std::string key);

}  // namespace timbao
