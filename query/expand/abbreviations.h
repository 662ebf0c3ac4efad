// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/expand/draft.h"

namespace timbao {

/// Proposes what abbreviations stand for, and abbreviations for what was typed.
///
///   csgt                   cảnh sát giao thông
///   cảnh sát giao thông    CSGT
///   tphcm                  Thành phố Hồ Chí Minh, TP Hồ Chí Minh, Sài Gòn, TP.HCM
///   bt công thương         bộ trưởng, and with less weight bí thư
///
/// Where a form has several meanings, the words beside it tell them apart: how often the archive has them beside the
/// meaning (Vocabulary). A form of one or two letters is read, but never proposed for what it stands for.
///
/// Takes    ExpandInput; the list is that of the request, or the shipped one.
/// Returns  drafts of kind abbreviation; none weighs more than what was typed.
/// Errors   those of the vocabulary.
/// Source   docs/variants.md, "Abbreviations"; the weights were chosen on judged queries (docs/experiments.md). Covered by
///          abbreviations_test, shipped_abbreviations_test and abbreviations_fuzz.
std::vector<Draft> abbreviation_drafts(const ExpandInput& input);

}  // namespace timbao
