// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// Whether a character is a quote of the query language: one of " “ ” „ « » ＂. Apostrophes and single quotes are text.
///
/// Source   docs/query-language.md, "Phrases". Covered by quotes_test.
bool is_query_quote(char32_t c);

/// A stretch of a query that stands in quotes.
struct Quoted {
  std::string_view inside;  ///< between the quotes
  std::size_t length = 0;   ///< in bytes, with both quotes; 0: no stretch in quotes begins here
};

/// Finds the partners among the quotes of a query: "…" “…” „…“ „…” “…“ ”…” «…» ＂…＂.
///
///   QuotePairs("họp “bàn giao” đất").at(5).inside == "bàn giao"
///
/// An opening quote has the nearest closing quote of its kind as its partner. Where one character both opens and
/// closes, its neighbours decide: “ closes directly behind a word, ” opens where a word may begin. A straight quote
/// directly behind a digit opens nothing, because 5" is a length.
///
/// Takes    well-formed UTF-8, which must outlive this object.
/// Errors   none. The time grows in proportion to the length of the query.
/// Source   docs/query-language.md, "Phrases". Covered by quotes_test and fuzz/parse_fuzz.
class QuotePairs {
 public:
  explicit QuotePairs(std::string_view query);

  /// The stretch in quotes that begins at a byte; one of length 0 where no quote with a partner begins there.
  [[nodiscard]] Quoted at(std::size_t begin) const;

 private:
  /// Where a stretch in quotes stands, in bytes.
  struct Pair {
    std::size_t open, inside;  // of the opening quote, and behind it
    std::size_t close, end;    // of the closing quote, and behind it
  };

  std::string_view query_;
  std::vector<Pair> pairs_;  // by `open`
};

/// A value between quotes of a kind that does not end within it.
///
///   in_quotes("báo tỉnh") == "\"báo tỉnh\""      in_quotes("5\" màn hình") == "«5\" màn hình»"
///
/// Takes    the value of a filter, as it stood between quotes or without them.
/// Returns  a text that QuotePairs reads as the same value.
/// Source   covered by quotes_test and fuzz/parse_fuzz.
std::string in_quotes(std::string_view value);

}  // namespace timbao
