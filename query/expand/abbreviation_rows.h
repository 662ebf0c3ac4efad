// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// The largest file that --abbreviations reads, in bytes.
inline constexpr std::size_t kAbbreviationsLimitBytes = std::size_t{1} << 20U;

/// One meaning of a short name: an abbreviation, or another name of the same thing.
///
///   {"CSGT", "cảnh sát giao thông", "csgt", "canh sat giao thong", 1, "police"}
///   {"BT", "bí thư", "bt", "bi thu", 0.25, "office"}
///   {"Q.#", "quận #", "q #", "quan #", 0.95, "place"}: # stands for a number
struct AbbreviationRow {
  std::string form;
  std::string expansion;
  /// Both as words in small letters without marks, with one space between them: what they are looked up by.
  std::string form_key, expansion_key;
  /// Of 1, how often the form means this: more than 0, and at most 1.
  double share = 1;
  /// "document" for the types of documents, which a number follows; otherwise any word, or nothing.
  std::string kind;
};

/// Reads a list of abbreviations, a line each:
///
///   # a comment
///   KBNN = Kho bạc Nhà nước
///   BT<tab>bí thư<tab>bt<tab>bi thu<tab>0.25<tab>office<tab>where it is established
///
/// Takes    UTF-8 lines, a byte order mark or none, line feeds with or without carriage returns. A line with `=` has the
///          share 1. In a line with tabs, the form and the expansion are needed, and what follows may be missing or
///          empty: the keys are then made here.
/// Returns  the rows in the order of the lines.
/// Errors   Error(usage), with the name and the number of the line: "mine.tsv:3: a line is ABBREVIATION = EXPANSION, or
///          columns with tabs between them"; likewise for ill-formed UTF-8, a share that is no number up to 1, a name
///          without a letter, one of more than 20 words or 200 bytes, and a # that only one of the two names has.
/// Source   docs/variants.md, "Abbreviations of your own". Covered by abbreviation_rows_test and abbreviations_fuzz.
std::vector<AbbreviationRow> read_abbreviation_rows(std::string_view text, const std::string& name);

/// Reads a list that is known to be sound and to have every column, as the shipped one is. It takes a seventh of the
/// time, because nothing is checked: every process that answers a query reads the shipped list.
///
/// Takes    lines as above with tabs, all columns filled.
/// Returns  what read_abbreviation_rows() returns.
/// Errors   none; of other lists the rows are of no use.
/// Source   covered by abbreviation_rows_test, which compares both readers.
std::vector<AbbreviationRow> sound_abbreviation_rows(std::string_view text);

/// The key of a name: its words in small letters without marks.
///
///   abbreviation_key("GD-ĐT") == "gd dt"     abbreviation_key("Q.#") == "q #"     abbreviation_key("TP. Huế") == "tp hue"
///
/// Takes    UTF-8; everything that is neither letter, digit nor # separates words.
/// Errors   none.
/// Source   covered by abbreviation_rows_test.
std::string abbreviation_key(std::string_view name);

/// The words of a name as exact keys (common/text/syllable.h): {"gd", "đt"} for "GD-ĐT".
std::vector<std::string> exact_words(std::string_view name);

}  // namespace timbao
