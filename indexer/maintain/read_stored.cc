// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maintain/read_stored.h"

#include <xapian.h>

#include <utility>

#include "common/base/error.h"
#include "common/index/document_terms.h"
#include "common/store/open_stored_articles.h"
#include "common/store/xapian_errors.h"
#include "indexer/input/article/measure.h"
#include "indexer/maintain/stored_articles.h"

namespace timbao {
namespace {

ParsedArticle read_stored(const Xapian::Document& document, const std::string& directory) {
  try {
    ReadArticle read;
    read.article = stored_article(document);
    measure(read);
    return read;
  } catch (const Error& error) {
    Rejected rejected = rejected_as(RejectReason::unreadable, error.message());
    rejected.path = directory;
    return rejected;
  }
}

}  // namespace

std::vector<std::string> read_stored_articles(const std::string& directory,
                                              const std::function<bool(ParsedArticle)>& use) {
  std::vector<std::string> damaged;
  with_index_errors(directory, [&] {
    const Xapian::Database database = open_for_stored_articles(directory);
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
      const Xapian::Document document = database.get_document(*at);
      ParsedArticle parsed = read_stored(document, directory);
      if (std::holds_alternative<Rejected>(parsed)) {
        // An article that came without a path has no file that could be read again.
        if (std::string path = path_term_of(document); !path.empty()) damaged.push_back(std::move(path));
      }
      if (!use(std::move(parsed))) return;
    }
  });
  return damaged;
}

}  // namespace timbao
