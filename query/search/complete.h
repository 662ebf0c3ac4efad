// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/request/completion.h"
#include "query/search/open_archive.h"

namespace timbao {

/// Completes a word that is being typed by the words of the archive, the most frequent first.
///
///   complete_word(vocabulary, {std::nullopt, "dan", "", 3})       // {"đảng", 1200}, {"dân", 1100}, {"đang", 900}
///   complete_word(vocabulary, {std::nullopt, "dun", "xây", 1})    // {"dựng", 800}
///
/// Takes    what was typed, with marks or without. Marks that were typed hold: "đa" gives no "dân".
/// Returns  words that have what was typed as their beginning, the typed word itself among them. Where a word stands
///          before it, those that follow it most often in articles come first, as far as their pairs are terms.
/// Errors   those of the vocabulary.
/// Source   the counts of reading terms and of pair terms; docs/prompt.md. Covered by complete_test.
std::vector<Completion> complete_word(const Vocabulary& vocabulary, const ToComplete& wanted);

/// Completes the name of a source or a section: the names that begin with what was typed, in their printed spelling.
///
///   complete_name(archive, {Field::source, "bao t", "", 3})       // {"Báo tỉnh", 40}
///
/// Takes    a field whose printed names stand in a value slot: source or section.
/// Returns  nothing for another field. Names that hold a quotation mark or a control character are left out, since they
///          cannot be typed in quotes.
/// Errors   Xapian::Error.
/// Source   docs/prompt.md. Covered by complete_test and tests/cli/prompt_test.cc.
std::vector<Completion> complete_name(const OpenArchive& archive, const ToComplete& wanted);

}  // namespace timbao
