// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/filter_value.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/base/utf8.h"
#include "query/language/chunk.h"

namespace timbao {
namespace {

using ReadValue = std::variant<FilterValue, NoFilterValue>;

/// A document's number in capitals, the spelling in which the tokenizer knows them all: "123/ubnd-vx" -> "123/UBND-VX".
std::string in_capitals(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = read_code_point(text, at);
    at += c.length;
    const bool has_capital = (c.value >= U'a' && c.value <= U'z');
    const bool is_d_or_u = c.value == U'đ' || c.value == U'ư';
    append_code_point(result, has_capital ? c.value - 0x20 : is_d_or_u ? c.value - 1 : c.value);
  }
  return result;
}

bool names_a_document(std::string_view text, Tokenizer& tokenizer) {
  const TokenizedText found = tokenizer.tokenize(text);
  return std::any_of(found.extras.begin(), found.extras.end(), [](const Extra& extra) {
    return extra.kind == ExtraKind::document || extra.kind == ExtraKind::document_type;
  });
}

ReadValue read_name(std::string value, const FilterReading& reading) {
  if (reading.tokenizer.tokenize(value).tokens.empty())
    return NoFilterValue{" is not what this field takes; searched as words"};
  return FilterValue{std::move(value), {}};
}

ReadValue read_id(std::string value, const FilterReading& /*reading*/) {
  if (value.empty()) return NoFilterValue{" is not what this field takes; searched as words"};
  return FilterValue{std::move(value), {}};
}

ReadValue read_number(std::string value, const FilterReading& reading) {
  if (names_a_document(value, reading.tokenizer)) return FilterValue{std::move(value), {}};
  std::string capitals = in_capitals(value);
  if (names_a_document(capitals, reading.tokenizer)) return FilterValue{std::move(capitals), {}};
  return NoFilterValue{" names no document's number; searched as words"};
}

/// Whether a text is a range of which each end is a day, month or year.
bool has_two_ends(const std::string& value, const Day& today) {
  const std::size_t dots = value.find("..");
  return dots != std::string::npos && dots > 0 && dots + 2 < value.size() &&
         parse_day_range(value.substr(0, dots), today).has_value() &&
         parse_day_range(value.substr(dots + 2), today).has_value();
}

ReadValue read_date(std::string value, const FilterReading& reading) {
  if (const std::optional<DayRange> days = parse_day_range(value, reading.today); days && !value.empty())
    return FilterValue{std::move(value), *days};
  return NoFilterValue{has_two_ends(value, reading.today)
                           ? " ends before it begins; searched as words"
                           : " is no day, month, year or range of them; searched as words"};
}

struct ReaderRow {
  Field field;
  ReadValue (*read)(std::string value, const FilterReading& reading);
};
constexpr std::array<ReaderRow, 6> kReaderRows{{
    {Field::source, read_name},
    {Field::section, read_name},
    {Field::number, read_number},
    {Field::id, read_id},
    {Field::url, read_name},
    {Field::date, read_date},
}};

/// Whether each field that filters has one row, in the order of kFields.
constexpr bool has_all_filters() {
  std::size_t row = 0;
  for (const FieldRow& field : kFields) {
    if (field.use != FieldUse::filter) continue;
    if (row == kReaderRows.size() || kReaderRows[row].field != field.field) return false;
    ++row;
  }
  return row == kReaderRows.size();
}
static_assert(has_all_filters());

}  // namespace

ReadValue read_filter_value(Field field, std::string_view typed, const FilterReading& reading) {
  const auto* row =
      std::find_if(kReaderRows.begin(), kReaderRows.end(), [field](const ReaderRow& r) { return r.field == field; });
  return row->read(in_single_spaces(typed), reading);
}

}  // namespace timbao
