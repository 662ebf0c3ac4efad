// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/clause_kinds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "query/plan/narrow.h"
#include "query/plan/prepared_question.h"
#include "query/plan/told_by_lists.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"
#include "tests/query/support/truth.h"
#include "tests/sanitizer.h"

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
  const PreparedQuestion prepared(ask(query), vocabulary());
  const Clause& clause = prepared.question().counted;
  const ClauseContext context = prepared.context(vocabulary());
  const Xapian::Query built = superset(clause, context);
  return {Terms(built.get_unique_terms_begin(), built.get_terms_end()), most_articles(clause, context)};
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

TEST(ClauseKinds, TakesTheReadingsThatAWordStandsFor) {
  EXPECT_EQ(build("đảng").terms, (Terms{"dang~93", "dang~"}));
  EXPECT_EQ(build("dang").terms, (Terms{"dang~", "dang~9", "dang~93", "dang~98"}));
  EXPECT_EQ(build("=đảng").terms, Terms{"dang~93"});
  EXPECT_EQ(build("title:đảng").terms, Terms{"Sdang~93"});
  EXPECT_EQ(build("vắngbóng").terms, Terms{});
}

TEST(ClauseKinds, TakesAPairOnlyWhereItIsATermEverywhere) {
  EXPECT_EQ(build("\"xay dung\"").terms, Terms{"Bxay dung"}) << "a pair of the list says it all";
  EXPECT_EQ(build("\"khoai xay\"").terms.count("Bkhoai xay"), 0U) << "titles have it, other texts not";
  EXPECT_EQ(build("=\"xây dựng\"").terms, (Terms{"Bxay dung", "dung~75"})) << "the readings of both are looked at";
}

TEST(ClauseKinds, TakesTheWholeOrThePartsOfAJoinedForm) {
  EXPECT_EQ(build("TP.HCM").terms, (Terms{"tp~", "hcm~", "tphcm~"}));
}

TEST(ClauseKinds, ExcludesNothingByAPhraseAlone) {
  EXPECT_EQ(build("khoai -đảng").terms, (Terms{"khoai~", "dang~93", "dang~"}));
  EXPECT_EQ(build("khoai -\"xay dung\"").terms, Terms{"khoai~"});
  EXPECT_EQ(build("khoai -body:đảng").terms, Terms{"khoai~"}) << "its plain terms are those of titles too";
}

