// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/beginning_truth.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "query/plan/clause_matcher.h"
#include "tests/query/support/asked.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

/// An article without filters.
class NoFilters : public ArticleFilters {
 public:
  [[nodiscard]] bool has_any(const std::vector<std::string>& /*terms*/) override { return false; }
  [[nodiscard]] std::optional<Day> day() override { return std::nullopt; }
  [[nodiscard]] std::optional<std::int64_t> first_indexed() override { return std::nullopt; }
};

/// What so many tokens from the beginning of an article tell, and what all of it tells.
struct Told {
  Truth early = Truth::unknown;
  bool whole = false;
};

Told told(std::string_view query, const Article& article, std::uint32_t places) {
  const Question question = test::ask(query);
  const SequenceScanner scanner(question.words);
  const std::string sequence = test::sequence_of(article);
  const ArticleTokens tokens(checked_sequence(sequence));
  ScannedArticle scanned;
  ClauseMatcher matcher(question.hits, scanner);
  NoFilters filters;
  scanner.scan(tokens, scanned);
  Told result;
  result.whole = matcher.is_true(scanned, filters);
  const std::size_t most = std::min<std::size_t>(places, tokens.codes().size());
  scanner.scan_beginning(tokens, static_cast<std::uint32_t>(most), scanned);
  result.early = matcher.truth_at_beginning(scanned, filters);
  return result;
}

Truth early(std::string_view query, std::string_view body) {
  constexpr std::uint32_t kAll = 1000;
  return told(query, test::article_with("", std::string(body)), kAll).early;
}

TEST(BeginningTruth, KnowsWhatStandsThereAndNotWhatIsMissing) {
  struct Case {
    std::string_view query, body;
    Truth truth;
    std::string_view why;
  };
  const std::vector<Case> cases{
      {"\"bàn giao\"", "huyện bàn giao đất", Truth::yes, "however it goes on"},
      {"\"bàn giao\"", "huyện giao đất", Truth::unknown, "it may follow"},
      {"\"bàn giao\"", "huyện bàn giao", Truth::unknown, "what ends with the beginning may be cut off"},
      {"+x -\"bàn giao\"", "huyện bàn giao đất", Truth::no, "what is excluded stands there"},
      {"+x -\"bàn giao\"", "x giao đất", Truth::unknown, "it may follow"},
      {"\"bàn giao\" OR \"thu hồi\"", "đã thu hồi đất", Truth::yes, "one of them is enough"},
      {"\"bàn giao\" AND \"thu hồi\"", "đã thu hồi đất", Truth::unknown, "one of them is not enough"},
      {"\"bàn giao\" AND source:báo", "đã bàn giao đất", Truth::no, "a filter is known from the beginning"},
      {"\"bàn giao\" OR source:báo", "đất đã", Truth::unknown, "the filter does not matter here"},
      {"bàn NEAR/2 đất", "bàn giao đất đai", Truth::yes, "they stand near each other"},
  };
  for (const Case& c : cases) EXPECT_EQ(early(c.query, c.body), c.truth) << c.query << ": " << c.why;
}

TEST(BeginningTruth, FindsOneOfManyPhrases) {
  const std::string many = "\"a b\" OR \"c d\" OR \"e f\" OR \"g h\" OR \"i k\" OR \"l m\"";
  EXPECT_EQ(early(many, "x y l m n"), Truth::yes);
  EXPECT_EQ(early(many, "a c e g i l"), Truth::unknown);
  EXPECT_EQ(early("+x -(" + many + ")", "x y l m n"), Truth::no);
}

TEST(BeginningTruth, IsNeverWhatTheWholeArticleBelies) {
  const std::vector<std::string> words{"a", "b", "c", "5", "700", "x-y", "5 700", "800", "KT-XH"};
  const std::vector<std::string> queries{
      "\"a b\" OR \"b c\"",
      "+a -\"b c\" -\"c a\"",
      "\"5 700\" OR \"x y\"",
      "+a -\"5 700\" -\"5 700 800\" -\"kt-xh\" -\"x-y a\"",
      "(\"a b\" AND -\"c 5\") OR \"700 800\"",
      "a NEAR/2 c -\"x-y\"",
      "+a -(b -(c -\"a b\"))",
      "title:\"a b\" OR body:\"a b\"",
      "5700 -ktxh",
  };
  std::uint32_t seed = 7, told_early = 0;
  const auto next = [&seed](std::size_t below) { return (seed = seed * 1103515245 + 12345) / 65536 % below; };
  for (std::size_t round = 0; round < test::rounds(300); ++round) {
    std::string title, body;
    for (int i = 0; i < 4; ++i) title += words[next(words.size())] + " ";
    for (int i = 0; i < 14; ++i) body += words[next(words.size())] + (next(9) == 0 ? "\n" : " ");
    const Article article = test::article_with(title, body);
    for (const std::string& query : queries) {
      const Told both = told(query, article, 1 + static_cast<std::uint32_t>(next(24)));
      if (both.early == Truth::unknown) continue;
      ++told_early;
      ASSERT_EQ(both.early == Truth::yes, both.whole) << query << " in " << title << "/ " << body;
    }
  }
  EXPECT_GT(told_early, test::rounds(200));
}

}  // namespace
}  // namespace timbao
