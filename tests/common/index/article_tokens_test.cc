// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/article_tokens.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "common/index/sequence.h"
#include "common/index/token_codes.h"
#include "tests/common/index/made_sequence.h"

namespace timbao {
namespace {

ArticleTokens tokens_of(const std::string& title, const std::string& body) {
  const std::string sequence = test::sequence_of(test::article_with(title, body));
  return ArticleTokens(checked_sequence(sequence));
}

/// Every token as a reading term, "?" where it has no code.
std::vector<std::string> terms_of(const ArticleTokens& tokens) {
  std::vector<std::string> terms;
  for (const std::uint16_t code : tokens.codes())
    terms.emplace_back(code == ArticleTokens::kNoCode ? "?" : token_codes().term_of(code));
  return terms;
}

TEST(ArticleTokens, HaveACodeATokenAtItsPlace) {
  const ArticleTokens tokens = tokens_of("Đảng bộ", "Xây dựng. Đảng");
  EXPECT_EQ(terms_of(tokens), (std::vector<std::string>{"dang~93", "bo~65", "xay~6", "dung~75", "dang~93"}));
  EXPECT_EQ(tokens.title_tokens(), 2U);
  EXPECT_EQ(tokens.names(), 0U);
}

TEST(ArticleTokens, BecomeAnotherArticleAndForgetTheFirst) {
  ArticleTokens tokens = tokens_of("Ông Xyzzyq họp về KT-XH", "Xây dựng\nĐảng");
  const std::string sequence = test::sequence_of(test::article_with("Đảng bộ", "Xây dựng Qwertzu"));
  tokens.assign(checked_sequence(sequence));
  EXPECT_EQ(terms_of(tokens), (std::vector<std::string>{"dang~93", "bo~65", "xay~6", "dung~75", "?"}));
  EXPECT_EQ(tokens.title_tokens(), 2U);
  ASSERT_EQ(tokens.names(), 1U);
  EXPECT_EQ(tokens.name(0).term, "qwertzu~");
  EXPECT_EQ(tokens.paragraphs().size(), tokens_of("Đảng bộ", "Xây dựng Qwertzu").paragraphs().size());
}

/// A run of joined tokens without end, as only a hostile index holds one.
std::string endless_run(const std::string& term, std::size_t tokens) {
  const std::string literal =
      static_cast<char>(sequence::kLiteral) + std::string(1, static_cast<char>(term.size())) + term;
  std::string bytes{static_cast<char>(sequence::kField), static_cast<char>(Field::body)};
  for (std::size_t i = 0; i < tokens; ++i)
    bytes += (i == 0 ? "" : std::string(1, static_cast<char>(sequence::kJoined))) + literal;
  return bytes;
}

TEST(ArticleTokens, OfAnEndlessRunTakeMemoryThatGrowsWithIt) {
  for (const std::string term : {"1~", "007~", "xyzzyq~"}) {
    const ArticleTokens tokens(endless_run(term, 60'000));
    EXPECT_EQ(tokens.codes().size(), 60'000U);
    EXPECT_LT(tokens.bytes(), 60'000U * 100) << term;
    for (std::size_t i = 0; i < tokens.names(); ++i) ASSERT_LE(tokens.name(i).term.size(), kFoldedLimitBytes + 1);
  }
}

TEST(ArticleTokens, NameWhatHasNoCodeAndWholes) {
  const ArticleTokens tokens = tokens_of("", "Ông Xyzzyq họp về KT-XH và 5 700");
  std::vector<std::string> names;
  for (std::size_t i = 0; i < tokens.names(); ++i) {
    const ArticleTokens::Name name = tokens.name(i);
    names.push_back(std::string(name.term) + "@" + std::to_string(name.place) + "+" + std::to_string(name.span));
  }
  ASSERT_GE(names.size(), 3U);
  EXPECT_EQ(names.front(), "xyzzyq~@1+1");
  EXPECT_NE(std::find(names.begin(), names.end(), "ktxh~@4+2"), names.end());
  EXPECT_EQ(tokens.codes()[1], ArticleTokens::kNoCode);
}

TEST(ArticleTokens, BeginAParagraphWithEveryFieldAndEveryLine) {
  const ArticleTokens tokens = tokens_of("Một", "Hai ba\nbốn");
  std::vector<std::pair<std::uint32_t, Field>> begins;
  for (const ArticleTokens::Paragraph& paragraph : tokens.paragraphs())
    begins.emplace_back(paragraph.begin, paragraph.field);
  const std::vector<std::pair<std::uint32_t, Field>> expected{
      {0, Field::body}, {0, Field::title}, {1, Field::body}, {3, Field::body}};
  EXPECT_EQ(begins, expected) << "the first is of what stands before any field: nothing";
}

/// Counts what a sequence says of itself, step by step.
struct Counter {
  std::size_t tokens = 0, literals = 0;
  void field(Field /*field*/) {}
  void paragraph() {}
  void sentence() {}
  void joined() {}
  void code(std::uint32_t /*code*/) { ++tokens; }
  void literal(std::string_view /*term*/) {
    ++tokens;
    ++literals;
  }
};

TEST(ArticleTokens, OfAnyBytesHaveAsManyTokensAsTheSequence) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes(random() % 60, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 4 == 0 ? 249 + random() % 7 : random() % 256);
    Counter counter;
    walk_sequence(bytes, counter);
    const ArticleTokens tokens{std::string_view(bytes)};
    ASSERT_EQ(tokens.codes().size(), counter.tokens);
    std::size_t literals = 0;
    for (std::size_t i = 0; i < tokens.names(); ++i) {
      const ArticleTokens::Name name = tokens.name(i);
      ASSERT_LT(name.paragraph, tokens.paragraphs().size());
      ASSERT_LE(name.place + name.span, tokens.codes().size() + 1);
      if (name.place < tokens.codes().size() && tokens.codes()[name.place] == ArticleTokens::kNoCode) ++literals;
    }
    ASSERT_GE(literals, counter.literals);
  }
}

}  // namespace
}  // namespace timbao
