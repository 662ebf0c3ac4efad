// SPDX-License-Identifier: GPL-2.0-or-later
// Search beside an evaluation of the same questions that shares no code with it.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "query/search/searcher.h"
#include "tests/query/support/truth.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

using test::Truth;
using test::WrittenWord;
using Ids = std::vector<std::string>;

SearchRequest request_for(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  request.today = {2018, 2, 1};
  request.limit.reset();
  request.snippet_chars = 0;
  return request;
}

Ids sorted_ids(const Answer& answer) {
  Ids ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// Up to five ids that only one side has: "" where both are equal.
std::string difference(const Ids& found, const Ids& expected) {
  Ids too_many, missing;
  std::set_difference(found.begin(), found.end(), expected.begin(), expected.end(), std::back_inserter(too_many));
  std::set_difference(expected.begin(), expected.end(), found.begin(), found.end(), std::back_inserter(missing));
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(5, too_many.size()); ++i) text += " found " + too_many[i];
  for (std::size_t i = 0; i < std::min<std::size_t>(5, missing.size()); ++i) text += " missed " + missing[i];
  return text;
}

/// A word alone has hits with any of its readings; in all other questions words are needed.
bool is_exact(const Truth& truth) { return truth.kind != Truth::Kind::word; }

std::vector<Truth> as_words(const std::vector<WrittenWord>& words, MarksMode marks = MarksMode::prefer) {
  std::vector<Truth> truths;
  for (const WrittenWord& word : words) truths.push_back(test::truth_word(word, marks));
  return truths;
}

std::string bare(const std::vector<WrittenWord>& words) {
  std::string query;
  for (const WrittenWord& word : words) query += (query.empty() ? "" : " ") + word.printed;
  return query;
}

/// Different words, so that none is asked twice.
std::vector<WrittenWord> draw_words(std::size_t count, std::mt19937& random) {
  std::vector<WrittenWord> words;
  std::set<std::string> known;
  while (words.size() < count) {
    WrittenWord word = test::draw_word(random);
    if (random() % 3 == 0) word.printed = word.folded;
    if (known.insert(word.printed).second) words.push_back(word);
  }
  return words;
}

