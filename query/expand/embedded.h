// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace timbao::embedded {

/// The data files of query/expand/data, which are lists of variants and of function words. data/embed.S includes them in
/// the program byte for byte. None of them decides what an index holds, so a change needs no new index.
///
///   for each line of embedded::places() …
///
/// Returns  the whole file: UTF-8 lines, each with its line feed. A line that begins with # is a comment.
/// Errors   none.
/// Source   docs/variants.md, "Data files". Covered by the tests of the units that read them.

/// Abbreviations and other short names, a line each (abbreviation_rows.h).
std::string_view abbreviations();

/// English words that keys of Telex spell: was (typing.h).
std::string_view english_words();

/// Words that tell how other words hang together, a word a line (function_words.h).
std::string_view function_words();

/// Names of places that are written in several ways, a line each (variant_table.h).
std::string_view places();

/// Words that live in two spellings with d and gi, a pair a line (variant_table.h).
std::string_view spellings();

}  // namespace timbao::embedded