TEST(ClauseKinds, TellsAtMostHowManyThereAre) {
  EXPECT_EQ(build("đảng").most, 54U);
  EXPECT_EQ(build("đảng khoai").most, 5U);
  EXPECT_EQ(build("đảng OR khoai").most, 59U);
  EXPECT_EQ(build("\"xay dung\"").most, 30U);
  EXPECT_EQ(build("đảng source:\"báo tỉnh\" date:2018").most, 54U);
  EXPECT_EQ(build("-đảng").most, 1'000U);
  EXPECT_EQ(build("vắngbóng").most, 0U);
}

TEST(ClauseKinds, OpensTheRarestListsOfAPhraseOnly) {
  EXPECT_EQ(build("\"khoai xây đảng\"").terms, (Terms{"khoai~", "dang~93", "dang~"}));
  EXPECT_EQ(build("\"đảng xây\"").terms, (Terms{"dang~93", "dang~", "xay~6", "xay~xay"}));
}

double likely(std::string_view query) {
  const PreparedQuestion prepared(ask(query), vocabulary());
  return likely_articles(prepared.question().counted, prepared.context(vocabulary()));
}

TEST(ClauseKinds, TellsAboutHowManyThereAre) {
  EXPECT_NEAR(likely("đảng"), 1'000 * (1 - 0.95 * 0.996), 1e-9);
  EXPECT_NEAR(likely("khoai hcm"), 1'000 * 0.005 * 0.009, 1e-9);
  EXPECT_NEAR(likely("khoai OR hcm"), 1'000 * (1 - 0.995 * 0.991), 1e-9);
  EXPECT_NEAR(likely("hcm -khoai"), 1'000 * 0.009 * 0.995, 1e-9);
  EXPECT_NEAR(likely("khoai date:2018"), 1'000 * 0.005 * 0.1, 1e-9);
  EXPECT_NEAR(likely("\"khoai hcm\""), 1'000 * 0.005 * 0.009, 1e-9);
  EXPECT_NEAR(likely("\"TP.HCM\""), 1'000 * (1 - 0.997 * (1 - 0.012 * 0.009)), 1e-9)
      << "tphcm, or tp and hcm: a joined form is no rarer and no commoner than its ways";
  EXPECT_EQ(likely("vắngbóng"), 0);
}

/// The words that must all be there after narrowing.
Terms words_of_narrowed(std::string_view query) {
  const PreparedQuestion prepared(ask(query), vocabulary());
  const ClauseContext context = prepared.context(vocabulary());
  const Xapian::Query built = superset(narrowed(prepared.question().counted, context), context);
  return {built.get_unique_terms_begin(), built.get_terms_end()};
}

TEST(ClauseKinds, NarrowsToTheRarestOfManyWords) {
  EXPECT_EQ(words_of_narrowed("xây đảng khoai hcm"), (Terms{"khoai~", "hcm~"}));
  EXPECT_EQ(words_of_narrowed("xây đảng"), (Terms{"xay~6", "xay~xay", "dang~93", "dang~"}));
  EXPECT_EQ(words_of_narrowed("khoai OR hcm"), (Terms{"khoai~", "hcm~"})) << "either may be there alone";
  EXPECT_EQ(words_of_narrowed("đảng khoai date:2018 hcm xây").count("Y2018"), 1U) << "filters stay";
}

/// The words of the part that posting lists tell; nothing where they tell none.
Terms words_told(std::string_view query) {
  const PreparedQuestion prepared(ask(query), vocabulary());
  const ClauseContext context = prepared.context(vocabulary());
  const std::optional<Clause> told = told_by_lists(prepared.question().counted, context);
  const Xapian::Query built = told ? superset(*told, context) : Xapian::Query();
  return {built.get_unique_terms_begin(), built.get_terms_end()};
}

TEST(ClauseKinds, AreToldByListsWhereAWordStandsBesideAPhraseAsItsAlternative) {
  EXPECT_EQ(words_told("khoai hcm"), (Terms{"khoai~", "hcm~"})) << "no phrase is among them";
  EXPECT_EQ(words_told("khoai AND (hcm OR \"xây đảng\")"), (Terms{"khoai~", "hcm~"}));
  EXPECT_EQ(words_told("hcm OR \"xây đảng\""), Terms{"hcm~"});
  EXPECT_EQ(words_told("khoai AND \"xây đảng\""), Terms{}) << "a phrase is told by token sequences alone";
  EXPECT_EQ(words_told("khoai AND (\"xây đảng\" OR \"đảng xây\")"), Terms{});
  EXPECT_EQ(words_told("khoai AND NOT \"xây đảng\""), Terms{})
      << "an article without the words has no phrase, but may be read";
}

/// The places in the archive of what a query finds: documents stand in its order.
std::set<std::size_t> places_found(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::set<std::size_t> places;
  for (auto hit = found.begin(); hit != found.end(); ++hit) places.insert(*hit - std::size_t{1});
  return places;
}

TEST(ClauseKinds, FindsAllThatIsTrueAndNeverMoreThanItSays) {
  const Xapian::Database database(test::generated_index());
  VocabularyCache cache;
  const std::unique_ptr<Vocabulary> counted = vocabulary_of(database, cache);
  test::TruthMaker maker(21);
  for (std::size_t round = 0; round < test::rounds(300); ++round) {
    const test::Truth truth = maker.make();
    const PreparedQuestion prepared(ask(truth.query()), *counted);
    const Clause& clause = prepared.question().counted;
    const ClauseContext context = prepared.context(*counted);
    const std::set<std::size_t> found = places_found(database, superset(clause, context));
    const std::set<std::size_t> narrow = places_found(database, superset(narrowed(clause, context), context));
    const std::optional<Clause> told = told_by_lists(clause, context);
    for (const std::size_t i : told ? places_found(database, superset(*told, context)) : std::set<std::size_t>())
      ASSERT_TRUE(truth.holds(test::generated_archive()[i])) << truth.query();
    std::size_t true_count = 0;
    for (std::size_t i = 0; i < test::generated_archive().size(); ++i) {
      if (!truth.holds(test::generated_archive()[i])) continue;
      ++true_count;
      ASSERT_EQ(found.count(i), 1U) << truth.query();
      ASSERT_EQ(narrow.count(i), 1U) << truth.query();
    }
    EXPECT_LE(true_count, most_articles(clause, context)) << truth.query();
    if (!needs_sequences(clause, context)) {
      EXPECT_EQ(true_count, found.size()) << truth.query();
    }
  }
}

TEST(ClauseKinds, StandInTheOrderOfTheirEnumEachWithEverythingItNeeds) {
  Clause clause;
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kClauseKinds.size(); ++i) {
    clause.kind = static_cast<ClauseKind>(i);
    const ClauseKindRow& row = row_of(clause);
    EXPECT_EQ(row.kind, clause.kind) << row.name;
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_TRUE(row.superset != nullptr && row.most_articles != nullptr && row.likely_share != nullptr &&
                row.is_true != nullptr)
        << row.name;
  }
  EXPECT_EQ(clause.kind, ClauseKind::none_of) << "the last kind of the enum";
}

/// Whether posting lists are not opened, in an archive of a thousand articles that all have "a", "b" and "5".
bool is_left(std::string_view query) {
  static const FakeVocabulary kCommon(1'000, {{"a~", 1'000}, {"b~", 900}, {"5~", 1'000}, {"c~", 2}, {"Y2018", 500}});
  const PreparedQuestion prepared(ask(query), kCommon);
  return is_left_to_sequences(prepared.question().counted, prepared.context(kCommon));
}

/// Groups in groups, each with two words: NOT (a b OR NOT (a b OR …
std::string nested(std::string_view words, std::size_t depth) {
  std::string query;
  for (std::size_t i = 0; i < depth; ++i) query += "NOT (" + std::string(words) + " OR ";
  return query + "c" + std::string(depth, ')');
}

TEST(ClauseKinds, LeaveListsWithoutEndToTheSequences) {
  EXPECT_TRUE(is_left(nested("a b", 40)));
  EXPECT_FALSE(is_left(nested("a b", 5))) << "a few lists are read sooner than all articles";
  EXPECT_FALSE(is_left(nested("c c", 20))) << "short lists";
  EXPECT_FALSE(is_left(nested("a 5", 40))) << "posting lists know more of numbers";
  EXPECT_FALSE(is_left(nested("a date:2018", 40))) << "posting lists know more of filters";
}

TEST(ClauseKinds, HaveLeaves) {
  const Clause clause = ask("+a -(\"b c\" OR d)").hits;
  EXPECT_TRUE(has_more_leaves(clause, 2));
  EXPECT_FALSE(has_more_leaves(clause, 3));
}

TEST(ClauseKinds, NeedTokenSequencesWhereAPhraseIsAPart) {
  const Xapian::Database database(test::generated_index());
  VocabularyCache cache;
  const std::unique_ptr<Vocabulary> counted = vocabulary_of(database, cache);
  const auto needs = [&](std::string_view query) {
    const PreparedQuestion prepared(ask(query), *counted);
    return needs_sequences(prepared.question().counted, prepared.context(*counted));
  };
  EXPECT_TRUE(needs("\"xay dung\""));
  EXPECT_TRUE(needs("khoai -(đảng OR \"xay dung\")"));
  EXPECT_TRUE(needs("body:đảng")) << "the body has no terms of its own";
  EXPECT_FALSE(needs("khoai -đảng date:2018 source:\"báo tỉnh\""));
}

}  // namespace
}  // namespace timbao
