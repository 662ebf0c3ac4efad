// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// The one spelling of a path, by which the ledger knows a file and from which an article without id and url gets its
/// id: absolute and lexically clean, or relative to `root` where it lies below that folder.
///
///   source_name("/archive//2018/../a.txt", "") == "/archive/a.txt"
///   source_name("/archive/a.txt", "/archive")  == "a.txt"
///   source_name("/archive/Bão!.txt", "")       == "/archive/Bão%21.txt"
///
/// Takes    a path, and the folder of --root or "". Both may hold any bytes. Links are not followed.
/// Returns  well-formed UTF-8. Two different clean paths never have the same name (escape_bytes). A name never holds an
///          exclamation mark, which stands between a file and what it holds: "news.jsonl!12", "a.zip!b.txt".
/// Errors   none.
/// Source   std::filesystem::path::lexically_normal; covered by source_test and source_name_fuzz.
std::string source_name(const std::string& path, const std::string& root);

/// Writes any bytes as well-formed UTF-8 from which they can be told apart again: each byte that is no UTF-8 becomes %
/// and two hexadecimal digits, and so does a % that would otherwise read as the beginning of such an escape.
///
///   escape_bytes("t\xE9p.txt") == "t%E9p.txt"
///   escape_bytes("t%E9p.txt")  == "t%25E9p.txt"
///   escape_bytes("5%.txt")     == "5%.txt"
///
/// Takes    any bytes.
/// Returns  the bytes themselves where they are well-formed and hold no such %.
/// Errors   none.
/// Source   RFC 3986, section 2.1, for the form of an escape; covered by source_name_fuzz, which decodes it.
std::string escape_bytes(std::string_view bytes);

/// The same, and each exclamation mark becomes %21: a part of a name that may be joined with others by such marks.
///
///   escape_name("Bão!.txt") == "Bão%21.txt"     escape_name("Bão%21.txt") == "Bão%2521.txt"
std::string escape_name(std::string_view bytes);

}  // namespace timbao
