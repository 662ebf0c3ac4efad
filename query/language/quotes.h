// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// Whether a character is a quotation mark of the query language: " “ ” „ « » ＂. An apostrophe is none.
bool is_query_quote(char32_t c);

/// A stretch of a query in quotes.
struct Quoted {
  std::string_view inside;
  std::size_t length = 0;  ///< with its quotes; 0: none begins here
};

/// Finds which quotes of a query are partners: "…" “…” „…“ „…” “…“ ”…” «…» ＂…＂.
///
///   QuotePairs("họp “bàn giao” đất").at(5).inside == "bàn giao"
///
/// Takes    UTF-8, which must outlive this. A quote takes the nearest partner of its kind behind it. Where one mark
/// both
///          opens and closes, its neighbours tell: “ closes directly behind a word, ” opens where a word may begin. A
///          straight quote directly behind a digit opens nothing (5" is a length).
/// Errors   none. The time grows with the query's length.
/// Source   docs/query-language.md, "Phrases".
class QuotePairs {
 public:
  explicit QuotePairs(std::string_view query);

  /// What stands in quotes from this byte on.
  [[nodiscard]] Quoted at(std::size_t begin) const;

 private:
  struct Pair {
    std::size_t open, inside, close, end;  ///< bytes: of the opening quote, behind it, of the closing quote, behind it
  };

  std::string_view query_;
  std::vector<Pair> pairs_;  // by `open`
};

/// A value in quotes of a kind that ends nowhere within it.
std::string in_quotes(std::string_view value);

}  // namespace timbao
