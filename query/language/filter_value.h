// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "common/base/day_range.h"
#include "common/index/schema.h"
#include "common/text/tokenize.h"

namespace timbao {

/// The value of a filter, as far as it could be read.
struct FilterValue {
  /// In single spaces; a document's number in capitals where only these name a document.
  std::string value;
  /// Of a date.
  DayRange days;
};

/// Why a text is no value of a filter, as the end of a note: "… names no document's number; searched as words".
struct NoFilterValue {
  std::string reason;
};

/// What is needed to read the value of a filter, beside the value.
struct FilterReading {
  Tokenizer& tokenizer;
  /// What `date:7d` counts from.
  Day today;
};

/// Reads the value of a filter.
///
///   read_filter_value(Field::date, "2018", …)            FilterValue{"2018", 2018-01-01..2018-12-31}
///   read_filter_value(Field::number, "123/ubnd-vx", …)   FilterValue{"123/UBND-VX", …}
///   read_filter_value(Field::date, "hôm", …)             NoFilterValue{" is no day, month, year or range of them; …"}
///
/// Takes    a field that filters (FieldUse::filter), and the value as typed, without quotes.
/// Returns  the value, or why the text is none. An id may be any text but the empty one.
/// Errors   none.
/// Source   docs/query-language.md, "Fields"; days: docs/dates.md. Covered by filter_value_test and fuzz/parse_fuzz.
std::variant<FilterValue, NoFilterValue> read_filter_value(Field field, std::string_view typed,
                                                           const FilterReading& reading);

}  // namespace timbao
