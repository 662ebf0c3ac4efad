// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/cli_option.h"
#include "common/base/named_values.h"

namespace timbao {

/// Refuses an option's value, in the words that every option uses.
///
///   refuse_value({"limit", "-3"}, "a whole number or 'all'")   // "--limit takes a whole number or 'all', not '-3'"
///
/// Takes    what the option takes, as the end of "--limit takes …"; a hint for the user.
/// Errors   Error(usage), always.
[[noreturn]] void refuse_value(const OptionValue& value, const std::string& wanted,
                               const std::string& hint = "see --help");

/// An option's value as a whole number.
///
///   parse_number({"jobs", "8"}, 1, 256) == 8
///
/// Takes    decimal digits and nothing else, from `least` to `most`: no sign, no space, no fraction. Leading zeros are
///          read over.
/// Errors   Error(usage): "--jobs takes a whole number from 1 to 256, not '-3'"; an end of the range that forbids
///          nothing is not named.
/// Source   std::from_chars. Boost 1.74 reads -3 into an unsigned type as 18446744073709551613, so numbers are read
///          here. Covered by tests/common/base/cli_values_test.cc.
std::uint64_t parse_number(const OptionValue& value, std::uint64_t least, std::uint64_t most);

/// An option's value as a size in bytes.
///
///   parse_size({"memory", "256M"}) == 268'435'456
///
/// Takes    "65536", "64K", "256M", "1G": a whole number and nothing or one letter, which stands for a power of 1024.
/// Errors   Error(usage): "--memory takes a size such as 65536, 64K, 256M or 1G, not '1.5G'", for sizes beyond 64 bits
///          too.
/// Source   Covered by tests/common/base/cli_values_test.cc.
std::uint64_t parse_size(const OptionValue& value);

/// The sizes that an option takes, both ends included.
struct SizeRange {
  std::uint64_t least = 0;     ///< in bytes
  std::uint64_t most = 0;      ///< in bytes
  std::string_view most_name;  ///< `most` as a user would type it: "64M"
};

/// An option's value as a size within a range.
///
///   parse_size({"max-article", "1M"}, {1, 64U << 20U, "64M"}) == 1'048'576
///
/// Errors   Error(usage) as the other parse_size(), and: "--memory takes a size from 16777216 bytes to 1024G, not
///          '1M'".
std::uint64_t parse_size(const OptionValue& value, const SizeRange& range);

/// Refuses a value that is none of an option's choices: "--format takes text, json or ids, not 'xml'".
///
/// Errors   Error(usage), always.
[[noreturn]] void refuse_choice(const OptionValue& value, const std::vector<Choice>& choices);

/// An option's value as one of the values that a table names.
///
///   parse_choice({"marks", "strict"}, kMarksModes) == MarksMode::strict
///
/// Takes    a name of the table, exactly as it stands there.
/// Errors   Error(usage) that lists all names: see refuse_choice().
/// Source   the table beside the enum. Covered by tests/common/base/cli_values_test.cc.
template <typename Table>
auto parse_choice(const OptionValue& value, const Table& table) {
  const auto choice = value_named(table, value.text);
  if (!choice) refuse_choice(value, choices_of(table));
  return *choice;
}

}  // namespace timbao
