// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// A path that has one spelling: absolute and lexically clean, or relative to `root` where it lies below it.
///
///   source_name("/archive//2018/../a.txt", "") == "/archive/a.txt"      source_name("/archive/a.txt", "/archive") ==
///   "a.txt"
///
/// Takes    a path and a folder, of any bytes.
/// Returns  well-formed UTF-8; two paths never have one name (see escape_bytes).
/// Errors   none.
std::string source_name(const std::string& path, const std::string& root);

/// Bytes as well-formed UTF-8 that still tells them apart: each byte that is no UTF-8 is written as % and two
/// hexadecimal digits, and so is the % of what would read as such.
///
///   escape_bytes("t\xE9p.txt") == "t%E9p.txt"     escape_bytes("t%E9p.txt") == "t%25E9p.txt" escape_bytes("5%.txt") ==
///   "5%.txt"
std::string escape_bytes(std::string_view bytes);

}  // namespace timbao
