// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace timbao {

// Names, titles and dates as pages write them. All functions take well-formed UTF-8 and never fail.

/// Letters and digits of a text, folded, so that two spellings of one headline or name are equal.
///
///   letters_of("Báo Dân-trí") == "baodantri"
std::string letters_of(std::string_view text);

/// Whether two titles are the same one, perhaps with the name of a site before or behind one of them.
///
///   are_one_title("Làng họp bàn đường", "Làng họp bàn đường - Báo Làng")
bool are_one_title(std::string_view a, std::string_view b);

/// The same of the letters of two titles, as letters_of() gives them.
bool are_letters_of_one_title(std::string_view a, std::string_view b);

/// A title without the name of a site behind its last separator.
///
///   without_site("Làng họp bàn đường | Báo Làng", "Báo Làng") == "Làng họp bàn đường"
///
/// Takes    what is known of the site's name; empty where nothing is. Then only a tail of at most four words goes, and
///          only where more words stand before it.
std::string without_site(std::string_view title, std::string_view site);

/// The parts of a page's title between separators ("|", "-", "»"), in their order, each trimmed.
///
///   parts_of_title("Làng họp bàn đường - Xã hội | Báo Làng") == {"Làng họp bàn đường", "Xã hội", "Báo Làng"}
std::vector<std::string_view> parts_of_title(std::string_view title);

/// The names in a text that is nothing but a byline.
///
///   "Theo An Vũ" {"An Vũ"}    "An Vũ (tổng hợp)" {"An Vũ"}    "Tỳ kheo An Vũ dịch" {"Tỳ kheo An Vũ"}
///   "AN VŨ - 07/03/2026 08:47" {"AN VŨ"}    "Theo An Vũ/Báo Làng" {"An Vũ"}    "An Vũ, phóng viên báo Làng" {"An Vũ"}
///   "A.V." {"A.V."}    "Ảnh: An Vũ" {}    "Làng họp bàn về đường" {}
///
/// Source   names_of_byline() for the names; the words around them stand in page_names.cc. Covered by page_names_test.
std::vector<std::string> byline_names(std::string_view text);

/// Whether a name in the head of a page is that of a site or of a company, and of no writer.
///
///   is_site_name("Báo Làng", "baolang.vn")     is_site_name("https://facebook.com/baolang", "")
bool is_site_name(std::string_view name, std::string_view site);

/// The longest part of a short text that is a date, cut at its words, without brackets around it.
///
///   date_inside("An Vũ - 07/03/2026 08:47 | Thời sự") == "07/03/2026 08:47"     date_inside("An Vũ") == ""
///   date_inside("Làng họp [07/03/2026]") == "07/03/2026"
///
/// Returns  a part of `text`; empty where it has more than kMostDateWords words.
std::string_view date_inside(std::string_view text);
inline constexpr std::size_t kMostDateWords = 24;

/// A text without the date in it, and without the signs between both: "Làng họp [07/03/2026]" -> "Làng họp".
///
/// Returns  what stands before the date; the whole text where it begins with the date or has none.
std::string_view without_date(std::string_view text);

}  // namespace timbao
