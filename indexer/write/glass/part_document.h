// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "common/index/term_maker.h"

namespace timbao::glass {

/// The document of an article on its way into a part. Its many terms are kept apart, as TermMaker gives them: put into
/// the document, each would cost as much again as its posting does.
struct PartDocument {
  Xapian::Document document;           ///< values, data, and the terms that do not come from the text
  std::vector<TermImpact> text_terms;  ///< those of the text; valid until the next article is written
};

}  // namespace timbao::glass
