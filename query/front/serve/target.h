// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// A parameter of a request: {"q", "đảng bộ"}.
struct TargetParameter {
  std::string name, value;
};

/// What a request names: a path, and parameters in their order.
///
///   parse_target("/api/search?q=%C4%91%E1%BA%A3ng+b%E1%BB%99&limit=3")     "/api/search", q = "đảng bộ", limit = "3"
struct Target {
  std::string path;  ///< as it was sent: no path of this server has a byte that would be written otherwise
  std::vector<TargetParameter> parameters;
};

/// Reads the target of a request.
///
/// Takes    any bytes.
/// Returns  names and values as well-formed UTF-8: "+" is a space, %XX a byte, and a "%" that two hexadecimal digits do
///          not follow is itself; ill-formed parts become U+FFFD. A parameter without "=" has an empty value. What stands
///          behind "#" is left out. Nothing where the target does not begin with "/" or has more than kMostParameters.
/// Errors   none.
/// Source   the form encoding of browsers (WHATWG URL, "application/x-www-form-urlencoded parsing"). Covered by
///          target_test and serve_fuzz.
std::optional<Target> parse_target(std::string_view target);
inline constexpr std::size_t kMostParameters = 100;

/// A text as the value of a parameter: encoded("đảng bộ") == "%C4%91%E1%BA%A3ng%20b%E1%BB%99".
///
/// Returns  letters, digits and "-._~" as they are, and every other byte as %XX; parse_target() gives the text back.
/// Errors   none.
std::string encoded(std::string_view text);

}  // namespace timbao
