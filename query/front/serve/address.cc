// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/address.h"

#include <algorithm>

#include "common/base/ascii.h"
#include "common/base/cli_values.h"
#include "common/base/error.h"

namespace timbao {
namespace {

constexpr std::uint64_t kMostPort = 65'535;

[[noreturn]] void refuse(const OptionValue& value) {
  refuse_value(value, "HOST:PORT", "such as 127.0.0.1:8042 or :9000");
}

std::uint16_t port_of(const OptionValue& value, std::string_view digits) {
  if (digits.empty() || !is_digits(digits)) refuse(value);
  return static_cast<std::uint16_t>(parse_number({value.option, std::string(digits)}, 0, kMostPort));
}

bool is_host_character(char c) {
  constexpr std::string_view kSigns = "-._:%";
  return is_ascii_letter_or_digit(c) || kSigns.find(c) != std::string_view::npos;
}

/// Cuts the host off the beginning of a value: what stands in brackets, or before the first colon.
std::string_view take_host(const OptionValue& value, std::string_view& rest) {
  const bool has_brackets = starts_with(rest, "[");
  const std::size_t end = rest.find(has_brackets ? ']' : ':');
  if (has_brackets && end == std::string_view::npos) refuse(value);
  const std::string_view host = has_brackets ? rest.substr(1, end - 1) : rest.substr(0, end);
  rest.remove_prefix(std::min(has_brackets ? end + 1 : end, rest.size()));
  return host;
}

}  // namespace

ServeAddress parse_serve_address(const OptionValue& value) {
  ServeAddress address;
  std::string_view rest = value.text;
  if (rest == "true") return address;
  if (!rest.empty() && is_digits(rest)) {
    address.port = port_of(value, rest);
    return address;
  }
  const std::string_view host = take_host(value, rest);
  if (!std::all_of(host.begin(), host.end(), is_host_character)) refuse(value);
  if (!host.empty()) address.host = host;
  if (starts_with(rest, ":"))
    address.port = port_of(value, rest.substr(1));
  else if (!rest.empty() || host.empty())
    refuse(value);
  return address;
}

std::string written(const ServeAddress& address) {
  const bool is_ipv6 = address.host.find(':') != std::string::npos;
  return (is_ipv6 ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
}

}  // namespace timbao
