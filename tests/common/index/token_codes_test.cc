// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the codes of the commonest readings go from term to code and back, and are those of the shipped list.
#include "common/index/token_codes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "common/index/sequence.h"
#include "common/index/terms.h"
#include "common/text/fold.h"

namespace timbao {
namespace {

TEST(TokenCodes, GoFromTermToCodeAndBack) {
  const TokenCodes& codes = token_codes();
  EXPECT_LE(codes.size(), sequence::kCodes);
  EXPECT_GT(codes.size(), 10'000U);
  for (std::uint32_t code = 0; code < codes.size(); ++code) {
    ASSERT_FALSE(codes.term_of(code).empty()) << code << " has no term";
    ASSERT_EQ(codes.code_of(codes.term_of(code)), code);
  }
}

TEST(TokenCodes, KnowTheCommonestReadingsAndNoOthers) {
  EXPECT_LT(token_codes().code_of("va~2"), sequence::kFirstTwoByteLead) << "và";
  EXPECT_TRUE(token_codes().code_of("dang~93"));
  for (const std::string_view none : {"", "~", "dang", "dang~x", "zzzz~", "\xFF", "dang~93 "})
    EXPECT_FALSE(token_codes().code_of(none)) << none;
}

// A code whose term the tokenizer would never make would be a code wasted, and a wrong one would be a wrong answer.
TEST(TokenCodes, AreOfReadingTermsAsTokensMakeThem) {
  for (std::uint32_t code = 0; code < token_codes().size(); ++code) {
    const std::string_view term = token_codes().term_of(code);
    const std::string_view folded = term.substr(0, term.find('~'));
    ASSERT_NE(term.find('~'), std::string_view::npos) << term;
    ASSERT_FALSE(folded.empty()) << term;
    ASSERT_EQ(fold_text(folded), folded);
    const std::string_view exact = term.substr(folded.size() + 1);
    ASSERT_NE(exact, folded) << term << ": nothing stands behind the ~ where both are equal";
  }
}

TEST(TokenCodes, ListAllReadingsOfAFoldedForm) {
  std::set<std::string> wanted, found;
  for (std::uint32_t code = 0; code < token_codes().size(); ++code)
    if (token_codes().term_of(code).substr(0, 5) == "dang~") wanted.emplace(token_codes().term_of(code));
  for (const std::uint32_t code : token_codes().codes_of_folded("dang")) found.emplace(token_codes().term_of(code));
  EXPECT_EQ(found, wanted);
  EXPECT_EQ(found.count("dang~93") + found.count("dang~"), 2U);
  EXPECT_TRUE(token_codes().codes_of_folded("khongcotunay").empty());
  EXPECT_TRUE(token_codes().codes_of_folded("").empty());
}

TEST(TokenCodes, ReadAnyTableOfTheirShape) {
  const TokenCodes codes("a~\t1\na~á\t2\nb~\t0\n");
  EXPECT_EQ(codes.size(), 3U);
  EXPECT_EQ(codes.term_of(0), "b~");
  EXPECT_EQ(codes.code_of("a~á"), 2U);
  EXPECT_EQ(codes.codes_of_folded("a"), (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(TokenCodes("").size(), 0U);
}

}  // namespace
}  // namespace timbao
