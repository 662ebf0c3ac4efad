// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/text/tokenize.h"

namespace timbao {

/// Whether an extra is a reading, so that it is found as a word: a joined form as a whole (KT-XH as ktxh) or a range
/// (2015-2020). The others, days and documents, have terms of their own.
///
/// Source   docs/folding.md. Covered by question_test.
inline bool is_reading(const Extra& extra) { return extra.kind == ExtraKind::whole || extra.kind == ExtraKind::range; }

/// Whether an extra is a number with its percent sign: 65%.
inline bool is_percent(const Extra& extra) {
  return is_reading(extra) && !extra.folded.empty() && extra.folded.back() == '%';
}

/// Whether a query asks for an extra as one more word in place of its tokens. It does not ask for percentages: "65%"
/// is to find 65 too.
inline bool is_asked_reading(const Extra& extra) { return is_reading(extra) && !is_percent(extra); }

}  // namespace timbao
