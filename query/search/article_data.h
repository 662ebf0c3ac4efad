// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "common/index/article_tokens.h"
#include "query/search/open_archive.h"

namespace timbao {

/// How values, posting lists and token sequences are read: of an index of this machine, from its files, of one behind a
/// server so that many come in one answer. All that reads them calls these functions, and need not know where an index is.
///
/// Errors   Xapian::Error; Error(index_failed) where the index is damaged.
/// Source   docs/remote.md. Covered by the tests of searching, and by tests/cli/remote_index_test.cc.
/// Threads  one a thread, as the archive.

/// The documents that have a term, sorted; of the empty term all documents.
std::vector<Xapian::docid> documents_with(const OpenArchive& archive, const std::string& term);

/// The first document that has a term; 0 where none has.
Xapian::docid first_with(const OpenArchive& archive, const std::string& term);

/// The values of a slot of some documents, in their order.
///
///   values_of(archive, documents, slot::kOldest)
///
/// Takes    documents of the archive, sorted. And, of an index behind a server, a query that finds all of these documents
///          and not many others, where there is one: to find them by it saves time.
std::vector<std::string> values_of(const OpenArchive& archive, const std::vector<Xapian::docid>& documents,
                                   Xapian::valueno slot, const Xapian::Query& within = {});

/// The value of a slot of one document. It is small: a key, not a text.
std::string value_of(const OpenArchive& archive, Xapian::docid document, Xapian::valueno slot);

/// Makes sure that value_of() and tokens_of() need not ask a server again for each of some documents. Of an index of this
/// machine they do nothing.
void fetch_values(const OpenArchive& archive, const std::vector<Xapian::docid>& documents, Xapian::valueno slot);
void fetch_tokens(const OpenArchive& archive, const std::vector<Xapian::docid>& documents);

/// How many documents it is worth to fetch tokens for at once.
inline constexpr std::size_t kFetchedAtOnce = 512;

/// Calls a function with as many documents as are fetched at once, again and again, until all had their turn.
template <typename OnBatch>
void each_batch(const std::vector<Xapian::docid>& documents, OnBatch on_batch) {
  for (std::size_t begin = 0; begin < documents.size(); begin += kFetchedAtOnce) {
    const auto first = documents.begin() + static_cast<std::ptrdiff_t>(begin);
    const std::size_t size = std::min(kFetchedAtOnce, documents.size() - begin);
    on_batch(std::vector<Xapian::docid>(first, first + static_cast<std::ptrdiff_t>(size)));
  }
}

/// The tokens of an article; valid until those of another one are read.
const ArticleTokens& tokens_of(const OpenArchive& archive, Xapian::docid document);

}  // namespace timbao
