// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: mistyped words are corrected and missing marks are found; what is right, and what is no plain word, stays.
#include "query/suggest/suggestion.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "common/index/sequence.h"
#include "query/language/describe.h"
#include "query/language/parse.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

constexpr Day kToday{2018, 1, 31};

std::vector<Article> archive() {
  std::vector<Article> articles;
  for (int i = 0; i < 5; ++i) {
    articles.push_back(
        test::article_with("Xây dựng Đảng từ chi bộ", "Huyện Yên Thành chăm lo xây dựng Đảng trong sạch."));
    articles.push_back(test::article_with("Chính sách thuế mới", "Chính sách thuế giúp doanh nghiệp nhỏ."));
    articles.push_back(test::article_with("Giá xăng giảm", "Giá xăng giảm mạnh ở Lào Cai, giá dầu đứng yên."));
  }
  return articles;
}

/// Articles as the best hits. None of them shows that a query is right, so that all of it is looked at.
class AllArticles : public BestHits {
 public:
  explicit AllArticles(const std::vector<Article>& articles) : articles_(articles) {}

  [[nodiscard]] bool have_together(const std::string& left, const std::string& right) override {
    return left == trusted_left && right == trusted_right;
  }
  void add_to(NearText& near) override {
    for (const Article& article : articles_) near.add(ArticleTokens(checked_sequence(test::sequence_of(article))), 1);
  }

  std::string trusted_left, trusted_right;

 private:
  const std::vector<Article>& articles_;
};

std::string suggested(const std::string& query) {
  const std::vector<Article> articles = archive();
  const test::FakeVocabulary vocabulary(articles);
  Tokenizer tokenizer;
  ParsedQuery parsed = parse_query(query, tokenizer, kToday);
  AllArticles hits(articles);
  return suggestion_for({query, std::move(parsed.root), kToday}, {vocabulary, tokenizer, hits});
}

TEST(Suggestion, CorrectsOneWrongMissingOrDoubledLetter) {
  for (const char* typed :
       {"chính sáxh thuế", "chính sáh thuế", "chính sáách thuế", "chính sácch thuế", "chính sáhc thuế"})
    EXPECT_EQ(suggested(typed), "chính sách thuế") << typed;
}

TEST(Suggestion, FindsTheMarksOfAQueryWithoutAny) {
  EXPECT_EQ(suggested("xay dung dang"), "xây dựng đảng");
  EXPECT_EQ(suggested("gia xang giam 5.700"), "giá xăng giảm 5.700");
}

TEST(Suggestion, FindsMarksAndCorrectsAtOnce) { EXPECT_EQ(suggested("xay dungg dang"), "xây dựng đảng"); }

TEST(Suggestion, TakesJoinedWordsApart) {
  EXPECT_EQ(suggested("xaydungdang"), "xây dựng đảng");
  EXPECT_EQ(suggested("#XâyDựngĐảng"), "Xây Dựng Đảng");
  EXPECT_EQ(suggested("xay-dung-dang"), "xây dựng đảng");
  EXPECT_EQ(suggested("xay%20dung%20dang"), "xây dựng đảng");
  EXPECT_EQ(suggested("chínhínhsách thuế"), "");
  EXPECT_EQ(suggested("sachách thuế"), "sách thuế");
}

TEST(Suggestion, KeepsTheCapitalsThatWereTyped) {
  EXPECT_EQ(suggested("Xay dung DANG"), "Xây dựng ĐẢNG");
  EXPECT_EQ(suggested("Chính Sáxh thuế"), "Chính Sách thuế");
}

TEST(Suggestion, IsNothingForWhatIsRight) {
  for (const char* typed :
       {"", "xây dựng Đảng", "chính sách thuế", "giá xăng giảm mạnh", "2018", "=dang", "date:2018", "đứng", "nhỏ"})
    EXPECT_EQ(suggested(typed), "") << typed;
}

TEST(Suggestion, IsNothingWhereNoWordOfTheArchiveIsNear) {
  for (const char* typed : {"qqqqqqqq", "chính sách Zzyzx", "5.700 4g", "Москва"})
    EXPECT_EQ(suggested(typed), "") << typed;
}

TEST(Suggestion, LeavesOperatorsFieldsAndFilters) {
  EXPECT_EQ(suggested("+xay \"dung dang\" -title:thue date:2018"),
            "+xây \"dựng đảng\" -title:thuế date:2018-01-01..2018-12-31");
  EXPECT_EQ(suggested("(xay dung) OR thue"), "xây dựng OR thuế");
}

TEST(Suggestion, IsNeverTheQueryAndHasNoSuggestionItself) {
  for (const char* typed : {"xay dung dang", "chính sáxh thuế", "gia xang gaim", "lao cai", "doanh nghiep nho",
                            "xay thue", "dang dang dang", "yen thanh cham lo", "xâyy dựngg đảngg"}) {
    const std::string once = suggested(typed);
    EXPECT_NE(once, typed);
    if (once.empty()) continue;
    EXPECT_EQ(suggested(once), "") << typed << " -> " << once;
  }
}

TEST(Suggestion, TakesAPastedTextAsItStands) {
  std::string pasted = "chính sáxh";
  for (int i = 0; i < 40; ++i) pasted += " thuế";
  EXPECT_EQ(suggested(pasted), "");
}

}  // namespace
}  // namespace timbao
