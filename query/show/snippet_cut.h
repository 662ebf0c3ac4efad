// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "query/request/answer.h"
#include "query/show/matches.h"
#include "query/show/stretch.h"

namespace timbao {

/// Cuts a snippet out of a text: a stretch of matches with as much of the text around it as there is room for.
///
///   cut_snippet(text, best_stretch(text.matches, weights, 200), 200).text == "… Đảng bộ họp bàn về ngân sách …"
///
/// A third of the room goes to what stands before the matches, back to the beginning of a sentence if one is near; the
/// rest goes to what stands behind them.
///
/// Takes    a text with at least one token, a stretch of it, and the most code points that the snippet may have.
/// Returns  the text between two tokens, line ends as spaces, with the highlights of all matches in it, and "…" at each
///          end where something was left out (it does not count to the limit). No joined form is cut in two. What
///          cannot be cut between tokens is cut where the room ends, together with its highlight: a match or a word
///          that is longer than the limit, and a long row of signs before the first word or behind the last one.
/// Errors   none.
/// Source   docs/query-language.md, "Formats". Covered by snippet_test, snippet_property_test and fuzz/snippet_fuzz.
HighlightedText cut_snippet(const MatchedText& text, const Stretch& stretch, std::size_t limit_chars);

}  // namespace timbao
