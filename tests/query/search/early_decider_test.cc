// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/early_decider.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "query/search/document_filters.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

/// More phrases than are matched one by one, of which "bàn giao" is the last.
std::string many_phrases(std::string_view before, std::string_view between) {
  std::string query;
  for (int i = 0; i < 20; ++i) query += std::string(before) + "\"q" + std::to_string(i) + " w\"" + std::string(between);
  return query + std::string(before) + "\"bàn giao\"";
}

std::string long_text(std::string_view first, std::string_view last) {
  std::string text(first);
  for (int i = 0; i < 2000; ++i) text += " đất";
  return text + " " + std::string(last);
}

class Deciding {
 public:
  explicit Deciding(std::string_view query)
      : prepared_(test::ask(query), vocabulary_),
        early_(prepared_.question().hits, prepared_),
        filters_(prepared_.question().hits, nullptr) {}

  /// What is decided of the stored sequence; fails where decoded tokens tell something else.
  std::optional<bool> decide(const Article& article) {
    const std::string stored = test::sequence_of(article);
    const std::string_view sequence = checked_sequence(stored);
    const std::optional<bool> of_stored = early_.decide(sequence, filters_);
    EXPECT_EQ(early_.decide(ArticleTokens(sequence), filters_), of_stored);
    return of_stored;
  }
  std::optional<bool> decide(const std::string& body) { return decide(test::article_with("", body)); }

 private:
  test::FakeVocabulary vocabulary_{1'000, {}};
  PreparedQuestion prepared_;
  EarlyDecider early_;
  DocumentFilters filters_;
};

TEST(EarlyDecider, DecidesByWhatStandsInTheBeginning) {
  Deciding any(many_phrases("", " OR ")), none(many_phrases("-", " "));
  EXPECT_EQ(any.decide(long_text("đã bàn giao", "")), true);
  EXPECT_EQ(none.decide(long_text("đã bàn giao", "")), false);
}

TEST(EarlyDecider, LeavesOpenWhatMayFollow) {
  Deciding any(many_phrases("", " OR ")), none(many_phrases("-", " "));
  EXPECT_EQ(any.decide(long_text("đã", "bàn giao")), std::nullopt);
  EXPECT_EQ(none.decide(long_text("đã", "bàn giao")), std::nullopt);
}

TEST(EarlyDecider, KnowsAllOfTheTitle) {
  Deciding any(many_phrases("title:", " OR ")), none(many_phrases("-title:", " "));
  const Article with = test::article_with("Đã bàn giao", long_text("", ""));
  const Article without = test::article_with("Đã giao", long_text("bàn giao", "bàn giao"));
  EXPECT_EQ(any.decide(with), true);
  EXPECT_EQ(none.decide(with), false);
  EXPECT_EQ(any.decide(without), false);
  EXPECT_EQ(none.decide(without), true);
}

TEST(EarlyDecider, KnowsNothingOfATitleThatIsCutOff) {
  Deciding none(many_phrases("-title:", " "));
  EXPECT_EQ(none.decide(test::article_with(long_text("đã", "bàn giao"), "")), std::nullopt);
}

TEST(EarlyDecider, DoesNotTryFewWords) {
  Deciding one("\"bàn giao\" OR \"thu hồi\"");
  EXPECT_EQ(one.decide(long_text("đã bàn giao", "")), std::nullopt);
}

TEST(EarlyDecider, GivesUpWhereBeginningsTellNothing) {
  Deciding any(many_phrases("", " OR "));
  for (int i = 0; i < 100; ++i) EXPECT_EQ(any.decide(long_text("đã", "")), std::nullopt);
  EXPECT_EQ(any.decide(long_text("đã bàn giao", "")), std::nullopt) << "it is still looked for";
}

TEST(EarlyDecider, GoesOnWhereBeginningsTell) {
  Deciding any(many_phrases("", " OR "));
  for (int i = 0; i < 100; ++i) EXPECT_EQ(any.decide(long_text("đã bàn giao", "")), true);
}

}  // namespace
}  // namespace timbao
