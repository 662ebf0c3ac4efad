// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/output/look.h"
#include "query/request/answer.h"
#include "query/request/request.h"

namespace timbao {

/// The format `text`: an answer for people.
///
///   1. Chuyển biến trong công tác xây dựng đảng ở Phúc Yên
///      2018-01-31 · Báo tỉnh
///      … Đảng bộ thị xã hiện có gần 5.700 đảng viên …
///      phuc-yen.txt
///
///   12 articles have all the words; 1 to 1 shown
///
/// Takes    the request, for its page and for whether it asks for an explanation; the answer; how text is laid out.
/// Returns  whole lines; the last one says how many articles there are, and what was asked about all of them
///          follows (overview_text.h). Of a title the first 300 characters are shown,
///          of a newspaper's name 100, so that a hit is a few lines. A line that is wider than look.columns is broken
///          between words, and continues under its own beginning.
/// Errors   none.
/// Source   covered by tests/query/output/output_test.cc and tests/fuzz/answer_fuzz.cc.
std::string answer_as_text(const SearchRequest& request, const Answer& answer, const TextLook& look);

}  // namespace timbao
