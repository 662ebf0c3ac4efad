// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/amounts.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/ascii.h"
#include "query/expand/typed_text.h"

namespace timbao {
namespace {

constexpr RuleWord kThousandNorth{"nghin", "nghin~2"}, kThousandSouth{"ngan", "ngan~2"}, kMillion{"trieu", "triêu~5"};
constexpr RuleWord kBillion{"ty", "ty~3"}, kBillionToo{"ti", "ti~3"}, kHalf{"ruoi", "rươi~4"};
constexpr RuleWord kDong{"dong", "đông~2"};
constexpr std::size_t kMostDigits = 9;
constexpr double kSame = 0.9, kShort = 0.8;

/// An amount: thousandths of it, so that 2,5 is exact.
using Thousandths = std::int64_t;
constexpr Thousandths kOne = 1000;

/// The value of a number token of at most kMostDigits digits before its comma: "2,5" -> 2500.
std::optional<Thousandths> value_of(const Word& word) {
  if (word.kind != TokenKind::number) return std::nullopt;
  const std::string_view folded = word.folded;
  const std::size_t comma = folded.find(',');
  const std::string_view whole = folded.substr(0, comma);
  if (whole.empty() || whole.size() > kMostDigits || !is_digits(whole)) return std::nullopt;
  Thousandths value = std::strtoll(std::string(whole).c_str(), nullptr, 10) * kOne;
  if (comma == std::string_view::npos) return value;
  std::string decimals(folded.substr(comma + 1));
  if (decimals.empty() || decimals.size() > 3 || !is_digits(decimals)) return std::nullopt;
  decimals.resize(3, '0');
  return value + std::strtoll(decimals.c_str(), nullptr, 10);
}

/// "2,5" and "1.500": as articles print a number; nothing where it is 0.
std::string printed(Thousandths value) {
  std::string whole = std::to_string(value / kOne);
  for (std::size_t at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, 1, '.');
  std::string decimals = std::to_string(kOne + value % kOne).substr(1);
  decimals.erase(decimals.find_last_not_of('0') + 1);
  return decimals.empty() ? whole : whole + ',' + decimals;
}

/// Looks for amounts and drafts their other forms.
class AmountDrafts {
 public:
  explicit AmountDrafts(const TypedText& text) : text_(text) {}

  std::vector<Draft> make() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      add_run_together(at);
      if (text_.begins_date_or_range(at) || text_.before(at) == "-" || text_.before(at) == "/") continue;
      const std::optional<Thousandths> value = value_of(*text_.tokenized().tokens[at].word);
      if (value && *value > 0 && goes_on(at + 1)) add(at, *value);
    }
    return std::move(drafts_);
  }

 private:
  /// A comma ends an amount: "ngày 1/3, Triệu" and "số 3, triệu" are none.
  [[nodiscard]] bool goes_on(std::size_t at) const {
    return text_.goes_on(at) && text_.before(at).find_first_of(",;") == std::string_view::npos;
  }

  [[nodiscard]] bool is_thousand(std::size_t at) const {
    return text_.is(at, kThousandNorth) || text_.is(at, kThousandSouth);
  }
  [[nodiscard]] bool is_billion(std::size_t at) const { return text_.is(at, kBillion) || text_.is(at, kBillionToo); }

  /// What the word behind a number makes of it.
  void add(std::size_t at, Thousandths value) {
    const std::size_t unit = at + 1;
    if (is_thousand(unit) && goes_on(unit + 1) && is_billion(unit + 1)) {
      add_billions(at, 3, value * 1000);
    } else if (is_thousand(unit)) {
      add_thousands(at, value, kSame);
    } else if (is_billion(unit)) {
      if (!add_half(at, value, "tỷ")) add_billions(at, 2, value);
    } else if (text_.is(unit, kMillion)) {
      if (!add_half(at, value, "triệu")) add_millions(at, value, kSame);
    } else if (text_.is(unit, kDong)) {
      add_dong(at, value);
    } else if (text_.is_joined(unit)) {
      add_short(at, value);
    }
  }

  /// "2 triệu rưỡi"
  bool add_half(std::size_t at, Thousandths value, std::string_view unit) {
    if (!goes_on(at + 2) || !text_.is(at + 2, kHalf)) return false;
    draft(at, 3, printed(value + kOne / 2) + ' ' + std::string(unit), kSame);
    return true;
  }

  /// "5tr" and "500k"
  void add_short(std::size_t at, Thousandths value) {
    if (text_.folded(at + 1) == "tr") add_millions(at, value, kShort);
    if (text_.folded(at + 1) == "k") add_thousands(at, value, kShort);
  }

  /// "500.000 đồng", "2.000.000 đồng"
  void add_dong(std::size_t at, Thousandths value) {
    constexpr Thousandths kThousand = 1000 * kOne, kMillionDong = 1000 * kThousand;
    if (value % kThousand != 0) return;
    if (value >= kMillionDong) return draft(at, 1, printed(value / 1000 / 1000) + " triệu", kSame);
    for (const char* thousand : {" nghìn", " ngàn"}) draft(at, 1, printed(value / 1000) + thousand, kSame);
  }

  void add_billions(std::size_t at, std::size_t count, Thousandths value) {
    constexpr Thousandths kThousand = 1000 * kOne;
    if (value < kThousand) return;
    draft(at, count, printed(value) + " tỷ", kSame);
    draft(at, count, printed(value) + " tỉ", kSame);
    if (value % (kThousand / 10) != 0) return;
    for (const char* thousand : {" nghìn tỷ", " ngàn tỷ", " nghìn tỉ", " ngàn tỉ"})
      draft(at, count, printed(value / 1000) + thousand, kSame);
  }

  void add_thousands(std::size_t at, Thousandths value, double weight) {
    draft(at, 2, printed(value) + " nghìn", weight);
    draft(at, 2, printed(value) + " ngàn", weight);
    draft(at, 2, printed(value * 1000), weight);
  }

  void add_millions(std::size_t at, Thousandths value, double weight) {
    draft(at, 2, printed(value) + " triệu", weight);
    draft(at, 2, printed(value * 1000 * 1000), weight);
  }

  /// "2tr5" is one token.
  void add_run_together(std::size_t at) {
    const std::string_view folded = text_.folded(at);
    const std::size_t digits = end_of_digits(folded, 0);
    if (digits == 0 || digits > 3 || folded.substr(digits, 2) != "tr" || folded.size() != digits + 3) return;
    if (!is_digit_at(folded, digits + 2)) return;
    draft(at, 1, std::string(folded.substr(0, digits)) + ',' + folded.back() + " triệu", kShort);
  }

  void draft(std::size_t at, std::size_t count, std::string value, double weight) {
    drafts_.push_back({AlternativeKind::amount, at, count, std::move(value), {}, weight});
  }

  const TypedText& text_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> amount_drafts(const ExpandInput& input) {
  const TypedText text(input.text, input.value);
  return AmountDrafts(text).make();
}

}  // namespace timbao
