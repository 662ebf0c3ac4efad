// SPDX-License-Identifier: GPL-2.0-or-later
// Counting, paging and reranking are functions of one prepared question: they give the same in any order of calls.
#include "query/search/search_context.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "query/search/count.h"
#include "query/search/page.h"
#include "query/search/search_caches.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/generated_archive.h"
#include "tests/query/support/truth.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

/// The generated archive, open.
class Archive {
 public:
  Archive() : database_(test::generated_index()), vocabulary_(vocabulary_of(database_, caches_.vocabulary)) {}

  [[nodiscard]] OpenArchive open() {
    return {database_, *vocabulary_, caches_.tokens, DocumentNumbers::of_the_archive};
  }

 private:
  Xapian::Database database_;
  SearchCaches caches_;
  std::unique_ptr<Vocabulary> vocabulary_;
};

std::string described(const std::vector<RankedArticle>& hits) {
  std::string text;
  for (const RankedArticle& hit : hits) text += std::to_string(hit.document) + ':' + std::to_string(hit.score) + ' ';
  return text;
}

std::string described(const Total& total) {
  return std::to_string(total.count) + (total.exact ? " exactly" : " about");
}

SearchRequest request_of(int round) {
  constexpr SortOrder kOrders[] = {SortOrder::relevance, SortOrder::relevance, SortOrder::title};
  SearchRequest request;
  request.sort = kOrders[round % 3];
  request.collapse = round % 5 == 0 ? Collapse::yes : Collapse::no;
  request.offset = round % 4 == 0 ? 7 : 0;
  return request;
}

TEST(SearchContext, GivesTheSameInAnyOrderOfCalls) {
  Archive archive;
  test::TruthMaker maker(8);
  for (int round = 0; round < static_cast<int>(test::rounds(200)); ++round) {
    const std::string query = maker.make().query();
    const SearchRequest request = request_of(round);
    const OpenArchive open = archive.open();
    const PreparedQuestion prepared(test::ask(query, request), open.vocabulary);
    const SearchContext counted_first(open, prepared, request), paged_first(open, prepared, request);
    const Counted counted = count(counted_first);
    const std::string hits = described(page(counted_first, counted));
    EXPECT_EQ(described(page(paged_first, Counted())), hits) << query;
    EXPECT_EQ(described(page(paged_first, Counted())), hits) << "a second time: " << query;
    EXPECT_EQ(described(count(paged_first).total), described(counted.total)) << query;
  }
}

TEST(SearchContext, NeedsNoDeciderWherePostingListsTell) {
  Archive archive;
  const OpenArchive open = archive.open();
  const SearchRequest request;
  const PreparedQuestion word(test::ask("đảng"), open.vocabulary), phrase(test::ask("\"xã hội\""), open.vocabulary);
  EXPECT_EQ(SearchContext(open, word, request).hits_decider(), nullptr);
  EXPECT_NE(SearchContext(open, phrase, request).hits_decider(), nullptr);
}

}  // namespace
}  // namespace timbao
