// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: letters that Vietnamese does not have, or not in this order, are signs wherever they stand, and clean text has
// none.
#include "indexer/input/charset/signs.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/syllable.h"
#include "common/text/written.h"
#include "tests/common/text/vietnamese.h"

namespace timbao {
namespace {

TEST(SignsIn, FindsLettersInAnOrderThatVietnameseHasNot) {
  for (const std::string text :
       {"caìc", "viêòc", "bôì", "chuìng", "vuò", "biò", "coù", "leân", "taøi", "cuéc", "c«ng", "CAÌC", "«t«"})
    for (std::size_t before = 0; before < 130; ++before)
      ASSERT_TRUE(signs_in(std::string(before, ' ') + text + " b").other_writing) << text << " behind " << before;
}

TEST(SignsIn, FindsEachKindOfSign) {
  EXPECT_TRUE(signs_in("§¹i héi").other_writing);
  EXPECT_TRUE(signs_in("Ä‘á»‹nh").other_writing);
  EXPECT_TRUE(signs_in("Ðảng").twin);
  EXPECT_TRUE(signs_in("H&#7897;i").reference);
  EXPECT_TRUE(signs_in("Tie^'ng").viqr);
  EXPECT_FALSE(signs_in("").any());
}

TEST(SignsIn, FindsNoneInWordsOfNews) {
  for (std::uint32_t code = 0; code < token_codes().size(); ++code) {
    const SplitTerm term = split_term(token_codes().term_of(code));
    const std::string word = composed(written(exact_of(term.folded, term.marks)));
    if (!parse_syllable(word)) continue;
    EXPECT_FALSE(signs_in("“" + word + "” – " + word + ", đó").any()) << word;
    EXPECT_FALSE(signs_in(test::capitals(word)).any()) << word;
  }
}

TEST(SignsIn, FindsNoneInCleanText) {
  for (const std::string_view text :
       {"Đà Nẵng, quá giá, hoà bình, thuý, quí vị, gió, xoòng, chữ “Ý” – Ổn, 5 m², 3°, «cả», 2·b", "R + D, x2"})
    EXPECT_FALSE(signs_in(text).any()) << text;
}

}  // namespace
}  // namespace timbao
