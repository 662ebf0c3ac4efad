// SPDX-License-Identifier: GPL-2.0-or-later
#include <string_view>

#include "common/base/ascii.h"
#include "common/base/date_reader.h"
#include "common/base/date_words.h"

namespace timbao {
namespace {

/// Goes over the numbers and words of a line from its start to its end, and notes which parts of a date they are.
class Likeness {
 public:
  explicit Likeness(const DateLine& line) : line_(line) {}

  bool holds() {
    for (std::size_t at = 0; at < line_.plain.size();) {
      const std::size_t end = is_digit_at(line_, at) ? behind_number(at) : behind_word(at);
      if (end == at) return false;
      at = end;
    }
    return has_joined_day_ || (has_month_ && numbers_ >= 3) || (has_month_name_ && numbers_ >= 2 && has_year_);
  }

 private:
  char byte(std::size_t at) const { return byte_at(line_.plain, at); }
  std::size_t digits_at(std::size_t at) const { return end_of_digits(line_.plain, at) - at; }

  /// Behind a separator with an optional space on both sides; `at` itself where another sign stands there.
  std::size_t behind_separator(std::size_t at, char separator) const {
    std::size_t end = byte(at) == ' ' ? at + 1 : at;
    if (byte(end) != separator) return at;
    ++end;
    return byte(end) == ' ' ? end + 1 : end;
  }

  std::size_t behind_number(std::size_t at) {
    const std::size_t digits = digits_at(at);
    ++numbers_;
    has_year_ = has_year_ || digits == 4;
    for (const char separator : {'/', '-', '.'}) {
      const std::size_t end = behind_joined_day(at, separator);
      has_joined_day_ = has_joined_day_ || end != at;
      if (end != at) return end;
    }
    return at + digits;
  }

  /// "31/02/2018", "10/4/21", "2018-1-32"; but not "1.2.3" nor "192.168.10.22".
  std::size_t behind_joined_day(std::size_t at, char separator) const {
    const std::size_t first = digits_at(at);
    const std::size_t second_at = behind_separator(at + first, separator);
    const std::size_t second = digits_at(second_at);
    const std::size_t third_at = behind_separator(second_at + second, separator);
    const std::size_t third = digits_at(third_at);
    const bool is_joined = second_at != at + first && third_at != second_at + second;
    const bool year_last = first <= 2 && (third == 2 || third == 4);
    const bool year_first = first == 4 && (third == 1 || third == 2);
    const std::size_t end = third_at + third;
    const bool is_part = joins_numbers(end) || (at > 0 && joins_numbers(at - 1));
    return is_joined && second <= 2 && (year_last || year_first) && !is_part ? end : at;
  }

  bool joins_numbers(std::size_t at) const {
    const bool is_sign = byte(at) == '.' || byte(at) == '/';
    return is_sign && at > 0 && is_digit_at(line_, at - 1) && is_digit_at(line_, at + 1);
  }

  std::size_t behind_word(std::size_t at) {
    if (!is_letter_at(line_, at)) return at + 1;  // a sign
    const std::optional<FoundWord> word = find_any_date_word(line_, at);
    if (!word) return at;
    has_month_ = has_month_ || word->kind == DateWord::of_month;
    has_month_name_ = has_month_name_ || word->kind == DateWord::month;
    return word->end;
  }

  const DateLine& line_;
  std::size_t numbers_ = 0;
  bool has_joined_day_ = false, has_month_ = false, has_month_name_ = false, has_year_ = false;
};

}  // namespace

bool looks_like_date(const DateLine& line) { return Likeness(line).holds(); }

}  // namespace timbao
