// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: mentions are the places that a query asks for, in its fields and readings, and context is cut at words.
#include "query/show/mention_finder.h"

#include <gtest/gtest.h>

#include "common/text/columns.h"
#include "query/show/mention_cutter.h"
#include "query/show/mention_order.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

/// An article with its mentions of a query, and what they are cut with.
class Cut {
 public:
  Cut(std::string_view query, Article article, const SearchRequest& request = {})
      : article_(std::move(article)),
        prepared_(test::ask(query, request), test::FakeVocabulary({article_})),
        finder_(prepared_.question().counted, prepared_) {
    const std::string sequence = test::sequence_of(article_);
    places_ = {finder_.find(test::scanned(article_, prepared_.scanner())),
               first_tokens(ArticleTokens(checked_sequence(sequence)))};
  }

  void each(const std::function<void(const TextMention&)>& use) { each_mention(article_, places_, tokenizer_, use); }
  ArticleMarks marks() { return marks_of(article_, places_, finder_.words(), tokenizer_); }

 private:
  Article article_;
  PreparedQuestion prepared_;
  MentionFinder finder_;
  PlacesOfArticle places_;
  Tokenizer tokenizer_;
};

/// The texts of an article in which the mentions stand in square brackets, one behind the other.
std::string bracketed(std::string_view query, const Article& article, const SearchRequest& request = {}) {
  std::string all;
  std::size_t at = 0;
  Field field = Field::title;
  const std::array<std::string, 3> texts{article.title, article.lead, article.body};
  const auto finish = [&] { all += texts[static_cast<std::size_t>(field)].substr(at) + "|"; };
  Cut cut(query, article, request);
  cut.each([&](const TextMention& mention) {
    for (; field != mention.field; field = static_cast<Field>(static_cast<int>(field) + 1), at = 0) finish();
    const std::string& text = texts[static_cast<std::size_t>(field)];
    all += text.substr(at, mention.begin - at) + "[" + text.substr(mention.begin, mention.end - mention.begin) + "]";
    at = mention.end;
  });
  for (; field != Field::caption; field = static_cast<Field>(static_cast<int>(field) + 1), at = 0) finish();
  return all;
}

TEST(MentionFinder, FindsWhatTheQueryAsksFor) {
  struct Case {
    std::string_view query, title, body, expected, why;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"dang bo", "Đảng bộ xã", "Đảng, Đảng họp. Bộ", "[Đảng bộ] xã||[Đảng], [Đảng] họp. [Bộ]|", "neighbours"},
           {"bo dang", "Đảng bộ xã", "", "[Đảng bộ] xã|||", "in any order"},
           {"đảng", "Đảng đang họp", "dang ĐẢNG đăng", "[Đảng] đang họp||[dang] [ĐẢNG] đăng|", "typed or plain"},
           {"=đảng", "Đảng đang họp", "dang", "[Đảng] đang họp||dang|", "this reading only"},
           {"dang", "Đảng đang họp", "dang", "[Đảng] [đang] họp||[dang]|", "every reading"},
           {"\"chi bộ\"", "Chi bộ và bộ chi", "chi\nbộ", "[Chi bộ] và bộ chi||chi\nbộ|", "a phrase is whole"},
           {"\"bộ chi bộ\"", "bộ chi bộ chi bộ", "", "[bộ chi bộ chi bộ]|||", "overlapping places are one"},
           {"title:bo", "Bộ họp", "bộ họp", "[Bộ] họp||bộ họp|", "in its field"},
           {"body:bo", "Bộ họp", "bộ họp", "Bộ họp||[bộ] họp|", "the body has no terms"},
           {"chi*", "Chi bộ chia chín", "", "[Chi] bộ [chia] [chín]|||", "beginnings"},
           {"xăng NEAR/1 giá", "giá bán xăng", "xăng nhập khẩu và giá", "[giá] bán [xăng]||xăng nhập khẩu và giá|",
            "near"},
           {"xã -huyện", "xã và huyện", "", "[xã] và huyện|||", "what is excluded is never marked"},
           {"xã AND (họp OR \"chi bộ\")", "xã họp chi bộ", "", "[xã họp chi bộ]|||", "one stretch of different words"},
           {"KT-XH", "Kế hoạch KT-XH", "KTXH, kt xh", "Kế hoạch [KT-XH]||[KTXH], [kt xh]|", "joined forms"},
           {"ha", "ha ha ha", "", "[ha] [ha] [ha]|||", "one word again is another mention"},
           {"vắng", "xã họp", "", "xã họp|||", "nothing"},
       })
    EXPECT_EQ(bracketed(c.query, test::article_with(std::string(c.title), std::string(c.body))), c.expected)
        << c.query << ": " << c.why;
}

TEST(MentionFinder, MarksOtherReadingsOnlyWhereTheTypedOneIsMissing) {
  SearchRequest any;
  any.match = MatchMode::any;
  EXPECT_EQ(bracketed("đảng họp", test::article_with("Đảng đang bàn", ""), any), "[Đảng] đang bàn|||");
  EXPECT_EQ(bracketed("đảng họp", test::article_with("Xã đang bàn", ""), any), "Xã [đang] bàn|||");
}

