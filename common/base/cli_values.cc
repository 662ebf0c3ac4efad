// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/cli.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "common/base/error.h"

namespace timbao {
namespace {

[[noreturn]] void refuse(std::string_view option, const std::string& wanted, std::string_view text) {
  throw Error(ExitCode::usage, "--" + std::string(option) + " takes " + wanted + ", not '" + std::string(text) + "'",
              "see --help");
}

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

// "text, json or ids".
std::string in_words(const std::vector<std::string_view>& choices) {
  std::string words;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) words += i + 1 == choices.size() ? " or " : ", ";
    words += choices[i];
  }
  return words;
}

}  // namespace

std::uint64_t parse_number(std::string_view option, std::string_view text, std::uint64_t least, std::uint64_t most) {
  const std::optional<LeadingNumber> number = leading_number(text);
  if (number && number->rest.empty() && number->value >= least && number->value <= most) return number->value;
  refuse(option, "a whole number" + number_range(least, most), text);
}

std::uint64_t parse_size(std::string_view option, std::string_view text) {
  const std::optional<LeadingNumber> number = leading_number(text);
  for (const SizeUnit& unit : kSizeUnits) {
    if (!number || number->rest != unit.letter) continue;
    if (number->value <= std::numeric_limits<std::uint64_t>::max() / unit.bytes) return number->value * unit.bytes;
  }
  refuse(option, "a size such as 65536, 64K, 256M or 1G", text);
}

std::size_t parse_choice(std::string_view option, std::string_view text, const std::vector<std::string_view>& choices) {
  const auto choice = std::find(choices.begin(), choices.end(), text);
  if (choice != choices.end()) return static_cast<std::size_t>(choice - choices.begin());
  refuse(option, in_words(choices), text);
}

}  // namespace timbao
