// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>

#include "common/index/article.h"
#include "common/index/term_maker.h"
#include "common/index/terms.h"

namespace timbao {

/// Makes the document that stands for an article in a database: terms, value slots, token sequence, stored text.
///
///   ArticleWriter writer; database.add_document(writer.write(article, 17));
///
/// Takes    a complete article, and its place in the run: of two with one id, that with the greater place stays.
/// Returns  a document that follows from the article and its place alone.
/// Errors   none of its own.
/// Threads  one writer a thread.
/// Source   docs/index-format.md.
class ArticleWriter {
 public:
  [[nodiscard]] Xapian::Document write(const Article& article, std::uint64_t place);

 private:
  TermMaker terms_;
};

}  // namespace timbao
