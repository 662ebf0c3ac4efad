// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/show/highlighter.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "common/base/utf8.h"
#include "common/text/letters.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

using test::article_with;

/// Title and snippet of an article for a query.
struct Highlighted {
  HighlightedText title, snippet;
};

Highlighted highlighted(std::string_view query, const Article& article, std::size_t limit = 200) {
  const Question question = test::ask(query);
  const test::FakeVocabulary vocabulary({article, article_with("Khác", "gì"), article_with("Nữa", "thôi")});
  const QueryWeights weights = weigh(question, count_words(question, vocabulary), vocabulary);
  const SequenceScanner scanner(question.words);
  Tokenizer tokenizer;
  const ScannedArticle scanned = test::scanned(article, scanner);
  const ArticleHighlighter highlighter(weights, scanner, scanned, tokenizer);
  return {highlighter.title(article), highlighter.snippet(article, limit)};
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> all;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = read_code_point(text, at);
    all.push_back(c.value);
    at += c.length;
  }
  return all;
}

/// The text with [ and ] where its highlights begin and end.
std::string shown(const HighlightedText& text) {
  const std::vector<char32_t> letters = code_points(text.text);
  std::string brackets;
  for (std::size_t i = 0; i <= letters.size(); ++i) {
    for (const CharRange& range : text.highlights) {
      if (range.end == i) brackets += ']';
      if (range.begin == i) brackets += '[';
    }
    if (i < letters.size()) append_code_point(brackets, letters[i]);
  }
  return brackets;
}

std::string snippet(std::string_view query, std::string body, std::size_t limit = 200) {
  return shown(highlighted(query, article_with("Tin", std::move(body)), limit).snippet);
}

TEST(ArticleHighlighter, CutsNoJoinedFormInTwo) {
  const std::string body = "Một hai ba bốn GD-ĐT năm sáu bảy tám GD-ĐT chín mười";
  for (std::size_t limit = 8; limit < 40; ++limit) {
    const std::string text = highlighted("sáu", article_with("Tin", body), limit).snippet.text;
    EXPECT_EQ(text.find("GD…"), std::string::npos) << text;
    EXPECT_EQ(text.find("…ĐT"), std::string::npos) << text;
  }
}

TEST(ArticleHighlighter, HighlightsWhatMatchesInItsOwnSpelling) {
  EXPECT_EQ(snippet("dang", "Đảng bộ ĐĂNG tin"), "[Đảng] bộ [ĐĂNG] tin");
  EXPECT_EQ(snippet("đảng", "Đảng bộ đăng tin"), "[Đảng] bộ đăng tin") << "the typed reading is there";
  EXPECT_EQ(snippet("đảng", "dang bộ đăng tin"), "[dang] bộ đăng tin") << "the form without marks may be it";
  EXPECT_EQ(snippet("đảng", "Người đăng tin"), "Người [đăng] tin") << "where neither is there, any reading";
  EXPECT_EQ(snippet("=đăng", "Đảng bộ đăng tin"), "Đảng bộ [đăng] tin");
  EXPECT_EQ(snippet("=đăng OR tin", "Đảng tin dang"), "Đảng [tin] dang") << "behind = no other reading is highlighted";
  EXPECT_EQ(snippet("ngân sách", "Thu ngân sách, chi ngân sách"), "Thu [ngân] [sách], chi [ngân] [sách]");
  EXPECT_EQ(snippet("\"ngân sách\"", "sách ngân"), "[sách] [ngân]");
}

/// The title with its highlights, where the first word of the query means one reading.
std::string title_with_meant(std::string_view query, std::string_view meant, const Article& article) {
  const Question question = test::ask(query);
  const test::FakeVocabulary vocabulary({article, article_with("Khác", "gì")});
  const QueryWeights weights = weigh(question, count_words(question, vocabulary), vocabulary);
  const SequenceScanner scanner(question.words);
  const Question typed = test::ask(meant);
  FoundToken token;
  EXPECT_TRUE(scanner.find(typed.words.front().folded, typed.words.front().exact, token)) << meant;
  MeantReadings readings(1);
  readings[HighlightId(0)].push_back(token.reading);
  Tokenizer tokenizer;
  const ScannedArticle scanned = test::scanned(article, scanner);
  return shown(ArticleHighlighter(ArticleWords(weights, scanner, scanned, readings), tokenizer).title(article));
}

