// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/pair_signature.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "common/index/folded_hash.h"
#include "common/index/listed_pairs.h"
#include "common/text/tokenize.h"
#include "tests/common/index/made_sequence.h"
#include "tests/common/index/random_article.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

PairSignature signature_of(const Article& article) { return PairSigner().signature_of(test::sequence_of(article)); }

PairSignature signature_of_body(const std::string& body) { return signature_of(test::article_with("", body)); }

bool has_pair(const PairSignature& signature, const std::string& left, const std::string& right) {
  const auto bits = bits_of_pair(left, right);
  return std::all_of(bits.begin(), bits.end(), [&](std::uint16_t bit) { return signature.has(bit); });
}

std::size_t bits_in(const PairSignature& signature) {
  std::size_t bits = 0;
  signature.for_each_bit([&](std::size_t) { ++bits; });
  return bits;
}

TEST(PairSignature, GivesItsBitsInAscendingOrder) {
  PairSignature signature;
  const std::vector<std::size_t> bits{0, 63, 64, 700, kSignatureBits - 1};
  for (const std::size_t bit : bits) signature.set(bit);
  std::vector<std::size_t> found;
  signature.for_each_bit([&](std::size_t bit) { found.push_back(bit); });
  EXPECT_EQ(found, bits);
  EXPECT_TRUE(signature.has(64));
  EXPECT_FALSE(signature.has(65));
  EXPECT_EQ(bits_in(PairSignature::full()), kSignatureBits);
}

TEST(BitsOfPair, AreInTheSignatureAndSpreadOverIt) {
  std::vector<int> often(kSignatureBits);
  for (int left = 0; left < 200; ++left)
    for (int right = 0; right < 200; ++right)
      for (const std::uint16_t bit : bits_of_pair("a" + std::to_string(left), "b" + std::to_string(right))) {
        ASSERT_LT(bit, kSignatureBits);
        ++often[bit];
      }
  const auto [least, most] = std::minmax_element(often.begin(), often.end());
  EXPECT_GT(*least, 40) << "78 on average";
  EXPECT_LT(*most, 130);
}

TEST(BitsOfPair, DependOnTheOrderAndAreWhatIndexesHave) {
  EXPECT_NE(bits_of_pair("cau", "moi"), bits_of_pair("moi", "cau"));
  EXPECT_EQ(bits_of_pair("cau", "moi"), bits_of_pair(folded_hash("cau"), folded_hash("moi")));
  // Another result needs another format: these bits stand in indexes.
  EXPECT_EQ(bits_of_pair("cau", "moi"), (std::array<std::uint16_t, kBitsAPair>{1279, 978, 1299}));
}

TEST(PairSigner, SetsBitsForNeighboursThatAreNotListedAndForNoOthers) {
  ASSERT_TRUE(is_listed_pair("xay", "dung"));
  ASSERT_FALSE(is_listed_pair("khuyu", "gieng"));
  EXPECT_EQ(bits_in(signature_of_body("xây dựng")), 0U);
  const PairSignature signature = signature_of_body("Khuỷu, giếng.\nNgõa");
  EXPECT_TRUE(has_pair(signature, "khuyu", "gieng")) << "across a comma";
  EXPECT_FALSE(has_pair(signature, "gieng", "ngoa")) << "not across the end of a paragraph";
  EXPECT_LE(bits_in(signature), kBitsAPair);
}

TEST(PairSigner, TakesJoinedFormsAsWholesToo) {
  const PairSignature signature = signature_of_body("giếng KT-XH khuỷu 5 700 QH-ND.");
  for (const auto& [left, right] : std::vector<std::pair<std::string, std::string>>{
           {"gieng", "kt"}, {"gieng", "ktxh"}, {"ktxh", "khuyu"}, {"xh", "khuyu"}, {"khuyu", "5700"}, {"5700", "qhnd"}})
    EXPECT_TRUE(has_pair(signature, left, right)) << left << ' ' << right;
}

TEST(PairSigner, SetsEveryBitWhereTheTokensAreDamaged) {
  EXPECT_EQ(bits_in(PairSigner().signature_of("no token sequence")), kSignatureBits);
  EXPECT_EQ(bits_in(PairSigner().signature_of("")), kSignatureBits);
}

/// A text's neighbours that are not listed have their bits.
void expect_neighbours(const PairSignature& signature, std::string_view text) {
  Tokenizer tokenizer;
  const TokenizedText text_tokens = tokenizer.tokenize(text);
  const std::vector<Token>& tokens = text_tokens.tokens;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const std::string &left = tokens[i - 1].word->folded, &right = tokens[i].word->folded;
    if (tokens[i].gap == Gap::paragraph || is_listed_pair(left, right)) continue;
    EXPECT_TRUE(has_pair(signature, left, right)) << left << ' ' << right;
  }
}

TEST(PairSigner, SetsTheBitsOfAllNeighboursOfRandomArticles) {
  test::RandomTexts random(5);
  for (std::size_t round = 0; round < test::rounds(300); ++round) {
    const Article article = test::random_article(random);
    const PairSignature signature = signature_of(article);
    expect_neighbours(signature, article.title);
    expect_neighbours(signature, article.lead);
    expect_neighbours(signature, article.body);
    for (const std::string& caption : article.captions) expect_neighbours(signature, caption);
  }
}

}  // namespace
}  // namespace timbao
