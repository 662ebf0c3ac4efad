// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace timbao::embedded {

/// The data files of common/index/data, as bytes of the program. What each holds: docs/index-format.md, "Data files".
std::string_view token_codes();
std::string_view word_pairs();
std::string_view common_syllables();
std::string_view stored_text_dictionary();    ///< of this format
std::string_view stored_text_dictionary_1();  ///< of format 1, to read old indexes

/// A hash over all but the last, in hexadecimal: an index made with other files is another version.
std::string_view version();

}  // namespace timbao::embedded
