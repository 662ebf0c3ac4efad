// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// A stretch of bytes, [begin, end).
struct ByteRange {
  std::size_t begin = 0, end = 0;
};

/// The number of a State or Party document, at one place of a text.
struct DocNumber {
  std::size_t length = 0;  ///< bytes from where it begins
  std::string key;         ///< one spelling for all: "30/2020/nd/cp", "5/ct/tw"
  std::string type_key;    ///< the document's type and number, as its name in words gives it too: "ct 5"; may be empty
  std::vector<ByteRange> parts;  ///< its words and numbers, in order, as places of the text
};

/// Reads the document number that begins at byte `at`.
///
///   "05-CT/TW", "5 - CT / TƯ", "05-CT/T.Ư"   key "5/ct/tw", type_key "ct 5"
///   "30/2020/NĐ-CP"                          key "30/2020/nd/cp", type_key "nd 30"
///   "32/2004/QH11"                           key "32/2004/qh11"
///   "15/QĐ-BGTVT"                            key "15/qd/bgtvt"
///
/// Takes    any text, and the place of a digit in it.
/// Returns  nothing where neither a type of the table nor a group of capitals that such a number may have follows.
/// Errors   none.
/// Source   Decree 30/2020/NĐ-CP on the form of documents; the Party's Guideline 36-HD/VPTW; docs/folding.md, "Document
///          numbers". Covered by docnumber_test and docnumber_fuzz.
std::optional<DocNumber> match_docnumber(std::string_view text, std::size_t at);

/// The abbreviation of a type of document by its name in folded words: document_type("chi", "thi") == "ct".
///
/// Takes    the two words of the name; an empty first word for a name of one word ("luat").
/// Returns  empty where it is no type of the table.
/// Source   docs/folding.md, "Document numbers". Covered by docnumber_test.
std::string_view document_type(std::string_view first_folded, std::string_view second_folded);

/// The key of a type and a number: document_type_key("ct", "5") == "ct 5".
std::string document_type_key(std::string_view type, std::string_view number);

}  // namespace timbao
