// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/base/day.h"
#include "common/index/schema.h"
#include "common/text/tokenize.h"

namespace timbao {

/// How terms are spelled. The indexer makes terms by these functions and the search asks for them by the same ones, so
/// the two can never differ. Which terms an article has is decided by term_maker.h.
///
/// Errors   none: every function takes any text.
/// Source   docs/index-format.md, "Terms". Covered by terms_test, and by golden files of whole articles (tests/golden).

/// The marks of a reading as a VNI keyboard types them: 9 for đ, 8 for ă, 7 for ơ and ư, 6 for â, ê and ô, in the order
/// of the letters, then the tone, 1 to 5. They are short, because each article's list of terms holds them.
///
///   marks_of("dang", "đang~3") == "93"     marks_of("nguoi", "ngươi~2") == "772"     marks_of("dang", "dang") == ""
///
/// Takes    the folded form and the exact key of one word (tokenize.h).
/// Returns  the exact key itself where the keys would not give it back: marks_of("5700", "5.700") == "5.700".
std::string marks_of(std::string_view folded, std::string_view exact);

/// The exact key of a reading, from its folded form and its marks: the inverse of marks_of().
///
///   exact_of("dang", "93") == "đang~3"     exact_of("dang", "") == "dang"
std::string exact_of(std::string_view folded, std::string_view marks);

/// The term of a reading: the folded form, ~, the marks. All readings of a folded form are neighbours in the list of
/// terms, and the one without marks comes first.
///
///   reading_term("dang", "đang~3") == "dang~93"     reading_term("dang", "dang") == "dang~"
std::string reading_term(std::string_view folded, std::string_view exact);
inline std::string reading_term(const Word& word) { return reading_term(word.folded, word.exact); }

/// The two parts of a reading term, as views into it: split_term("dang~93") is {"dang", "93"}.
struct SplitTerm {
  std::string_view folded, marks;
};
SplitTerm split_term(std::string_view reading_term);

/// What the terms of all readings of a folded form begin with: "dang~".
std::string readings_prefix(std::string_view folded);

/// The term of two neighbouring folded forms: "Bxay dung".
std::string pair_term(std::string_view folded_left, std::string_view folded_right);

/// The term of an extra (tokenize.h): a reading term for a number or a range, a key under T for a day that the text
/// names, a key under O for the number of an official document.
std::string extra_term(const Extra& extra);

/// The file in the path of an article: what stands before the first exclamation mark, which no name of a file holds.
///
///   file_of_path("/archive/a.zip!2004/b.txt") == "/archive/a.zip"     file_of_path("/archive/b.txt") == "/archive/b.txt"
///
/// Errors   none.
constexpr std::string_view file_of_path(std::string_view path) { return path.substr(0, path.find('!')); }

/// The terms that filters use. Each key longer than 200 bytes is shortened by bounded_key().

/// "Qa7", from an article's id.
std::string id_term(std::string_view id);
/// "P/archive/a.txt", from the name of the file that an article came from. All articles of a container have the term of the
/// container: see file_of_path().
std::string path_term(std::string_view path);
/// "Ubao.vn/tin/1", from an address as plain_url() spells it.
std::string url_term(std::string_view url);
/// "Hbao.vn", from the host of an address, without "www.".
std::string host_term(std::string_view url);
/// "XSbao tinh": a whole name of a source, section or author, as folded words joined by one space.
///
/// Takes    prefix::kSource, prefix::kSection or prefix::kWholeAuthor; the name as printed.
std::string name_term(std::string_view term_prefix, std::string_view name);
/// "D20180131", "M201801" and "Y2018": the date of an article, in three precisions.
std::string day_term(const Day& day);
std::string month_term(const Day& day);
std::string year_term(const Day& day);

/// A key of any length as terms and metadata hold it. Xapian's limit is 245 bytes for a term.
///
/// Returns  the key itself if it has at most 200 bytes and no zero byte, which Xapian stores as two; otherwise at most
///          160 bytes of it, cut at a character and before the first zero byte, and a hash of the whole in 16 digits.
std::string bounded_key(std::string_view key);

/// The part of an address that tells one article from another: without scheme, fragment, `utm_*` parameters and final
/// slash, the host in lower case. A fragment that begins with "!" names another page, so it stays.
///
///   plain_url("HTTPS://Bao.VN/tin/1/?utm_source=x#top") == "bao.vn/tin/1"
///   plain_url("https://bao.vn/#!/tin/1") == "bao.vn#!/tin/1"
///
/// Returns  "" for an address that names nothing: "#", "?", "https://".
std::string plain_url(std::string_view url);

}  // namespace timbao
