// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace timbao::embedded {

/// The data files of common/index/data. data/embed.S includes them in the program byte for byte, so that a program needs
/// no file of its own when it runs, and an index always fits the program that reads it.
///
///   for each line of embedded::common_syllables() …
///
/// Returns  the whole file: UTF-8 lines, each with its line feed; a dictionary's bytes.
/// Errors   none.
/// Source   docs/index-format.md, "Data files"; scripts/make_data.cc makes them. Covered by embedded_test.

/// Reading terms and their codes, sorted: "dang~93\t17" (token_codes.h).
std::string_view token_codes();

/// Two-syllable words as folded forms, sorted: "xay dung" (listed_pairs.h).
std::string_view word_pairs();

/// The pairs of word_pairs() with the marks of their readings, and how often news has each: of "van thanh" (pair_readings.h)
/// "8,2 520" and "8, 342". Only suggestions read it; no term of an index follows from it.
std::string_view pair_readings();

/// The commonest folded syllables (listed_pairs.h).
std::string_view common_syllables();

/// The zstd dictionary of stored texts (stored.cc).
std::string_view stored_text_dictionary();

/// The dictionary of format 1, for reading the stored texts of old indexes.
std::string_view stored_text_dictionary_1();

/// A hash over the files that decide terms and codes: all but pair_readings() and the last. It is in hexadecimal. An index stores it (versions.h): one that was made with other
/// files is of another version.
std::string_view version();

}  // namespace timbao::embedded
