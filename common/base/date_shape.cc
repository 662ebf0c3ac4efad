// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/date_shape.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/date_words.h"

namespace timbao {
namespace {

struct NumberRow {
  char letter;
  std::size_t least_digits;
  std::size_t most_digits;
  int DateParts::*part;
};
constexpr std::array<NumberRow, 11> kNumbers{{
    {'Y', 4, 4, &DateParts::year},
    {'M', 1, 2, &DateParts::month},
    {'D', 1, 2, &DateParts::day},
    {'J', 3, 3, &DateParts::day_of_year},
    {'W', 2, 2, &DateParts::week},
    {'K', 1, 1, &DateParts::day_of_week},
    {'H', 1, 2, &DateParts::hour},
    {'N', 2, 2, &DateParts::minute},
    {'P', 1, 2, &DateParts::minute},
    {'S', 2, 2, &DateParts::second},
    {'Q', 1, 2, &DateParts::second},
}};

struct WordLetter {
  char letter;
  DateWord kind;
};
constexpr std::array<WordLetter, 4> kWordLetters{
    {{'B', DateWord::month}, {'G', DateWord::hour}, {'F', DateWord::minute}, {'E', DateWord::second}}};

/// Matches a shape from its start to its end; each step takes one letter, sign or word of it.
class ShapeMatcher {
 public:
  ShapeMatcher(const DateLine& line, std::size_t at, DateParts& parts) : line_(line), at_(at), parts_(parts) {}

  std::optional<std::size_t> match(std::string_view shape) {
    if (at_ > 0 && is_digit_at(line_, at_) && is_digit_at(line_, at_ - 1)) return std::nullopt;
    while (!shape.empty()) {
      const std::size_t taken = match_front(shape);
      if (taken == 0) return std::nullopt;
      shape.remove_prefix(taken);
    }
    if (is_digit_at(line_, at_) && is_digit_at(line_, at_ - 1)) return std::nullopt;
    return at_;
  }

 private:
  /// How much of the shape was matched; 0 where it does not fit.
  std::size_t match_front(std::string_view shape) {
    const char letter = shape.front();
    const auto* number =
        std::find_if(kNumbers.begin(), kNumbers.end(), [&](auto& row) { return row.letter == letter; });
    if (number != kNumbers.end()) return match_number(*number, shape);
    const auto* word =
        std::find_if(kWordLetters.begin(), kWordLetters.end(), [&](auto& row) { return row.letter == letter; });
    if (word != kWordLetters.end()) return match_named(word->kind) ? 1 : 0;
    if (is_of_word(letter)) return match_text(shape);
    const bool is_there = at_ < line_.plain.size() && line_.plain[at_] == letter;
    if (is_there) ++at_;
    return is_there || letter == ' ' ? 1 : 0;
  }

  std::size_t match_number(const NumberRow& row, std::string_view shape) {
    const bool is_doubled = shape.size() > 1 && shape[1] == row.letter;
    std::size_t digits = 0;
    int value = 0;
    for (; digits < row.most_digits && is_digit_at(line_, at_); ++digits)
      value = value * 10 + (line_.plain[at_++] - '0');
    if (digits < (is_doubled ? row.most_digits : row.least_digits)) return 0;
    parts_.*row.part = value;
    return is_doubled ? 2 : 1;
  }

  bool match_named(DateWord kind) {
    const std::optional<FoundWord> word = find_date_word(line_, at_, kind);
    if (!word) return false;
    if (kind == DateWord::month) parts_.month = word->value;
    at_ = word->end;
    return true;
  }

  std::size_t match_text(std::string_view shape) {
    const auto* const end = std::find_if_not(shape.begin(), shape.end(), is_of_word);
    const auto length = static_cast<std::size_t>(end - shape.begin());
    const std::optional<std::size_t> behind = match_word(line_, at_, shape.substr(0, length));
    if (!behind) return 0;
    at_ = *behind;
    return length;
  }

  static bool is_of_word(char byte) { return is_ascii_small_letter(byte) || !is_ascii(byte); }

  const DateLine& line_;
  std::size_t at_;
  DateParts& parts_;
};

/// Week 1 is the one that holds January 4; weeks begin on Monday.
std::optional<Day> day_of_week_date(const DateParts& parts) {
  constexpr int kDaysAWeek = 7;
  constexpr int kMondayShift = 3;  // 1970-01-01 was a Thursday
  const auto monday_of_week_1 = [](int year) {
    const std::int64_t fourth = days_from_epoch({year, 1, 4});
    return fourth - ((fourth + kMondayShift) % kDaysAWeek + kDaysAWeek) % kDaysAWeek;
  };
  if (parts.day_of_week < 1 || parts.day_of_week > kDaysAWeek || parts.year < 1) return std::nullopt;
  const std::int64_t monday = monday_of_week_1(parts.year) + (parts.week - 1) * kDaysAWeek;
  const Day day = day_from_epoch(monday + parts.day_of_week - 1);
  return monday < monday_of_week_1(parts.year + 1) ? std::optional(day) : std::nullopt;
}

std::optional<Day> day_of_year_date(const DateParts& parts) {
  if (!is_valid({parts.year, 1, 1})) return std::nullopt;
  const Day day = day_from_epoch(days_from_epoch({parts.year, 1, 1}) + parts.day_of_year - 1);
  return day.year == parts.year ? std::optional(day) : std::nullopt;
}

}  // namespace

std::optional<std::size_t> match_date_shape(std::string_view shape, const DateLine& line, std::size_t at,
                                            DateParts& parts) {
  return ShapeMatcher(line, at, parts).match(shape);
}

std::optional<Day> day_of(const DateParts& parts) {
  if (parts.week > 0) return day_of_week_date(parts);
  if (parts.day_of_year > 0) return day_of_year_date(parts);
  const Day day{parts.year, parts.month, parts.day};
  return is_valid(day) ? std::optional(day) : std::nullopt;
}

}  // namespace timbao
