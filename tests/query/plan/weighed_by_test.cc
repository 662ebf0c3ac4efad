// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/weighed_by.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "query/plan/candidates.h"

namespace timbao {
namespace {

using Xapian::Query;

constexpr unsigned kArticles = 1'000, kTerms = 10, kQueries = 2'000, kWanted = 10;

unsigned below(std::mt19937& random, unsigned limit) { return static_cast<unsigned>(random() % limit); }

std::string term(unsigned number) { return "t" + std::to_string(number); }

/// Articles with terms of which each is rarer than the one before.
Xapian::WritableDatabase random_articles(std::mt19937& random) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (unsigned article = 0; article < kArticles; ++article) {
    Xapian::Document document;
    for (unsigned i = 0; i < kTerms; ++i)
      if (below(random, 5 * i + 6) == 0) document.add_term(term(i), 1 + below(random, 12));
    database.add_document(document);
  }
  return database;
}

std::vector<Query> random_lists(std::mt19937& random) {
  std::vector<Query> lists;
  for (unsigned i = 0; i < kTerms; ++i)
    lists.emplace_back(Query::OP_SCALE_WEIGHT, Query(term(i)), 1 + below(random, 40) / 10.0);
  std::shuffle(lists.begin(), lists.end(), random);
  return lists;
}

Query any_of(const std::vector<Query>& lists, unsigned begin, unsigned end) {
  return {Query::OP_OR, lists.begin() + begin, lists.begin() + end};
}

/// The best articles, where Xapian looks at so many at least.
std::vector<std::pair<Xapian::docid, float>> best(const Xapian::Database& database, const Query& query,
                                                  Xapian::doccount look_at) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(first_pass_weight());
  const Xapian::MSet found = enquire.get_mset(0, kWanted, look_at);
  std::vector<std::pair<Xapian::docid, float>> articles;  // as float: the order in which weights are added differs
  for (auto at = found.begin(); at != found.end(); ++at)
    articles.emplace_back(*at, static_cast<float>(at.get_weight()));
  return articles;
}

/// Of how many queries other articles are found than where Xapian looks at all of them.
template <typename MakeQuery>
unsigned differ(MakeQuery make_query) {
  std::mt19937 random(7);
  const Xapian::WritableDatabase database = random_articles(random);
  unsigned different = 0;
  for (unsigned i = 0; i < kQueries; ++i) {
    const std::vector<Query> lists = random_lists(random);
    const Query query = make_query(lists, 1 + below(random, kTerms - 1));
    if (best(database, query, 0) != best(database, query, kArticles)) ++different;
  }
  return different;
}

TEST(WeighedBy, LosesNoArticleOfWhatDoesNotWeigh) {
  EXPECT_EQ(differ([](const std::vector<Query>& lists, unsigned finding) {
              return weighed_by(Query(Query::OP_SCALE_WEIGHT, any_of(lists, 0, finding), 0), any_of(lists, 0, kTerms));
            }),
            0U);
}

TEST(WeighedBy, LosesNoArticleOfOneList) {
  EXPECT_EQ(differ([](const std::vector<Query>& lists, unsigned /*finding*/) {
              return weighed_by(lists.front(), any_of(lists, 1, kTerms));
            }),
            0U);
}

/// Where this fails, Xapian's AND MAYBE has been mended, and can be used again.
TEST(WeighedBy, IsNeededBecauseXapianLosesArticles) {
  EXPECT_GT(differ([](const std::vector<Query>& lists, unsigned finding) {
              return Query(Query::OP_AND_MAYBE, any_of(lists, 0, finding), any_of(lists, finding, kTerms));
            }),
            0U);
}

/// The articles and their weights are those of an AND MAYBE.
TEST(WeighedBy, FindsAndWeighsAsAndMaybeDoes) {
  std::mt19937 random(8);
  const Xapian::WritableDatabase database = random_articles(random);
  for (unsigned i = 0; i < kQueries; ++i) {
    const std::vector<Query> lists = random_lists(random);
    const unsigned finding = 1 + below(random, kTerms - 1);
    const Query first = any_of(lists, 0, finding), others = any_of(lists, finding, kTerms);
    ASSERT_EQ(best(database, weighed_by(first, others), kArticles),
              best(database, Query(Query::OP_AND_MAYBE, first, others), kArticles));
  }
}

}  // namespace
}  // namespace timbao
