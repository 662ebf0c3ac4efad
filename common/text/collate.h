// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// Bytes that stand in the order of a Vietnamese dictionary when they are compared as bytes:
///
///   collation_key("2 điều") < collation_key("10 điều")         numbers by their value
///   collation_key("Dân") < collation_key("Đảng")               đ is a letter behind d
///   collation_key("“Bạc” giả") == collation_key("Bạc giả")     quotation marks do not count
///
/// Takes    UTF-8 of any length. Quotation marks, what stands before the first letter or digit, and how many spaces
/// stand
///          in a row do not count; "1.200" is the number 1200. A text without letters and digits is taken as it is.
/// Returns  no byte is 0. Of equal texts equal bytes, from one version of ICU's collation.
/// Errors   none: ill-formed bytes become U+FFFD.
/// Source   ICU's collation for the locale vi, with its numeric ordering.
std::string collation_key(std::string_view text);

/// The version of ICU's collation rules and of ICU: "153.120.42.0 of ICU 72.1". Keys of two versions are not to be
/// compared.
std::string collation_version();

}  // namespace timbao
