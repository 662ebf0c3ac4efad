// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/charset/charset.h"
#include "indexer/input/charset/runs.h"
#include "indexer/input/notices/notice.h"

namespace timbao {

/// How a text became well-formed UTF-8.
struct Conversion {
  Charset from = Charset::utf8;
  std::size_t replaced = 0;         ///< parts that are nothing in that charset, each of which became U+FFFD
  double share = 0;                 ///< of the words beyond ASCII that are Vietnamese, where the charset is not UTF-8
  WritingCounts runs{};             ///< of a text that is mixed: how many stretches were in each other charset
  Charset doubted = Charset::utf8;  ///< a charset that the text may be in, but it has too few words to tell
};

/// The stage between the bytes of an article and its format: every text that a format reads has passed through here, so
/// parsers take well-formed UTF-8 and know of no charset.
///
///   std::string text = "Vi\xD6t Nam";
///   to_utf8_in_place(text, std::nullopt).from == Charset::tcvn3;   text == "Việt Nam"
///
/// It works on the text of one article (a whole text file, or one record), not on pieces of a source: one file may have
/// records in several charsets, --max-article and the cutting of records count the bytes of the file as it is, and the
/// notice names the record. A text that is well-formed UTF-8 is only looked at, not copied. A text that has words in UTF-8
/// and others in another charset is read run by run (runs.h).
///
/// Takes    any bytes, and the charset of those that are no UTF-8, where it is known: UTF-8 itself repairs them and tries
///          nothing else.
/// Errors   none.
/// Source   docs/encodings.md; simdjson::validate_utf8 decides whether there is anything to do. Covered by to_utf8_test, charset_fuzz and reader_fuzz.
Conversion to_utf8_in_place(std::string& text, std::optional<Charset> given);

/// What is said of an article of which parts were replaced; the caller has its path and line.
///
///   ill_formed_remark(2, {}).detail == "2 ill-formed parts of UTF-8"
///
/// Takes    how many parts were replaced in all, and what became of the article's bytes.
Remark ill_formed_remark(std::size_t replaced, const Conversion& conversion);

/// What is said of an article that was in another charset than UTF-8; the caller has its path and line.
///
///   charset_remark("", {Charset::vni, 0, 1})->detail == "read as vni; 100 % of its words are Vietnamese"
///   charset_remark("utf-16le", {})->detail == "read as utf-16le"
///
/// Takes    the charset of the whole source where that was decoded (wide_source.h), and what became of the article.
/// Returns  nothing for UTF-8.
std::optional<Remark> charset_remark(std::string_view of_source, const Conversion& conversion);

}  // namespace timbao
