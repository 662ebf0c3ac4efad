// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/quotes.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/base/utf8.h"
#include "query/language/characters.h"

namespace timbao {
namespace {

/// Quotes of one kind may be partners.
enum class QuoteKind : std::uint8_t { straight, curly, angular, wide };
constexpr std::size_t kQuoteKinds = 4;

/// Where a mark opens or closes a stretch.
enum class Place : std::uint8_t {
  nowhere,
  anywhere,
  behind_a_word,        ///< and not behind a space, a bracket or another quote
  before_a_word,        ///< where a word may begin: behind a space, a bracket, a sign, `=` or `:`
  not_behind_a_number,  ///< 5" is a length
};

struct QuoteRow {
  char32_t mark;
  QuoteKind kind;
  Place opens, closes;
};
constexpr std::array<QuoteRow, 7> kQuotes{{
    {U'"', QuoteKind::straight, Place::not_behind_a_number, Place::anywhere},
    {U'\u201C', QuoteKind::curly, Place::anywhere, Place::behind_a_word},
    {U'\u201D', QuoteKind::curly, Place::before_a_word, Place::anywhere},
    {U'\u201E', QuoteKind::curly, Place::anywhere, Place::nowhere},
    {U'\u00AB', QuoteKind::angular, Place::anywhere, Place::nowhere},
    {U'\u00BB', QuoteKind::angular, Place::nowhere, Place::anywhere},
    {U'\uFF02', QuoteKind::wide, Place::not_behind_a_number, Place::anywhere},
}};

const QuoteRow* row_of_quote(char32_t c) {
  const auto* row =
      std::find_if(kQuotes.begin(), kQuotes.end(), [c](const QuoteRow& quote) { return quote.mark == c; });
  return row == kQuotes.end() ? nullptr : row;
}

bool may_precede_a_word(char32_t c) {
  constexpr std::u32string_view kSigns = U"(+-=:";
  return is_query_space(c) || kSigns.find(c) != std::u32string_view::npos;
}

bool fits(Place place, char32_t before) {
  switch (place) {
    case Place::nowhere:
      return false;
    case Place::anywhere:
      return true;
    case Place::behind_a_word:
      return !is_query_space(before) && !is_query_bracket(before) && !is_query_quote(before);
    case Place::before_a_word:
      return may_precede_a_word(before);
    case Place::not_behind_a_number:
      break;
  }
  return before < U'0' || before > U'9';
}

/// A quotation mark of a query.
struct FoundQuote {
  std::size_t begin, length;
  QuoteKind kind;
  bool opens, closes;
};

std::vector<FoundQuote> find_quotes(std::string_view query) {
  std::vector<FoundQuote> found;
  char32_t before = U' ';  // the start is like a space
  for (std::size_t at = 0; at < query.size();) {
    const CodePoint c = read_code_point(query, at);
    if (const QuoteRow* row = row_of_quote(c.value); row != nullptr)
      found.push_back({at, c.length, row->kind, fits(row->opens, before), fits(row->closes, before)});
    before = c.value;
    at += c.length;
  }
  return found;
}

}  // namespace

bool is_query_quote(char32_t c) { return row_of_quote(c) != nullptr; }

QuotePairs::QuotePairs(std::string_view query) : query_(query) {
  const std::vector<FoundQuote> found = find_quotes(query);
  std::array<const FoundQuote*, kQuoteKinds> next{};  // of each kind the nearest one behind that closes
  for (auto quote = found.rbegin(); quote != found.rend(); ++quote) {
    const FoundQuote*& partner = next[static_cast<std::size_t>(quote->kind)];
    if (quote->opens && partner != nullptr)
      pairs_.push_back({quote->begin, quote->begin + quote->length, partner->begin, partner->begin + partner->length});
    if (quote->closes) partner = &*quote;
  }
  std::reverse(pairs_.begin(), pairs_.end());
}

Quoted QuotePairs::at(std::size_t begin) const {
  const auto pair = std::lower_bound(pairs_.begin(), pairs_.end(), begin,
                                     [](const Pair& each, std::size_t place) { return each.open < place; });
  if (pair == pairs_.end() || pair->open != begin) return {};
  return {query_.substr(pair->inside, pair->close - pair->inside), pair->end - begin};
}

std::string in_quotes(std::string_view value) {
  struct Pair {
    std::string_view open, close;
  };
  constexpr std::array<Pair, 3> kPairs{{{"\"", "\""}, {"\u00AB", "\u00BB"}, {"\uFF02", "\uFF02"}}};
  const auto* pair = std::find_if(kPairs.begin(), kPairs.end(),
                                  [&](const Pair& each) { return value.find(each.close) == std::string_view::npos; });
  // What holds all of these was written in curly quotes, which therefore do not end within it.
  const Pair chosen = pair == kPairs.end() ? Pair{"\u201C", "\u201D"} : *pair;
  return std::string(chosen.open) + std::string(value) + std::string(chosen.close);
}

}  // namespace timbao
