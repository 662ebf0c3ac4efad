// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/output/look.h"
#include "query/request/answer.h"
#include "query/request/request.h"

namespace timbao {

/// An answer for people.
///
///   1. Chuyển biến trong công tác xây dựng đảng ở Phúc Yên
///      2018-01-31 · Báo tỉnh
///      … Đảng bộ thị xã hiện có gần 5.700 đảng viên …
///      phuc-yen.txt
///
///   12 articles have all the words; 1 to 1 shown
///
/// Takes    the request for its page and whether it is to be explained.
/// Returns  whole lines; the last says how many there are. Of a title 300 characters are shown, of a newspaper's name
/// 100.
///          A line that is wider than the look allows is broken between words, and goes on under its own beginning.
std::string answer_as_text(const SearchRequest& request, const Answer& answer, const TextLook& look);

}  // namespace timbao