TEST(ArticleHighlighter, HighlightsTheReadingsThatAreMeant) {
  EXPECT_EQ(title_with_meant("bien", "biển", article_with("Biện pháp ở biển", "tin")), "Biện pháp ở [biển]");
  EXPECT_EQ(title_with_meant("bien", "biển", article_with("Biện pháp, bien", "tin")), "Biện pháp, [bien]")
      << "the form without marks is what was typed";
  EXPECT_EQ(title_with_meant("bien", "biển", article_with("Biện pháp", "tin")), "[Biện] pháp")
      << "the article has no other reading";
  EXPECT_EQ(title_with_meant("bien", "biển", article_with("Biện pháp", "ra biển")), "Biện pháp")
      << "the article has it elsewhere";
  EXPECT_EQ(title_with_meant("bien dong", "biển", article_with("Biển động, biện pháp", "tin")),
            "[Biển] [động], biện pháp")
      << "of the second word nothing is known";
}

TEST(ArticleHighlighter, HighlightsTextThatIsNotNfcByItsLetters) {
  const std::string nfd = "Da\u0301ng \u0110a\u0309ng bo\u0323\u0302";
  EXPECT_EQ(snippet("đảng", nfd), "Da\u0301ng [\u0110a\u0309ng] bo\u0323\u0302");
  EXPECT_EQ(snippet("bộ", nfd), "Da\u0301ng \u0110a\u0309ng [bo\u0323\u0302]");
  EXPECT_EQ(snippet("trien khai", "tri\u200Bển khai"), "[tri\u200Bển] [khai]");
  EXPECT_EQ(snippet("phat trien", "phát tri\u00ADển \U0001F600 phát"), "[phát] [tri\u00ADển] \U0001F600 [phát]");
}

TEST(ArticleHighlighter, HighlightsJoinedFormsWhole) {
  EXPECT_EQ(snippet("tphcm", "Đến TP.HCM họp"), "Đến [TP.HCM] họp");
  EXPECT_EQ(snippet("TP.HCM", "Đến TPHCM họp"), "Đến [TPHCM] họp");
  EXPECT_EQ(snippet("TP.HCM", "Đến TP.HCM họp"), "Đến [TP.HCM] họp");
  EXPECT_EQ(snippet("hcm", "Đến TP.HCM họp"), "Đến TP.[HCM] họp");
  EXPECT_EQ(snippet("5700", "hơn 5 700 người"), "hơn [5 700] người");
  EXPECT_EQ(snippet("5700", "hơn 5.700 người"), "hơn [5.700] người");
  EXPECT_EQ(snippet("5 700", "hơn 5.700 người"), "hơn [5.700] người");
  EXPECT_EQ(snippet("2015-2020", "kỳ 2015 – 2020, năm 2020"), "kỳ [2015 – 2020], năm [2020]");
}

TEST(ArticleHighlighter, HighlightsTheTitle) {
  EXPECT_EQ(shown(highlighted("ngan sach", article_with("Ngân sách: thu, chi", "x")).title), "[Ngân] [sách]: thu, chi");
  EXPECT_EQ(shown(highlighted("khác", article_with("Ngân sách", "x")).title), "Ngân sách");
  EXPECT_EQ(shown(highlighted("khác", article_with("", "khác")).title), "");
  EXPECT_EQ(shown(highlighted("title:thu", article_with("Thu", "thu")).title), "[Thu]");
  EXPECT_EQ(shown(highlighted("body:thu", article_with("Thu", "thu")).title), "Thu");
}

TEST(ArticleHighlighter, AnswersTheSameInAnyOrderOfCalls) {
  const Article article = article_with("Họp bàn", "Sáng mai họp bàn");
  const Question question = test::ask("họp");
  const test::FakeVocabulary vocabulary(100, {});
  const QueryWeights weights = weigh(question, count_words(question, vocabulary), vocabulary);
  const SequenceScanner scanner(question.words);
  Tokenizer tokenizer;
  const ScannedArticle scanned = test::scanned(article, scanner);
  const ArticleHighlighter highlighter(weights, scanner, scanned, tokenizer);
  const std::string before = shown(highlighter.snippet(article, 200));
  EXPECT_EQ(shown(highlighter.title(article)), "[Họp] bàn");
  EXPECT_EQ(shown(highlighter.snippet(article, 3)), "…[họp]…");
  EXPECT_EQ(shown(highlighter.snippet(article, 200)), before);
  EXPECT_EQ(before, "Sáng mai [họp] bàn");
}

