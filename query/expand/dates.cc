// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/dates.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/number.h"
#include "common/text/token_rules.h"
#include "query/expand/numeral_words.h"
#include "query/expand/typed_text.h"

namespace timbao {
namespace {

constexpr RuleWord kDay{"ngay", "ngay~2"}, kMonth{"thang", "thang~1"}, kYear{"nam", "năm"};
constexpr RuleWord kFirstMonth{"gieng", "giêng"};
/// Words that belong to a day, and words behind which "30-4" is a day.
constexpr std::array<RuleWord, 3> kDayWords{{kDay, {"mung", "mung~2"}, {"mong", "mông~2"}}};
constexpr std::array<RuleWord, 2> kOccasions{{{"dip", "dip~5"}, {"le", "lê~4"}}};
constexpr double kSame = 0.9, kOtherPrint = 0.8, kUnsure = 0.6;
constexpr int kMay = 5;  ///< "tháng năm" is months and years too

/// Days that the country keeps and papers write with a hyphen, except for those that look like the score of a match.
constexpr std::array<std::string_view, 10> kKeptDays{"30-4",  "27-7", "19-8", "20-10", "20-11",
                                                     "22-12", "26-3", "21-6", "19-5",  "27-2"};

/// A day of a month at one place of a query.
struct TypedDay {
  DateMatch date;
  std::size_t first = 0, count = 0;
};

/// A day or a month, in digits or in words. A month in words is not "năm" alone.
struct Part {
  int value = 0;
  std::size_t count = 0;
  bool sure = true;
  bool in_words = false;
};

Part read_part(const TypedText& text, std::size_t at, int most) {
  const std::optional<Numeral> numeral = read_numeral(text, at);
  if (!numeral || numeral->form == NumeralForm::roman || numeral->value > most) return {};
  return {numeral->value, numeral->count, numeral->marked, numeral->form == NumeralForm::words};
}

Part read_month(const TypedText& text, std::size_t at) {
  if (text.is(at, kFirstMonth)) return {1, 1, false, true};
  if (text.folded(at) == "nam" || (text.folded(at) == "sau" && text.folded(at) == text.printed(at))) return {};
  if (text.before(at + 1) == "-" && text.goes_on(at + 1) && year_value(*text.tokenized().tokens[at + 1].word) != 0)
    return {small_value(*text.tokenized().tokens[at].word, 12), 1};
  return read_part(text, at, 12);
}

/// The fourth month is "tháng tư", the first one is not "tháng nhất".
std::string month_words(int month) { return month == 1 ? cardinal_words(month) : ordinal_words(month); }

std::string in_digits(const DateMatch& date, char between) {
  std::string digits = std::to_string(date.day) + between + std::to_string(date.month);
  return date.year == 0 ? digits : digits + between + std::to_string(date.year);
}

std::string in_words(const DateMatch& date) {
  std::string words = "ngày " + std::to_string(date.day) + " tháng " + std::to_string(date.month);
  return date.year == 0 ? words : words + " năm " + std::to_string(date.year);
}

/// The year behind a month: "năm 1975", "/1975", "-1975"; the place behind it, or the place itself.
std::size_t read_year(const TypedText& text, std::size_t at, int& year) {
  const std::size_t digits = text.is(at, kYear) ? at + 1 : at;
  const bool is_near = digits > at || text.before(at) == "/" || text.before(at) == "-";
  if (!is_near || !text.goes_on(digits)) return at;
  year = year_value(*text.tokenized().tokens[digits].word);
  return year == 0 ? at : digits + 1;
}

/// Looks for days and months and drafts their other forms.
class DateDrafts {
 public:
  explicit DateDrafts(const TypedText& text) : text_(text) {}

  std::vector<Draft> make() {
    for (std::size_t at = 0; at < text_.size();) at = std::max(at + 1, read(at));
    return std::move(drafts_);
  }

 private:
  /// The place behind what was read at a place; 0 where nothing was.
  std::size_t read(std::size_t at) {
    for (const auto reader : {&DateDrafts::read_day_in_words, &DateDrafts::read_hyphens, &DateDrafts::read_extra})
      if (const auto day = (this->*reader)(at)) return add(*day);
    return read_lone_month(at);
  }

  /// "ngày 2 tháng 9", "mùng hai tháng chín", "30 tháng 4 năm 1975"
  [[nodiscard]] std::optional<TypedDay> read_day_in_words(std::size_t at) const {
    const std::size_t number = is_day_word(at) ? at + 1 : at;
    if (number > at && !text_.goes_on(number)) return std::nullopt;
    const Part day = read_part(text_, number, 31);
    const std::size_t month_word = number + day.count;
    if (day.value == 0 || !text_.goes_on(month_word) || !text_.is(month_word, kMonth)) return std::nullopt;
    const Part month = read_part(text_, month_word + 1, 12);
    if (month.value == 0 || !text_.goes_on(month_word + 1)) return std::nullopt;
    TypedDay typed;
    typed.date.day = day.value;
    typed.date.month = month.value;
    typed.first = at;
    typed.count = read_year(text_, month_word + 1 + month.count, typed.date.year) - at;
    return is_date(typed.date) ? std::optional(typed) : std::nullopt;
  }

