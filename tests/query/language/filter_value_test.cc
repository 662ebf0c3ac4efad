// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/filter_value.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace timbao {
namespace {

/// The value that is read, or the reason why there is none.
std::string read(Field field, std::string_view typed) {
  Tokenizer tokenizer;
  const auto result = read_filter_value(field, typed, {tokenizer, {2018, 2, 1}});
  if (const auto* none = std::get_if<NoFilterValue>(&result)) return "none:" + none->reason;
  return std::get<FilterValue>(result).value;
}

TEST(FilterValue, IsReadByTheRuleOfItsField) {
  struct Case {
    Field field;
    std::string_view typed, value, why;
  };
  const std::vector<Case> cases{
      {Field::source, " báo \n tỉnh ", "báo tỉnh", "in single spaces"},
      {Field::source, "***", "none: is not what this field takes; searched as words", "a name holds a word"},
      {Field::section, "thời sự", "thời sự", "a name"},
      {Field::url, "https://example.vn/a", "https://example.vn/a", "an address"},
      {Field::id, "***", "***", "an id may be any text"},
      {Field::id, " ", "none: is not what this field takes; searched as words", "but the empty one"},
      {Field::number, "05-CT/TW", "05-CT/TW", "a document's number"},
      {Field::number, "123/ubnd-vx", "123/UBND-VX", "in capitals where only these name a document"},
      {Field::number, "họp", "none: names no document's number; searched as words", "no document"},
      {Field::date, "01/2018", "01/2018", "a month"},
      {Field::date, "hôm", "none: is no day, month, year or range of them; searched as words", "no day"},
      {Field::date, "2019..2018", "none: ends before it begins; searched as words", "no range"},
      {Field::date, "", "none: is no day, month, year or range of them; searched as words", "nothing"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.field, c.typed), c.value) << c.typed << ": " << c.why;
}

TEST(FilterValue, OfADateHasTheDaysThatItCovers) {
  Tokenizer tokenizer;
  const auto result = read_filter_value(Field::date, "7d", {tokenizer, {2018, 2, 1}});
  const DayRange days = std::get<FilterValue>(result).days;
  EXPECT_EQ(days.first, (Day{2018, 1, 26}));
  EXPECT_EQ(days.last, (Day{2018, 2, 1}));
}

}  // namespace
}  // namespace timbao
