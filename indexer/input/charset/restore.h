// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/input/charset/runs.h"
#include "indexer/input/notices/notice.h"

namespace timbao {

/// What was restored in texts, each counted by its words or letters.
struct Restored {
  WritingCounts runs{};        ///< stretches that were written in another way
  std::size_t references = 0;  ///< character references of HTML
  std::size_t viqr = 0;        ///< words of VIQR
  std::size_t twins = 0;       ///< words with the Icelandic letters Ð and ð for Đ and đ
};

/// Restores letters that were written in another way than the text around them, in text that is well-formed UTF-8:
/// letters of the charsets from before Unicode that were taken for Latin-1 ("§¹i héi"), UTF-8 that was encoded twice or
/// three times ("Äáº£ng"), VIQR ("DDa?ng"), character references ("&#272;&#7843;ng"), and Ð for Đ.
///
///   std::string cell = "§¹i héi ®¶ng bé";
///   restored_remark(restore_letters(cell))->detail == "restored: 4 of tcvn3";   cell == "Đại hội đảng bộ"
///
/// The readers of all formats call it for each piece of text: a text file, a cell, a paragraph. Text that has no sign of
/// such letters, as nearly all text, is only looked at.
///
/// Takes    well-formed UTF-8 of any length.
/// Returns  what was restored; the text is well-formed UTF-8. Restoring it again changes nothing.
/// Errors   none.
/// Source   docs/encodings.md, "Inside a text". Covered by restore_test and charset_fuzz; bench/charsets.py measures it.
Restored restore_letters(std::string& text);

/// The same of texts that belong together, as the cells of a record: what one of them shows counts for the others, which
/// may be too short to tell.
Restored restore_letters(const std::vector<std::string*>& texts);

/// What is said of an article in which letters were restored; nothing where none were.
std::optional<Remark> restored_remark(const Restored& restored);

}  // namespace timbao