  /// "ngày 30-4", "30-4": a range for the tokenizer; "ngày 30.4": a decimal.
  [[nodiscard]] std::optional<TypedDay> read_hyphens(std::size_t at) const {
    const std::size_t number = is_day_word(at) ? at + 1 : at;
    if (number > at && !text_.goes_on(number)) return std::nullopt;
    const bool has_word = number > at || (at > 0 && is_one_of(kOccasions, at - 1));
    TypedDay typed;
    typed.first = at;
    if (!read_range(number, typed) && !(has_word && read_decimal(number, typed))) return std::nullopt;
    typed.date.year = 0;
    const bool is_kept = std::find(kKeptDays.begin(), kKeptDays.end(), in_digits(typed.date, '-')) != kKeptDays.end();
    if (!is_date(typed.date) || (!has_word && !is_kept)) return std::nullopt;
    typed.count += number - at;
    return typed;
  }

  bool read_range(std::size_t at, TypedDay& typed) const {
    const bool is_range = text_.begins_date_or_range(at) && text_.before(at + 1) == "-" && text_.before(at + 2) != "-";
    if (!is_range) return false;
    typed.date.day = small_value(*text_.tokenized().tokens[at].word, 31);
    typed.date.month = small_value(*text_.tokenized().tokens[at + 1].word, 12);
    typed.count = 2;
    return true;
  }

  bool read_decimal(std::size_t at, TypedDay& typed) const {
    if (at >= text_.size()) return false;
    const std::string_view printed = text_.tokenized().tokens[at].word->exact;
    const std::size_t point = printed.find('.');
    if (point > 2 || printed.size() > point + 3) return false;  // also where there is no point
    const std::string date = std::string(printed.substr(0, point)) + '/' + std::string(printed.substr(point + 1));
    const std::optional<DateMatch> match = match_date(date, 0);
    if (!match || match->length != date.size()) return false;
    typed.date = *match;
    typed.count = 1;
    return true;
  }

  /// "30/4": the tokenizer knows it.
  [[nodiscard]] std::optional<TypedDay> read_extra(std::size_t at) const {
    for (const Extra& extra : text_.tokenized().extras) {
      if (extra.first != at || extra.kind != ExtraKind::day_of_month || extra.folded.size() != 4) continue;
      TypedDay typed;
      typed.date.month = std::stoi(extra.folded.substr(0, 2));
      typed.date.day = std::stoi(extra.folded.substr(2));
      typed.first = at;
      typed.count = extra.count;
      return typed;
    }
    return std::nullopt;
  }

  /// "tháng tư", "tháng 4", "tháng 1/2018"
  std::size_t read_lone_month(std::size_t at) {
    if (!text_.is(at, kMonth) || !text_.goes_on(at + 1)) return 0;
    const Part month = read_month(text_, at + 1);
    if (month.value == 0) return 0;
    int year = 0;
    const std::size_t behind_month = at + 1 + month.count;
    const std::size_t end = read_year(text_, behind_month, year);
    const std::string digits = "tháng " + std::to_string(month.value);
    const double weight = month.sure ? kSame : kUnsure;
    if (month.in_words)
      draft(at, behind_month, digits, weight);
    else if (month.value != kMay)
      draft(at, behind_month, "tháng " + month_words(month.value), kOtherPrint);
    if (year == 0) return behind_month;
    draft(at, end, digits + " năm " + std::to_string(year), kSame);
    draft(at, end, digits + '/' + std::to_string(year), kSame);
    return end;
  }

  std::size_t add(const TypedDay& day) {
    const std::size_t end = day.first + day.count;
    draft(day.first, end, in_words(day.date), kSame);
    draft(day.first, end, in_digits(day.date, '/'), kOtherPrint);
    if (day.date.year == 0) draft(day.first, end, in_digits(day.date, '-'), kOtherPrint);
    return end;
  }

  template <std::size_t N>
  [[nodiscard]] bool is_one_of(const std::array<RuleWord, N>& words, std::size_t at) const {
    return std::any_of(words.begin(), words.end(), [&](const RuleWord& word) { return text_.is(at, word); });
  }
  [[nodiscard]] bool is_day_word(std::size_t at) const { return is_one_of(kDayWords, at); }

  void draft(std::size_t first, std::size_t end, std::string value, double weight) {
    drafts_.push_back({AlternativeKind::date, first, end - first, std::move(value), {}, weight});
  }

  const TypedText& text_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> date_drafts(const ExpandInput& input) {
  const TypedText text(input.text, input.value);
  return DateDrafts(text).make();
}

}  // namespace timbao
