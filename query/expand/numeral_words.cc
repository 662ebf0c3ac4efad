// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/numeral_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/base/ascii.h"
#include "common/text/token_rules.h"

namespace timbao {
namespace {

/// A word that says a number below ten, and where it may stand.
struct UnitWord {
  enum class Place : std::uint8_t { alone, behind_ten, anywhere };
  RuleWord word;
  int value = 0;
  Place place = Place::anywhere;
};
constexpr std::array<UnitWord, 15> kUnits{{
    {{"mot", "môt~5"}, 1, UnitWord::Place::anywhere},
    {{"nhat", "nhât~1"}, 1, UnitWord::Place::alone},
    {{"mot", "môt~1"}, 1, UnitWord::Place::behind_ten},
    {{"hai", "hai"}, 2, UnitWord::Place::anywhere},
    {{"nhi", "nhi~2"}, 2, UnitWord::Place::alone},
    {{"ba", "ba"}, 3, UnitWord::Place::anywhere},
    {{"bon", "bôn~1"}, 4, UnitWord::Place::anywhere},
    {{"tu", "tư"}, 4, UnitWord::Place::anywhere},
    {{"nam", "năm"}, 5, UnitWord::Place::alone},
    {{"lam", "lăm"}, 5, UnitWord::Place::behind_ten},
    {{"sau", "sau~1"}, 6, UnitWord::Place::anywhere},
    {{"bay", "bay~3"}, 7, UnitWord::Place::anywhere},
    {{"bay", "bây~3"}, 7, UnitWord::Place::anywhere},
    {{"tam", "tam~1"}, 8, UnitWord::Place::anywhere},
    {{"chin", "chin~1"}, 9, UnitWord::Place::anywhere},
}};
constexpr RuleWord kTen{"muoi", "mươi~2"};
constexpr RuleWord kTens{"muoi", "mươi"};

constexpr std::array<std::string_view, 10> kCardinals{"",    "một", "hai", "ba",  "bốn",
                                                      "năm", "sáu", "bảy", "tám", "chín"};

/// Reads words from a place on, one after the other.
class WordsReader {
 public:
  WordsReader(const TypedText& text, std::size_t at) : text_(text), first_(at), at_(at) {}

  std::optional<Numeral> read() {
    int value = read_tens();
    if (value == 0)
      value = read_unit(UnitWord::Place::alone);
    else
      value += read_unit(UnitWord::Place::behind_ten);
    if (value == 0) return std::nullopt;
    return Numeral{value, at_ - first_, NumeralForm::words, marked_};
  }

 private:
  /// "mười" is 10; "hai mươi" is 20; 0 where neither stands there.
  int read_tens() {
    if (take(kTen)) return 10;
    for (const int tens : {2, 3}) {
      const RuleWord& word = tens == 2 ? kUnits[3].word : kUnits[5].word;
      if (!text_.is(at_, word) || !text_.goes_on(at_ + 1) || !text_.is(at_ + 1, kTens)) continue;
      marked_ = text_.is_marked_as(at_ + 1, kTens);
      at_ += 2;
      return tens * 10;
    }
    return 0;
  }

  int read_unit(UnitWord::Place place) {
    for (const UnitWord& unit : kUnits)
      if ((unit.place == place || unit.place == UnitWord::Place::anywhere) && take(unit.word)) return unit.value;
    return 0;
  }

  bool take(const RuleWord& word) {
    if (!text_.is(at_, word) || (at_ > first_ && !text_.goes_on(at_))) return false;
    marked_ = marked_ && text_.is_marked_as(at_, word);
    ++at_;
    return true;
  }

  const TypedText& text_;
  std::size_t first_, at_;
  bool marked_ = true;
};

int roman_value(std::string_view folded) {
  for (int value = 1; value <= kGreatestNumeral; ++value) {
    std::string roman = roman_numeral(value);
    std::transform(roman.begin(), roman.end(), roman.begin(), to_ascii_lower);
    if (roman == folded) return value;
  }
  return 0;
}

bool may_be_roman(std::string_view folded) {
  return !folded.empty() && folded.find_first_not_of("ivx") == std::string_view::npos;
}

}  // namespace

std::optional<Numeral> read_numeral(const TypedText& text, std::size_t at) {
  if (at >= text.size() || text.begins_date_or_range(at)) return std::nullopt;
  const Word& word = *text.tokenized().tokens[at].word;
  if (word.kind == TokenKind::number) {
    const int value = small_value(word, kGreatestNumeral);
    return value == 0 ? std::nullopt : std::optional(Numeral{value, 1, NumeralForm::digits});
  }
  if (may_be_roman(word.folded) && word.exact == word.folded)
    if (const int value = roman_value(word.folded); value != 0) return Numeral{value, 1, NumeralForm::roman};
  return WordsReader(text, at).read();
}

std::string roman_numeral(int value) {
  constexpr std::array<std::string_view, 10> kUnitsInRoman{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  return std::string(static_cast<std::size_t>(value / 10), 'X') +
         std::string(kUnitsInRoman[static_cast<std::size_t>(value % 10)]);
}

std::string cardinal_words(int value) {
  const auto tens = static_cast<std::size_t>(value / 10);
  const auto unit = static_cast<std::size_t>(value % 10);
  if (tens == 0) return std::string(kCardinals[unit]);
  std::string words = tens == 1 ? "mười" : std::string(kCardinals[tens]) + " mươi";
  if (unit == 0) return words;
  words += ' ';
  if (unit == 5) return words + "lăm";
  return words + std::string(unit == 1 && tens > 1 ? "mốt" : kCardinals[unit]);
}

std::string ordinal_words(int value) {
  if (value == 1) return "nhất";
  return value == 4 ? "tư" : cardinal_words(value);
}

}  // namespace timbao
