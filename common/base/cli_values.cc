// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/cli_values.h"

#include <array>
#include <charconv>
#include <limits>
#include <optional>

#include "common/base/error.h"

namespace timbao {
namespace {

// The number at the start of `text`, and what follows it; nothing if none stands there or it is too large.
struct LeadingNumber {
  std::uint64_t value = 0;
  std::string_view rest;
};
std::optional<LeadingNumber> leading_number(std::string_view text) {
  LeadingNumber number;
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), number.value);
  if (problem != std::errc()) return std::nullopt;
  number.rest = text.substr(static_cast<std::size_t>(stop - text.data()));
  return number;
}

std::string number_range(std::uint64_t least, std::uint64_t most) {
  if (most == std::numeric_limits<std::uint64_t>::max()) {
    return least == 0 ? std::string() : " of at least " + std::to_string(least);
  }
  return " from " + std::to_string(least) + " to " + std::to_string(most);
}

struct SizeUnit {
  std::string_view letter;
  std::uint64_t bytes;
};
constexpr std::array<SizeUnit, 4> kSizeUnits{{{"", 1}, {"K", 1U << 10U}, {"M", 1U << 20U}, {"G", 1U << 30U}}};

}  // namespace

void refuse_value(const OptionValue& value, const std::string& wanted, const std::string& hint) {
  throw Error(ExitCode::usage, "--" + value.option + " takes " + wanted + ", not '" + value.text + "'", hint);
}

std::uint64_t parse_number(const OptionValue& value, std::uint64_t least, std::uint64_t most) {
  const std::optional<LeadingNumber> number = leading_number(value.text);
  if (number && number->rest.empty() && number->value >= least && number->value <= most) return number->value;
  refuse_value(value, "a whole number" + number_range(least, most));
}

std::uint64_t parse_size(const OptionValue& value) {
  const std::optional<LeadingNumber> number = leading_number(value.text);
  for (const SizeUnit& unit : kSizeUnits) {
    if (!number || number->rest != unit.letter) continue;
    if (number->value <= std::numeric_limits<std::uint64_t>::max() / unit.bytes) return number->value * unit.bytes;
  }
  refuse_value(value, "a size such as 65536, 64K, 256M or 1G");
}

std::uint64_t parse_size(const OptionValue& value, const SizeRange& range) {
  const std::uint64_t size = parse_size(value);
  if (size >= range.least && size <= range.most) return size;
  refuse_value(value, "a size from " + std::to_string(range.least) + " bytes to " + std::string(range.most_name));
}

void refuse_choice(const OptionValue& value, const std::vector<Choice>& choices) {
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const Choice& choice : choices) names.push_back(choice.name);
  refuse_value(value, in_words(names, "or"));
}

}  // namespace timbao
