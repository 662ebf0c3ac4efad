// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/index/article.h"
#include "common/index/term_maker.h"
#include "common/index/terms.h"

namespace timbao::test {

/// The document of an article, made after docs/index-format.md by what both programs share, so that search is tested
/// without the program that indexes.
Xapian::Document document_of(const Article& article, TermMaker& terms);

/// Makes DIR an index of these articles, each with an id of its own. Their order is the order of their document
/// numbers.
///
///   TempDirectory directory;
///   write_index(directory / "index", {article});
///   Searcher searcher({directory / "index"});
void write_index(const std::string& directory, const std::vector<Article>& articles);

}  // namespace timbao::test
