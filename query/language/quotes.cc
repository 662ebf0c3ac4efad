// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/quotes.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/base/utf8.h"
#include "query/language/characters.h"

namespace timbao {
namespace {

/// The kinds of quotes: only quotes of one kind can be partners.
enum class QuoteKind : std::uint8_t { straight, curly, angular, wide };
constexpr std::size_t kQuoteKinds = 4;

// Whether a quote opens or closes a stretch, told by the character before it.
bool never(char32_t /*before*/) { return false; }
bool anywhere(char32_t /*before*/) { return true; }

/// Behind a word, and so not behind a space, a bracket or another quote.
bool behind_a_word(char32_t before) {
  return !is_query_space(before) && !is_query_bracket(before) && !is_query_quote(before);
}

/// Where a word may begin: behind a space, a bracket, a sign, `=` or `:`.
bool before_a_word(char32_t before) {
  constexpr std::u32string_view kSigns = U"(+-=:";
  return is_query_space(before) || kSigns.find(before) != std::u32string_view::npos;
}

/// Not behind a number: 5" is a length.
bool not_behind_a_digit(char32_t before) { return before < U'0' || before > U'9'; }

/// What one of the characters that are quotes does.
struct QuoteRow {
  char32_t character;
  QuoteKind kind;
  bool (*opens)(char32_t before);
  bool (*closes)(char32_t before);
};
constexpr std::array<QuoteRow, 7> kQuotes{{
    {U'"', QuoteKind::straight, not_behind_a_digit, anywhere},
    {U'\u201C', QuoteKind::curly, anywhere, behind_a_word},
    {U'\u201D', QuoteKind::curly, before_a_word, anywhere},
    {U'\u201E', QuoteKind::curly, anywhere, never},
    {U'\u00AB', QuoteKind::angular, anywhere, never},
    {U'\u00BB', QuoteKind::angular, never, anywhere},
    {U'\uFF02', QuoteKind::wide, not_behind_a_digit, anywhere},
}};

const QuoteRow* row_of_quote(char32_t c) {
  const auto* row =
      std::find_if(kQuotes.begin(), kQuotes.end(), [c](const QuoteRow& quote) { return quote.character == c; });
  return row == kQuotes.end() ? nullptr : row;
}

/// A quote in a query, and whether its neighbours let it open or close a stretch.
struct FoundQuote {
  std::size_t begin, length;
  QuoteKind kind;
  bool opens, closes;
};

std::vector<FoundQuote> find_quotes(std::string_view query) {
  std::vector<FoundQuote> found;
  char32_t before = U' ';  // the query begins as if a space stood before it
  for (std::size_t at = 0; at < query.size();) {
    const CodePoint c = read_code_point(query, at);
    if (const QuoteRow* row = row_of_quote(c.value); row != nullptr)
      found.push_back({at, c.length, row->kind, row->opens(before), row->closes(before)});
    before = c.value;
    at += c.length;
  }
  return found;
}

}  // namespace

bool is_query_quote(char32_t c) { return row_of_quote(c) != nullptr; }

QuotePairs::QuotePairs(std::string_view query) : query_(query) {
  const std::vector<FoundQuote> found = find_quotes(query);
  std::array<const FoundQuote*, kQuoteKinds> next{};  // for each kind, the nearest quote behind that closes
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
  // A value with all of these quotes in it can only have been typed in curly quotes, so none of these ends within it.
  const Pair chosen = pair == kPairs.end() ? Pair{"\u201C", "\u201D"} : *pair;
  return std::string(chosen.open) + std::string(value) + std::string(chosen.close);
}

}  // namespace timbao
