// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/scan.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/index/sequence.h"
#include "common/index/terms.h"
#include "tests/processor_time.h"
#include "tests/query/support/asked.h"

namespace timbao {
namespace {

using test::article_with;
using test::ask;

/// The number of a reading that was typed or is plain, 0 for any other.
unsigned typed_reading(const FoundToken& token, const SequenceScanner& scanner, const Question& question) {
  if (token.reading == FoundToken::kPlain) return token.reading.value();
  for (const WordId word : question.words.ids())
    if (scanner.has_typed_reading(token, word)) return token.reading.value();
  return 0;
}

/// What is found, as PLACE:READING, + behind a whole of so many tokens: "0:3 4:0+2".
std::string found_in(std::string_view query, const Article& article) {
  const Question question = ask(query);
  const SequenceScanner scanner(question.words);
  const ScannedArticle scanned = test::scanned(article, scanner);
  std::string text;
  for (const FoundToken& token : scanned.found) {
    text += (text.empty() ? "" : " ") + std::to_string(token.place) + ':' +
            std::to_string(typed_reading(token, scanner, question));
    if (token.span > 1) text += '+' + std::to_string(token.span);
  }
  return text;
}

std::string found_in_body(std::string_view query, std::string body) {
  return found_in(query, article_with("", std::move(body)));
}

TEST(SequenceScanner, TellsReadingsApart) {
  EXPECT_EQ(found_in_body("đảng", "Đảng dang đang ĐẢNG khác"), "0:2 1:1 2:0 3:2");
  EXPECT_EQ(found_in_body("dang", "Đảng dang đang"), "0:0 1:1 2:0");
  EXPECT_EQ(found_in_body("đảng đang", "Đảng dang đang đăng"), "0:2 1:1 2:3 3:0");
  EXPECT_EQ(found_in_body("hoà", "hòa hoà hoa hóa"), "0:2 1:2 2:1 3:0") << "where the tone stands is no reading";
  EXPECT_EQ(found_in_body("xyz", "Đảng bộ"), "");
}

TEST(SequenceScanner, TellsReadingsApartThatNobodyTyped) {
  const SequenceScanner scanner(ask("dang").words);
  const ScannedArticle scanned = test::scanned(article_with("", "đảng đang Đảng dang"), scanner);
  ASSERT_EQ(scanned.found.size(), 4U);
  EXPECT_EQ(scanned.found[0].reading, scanned.found[2].reading);
  EXPECT_NE(scanned.found[0].reading, scanned.found[1].reading);
  EXPECT_EQ(scanned.found[3].reading, FoundToken::kPlain);
}

TEST(SequenceScanner, TellsTheReadingOfMarksAsTokensHaveIt) {
  const Question question = ask("dang chinh*");
  const SequenceScanner scanner(question.words);
  const ScannedArticle scanned = test::scanned(article_with("", "đảng dang chính"), scanner);
  ASSERT_EQ(scanned.found.size(), 3U);
  const WordId dang(0), beginning(1);
  EXPECT_EQ(scanner.reading_of(dang, marks_of("dang", "đang~3")), scanned.found[0].reading);
  EXPECT_EQ(scanner.reading_of(dang, ""), scanned.found[1].reading);
  EXPECT_EQ(scanner.reading_of(dang, "no marks"), FoundToken::kOther);
  EXPECT_EQ(scanner.reading_of(beginning, marks_of("chinh", "chinh~1")), scanned.found[2].reading)
      << "all that begins so counts as one reading";
}

TEST(SequenceScanner, TellsInWhichParagraphOfTheBodyAWordStands) {
  const SequenceScanner scanner(ask("hai").words);
  const auto paragraph = [&](std::string title, std::string lead, std::string body) {
    Article article = article_with(std::move(title), std::move(body));
    article.lead = std::move(lead);
    const ScannedArticle scanned = test::scanned(article, scanner);
    return scanned.found.back().paragraph - scanned.body_paragraph;
  };
  EXPECT_EQ(paragraph("Tin", "", "hai\nba"), 0U);
  EXPECT_EQ(paragraph("Tin", "", "một\n\n***\nhai\nba"), 1U);
  EXPECT_EQ(paragraph("", "", "một\nhai"), 1U);
  EXPECT_EQ(paragraph("Tin hai", "lời\ndẫn", "một\nhai"), 1U);
  EXPECT_EQ(paragraph("Tin", "…", "\nmột\nba\nhai"), 2U);
}

TEST(SequenceScanner, FindsWordsWithoutACode) {
  EXPECT_EQ(found_in_body("qwertzu", "Ông Qwertzu và QWERTZU"), "1:1 3:1");
  EXPECT_EQ(found_in_body("5.701.233", "có 5701233 và 5.701.233 và 5701234"), "1:1 3:2");
  const std::string long_word(300, 'x');
  EXPECT_EQ(found_in_body(long_word, "a " + long_word + " b"), "1:2") << "by its first 120 bytes";
}

TEST(SequenceScanner, FindsWholesBehindTheirFirstPart) {
  EXPECT_EQ(found_in_body("tphcm", "Đến TP.HCM họp"), "1:1+2");
  EXPECT_EQ(found_in_body("tp tphcm", "Đến TP.HCM họp"), "1:1 1:1+2");
  EXPECT_EQ(found_in_body("5700", "hơn 5 700 người"), "1:1+2");
  EXPECT_EQ(found_in_body("lenin", "phố Lê-nin"), "1:1+2");
  EXPECT_EQ(found_in_body("5kg", "nặng 5kg"), "1:1 1:1+2 2:1");
  EXPECT_EQ(found_in_body("tphcm", "Đến TP.\nHCM họp"), "") << "not across paragraphs";
  EXPECT_EQ(found_in_body("1007", "số 1 007"), "1:1+2") << "a group keeps its zeros";
}

TEST(SequenceScanner, FindsAWholeAtTheEndOfTheTitleInTheTitle) {
  const Question question = ask("ktxh");
  const ScannedArticle scanned =
      test::scanned(article_with("Họp về KT-XH", "Sáng nay"), SequenceScanner(question.words));
  ASSERT_EQ(scanned.found.size(), 1U);
  EXPECT_EQ(scanned.found[0].field, Field::title);
  EXPECT_EQ(scanned.found[0].place, 2U);
  EXPECT_EQ(scanned.found[0].span, 2U);
}

TEST(SequenceScanner, FindsANumberInGroupsBeforeWhatItIsJoinedTo) {
  const Question question = ask("5700");
  const ScannedArticle scanned = test::scanned(article_with("", "xe 5 700-abc"), SequenceScanner(question.words));
  ASSERT_EQ(scanned.found.size(), 1U);
  EXPECT_EQ(scanned.found[0].place, 1U);
  EXPECT_EQ(scanned.found[0].span, 2U);
}

TEST(SequenceScanner, KnowsFieldsParagraphsAndLengths) {
  Article article = article_with("Họp chi bộ", "Chi bộ họp.\nHọp dân");
  article.captions = {"Ảnh chi bộ họp"};
  const Question question = ask("họp");
  const ScannedArticle scanned = test::scanned(article, SequenceScanner(question.words));
  ASSERT_EQ(scanned.found.size(), 4U);
  EXPECT_EQ(scanned.tokens, 12U);
  EXPECT_EQ(scanned.title_tokens, 3U);
  EXPECT_EQ(scanned.found[0].field, Field::title);
  EXPECT_EQ(scanned.found[1].field, Field::body);
  EXPECT_EQ(scanned.found[3].field, Field::caption);
  for (std::size_t i = 1; i < scanned.found.size(); ++i)
    EXPECT_LT(scanned.found[i - 1].paragraph, scanned.found[i].paragraph);
}

TEST(SequenceScanner, CountsTheTokensOfATitleAlone) {
  const Question question = ask("họp");
  const ScannedArticle scanned = test::scanned(article_with("Họp chi bộ", ""), SequenceScanner(question.words));
  EXPECT_EQ(scanned.tokens, 3U);
  EXPECT_EQ(scanned.title_tokens, 3U);
}

TEST(SequenceScanner, ScansABeginningWithoutWhatMayBeCutOff) {
  const Question question = ask("họp 5700 xyzzyq");
  const SequenceScanner scanner(question.words);
  const std::string sequence = test::sequence_of(article_with("", "họp xyzzyq về 5 700 họp xyzzyq"));
  const ArticleTokens tokens(checked_sequence(sequence));
  const std::vector<std::size_t> found_by_places{0, 0, 1, 2, 2, 2, 3, 4};  // 5700 ends with the fifth token
  ScannedArticle scanned;
  for (std::uint32_t places = 0; places < found_by_places.size(); ++places) {
    scanner.scan_beginning(tokens, places, scanned);
    EXPECT_EQ(scanned.found.size(), found_by_places[places]) << places;
    EXPECT_EQ(scanned.tokens, places);
  }
}

TEST(SequenceScanner, ForgetsTheArticleBefore) {
  const Question question = ask("họp");
  const SequenceScanner scanner(question.words);
  const std::string first = test::sequence_of(article_with("Họp họp họp", "")),
                    second = test::sequence_of(article_with("", "họp"));
  ScannedArticle scanned;
  scanner.scan(ArticleTokens(checked_sequence(first)), scanned);
  scanner.scan(ArticleTokens(checked_sequence(second)), scanned);
  EXPECT_EQ(scanned.found.size(), 1U);
  EXPECT_EQ(scanned.tokens, 1U);
  EXPECT_EQ(scanned.title_tokens, 0U);
}

TEST(SequenceScanner, SaysWhatAWordStandsFor) {
  struct Case {
    std::string_view query;
    MatchMode match;
    bool own, plain, other;
  };
  const std::vector<Case> cases{
      {"đảng", MatchMode::any, true, true, true},
      {"đảng", MatchMode::all, true, true, false},
      {"=đảng", MatchMode::any, true, false, false},
      {"dang", MatchMode::all, true, true, true},
  };
  for (const Case& c : cases) {
    SearchRequest request;
    request.match = c.match;
    const Question question = ask(c.query, request);
    const SequenceScanner scanner(question.words);
    const ScannedArticle scanned = test::scanned(article_with("", "đảng dang đăng"), scanner);
    ASSERT_EQ(scanned.found.size(), 3U);
    const WordId word = question.hits.word;
    EXPECT_EQ(scanner.is(scanned.found[0], word), c.own) << c.query;
    EXPECT_EQ(scanner.is(scanned.found[1], word), c.plain) << c.query;
    EXPECT_EQ(scanner.is(scanned.found[2], word), c.other) << c.query;
    EXPECT_EQ(scanner.is_any_reading(scanned.found[2], word), c.query != "=đảng") << c.query;
  }
}

TEST(SequenceScanner, KeepsToTheFieldOfAWord) {
  const Question question = ask("title:họp");
  const SequenceScanner scanner(question.words);
  const ScannedArticle scanned = test::scanned(article_with("Họp", "họp"), scanner);
  ASSERT_EQ(scanned.found.size(), 2U);
  EXPECT_TRUE(scanner.is(scanned.found[0], WordId(0)));
  EXPECT_FALSE(scanner.is(scanned.found[1], WordId(0)));
  EXPECT_FALSE(scanner.is_as_typed(scanned.found[1], WordId(0)));
  EXPECT_TRUE(scanner.has_typed_reading(scanned.found[1], WordId(0)));
}

TEST(SequenceScanner, FindsHundredsOfThousandsOfRareWordsAmongCommonOnesInTimeThatGrowsWithTheirNumber) {
  std::string body;
  for (int i = 0; i < 200'000; ++i) body += "và xqz ";
  const Question question = ask("và xqz");
  const SequenceScanner scanner(question.words);
  const std::string sequence = test::sequence_of(article_with("", body));
  const ArticleTokens tokens(checked_sequence(sequence));
  ScannedArticle scanned;
  EXPECT_LT(test::processor_seconds([&] { scanner.scan(tokens, scanned); }), test::kSomeSeconds);
  ASSERT_EQ(scanned.found.size(), 400'000U);
  for (std::uint32_t place = 0; place < 400'000; ++place) ASSERT_EQ(scanned.found[place].place, place);
}

}  // namespace
}  // namespace timbao
