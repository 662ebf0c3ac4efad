// SPDX-License-Identifier: GPL-2.0-or-later
// Token sequences: what SequenceWriter writes, walk_sequence reads.
#include <gtest/gtest.h>

#include "common/base/error.h"
#include "common/index/sequence.h"
#include "common/index/term_maker.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "tests/common/index/random_article.h"
#include "tests/common/store/damage/forged.h"

namespace timbao {
namespace {

/// Writes down what it visits: "[0] xay~6 . hop~5 / +".
struct Shown {
  std::string text;
  void field(Field field) { text += '[' + std::to_string(static_cast<int>(field)) + ']'; }
  void paragraph() { text += '/'; }
  void sentence() { text += '.'; }
  void joined() { text += '+'; }
  void code(std::uint32_t code) {
    text += ' ';
    text += code < token_codes().size() ? token_codes().term_of(code) : "?";
  }
  void literal(std::string_view term) { (text += ' ') += term; }
};

std::string shown(std::string_view bytes) {
  Shown visitor;
  walk_sequence(checked_sequence(bytes), visitor);
  return visitor.text;
}

/// What the walk should show, from the tokens themselves.
std::string wanted(const Article& article) {
  std::string captions, authors, text;
  for (const std::string& caption : article.captions) captions += caption + '\n';
  for (const std::string& author : article.authors) authors += author + '\n';
  const std::vector<std::pair<Field, std::string>> fields = {{Field::title, article.title},
                                                             {Field::lead, article.lead},
                                                             {Field::body, article.body},
                                                             {Field::caption, captions},
                                                             {Field::author, authors}};
  constexpr std::array<std::string_view, 4> kMarks{"+", "", ".", "/"};
  Tokenizer tokenizer;
  for (const auto& [field, content] : fields) {
    if (content.empty()) continue;
    text += '[' + std::to_string(static_cast<int>(field)) + ']';
    const TokenizedText cut = tokenizer.tokenize(content);
    for (const Token& token : cut.tokens) {
      if (&token != cut.tokens.data()) text += kMarks[static_cast<std::size_t>(token.gap)];
      text += ' ' + reading_term(*token.word);
    }
  }
  return text;
}

TEST(TokenSequence, IsTheArticleTokenByToken) {
  Article article;
  article.title = "Đảng bộ TP.HCM";
  article.lead = "Họp xong. Về";
  article.body = "KT-XH\nxyzw";
  article.captions = {"Linh", "An"};
  TermMaker maker;
  EXPECT_EQ(shown(maker.make(article).tokens),
            "[0] dang~93 bo~65 tp~+ hcm~[1] hop~5 xong~. ve~62[2] kt~+ xh~/ xyzw~[3] linh~/ an~");
}

TEST(TokenSequence, EqualsTheTokensOfAnyArticle) {
  test::RandomTexts random(15);
  TermMaker maker;
  for (int i = 0; i < 1000; ++i) {
    const Article article = test::random_article(random);
    ASSERT_EQ(shown(maker.make(article).tokens), wanted(article));
  }
}

TEST(TokenSequence, KeepsTheLongestWord) {
  Article article;
  for (int i = 0; i < 50; ++i) article.title += "ệ";
  article.title += " " + std::string(1000, '7');
  TermMaker maker;
  EXPECT_EQ(shown(maker.make(article).tokens), wanted(article));
}

std::string written(std::int32_t code) {
  Word word;
  word.folded = "dang";
  word.exact = "đang~3";
  SequenceWriter writer;
  writer.begin_field(Field::title);
  writer.add({0, 4, &word, Gap::paragraph}, code);
  return std::string(checked_sequence(writer.finish()));
}

TEST(TokenSequence, HasTheBytesOfItsFormat) {
  EXPECT_EQ(written(0), std::string("\xFF\x00\x00", 3));
  EXPECT_EQ(written(189), std::string("\xFF\x00\xBD", 3));
  EXPECT_EQ(written(190), std::string("\xFF\x00\xBE\x00", 4));
  EXPECT_EQ(written(190 + 256), std::string("\xFF\x00\xBF\x00", 4));
  EXPECT_EQ(written(15'805), std::string("\xFF\x00\xFA\xFF", 4));
  EXPECT_EQ(written(-1), std::string("\xFF\x00\xFC\x07", 4) + "dang~93");
}

TEST(TokenSequence, WriterIsEmptyAfterItHasFinished) {
  SequenceWriter writer;
  writer.begin_field(Field::body);
  EXPECT_EQ(checked_sequence(writer.finish()), "\xFF\x02");
  EXPECT_EQ(checked_sequence(writer.finish()), "");
}

TEST(DamagedTokenSequence, IsFoundByEveryFlippedBitAndEveryMissingByte) {
  Article article;
  article.title = "Xây dựng Đảng, KT-XH xyzw";
  TermMaker maker;
  const std::string bytes = maker.make(article).tokens;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string damaged = bytes;
    damaged[bit / 8] = static_cast<char>(static_cast<unsigned char>(damaged[bit / 8]) ^ (1U << (bit % 8)));
    EXPECT_THROW(static_cast<void>(checked_sequence(damaged)), Error) << bit;
  }
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(static_cast<void>(checked_sequence(bytes.substr(0, size))), Error) << size;
}

TEST(DamagedTokenSequence, EndsItsWalkWithTheLastWholeToken) {
  EXPECT_EQ(shown(test::with_checksum(std::string("\xFF\x00\xBE", 3))), "[0]") << "half a two-byte code";
  EXPECT_EQ(shown(test::with_checksum(std::string("\xFF\x00\xFC", 3))), "[0]") << "a literal without its length";
  EXPECT_EQ(shown(test::with_checksum(std::string("\xFF\x00\xFC\x05"
                                                  "ab~",
                                                  7))),
            "[0]")
      << "half a literal";
  EXPECT_EQ(shown(test::with_checksum(std::string("\xFF\x00\xFC\x03"
                                                  "ab~",
                                                  7))),
            "[0] ab~")
      << "a whole one";
  EXPECT_EQ(shown(test::with_checksum("\xFF")), "") << "a field without its number";
  EXPECT_EQ(shown(test::with_checksum("")), "");
}

}  // namespace
}  // namespace timbao