TEST(ArticleHighlighter, ShowsTheBeginningWhereNothingMatches) {
  EXPECT_EQ(snippet("khác", "Một hai ba bốn năm", 11), "Một hai ba…");
  EXPECT_EQ(snippet("source:x", "Một hai ba bốn năm", 200), "Một hai ba bốn năm");
}

TEST(ArticleHighlighter, ShowsATitleThatStandsAlone) {
  EXPECT_EQ(shown(highlighted("họp", article_with("Sáng mai họp", "")).snippet), "Sáng mai [họp]");
  EXPECT_EQ(shown(highlighted("họp", article_with("!!!", "")).snippet), "");
}

TEST(ArticleHighlighter, PrefersTheLeadWhereBothHoldTheSame) {
  Article article = article_with("Tin", "Ngân sách tăng");
  article.lead = "Thu ngân sách";
  EXPECT_EQ(shown(highlighted("ngân sách", article).snippet), "Thu [ngân] [sách]");
  EXPECT_EQ(shown(highlighted("ngân sách tăng", article).snippet), "[Ngân] [sách] [tăng]") << "more of the query";
}

TEST(ArticleHighlighter, TakesTheStretchThatHoldsMost) {
  const std::string filler = "một hai ba bốn năm sáu bảy tám chín mười. ";
  const std::string body = "Ngân hàng mở cửa. " + filler + filler + "Thu ngân sách tăng mạnh. " + filler + filler;
  const std::string shown_text = snippet("ngân sách tăng", body, 60);
  EXPECT_NE(shown_text.find("[ngân] [sách] [tăng]"), std::string::npos) << shown_text;
  EXPECT_EQ(shown_text.rfind("…", 0), 0U);
  EXPECT_EQ(shown_text.substr(shown_text.size() - 3), "…");
}

TEST(ArticleHighlighter, BeginsAtASentenceWhereOneIsNear) {
  const std::string filler = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba mười bốn. ";
  EXPECT_EQ(snippet("sách", filler + "Kho bạc thu sách cũ " + filler, 60).rfind("…Kho bạc thu [sách] cũ", 0), 0U);
}

TEST(ArticleHighlighter, ReplacesLineEndsBySpaces) {
  EXPECT_EQ(snippet("hai", "một hai\nba\nbốn"), "một [hai] ba bốn");
}

TEST(ArticleHighlighter, GivesNoSnippetOfNoLength) {
  const HighlightedText none = highlighted("hai", article_with("Tin", "một hai"), 0).snippet;
  EXPECT_TRUE(none.text.empty());
  EXPECT_TRUE(none.highlights.empty());
}

/// A text of words, marks, spaces and signs of every kind.
std::string odd_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces{"đảng",
                                                "Đa\u0309ng",
                                                "dang",
                                                "TP.HCM",
                                                "5 700",
                                                "KT-XH",
                                                " ",
                                                " ",
                                                " ",
                                                " ",
                                                "\n",
                                                ". ",
                                                "\u2026",
                                                "\u201C",
                                                "\u00AD",
                                                "\u200B",
                                                "\U0001F600",
                                                "nghiêng",
                                                "2015- 2020",
                                                "\u0301",
                                                ", ",
                                                "Ðảng",
                                                "ﬁ",
                                                "-",
                                                "x",
                                                "=========================",
                                                "\u2014\u2014\u2014\u2014\u2014\u2014\u2014\u2014",
                                                "\uFFFD\uFFFD\uFFFD\uFFFD",
                                                "dangdangdangdangdangdangdangdangdang",
                                                "\U0001F525\U0001F525\U0001F525\U0001F525\U0001F525\U0001F525",
                                                "\u202E",
                                                "a\u0301\u0302\u0303\u0304\u0301\u0302\u0303\u0304"};
  std::string text;
  for (std::size_t i = random() % 80; i > 0; --i) text += kPieces[random() % kPieces.size()];
  return text;
}

