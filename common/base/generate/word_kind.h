// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace timbao {

/// What a word of a command line is, for a shell that completes it.
enum class WordKind : std::uint8_t {
  text,    ///< nothing is known of it
  file,    ///< the path of a file or a folder
  folder,  ///< the path of a folder
  query,   ///< a part of a query: the program itself knows how it can go on
};

/// What the word is that a help text calls so. Each option with a FILE gets files completed, without more being said.
///
///   word_kind("FILE") == WordKind::file
///   word_kind("[QUERY...]") == WordKind::query
///   word_kind("FIELD[:N]") == WordKind::text
///
/// Takes    the name of an option's value, or what a command's words are called.
/// Errors   none.
/// Source   the table in word_kind.cc. Covered by tests/common/base/generate/completions_test.cc.
WordKind word_kind(std::string_view called);

/// The name of a kind in the scripts that are generated: "text", "file", "folder" or "query".
std::string_view name_of(WordKind kind);

}  // namespace timbao