TEST(SearchOracle, FindsExactlyWhatARandomQuestionAsksFor) {
  Searcher searcher({test::generated_index()});
  test::TruthMaker maker(7);
  int with_hits = 0;
  for (std::size_t round = 0; round < test::rounds(100); ++round) {
    const Truth truth = maker.make();
    const Ids expected = test::true_ids(truth);
    const SearchRequest request = request_for(truth.query());
    const Answer answer = searcher.search(request);
    if (is_exact(truth)) {
      ASSERT_EQ(difference(sorted_ids(answer), expected), "") << request.query.text();
    }
    EXPECT_EQ(answer.total.count, expected.size()) << request.query.text();
    EXPECT_TRUE(answer.total.exact);
    with_hits += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(with_hits, static_cast<int>(test::rounds(60))) << "questions without an answer test little";
}

TEST(SearchOracle, SortsTheSameHitsByDate) {
  Searcher searcher({test::generated_index()});
  test::TruthMaker maker(8);
  for (std::size_t round = 0; round < test::rounds(20); ++round) {
    const Truth truth = maker.make();
    SearchRequest request = request_for(truth.query());
    for (const SortOrder order : {SortOrder::newest, SortOrder::oldest, SortOrder::title}) {
      request.sort = order;
      ASSERT_EQ(difference(sorted_ids(searcher.search(request)), test::true_ids(truth)), "") << request.query.text();
    }
  }
}

TEST(SearchOracle, FindsAnyOfTheWordsAndCountsAll) {
  Searcher searcher({test::generated_index()});
  std::mt19937 random(9);
  for (std::size_t round = 0; round < test::rounds(27); ++round) {
    const std::vector<WrittenWord> words = draw_words(2 + round % 9, random);
    const SearchRequest request = request_for(bare(words));
    const Answer answer = searcher.search(request);
    const Ids any = test::true_ids(test::truth_of(Truth::Kind::any, as_words(words, MarksMode::fold)));
    EXPECT_EQ(difference(sorted_ids(answer), any), "") << request.query.text();
    EXPECT_EQ(answer.total.count, test::true_ids(test::truth_of(Truth::Kind::all, as_words(words))).size())
        << request.query.text();
  }
}

TEST(SearchOracle, ObeysMatchAndMarks) {
  Searcher searcher({test::generated_index()});
  std::mt19937 random(10);
  for (std::size_t round = 0; round < test::rounds(12); ++round) {
    const std::vector<WrittenWord> words = draw_words(1 + round % 3, random);
    for (const MarksMode marks : {MarksMode::fold, MarksMode::prefer, MarksMode::strict}) {
      SearchRequest request = request_for(bare(words));
      request.marks = marks;
      request.match = MatchMode::all;
      const Ids all = test::true_ids(test::truth_of(Truth::Kind::all, as_words(words, marks)));
      EXPECT_EQ(difference(sorted_ids(searcher.search(request)), all), "") << request.query.text();
      request.match = MatchMode::any;
      const MarksMode readings = marks == MarksMode::strict ? marks : MarksMode::fold;
      const Ids any = test::true_ids(test::truth_of(Truth::Kind::any, as_words(words, readings)));
      const Answer answer = searcher.search(request);
      EXPECT_EQ(difference(sorted_ids(answer), any), "") << static_cast<int>(marks) << request.query.text();
      EXPECT_EQ(answer.total.count, any.size());
      EXPECT_EQ(answer.total.match, MatchMode::any);
    }
  }
}

/// Pairs of neighbours help to find candidates; they must not bring in what holds none of the words as they are asked.
TEST(SearchOracle, FindsAnyOfTheWordsOnlyInTheirFieldAndReading) {
  Searcher searcher({test::generated_index()});
  std::mt19937 random(11);
  for (std::size_t round = 0; round < test::rounds(12); ++round) {
    std::vector<Truth> in_titles = as_words(draw_words(2, random), MarksMode::fold);
    std::vector<Truth> in_bodies = in_titles, strict = as_words(draw_words(2, random), MarksMode::strict);
    for (Truth& truth : in_titles) truth.field = Field::title;
    for (Truth& truth : in_bodies) truth.field = Field::body;
    for (const std::vector<Truth>& truths : {in_titles, in_bodies, strict}) {
      const std::string query = truths[0].query() + ' ' + truths[1].query();
      const Ids any = test::true_ids(test::truth_of(Truth::Kind::any, truths));
      EXPECT_EQ(difference(sorted_ids(searcher.search(request_for(query))), any), "") << query;
    }
  }
}

TEST(SearchOracle, FindsEveryReadingOfAnUnmarkedWord) {
  Searcher searcher({test::generated_index()});
  for (const char* folded : {"dang", "ban", "hoa", "truong", "khuyu"}) {
    const Ids expected = test::true_ids(test::truth_word({folded, folded}));
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(sorted_ids(searcher.search(request_for(folded))), expected);
  }
}

/// Every completion is used, so a letter more never brings a new article.
TEST(SearchOracle, FindsNoOtherArticlesWithALetterMore) {
  Searcher searcher({test::generated_index()});
  const std::vector<std::vector<std::string>> growing{{"tr", "tru", "truo", "truon", "truong"},
                                                      {"đa", "đả", "đản", "đảng"},
                                                      {"ho", "hoa", "hoà"},
                                                      {"title:ba", "title:ban"},
                                                      {"body:ba", "body:ban", "body:bàn"}};
  for (const std::vector<std::string>& beginnings : growing) {
    Ids before;
    for (const std::string& beginning : beginnings) {
      const Ids now = sorted_ids(searcher.search(request_for(beginning + '*')));
      EXPECT_FALSE(now.empty()) << beginning;
      EXPECT_TRUE(before.empty() || std::includes(before.begin(), before.end(), now.begin(), now.end())) << beginning;
      before = now;
    }
  }
}

TEST(SearchOracle, FindsEveryArticleWithACompletion) {
  Searcher searcher({test::generated_index()});
  for (const char* beginning : {"tr", "tru", "ba", "hoa", "khu", "zz"}) {
    Truth truth = test::truth_word({beginning, beginning});
    truth.kind = Truth::Kind::prefix;
    const Answer answer = searcher.search(request_for(truth.query()));
    EXPECT_EQ(difference(sorted_ids(answer), test::true_ids(truth)), "") << beginning;
    EXPECT_EQ(answer.total.count, test::true_ids(truth).size()) << beginning;
  }
}

/// Whether posting lists or token sequences tell that an article has a beginning depends on how many have it.
TEST(SearchOracle, FindsTheSameByABeginningInEveryPlaceOfAQuery) {
  Searcher searcher({test::generated_index()});
  const auto found = [&](const std::string& query) { return sorted_ids(searcher.search(request_for(query))); };
  const std::size_t all = test::generated_archive().size();
  for (const std::string beginning : {"tr*", "ba*", "ho*", "kh*", "đả*", "da*"}) {
    const Ids alone = found(beginning);
    EXPECT_EQ(found('+' + beginning), alone) << beginning;
    EXPECT_EQ(found(beginning + " AND " + beginning), alone) << beginning;
    EXPECT_EQ(found(beginning + " OR " + beginning), alone) << beginning;
    EXPECT_EQ(found("+(" + beginning + " OR zzz)"), alone) << beginning;
    EXPECT_EQ(found('-' + beginning).size(), all - alone.size()) << beginning;
  }
}

/// Many words with OR are left to the token sequences where most articles have one of them.
TEST(SearchOracle, FindsByManyWordsWhatTheyFindOneByOne) {
  Searcher searcher({test::generated_index()});
  const std::vector<std::string> words{"đảng", "dang", "xây", "dựng", "khoai", "ban", "giao", "họp",  "trường", "hoà",
                                       "bộ",   "chi",  "dân", "đất",  "rừng",  "xe",  "giá",  "xăng", "huyện",  "xã"};
  std::string any, none;
  Ids found;
  for (const std::string& word : words) {
    any += (any.empty() ? "" : " OR ") + word;
    none += " -" + word;
    const Ids one = sorted_ids(searcher.search(request_for('+' + word)));
    Ids both;
    std::set_union(found.begin(), found.end(), one.begin(), one.end(), std::back_inserter(both));
    found = std::move(both);
  }
  EXPECT_FALSE(found.empty());
  EXPECT_EQ(difference(sorted_ids(searcher.search(request_for(any))), found), "");
  EXPECT_EQ(sorted_ids(searcher.search(request_for(none))).size(), test::generated_archive().size() - found.size());
}

TEST(SearchOracle, FindsInTwoIndexesWhatOneOfAllFinds) {
  Searcher both(test::generated_halves());
  test::TruthMaker maker(12);
  for (std::size_t round = 0; round < test::rounds(30); ++round) {
    const Truth truth = maker.make();
    const Answer answer = both.search(request_for(truth.query()));
    if (is_exact(truth)) {
      ASSERT_EQ(difference(sorted_ids(answer), test::true_ids(truth)), "") << truth.query();
    }
    EXPECT_EQ(answer.total.count, test::true_ids(truth).size());
  }
  const Article& last = test::generated_archive().back().article;
  const std::vector<FoundArticle> found = both.articles(last.id);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].article, last);
  EXPECT_TRUE(both.articles("vắng").empty());
}

/// Something of a phrase that is only one of several operands.
TEST(SearchOracle, TakesAPhraseAmongWordsForOneOfThem) {
  Searcher searcher({test::generated_index()});
  test::TruthMaker maker(13);
  int phrases = 0;
  while (phrases < static_cast<int>(test::rounds(25))) {
    const Truth phrase = maker.make();
    if (phrase.kind != Truth::Kind::phrase || phrase.field) continue;
    ++phrases;
    const WrittenWord word{"khuỷu", "khuyu"};
    const SearchRequest request = request_for(phrase.query() + " khuỷu");
    const Truth any = test::truth_of(Truth::Kind::any, {phrase, test::truth_word(word)});
    const Truth all = test::truth_of(Truth::Kind::all, {phrase, test::truth_word(word)});
    // As one of several a marked word of a phrase is any reading; so there may be more hits, never fewer.
    const Ids found = sorted_ids(searcher.search(request)), expected = test::true_ids(any);
    EXPECT_TRUE(std::includes(found.begin(), found.end(), expected.begin(), expected.end())) << request.query.text();
    EXPECT_EQ(searcher.search(request).total.count, test::true_ids(all).size()) << request.query.text();
  }
}

}  // namespace
}  // namespace timbao
