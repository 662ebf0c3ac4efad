// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/date_reader.h"

#include <algorithm>
#include <string_view>

#include "common/base/ascii.h"
#include "common/base/date_find.h"
#include "common/base/date_words.h"

namespace timbao {
namespace {

/// Reads one line from its start to its end: at each place a day, a time, a word, an offset or a sign. It never goes
/// back, so that its time grows with the length of the line.
class Reader {
 public:
  explicit Reader(const DateLine& line) : line_(line) {}

  std::optional<std::int64_t> read() {
    while (at_ < line_.plain.size()) {
      const bool is_sign = !is_digit_at(line_, at_) && !is_letter_at(line_, at_);
      const bool is_understood = is_sign ? read_offset() || pass_sign() : read_date() || read_time() || read_word();
      if (!is_understood || is_contradiction_) return std::nullopt;
    }
    if (!day_) return std::nullopt;
    return days_from_epoch(*day_) * kSecondsADay + second_of_day_.value_or(0) -
           zone_minutes_.value_or(kVietnamZoneSeconds / 60) * 60;
  }

 private:
  char byte(std::size_t at) const { return byte_at(line_.plain, at); }

  /// Sets a part of the moment. A line may name a part twice, but then with the same value: else it is no date.
  template <typename Value>
  void set(std::optional<Value>& known, const Value& value) {
    is_contradiction_ = is_contradiction_ || (known && !(*known == value));
    known = value;
  }

  bool move_to(std::size_t at) {
    at_ = at;
    offset_may_follow_ = false;
    return true;
  }

  bool read_date() {
    const std::optional<FoundDate> found = find_date(line_, at_);
    if (!found) return false;
    set(day_, found->day);
    order_ = found->order;
    if (found->second_of_day) set(second_of_day_, *found->second_of_day);
    at_ = found->end;
    offset_may_follow_ = true;
    return true;
  }

  bool read_time() {
    const std::optional<FoundTime> found = find_time(line_, at_);
    if (!found) return false;
    set(second_of_day_, found->second_of_day);
    at_ = found->end;
    offset_may_follow_ = true;
    return true;
  }

  /// An offset without a name, which stands behind a day or time. One that is behind UTC is read only after a time
  /// that follows a year, month and day, because "7:00-11:00 31/01/2018" is a span of time.
  bool read_offset() {
    const bool may_be_negative = day_ && second_of_day_ && order_ == DateOrder::year_first;
    if (!offset_may_follow_ || (byte(at_) == '-' && !may_be_negative)) return false;
    const std::optional<FoundOffset> offset = find_offset(line_, at_);
    if (!offset) return false;
    set(zone_minutes_, offset->minutes);
    return move_to(offset->end);
  }

  bool read_word() {
    if (const std::optional<FoundWord> zone = find_date_word(line_, at_, DateWord::zone)) {
      set(zone_minutes_, zone->value);
      return move_to(zone->end);
    }
    if (const std::optional<FoundWord> base = find_date_word(line_, at_, DateWord::base)) return read_base(*base);
    const std::optional<FoundWord> filler = find_date_word(line_, at_, DateWord::filler);
    return filler && move_to(filler->end);
  }

  /// "GMT", "GMT+7", "UTC +07:00".
  bool read_base(const FoundWord& base) {
    const std::optional<FoundOffset> offset = find_offset(line_, byte(base.end) == ' ' ? base.end + 1 : base.end);
    set(zone_minutes_, offset ? offset->minutes : 0);
    return move_to(offset ? offset->end : base.end);
  }

  /// Passes over a sign that separates. Between two digits `:`, `.` and `/` do not, because they could make one number
  /// of both; and two dots never do, because they make a range.
  bool pass_sign() {
    const char sign = byte(at_);
    const bool stands_between_digits = at_ > 0 && is_digit_at(line_, at_ - 1) && is_digit_at(line_, at_ + 1);
    const std::string_view separators = stands_between_digits ? " |-,;()[]" : " |-,;()[]:./";
    const bool is_range = sign == '.' && byte(at_ + 1) == '.';
    if (is_range || separators.find(sign) == std::string_view::npos) return false;
    offset_may_follow_ = offset_may_follow_ && (sign == ' ' || sign == '(' || sign == '[');
    ++at_;
    return true;
  }

  const DateLine& line_;
  std::size_t at_ = 0;
  bool offset_may_follow_ = false;
  bool is_contradiction_ = false;
  DateOrder order_ = DateOrder::day_first;
  std::optional<Day> day_;
  std::optional<int> second_of_day_;
  std::optional<int> zone_minutes_;
};

/// Seconds or milliseconds since 1970, as a number alone, with or without decimals. Only moments of 1990 to 2100 are
/// read, because other numbers mean other things: an id, a count, a year.
std::optional<std::int64_t> read_epoch(std::string_view text) {
  constexpr std::size_t kMostDigits = 13;
  const std::int64_t first = first_second_of({1990, 1, 1});
  const std::int64_t end = first_second_of({2101, 1, 1});
  const std::string_view digits = text.substr(0, text.find('.'));
  const std::string_view decimals = text.substr(std::min(digits.size() + 1, text.size()));
  if (digits.empty() || digits.size() > kMostDigits || digits.front() == '0' || text.back() == '.') return std::nullopt;
  if (!is_digits(digits) || !is_digits(decimals)) return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  for (const std::int64_t unit : {std::int64_t{1}, std::int64_t{1'000}}) {
    if (value / unit >= first && value / unit < end) return value / unit;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> read_moment(const DateLine& line) {
  if (const std::optional<std::int64_t> seconds = Reader(line).read()) return seconds;
  return read_epoch(line.plain);
}

}  // namespace timbao
