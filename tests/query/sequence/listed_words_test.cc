// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/listed_words.h"

#include <gtest/gtest.h>

#include "common/index/article_tokens.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"

namespace timbao {
namespace {

std::uint16_t code_of(const std::string& printed) {
  return static_cast<std::uint16_t>(
      token_codes().code_of(reading_term(fold_text(printed), exact_key(printed))).value());
}

TEST(ListedWords, NumbersAWordOfTwoSyllablesInTheReadingThatNewsHas) {
  const ListedWords& words = listed_words();
  const std::uint32_t discipline = words.number_of(code_of("kỷ"), code_of("luật"));
  ASSERT_NE(discipline, ListedWords::kNoWord);
  EXPECT_EQ(words.text_of(discipline), "kỷ luật");
  EXPECT_EQ(words.syllables_of(discipline), (std::vector<std::string>{"kỷ", "luật"}));
  EXPECT_EQ(words.number_of(code_of("luật"), code_of("kỷ")), ListedWords::kNoWord);
  EXPECT_EQ(words.number_of(code_of("kỳ"), code_of("luật")), ListedWords::kNoWord);
  EXPECT_EQ(words.number_of(code_of("hội"), code_of("đông")), ListedWords::kNoWord) << "a slip for hội đồng";
  EXPECT_EQ(words.number_of(ArticleTokens::kNoCode, code_of("luật")), ListedWords::kNoWord);
}

TEST(ListedWords, NumbersWordsWithACodeByTheirCode) {
  EXPECT_EQ(listed_words().text_of(code_of("luật")), "luật");
  EXPECT_GT(listed_words().size(), token_codes().size() + 30'000);
}

TEST(ListedWords, GivesEachPairANumberOfItsOwn) {
  const ListedWords& words = listed_words();
  for (std::uint32_t number = static_cast<std::uint32_t>(token_codes().size()); number < words.size(); ++number) {
    const std::vector<std::string> syllables = words.syllables_of(number);
    ASSERT_EQ(syllables.size(), 2U);
    if (number % 50 == 0) {
      EXPECT_EQ(words.number_of(code_of(syllables[0]), code_of(syllables[1])), number) << words.text_of(number);
    }
  }
}

}  // namespace
}  // namespace timbao
