// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/expand/draft.h"

namespace timbao {

/// Proposes the terms and the printed forms of document numbers as people type them.
///
///   nq 18, nq18, nq số 18, 18/nq     nghị quyết 18, nghị quyết số 18 …; the term "Onq 18"
///   tt 08/2019, thông tư 8 năm 2019  thông tư 8/2019 …; the terms that begin with "O8/2019/tt/"
///   nq 18-tw                         the term "O18/nq/tw" too
///   nghị định 100                    nđ 100 …
///
/// A type of document is read by its abbreviation or name, with marks or without, and only where a number follows that
/// the archive has for this type: "nd 100" is no decree where no article names decree 100.
///
/// Returns  drafts of AlternativeKind::document.
/// Errors   those of the vocabulary.
/// Source   docs/variants.md, "Document numbers". The types are those of docs/folding.md. Covered by documents_test.
std::vector<Draft> document_drafts(const ExpandInput& input);

}  // namespace timbao
