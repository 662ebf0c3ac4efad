// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/base/day.h"
#include "common/index/schema.h"
#include "common/text/tokenize.h"

namespace timbao {

/// What tells a reading from the form without marks, as a VNI keyboard types it: 9 đ, 8 ă, 7 ơ ư, 6 â ê ô in the order
/// of the letters, then the tone, 1 to 5. Short, since it stands in every article's list of terms.
///
///   marks_of("dang", "đang~3") == "93"     marks_of("nguoi", "ngươi~2") == "772"     marks_of("dang", "dang") == ""
///
/// Takes    the folded form and the exact key of one word.
/// Returns  the exact key itself where those keys would not give it back: marks_of("5700", "5.700") == "5.700".
/// Source   docs/index-format.md, "Terms".
std::string marks_of(std::string_view folded, std::string_view exact);

/// The other way round: exact_of("dang", "93") == "đang~3", exact_of("dang", "") == "dang".
std::string exact_of(std::string_view folded, std::string_view marks);

/// The term of a reading: folded form, ~, its marks.
///
///   reading_term("dang", "đang~3") == "dang~93"     reading_term("dang", "dang") == "dang~"
std::string reading_term(std::string_view folded, std::string_view exact);
inline std::string reading_term(const Word& word) { return reading_term(word.folded, word.exact); }

/// The halves of a reading term: split_term("dang~93") is {"dang", "93"}.
struct SplitTerm {
  std::string_view folded, marks;
};
SplitTerm split_term(std::string_view reading_term);

/// What all readings of a folded form begin with: "dang~".
std::string readings_prefix(std::string_view folded);

/// The term of two neighbours: "Bxay dung".
std::string pair_term(std::string_view folded_left, std::string_view folded_right);

/// The term of an extra: a reading, or a key under T (days) or O (documents).
std::string extra_term(const Extra& extra);

/// Terms that restrict. `source`, `section` and whole authors are folded words joined by one space; every key over 200
/// bytes is its first 160 bytes and a hash.
std::string id_term(std::string_view id);
std::string path_term(std::string_view path);
std::string url_term(
    std::string_view url);  ///< scheme, case of the host, fragment, utm_* and the final slash do not count
std::string host_term(std::string_view url);                                 ///< "Hexample.vn", without www.
std::string name_term(std::string_view term_prefix, std::string_view name);  ///< XS, XG, XA
std::string day_term(const Day& day);                                        ///< "D20180131"
std::string month_term(const Day& day);                                      ///< "M201801"
std::string year_term(const Day& day);                                       ///< "Y2018"

/// A variable key as terms and metadata hold it: at most 200 bytes whole, else 160 bytes and a hash; also where it
/// holds a zero byte: then what stands before that.
std::string bounded_key(std::string_view key);

/// An url as far as it tells one article from another: no scheme, fragment, utm_*, final slash; host in lower case. A
/// fragment that begins with "!" names another page, so it stays.
///
///   plain_url("HTTPS://Bao.VN/tin/1/?utm_source=x#top") == "bao.vn/tin/1"     plain_url("https://bao.vn/#!/tin/1") ==
///   "bao.vn#!/tin/1"
///
/// Returns  nothing for an url that says nothing: "#", "?", "https://".
std::string plain_url(std::string_view url);

}  // namespace timbao