/// Highlights are in order, do not touch, lie in the text and begin and end at letters.
void expect_sound(const HighlightedText& text) {
  const std::vector<char32_t> letters = code_points(text.text);
  const auto is_letter = [&](std::size_t i) {
    const LetterClass c = class_of(letters[i]);
    return c == LetterClass::letter || c == LetterClass::digit;
  };
  std::size_t last = 0;
  for (const CharRange& range : text.highlights) {
    ASSERT_LT(range.begin, range.end);
    ASSERT_LE(range.end, letters.size()) << text.text;
    EXPECT_TRUE(range.begin > last || (last == 0 && range.begin == 0)) << "highlights touch or overlap";
    EXPECT_TRUE(is_letter(range.begin)) << shown(text);
    EXPECT_TRUE(is_letter(range.end - 1)) << shown(text);
    last = range.end;
  }
}

TEST(ArticleHighlighter, HighlightsSoundlyWhateverTheTextAndTheLimit) {
  std::mt19937 random(11);
  const std::vector<std::string> queries{"dang",           "đảng",           "tphcm KT-XH",
                                         "5700 \"5 700\"", "2015-2020 x fi", "nghieng title:dang"};
  for (std::size_t round = 0; round < test::rounds(1'500); ++round) {
    Article article = article_with(odd_text(random), odd_text(random));
    article.lead = odd_text(random);
    const std::size_t limit = 1 + random() % 60;
    const Highlighted both = highlighted(queries[random() % queries.size()], article, limit);
    EXPECT_EQ(both.title.text, article.title);
    expect_sound(both.title);
    expect_sound(both.snippet);
    EXPECT_LE(count_code_points(both.snippet.text), limit + 2) << both.snippet.text;
    EXPECT_EQ(both.snippet.text.find('\n'), std::string::npos);
  }
}

TEST(ArticleHighlighter, KeepsToItsLengthAndCutsNoLetterInTwo) {
  std::string body;
  for (int i = 0; i < 60; ++i) body += i % 7 == 3 ? "nghiệp " : "ba\u0323\u0302n ";
  for (std::size_t limit = 1; limit < 120; ++limit) {
    const HighlightedText cut = highlighted("nghiep", article_with("Tin", body), limit).snippet;
    EXPECT_LE(count_code_points(cut.text), limit + 2) << "… is not counted";
    const std::vector<char32_t> letters = code_points(cut.text);
    EXPECT_EQ(letters.back(), U'\u2026');
    if (limit < 6) continue;
    EXPECT_TRUE(letters[letters.size() - 2] == U'n' || letters[letters.size() - 2] == U'p') << cut.text;
  }
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(ArticleHighlighter, CutsWordsAndRowsOfSignsThatAreLongerThanTheLimit) {
  const std::string signs = repeated("=", 30'000), emoji = repeated("\U0001F600", 9'000), word = repeated("ng", 2'500);
  EXPECT_EQ(snippet("đê", "đê " + signs, 10), "[đê] =======…");
  EXPECT_EQ(snippet("đê", signs + " đê", 10), "…======= [đê]");
  EXPECT_EQ(snippet("đê", signs + " đê " + signs, 11), "…== [đê] =====…");
  EXPECT_EQ(snippet("đê", emoji + "đê", 4), "…\U0001F600\U0001F600[đê]");
  EXPECT_EQ(snippet("khác", word, 5), "ngngn…");
  EXPECT_EQ(snippet("đê", word + " đê " + word, 5), "…[đê]…");
  EXPECT_EQ(snippet("nghiệp", "doanh nghiệp", 4), "…[nghi]…");
  EXPECT_EQ(snippet("=đê", "đe\u0302" + repeated("\u0323", 50), 2), "đ…") << "no letter loses its marks";
  EXPECT_EQ(snippet("5700", "hơn 5 700 người", 2), "…[5]…") << "a highlight ends with a letter";
}

TEST(QueryWeights, HoldAWholeOnceHoweverOftenItIsAsked) {
  const test::FakeVocabulary vocabulary(100, {});
  const auto highlighted_words = [&](std::string_view query) {
    const Question question = test::ask(query);
    return weigh(question, count_words(question, vocabulary), vocabulary).highlighted.size();
  };
  EXPECT_EQ(highlighted_words("TP.HCM"), 3U);
  EXPECT_EQ(highlighted_words("TP.HCM và TP.HCM, TP.HCM"), highlighted_words("TP.HCM và"));
}

}  // namespace
}  // namespace timbao