TEST(MentionFinder, NamesTheWordsThatTakePart) {
  Cut cut("dang \"chi bộ\" chin* title:xã", test::article_with("Đảng chi bộ xã", "chi bộ chín"));
  const ArticleMarks marks = cut.marks();
  std::string words;
  for (const MarkedWord& word : marks.words)
    words += word.word + (word.field ? "@" + std::string(row_of(*word.field).name) : "") + " " +
             std::to_string(word.mentions) + "; ";
  EXPECT_EQ(words, "dang 1; chi bộ 2; chin* 1; xã@title 1; ");
  ASSERT_EQ(marks.title.size(), 1U);
  EXPECT_EQ(marks.title[0].range.begin, 0U);
  EXPECT_EQ(marks.title[0].range.end, 14U);
  EXPECT_EQ(marks.title[0].words, (std::vector<std::size_t>{0, 1, 3}));
  ASSERT_EQ(marks.body.size(), 1U);
  EXPECT_EQ(marks.body[0].words, (std::vector<std::size_t>{1, 2}));
}

TEST(MentionCutter, CountsInTheTextOfAList) {
  Article article = test::article_with("Tin", "xã");
  article.captions = {"Ảnh: xã Đồi", "", "Đê xã, xã"};
  article.authors = {"Khánh", "Xã Linh"};
  Cut cut("xã", article);
  std::string found;
  cut.each([&](const TextMention& mention) {
    found += std::string(row_of(mention.field).name) + std::to_string(mention.item) + ":" +
             std::to_string(mention.marks.begin) + "-" + std::to_string(mention.marks.end) + " ";
    EXPECT_EQ(written_mention(mention).reading, "xã");
  });
  EXPECT_EQ(found, "body0:0-2 caption0:5-7 caption2:3-5 caption2:7-9 author1:0-2 ");
  const ArticleMarks marks = cut.marks();
  ASSERT_EQ(marks.captions.size(), 3U);
  EXPECT_EQ(marks.captions[2].size(), 2U);
  ASSERT_EQ(marks.authors.size(), 2U);
  EXPECT_EQ(marks.authors[1].size(), 1U);
}

/// The only mention of a body.
Mention only_mention(std::string_view query, std::string body) {
  std::vector<Mention> all;
  Cut(query, test::article_with("", std::move(body))).each([&](const TextMention& each) {
    all.push_back(written_mention(each));
  });
  EXPECT_EQ(all.size(), 1U);
  return all.empty() ? Mention() : all.front();
}

TEST(MentionCutter, CutsContextAtWordsAndPutsItOnOneLine) {
  const Mention short_one = only_mention("HOÀ", "Xã \t họp\n\nvề  hoà\u00a0bình. \n Xong\n");
  EXPECT_EQ(short_one.left, "Xã họp về ");
  EXPECT_EQ(short_one.match, "hoà");
  EXPECT_EQ(short_one.right, "\u00a0bình. Xong ");
  EXPECT_EQ(short_one.reading, "hòa");
  std::string words;
  for (int i = 0; i < 40; ++i) words += "ngày" + std::to_string(10 + i) + " ";
  const Mention long_one = only_mention("đê", words + "đê " + words);
  EXPECT_EQ(long_one.left, "ngày42 ngày43 ngày44 ngày45 ngày46 ngày47 ngày48 ngày49 ");
  EXPECT_EQ(long_one.right, " ngày10 ngày11 ngày12 ngày13 ngày14 ngày15 ngày16 ngày17");
  const std::string letters(100, 'o');
  const Mention no_space = only_mention("đê", letters + "-đê-" + letters);
  EXPECT_EQ(no_space.left, std::string(59, 'o') + "-");
  EXPECT_EQ(no_space.right, "-" + std::string(59, 'o'));
}

TEST(MentionCutter, ShortensAtLetters) {
  EXPECT_EQ(shortened("Đảng bộ", 4), "Đảng…");
  EXPECT_EQ(shortened("Đảng bộ", 7), "Đảng bộ");
  EXPECT_EQ(shortened("Đa\u0309ng", 2), "Đ…");
}

std::vector<std::string> sorted_lines(MentionSort sort, std::string_view query, std::string body) {
  MentionKeys keys(sort);
  std::vector<std::pair<std::string, std::string>> lines;
  Cut(query, test::article_with("", std::move(body))).each([&](const TextMention& each) {
    const Mention mention = written_mention(each);
    lines.emplace_back(keys.key(each), mention.match);
  });
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> all;
  for (const auto& [key, line] : lines) all.push_back(line);
  return all;
}

TEST(MentionKeys, CompareWordByWordInTheOrderOfADictionary) {
  using Lines = std::vector<std::string>;
  // Left: the last word first, so "an của" comes behind "bộ của" only by its second word.
  EXPECT_EQ(sorted_lines(MentionSort::left, "x1 OR x2 OR x3 OR x4 OR x5",
                         "bộ của x1.\nđảng với x2. dân với x3. an của x4. DÂN với x5."),
            (Lines{"x4", "x1", "x3", "x5", "x2"}));
  EXPECT_EQ(sorted_lines(MentionSort::right, "x1 OR x2 OR x3", "x1 đê xã. x2 dê. x3 10. x2 2. x1"),
            (Lines{"x1", "x2", "x3", "x2", "x1"}));
  EXPECT_EQ(sorted_lines(MentionSort::reading, "dang", "đăng Đảng đang dâng ĐẢNG dang"),
            (Lines{"dang", "dâng", "đang", "Đảng", "ĐẢNG", "đăng"}));
  EXPECT_EQ(sorted_lines(MentionSort::date, "dang", "đăng đang"), (Lines{"đăng", "đang"}));
}

}  // namespace
}  // namespace timbao
