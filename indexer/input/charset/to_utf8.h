// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/charset/charset.h"
#include "indexer/input/notices/notice.h"

namespace timbao {

/// How a text became well-formed UTF-8.
struct Conversion {
  Charset from = Charset::utf8;
  std::size_t replaced = 0;  ///< parts that are nothing in that charset, each of which became U+FFFD
};

/// The stage between the bytes of an article and its format: every text that a format reads has passed through here, so
/// parsers take well-formed UTF-8 and know of no charset.
///
///   std::string text = "Vi\xD6t Nam";
///   to_utf8_in_place(text, std::nullopt).from == Charset::tcvn3;   text == "Việt Nam"
///
/// It works on the text of one article (a whole text file, or one record), not on pieces of a source: one file may have
/// records in several charsets, --max-article and the cutting of records count the bytes of the file as it is, and the
/// notice names the record. A text that is well-formed UTF-8 is only looked at, not copied.
///
/// Takes    any bytes, and the charset of those that are no UTF-8, where it is known: UTF-8 itself repairs them and tries
///          nothing else.
/// Errors   none.
/// Source   docs/encodings.md; simdjson::validate_utf8 decides whether there is anything to do. Covered by to_utf8_test, charset_fuzz and reader_fuzz.
Conversion to_utf8_in_place(std::string& text, std::optional<Charset> given);

/// What is said of an article of which parts were replaced; the caller has its path and line.
///
///   ill_formed_remark(2).detail == "2 ill-formed parts of UTF-8"
Remark ill_formed_remark(std::size_t replaced);

/// What is said of an article that was in another charset than UTF-8; the caller has its path and line.
///
///   charset_remark("", {Charset::vni, 0})->detail == "read as vni"
///   charset_remark("utf-16le", {})->detail == "read as utf-16le"
///
/// Takes    the charset of the whole source where that was decoded (utf16_source.h), and what became of the article.
/// Returns  nothing for UTF-8.
std::optional<Remark> charset_remark(std::string_view of_source, const Conversion& conversion);

}  // namespace timbao
