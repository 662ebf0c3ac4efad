// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// What the paragraphs of a printed article are, by their shape. All functions here take well-formed UTF-8 in any
/// normal form and of any length, return a value, and never fail. article_text_test has a row for each shape.

/// Whether a paragraph is the caption of a picture: it ends in the picture's credit.
///
///   "Đường làng mở rộng. Ảnh Khánh Linh"     "Ảnh: An Vũ"     "Bà con góp ý (Ảnh: TTXVN cung cấp)."
///
/// Returns  true where the last one to five words are names behind the word "Ảnh" or "Ảnh:", or where a bracket that
///          begins so ends the paragraph.
bool is_caption(std::string_view paragraph);

/// Who wrote the article, where its last paragraph says so.
///
///   "Nguyễn Khánh"               {"Nguyễn Khánh"}
///   "Theo TTXVN"                 {"TTXVN"}
///   "Tin, ảnh: An Vũ - Hà Chi"   {"An Vũ", "Hà Chi"}
///
/// Returns  the names without the words that introduce them; none where the paragraph is no byline.
std::vector<std::string> names_of_byline(std::string_view paragraph);

/// Whether the first paragraph is the beginning of the second one: then both are the lead, once cut short.
///
///   is_cut_short("Sáng nay,", "Sáng nay, làng họp.") == true
///
/// Returns  false where the first paragraph has only one word, since many sentences begin with the same word. Case,
///          normal form and the punctuation at the end of the first paragraph do not count.
bool is_cut_short(std::string_view first, std::string_view second);

}  // namespace timbao
