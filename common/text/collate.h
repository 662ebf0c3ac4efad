// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// Bytes that stand in the order of a Vietnamese dictionary when they are compared as bytes. `--sort title` orders
/// articles by them.
///
///   collation_key("2 điều") < collation_key("10 điều")         numbers by their value
///   collation_key("Dân") < collation_key("Đảng")               đ is a letter behind d
///   collation_key("“Bạc” giả") == collation_key("Bạc giả")     quotation marks do not count
///
/// Takes    UTF-8 of any length. Quotation marks, what stands before the first letter or digit, and how many spaces
///          stand in a row do not count; "1.200" is the number 1200. A text without letters and digits is taken as it
///          is.
/// Returns  bytes of which none is 0. Equal texts have equal bytes, as long as ICU's collation has the same version.
/// Errors   none: ill-formed bytes become U+FFFD.
/// Threads  any: each thread has a collator of its own.
/// Source   ICU's collation for the locale vi, with its numeric ordering. Covered by collate_test and collate_fuzz.
std::string collation_key(std::string_view text);

/// The version of ICU's collation rules and of ICU: "153.120.42.0 of ICU 72.1". Keys of two versions must not be
/// compared, so the index has the version of its keys (docs/index-format.md, "Versions").
std::string collation_version();

}  // namespace timbao
