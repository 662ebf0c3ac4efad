// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// What the paragraphs of a printed article are, by their shape. All of these take well-formed UTF-8 in any normal
/// form, return a value, and never fail.

/// Whether a paragraph ends in a picture's credit: "… đảng viên. Ảnh Khánh Linh", "Ảnh: An Vũ", "(Ảnh: TTXVN cung
/// cấp)".
bool is_caption(std::string_view paragraph);

/// Who wrote the article, where this last paragraph says it: "Nguyễn Khánh", "Theo TTXVN", "Tin, ảnh: An Vũ - Hà Chi".
///
/// Returns  the names without what introduces them; none where the paragraph is no byline.
std::vector<std::string> names_of_byline(std::string_view paragraph);

/// Whether a first paragraph is the second one, cut short: "Sáng nay," and "Sáng nay, làng họp."
bool is_cut_short(std::string_view first, std::string_view second);

}  // namespace timbao
