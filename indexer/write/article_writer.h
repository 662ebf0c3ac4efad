// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string_view>

#include "common/index/article.h"
#include "common/index/term_maker.h"
#include "common/index/terms.h"
#include "indexer/write/glass/part_document.h"

namespace timbao {

/// What of an article's document does not come from its text alone, or was worked out before.
struct DocumentIdentity {
  std::string_view id_term;
  std::string_view path_term;           ///< empty where the article has no path
  std::string_view content_hash;        ///< content_hash(article)
  std::uint64_t place = 0;              ///< in the run: of two articles with one id, that with the greater place stays
  std::string_view first_indexed = {};  ///< as slot::kFirstIndexed has it
};

/// Makes the document that stands for an article in a database: terms, value slots, token sequence, stored text.
///
///   ArticleWriter writer;
///   database.add_document(writer.write(article, {id_term, path_term, content_hash, 17}));
///
/// Takes    a complete article, and what is known of it.
/// Returns  a document that follows from these two alone: not from the articles that the writer made before.
/// Errors   none of its own.
/// Threads  one writer a thread: it caches what words gave.
/// Source   docs/index-format.md, "Terms" and "Value slots"; check_articles() compares documents with it.
class ArticleWriter {
 public:
  [[nodiscard]] Xapian::Document write(const Article& article, const DocumentIdentity& identity);

  /// The same document for a part, to which it must be added before the next call.
  [[nodiscard]] glass::PartDocument write_for_part(const Article& article, const DocumentIdentity& identity);

  /// The same for an article of which nothing is known yet, at place 0: for comparing with a document of the index.
  [[nodiscard]] Xapian::Document write(const Article& article);

 private:
  TermMaker terms_;
};

}  // namespace timbao
