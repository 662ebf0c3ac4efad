// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/number.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/day.h"
#include "common/base/utf8.h"
#include "common/text/letters.h"

namespace timbao {
namespace {

std::size_t count_digits(std::string_view text, std::size_t at) { return end_of_digits(text, at) - at; }

bool is_at(std::string_view text, std::size_t at, char c) { return at < text.size() && text[at] == c; }

constexpr std::size_t kAnyGroups = static_cast<std::size_t>(-1);

/// The end of "1.200.000" from the digits' end on: groups of exactly three digits behind `separator`, at most so many.
/// A caller that takes only a few groups limits them, because the text behind them is read again as the next number,
/// and a long row of groups would take quadratic time.
std::size_t end_of_groups(std::string_view text, std::size_t end, char separator, std::size_t most = kAnyGroups) {
  for (; most > 0 && is_at(text, end, separator) && count_digits(text, end + 1) == 3; --most) end += 4;
  return end;
}

std::string without(std::string_view text, char separator) {
  std::string kept(text);
  kept.erase(std::remove(kept.begin(), kept.end(), separator), kept.end());
  return kept;
}

/// Adds ",25" or ".25" behind a whole number, where one or two digits stand there.
void read_decimal(std::string_view text, std::size_t at, NumberMatch& number) {
  const std::size_t comma = at + number.length;
  if (!is_at(text, comma, ',') && !is_at(text, comma, '.')) return;
  const std::size_t digits = count_digits(text, comma + 1);
  if (digits != 1 && digits != 2) return;
  number.folded += ',';
  number.folded += text.substr(comma + 1, digits);
  number.length += 1 + digits;
}

/// Digits, then groups of three; which separator they have decides what they are.
NumberMatch read_whole(std::string_view text, std::size_t at) {
  NumberMatch number;
  const std::size_t digits = count_digits(text, at);
  number.length = digits;
  number.folded = drop_leading_zeros(text.substr(at, digits));
  if (digits > 3) return number;
  const bool begins_with_zero = text[at] == '0';
  const std::size_t after_dots = end_of_groups(text, at + digits, '.', begins_with_zero ? 2 : kAnyGroups);
  const std::size_t after_commas = end_of_groups(text, at + digits, ',');
  if (after_dots == at + 5 && begins_with_zero) {  // "0.274", the foreign way to print a decimal
    number.length = after_dots - at;
    number.folded = "0," + std::string(text.substr(after_dots - 3, 3));
  } else if (after_dots > at + digits && !begins_with_zero) {
    number.length = after_dots - at;
    number.folded = without(text.substr(at, number.length), '.');
  } else if (after_commas > at + digits) {
    number.length = after_commas - at;
    const std::string_view printed = text.substr(at, number.length);
    const bool is_one_group = number.length == digits + 4;
    number.folded = is_one_group && begins_with_zero ? std::string(printed) : without(printed, ',');
    if (is_one_group && !begins_with_zero) number.other = printed;
  }
  return number;
}

/// A space as it stands between groups of digits.
std::size_t space_length(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 4> kSpaces{" ", "\u00A0", "\u2009", "\u202F"};
  for (const std::string_view space : kSpaces)
    if (text.substr(at, space.size()) == space) return space.size();
  return 0;
}

bool is_letter_or_digit(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const LetterClass kind = class_of(read_code_point(text, at).value);
  return kind == LetterClass::letter || kind == LetterClass::digit;
}

struct SmallNumber {
  int value;
  std::size_t digits;
};

SmallNumber read_small(std::string_view text, std::size_t at) {
  SmallNumber number{0, std::min<std::size_t>(count_digits(text, at), 5)};
  for (std::size_t i = 0; i < number.digits; ++i) number.value = number.value * 10 + (text[at + i] - '0');
  return number;
}

bool date_ends(std::string_view text, std::size_t end) {
  if (is_letter_or_digit(text, end)) return false;
  const bool goes_on = is_at(text, end, '/') || is_at(text, end, '-') || is_at(text, end, '.');
  return !goes_on || !is_digit_at(text, end + 1);
}

std::string two_digits(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

}  // namespace

std::string drop_leading_zeros(std::string_view digits) {
  if (digits.size() <= 3)
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return std::string(digits);
}

NumberMatch match_number(std::string_view text, std::size_t at) {
  NumberMatch number = read_whole(text, at);
  if (number.other.empty()) read_decimal(text, at, number);
  number.exact = text.substr(at, number.length);
  return number;
}

std::optional<SpacedNumber> match_spaced_number(std::string_view text, std::size_t at) {
  constexpr std::size_t kMostGroups = 8;  // as many as a joined form has
  SpacedNumber number;
  const std::size_t digits = count_digits(text, at);
  if (digits == 0 || digits > 3 || text[at] == '0') return std::nullopt;
  number.length = digits;
  number.groups = 1;
  number.value = text.substr(at, digits);
  for (std::size_t space = 0; number.groups < kMostGroups && (space = space_length(text, at + number.length)) != 0;) {
    const std::size_t group = at + number.length + space;
    if (count_digits(text, group) != 3) break;
    number.value += text.substr(group, 3);
    number.length += space + 3;
    ++number.groups;
  }
  // "5 700,5" and "5 700.000" are something else, and so is a group that letters touch.
  const std::size_t end = at + number.length;
  const bool goes_on =
      (is_at(text, end, '.') || is_at(text, end, ',') || is_at(text, end, '/')) && is_digit_at(text, end + 1);
  if (number.groups < 2 || goes_on || is_letter_or_digit(text, end)) return std::nullopt;
  return number;
}

std::optional<DateMatch> match_date(std::string_view text, std::size_t at) {
  const SmallNumber day = read_small(text, at);
  const std::size_t separator = at + day.digits;
  if (day.digits > 2 || separator >= text.size()) return std::nullopt;
  const char mark = text[separator];
  if (mark != '/' && mark != '-' && mark != '.') return std::nullopt;
  const SmallNumber month = read_small(text, separator + 1);
  if (month.digits == 0 || month.digits > 2) return std::nullopt;
  DateMatch date;
  date.day = day.value;
  date.month = month.value;
  std::size_t end = separator + 1 + month.digits;
  if (is_at(text, end, mark) && count_digits(text, end + 1) == 4) {
    date.year = read_small(text, end + 1).value;
    if (date.year == 0) return std::nullopt;  // "31/1/0000" names a year, but there is none
    end += 5;
  } else if (mark != '/') {
    return std::nullopt;
  }
  date.length = end - at;
  return is_date(date) && date_ends(text, end) ? std::optional(date) : std::nullopt;
}

bool is_date(const DateMatch& date) {
  constexpr int kSomeLeapYear = 2000;
  return is_valid({date.year == 0 ? kSomeLeapYear : date.year, date.month, date.day});
}

std::string date_key(const DateMatch& date) {
  const std::string day_of_month = two_digits(date.month) + two_digits(date.day);
  return date.year == 0 ? day_of_month : two_digits(date.year / 100) + two_digits(date.year % 100) + day_of_month;
}

}  // namespace timbao
