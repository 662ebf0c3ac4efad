// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/clause_query.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"
#include "tests/query/support/truth.h"

namespace timbao {
namespace {

using test::ask;
using test::FakeVocabulary;
using Terms = std::set<std::string>;

const FakeVocabulary& vocabulary() {
  static const FakeVocabulary kVocabulary(1'000, {{"dang~", 4},
                                                  {"dang~9", 90},
                                                  {"dang~93", 50},
                                                  {"dang~98", 20},
                                                  {"Sdang~93", 7},
                                                  {"xay~6", 80},
                                                  {"xay~xay", 1},
                                                  {"dung~75", 70},
                                                  {"Bxay dung", 30},
                                                  {"tp~", 12},
                                                  {"hcm~", 9},
                                                  {"tphcm~", 3},
                                                  {"Y2018", 100},
                                                  {"XSbao tinh", 60},
                                                  {"khoai~", 5},
                                                  {"Bkhoai xay", 1}});
  return kVocabulary;
}

struct Built {
  Terms terms;
  std::uint64_t most = 0;
};

Built build(std::string_view query) {
  const Question question = ask(query);
  const QuestionCounts counts = count_words(question, vocabulary());
  const QueryBuilder builder(question, counts, vocabulary());
  const Xapian::Query built = builder.superset(question.counted);
  return {Terms(built.get_unique_terms_begin(), built.get_terms_end()), builder.most_articles(question.counted)};
}

TEST(CountWords, CountsReadingsAndEstimatesTheirUnion) {
  const Question question = ask("đảng");
  const WordCounts counts = count_words(question, vocabulary()).front();
  EXPECT_EQ(counts.readings.size(), 4U);
  EXPECT_EQ(counts.articles_own, 50U);
  EXPECT_EQ(counts.articles_plain, 4U);
  EXPECT_NEAR(counts.articles_folded, 1'000 * (1 - 0.996 * 0.91 * 0.95 * 0.98), 1e-6);
}

TEST(CountWords, LooksInTheFieldOfAWord) {
  const Question question = ask("title:đảng");
  for (const WordCounts& counts : count_words(question, vocabulary())) {
    EXPECT_EQ(counts.readings.size(), 1U);
    EXPECT_EQ(counts.articles_own, 7U);
  }
}

TEST(QueryBuilder, TakesTheReadingsThatAWordStandsFor) {
  EXPECT_EQ(build("đảng").terms, (Terms{"dang~93", "dang~"}));
  EXPECT_EQ(build("dang").terms, (Terms{"dang~", "dang~9", "dang~93", "dang~98"}));
  EXPECT_EQ(build("=đảng").terms, Terms{"dang~93"});
  EXPECT_EQ(build("title:đảng").terms, Terms{"Sdang~93"});
  EXPECT_EQ(build("vắngbóng").terms, Terms{});
}

TEST(QueryBuilder, TakesAPairOnlyWhereItIsATermEverywhere) {
  EXPECT_EQ(build("\"xay dung\"").terms, Terms{"Bxay dung"}) << "a pair of the list says it all";
  EXPECT_EQ(build("\"khoai xay\"").terms.count("Bkhoai xay"), 0U) << "titles have it, other texts not";
  EXPECT_EQ(build("=\"xây dựng\"").terms, (Terms{"Bxay dung", "dung~75"})) << "the readings of both are looked at";
}

TEST(QueryBuilder, TakesTheWholeOrThePartsOfAJoinedForm) {
  EXPECT_EQ(build("TP.HCM").terms, (Terms{"tp~", "hcm~", "tphcm~"}));
}

TEST(QueryBuilder, ExcludesNothingByARunAlone) {
  EXPECT_EQ(build("khoai -đảng").terms, (Terms{"khoai~", "dang~93", "dang~"}));
  EXPECT_EQ(build("khoai -\"xay dung\"").terms, Terms{"khoai~"});
  EXPECT_EQ(build("khoai -body:đảng").terms, Terms{"khoai~"}) << "its plain terms are those of titles too";
}

TEST(QueryBuilder, TellsAtMostHowManyThereAre) {
  EXPECT_EQ(build("đảng").most, 54U);
  EXPECT_EQ(build("đảng khoai").most, 5U);
  EXPECT_EQ(build("đảng OR khoai").most, 59U);
  EXPECT_EQ(build("\"xay dung\"").most, 30U);
  EXPECT_EQ(build("đảng source:\"báo tỉnh\" date:2018").most, 54U);
  EXPECT_EQ(build("-đảng").most, 1'000U);
  EXPECT_EQ(build("vắngbóng").most, 0U);
}

TEST(QueryBuilder, OpensTheRarestListsOfARunOnly) {
  EXPECT_EQ(build("\"khoai xây đảng\"").terms, (Terms{"khoai~", "dang~93", "dang~"}));
  EXPECT_EQ(build("\"đảng xây\"").terms, (Terms{"dang~93", "dang~", "xay~6", "xay~xay"}));
}

double likely(std::string_view query) {
  const Question question = ask(query);
  const QuestionCounts counts = count_words(question, vocabulary());
  return QueryBuilder(question, counts, vocabulary()).likely_articles(question.counted);
}

TEST(QueryBuilder, TellsAboutHowManyThereAre) {
  EXPECT_NEAR(likely("đảng"), 1'000 * (1 - 0.95 * 0.996), 1e-9);
  EXPECT_NEAR(likely("khoai hcm"), 1'000 * 0.005 * 0.009, 1e-9);
  EXPECT_NEAR(likely("khoai OR hcm"), 1'000 * (1 - 0.995 * 0.991), 1e-9);
  EXPECT_NEAR(likely("hcm -khoai"), 1'000 * 0.009 * 0.995, 1e-9);
  EXPECT_NEAR(likely("khoai date:2018"), 1'000 * 0.005 * 0.1, 1e-9);
  EXPECT_NEAR(likely("\"khoai hcm\""), 1'000 * 0.005 * 0.009, 1e-9);
  EXPECT_EQ(likely("vắngbóng"), 0);
}

/// The words that must all be there after narrowing.
Terms words_of_narrowed(std::string_view query) {
  const Question question = ask(query);
  const QuestionCounts counts = count_words(question, vocabulary());
  const QueryBuilder builder(question, counts, vocabulary());
  const Xapian::Query built = builder.superset(builder.narrowed(question.counted));
  return {built.get_unique_terms_begin(), built.get_terms_end()};
}

TEST(QueryBuilder, NarrowsToTheRarestOfManyWords) {
  EXPECT_EQ(words_of_narrowed("xây đảng khoai hcm"), (Terms{"khoai~", "hcm~"}));
  EXPECT_EQ(words_of_narrowed("xây đảng"), (Terms{"xay~6", "xay~xay", "dang~93", "dang~"}));
  EXPECT_EQ(words_of_narrowed("khoai OR hcm"), (Terms{"khoai~", "hcm~"})) << "either may be there alone";
  EXPECT_EQ(words_of_narrowed("đảng khoai date:2018 hcm xây").count("Y2018"), 1U) << "filters stay";
}

TEST(QueryBuilder, FindsAllThatIsTrueAndNeverMoreThanItSays) {
  const Xapian::Database database(test::generated_index());
  VocabularyMemory memory;
  const std::unique_ptr<Vocabulary> counted = vocabulary_of(database, memory);
  test::TruthMaker maker(21);
  for (int round = 0; round < 300; ++round) {
    const test::Truth truth = maker.make();
    const Question question = ask(truth.query());
    const QuestionCounts counts = count_words(question, *counted);
    const QueryBuilder builder(question, counts, *counted);
    Xapian::Enquire enquire(database);
    enquire.set_query(builder.superset(question.counted));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    std::set<std::size_t> found;  // places in the archive: documents stand in its order
    const Xapian::MSet hits = enquire.get_mset(0, database.get_doccount());
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) found.insert(*hit - 1);
    enquire.set_query(builder.superset(builder.narrowed(question.counted)));
    const Xapian::MSet narrowed = enquire.get_mset(0, database.get_doccount());
    const std::set<std::size_t> narrow(narrowed.begin(), narrowed.end());
    std::size_t true_count = 0;
    for (std::size_t i = 0; i < test::generated_archive().size(); ++i) {
      if (!truth.holds(test::generated_archive()[i])) continue;
      ++true_count;
      ASSERT_EQ(found.count(i), 1U) << truth.query();
      ASSERT_EQ(narrow.count(i + 1), 1U) << truth.query();
    }
    EXPECT_LE(true_count, builder.most_articles(question.counted)) << truth.query();
    if (!has_run(question.counted)) {
      EXPECT_EQ(true_count, found.size()) << truth.query();
    }
  }
}

}  // namespace
}  // namespace timbao
