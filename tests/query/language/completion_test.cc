// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/completion.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenize.h"

namespace timbao {
namespace {

Word word_of(std::string_view text) {
  Tokenizer tokenizer;
  return *tokenizer.tokenize(text).tokens.front().word;
}

bool completes(std::string_view typed, std::string_view printed, Readings readings = Readings::any) {
  const Word beginning = word_of(typed), word = word_of(printed);
  const WordCompletion completion({beginning.folded, beginning.exact, readings, std::nullopt, Extent::beginning});
  return completion.takes(word.folded, word.exact);
}

struct Case {
  std::string_view typed, printed;
  bool completes;
  std::string_view why;
};

TEST(WordCompletion, AgreesWithTheMarksThatWereTyped) {
  for (const Case& c : std::vector<Case>{
           {"chinh", "chính", true, "letters without marks are any"},
           {"chinh", "chinhphu", true, "any ending"},
           {"chinh", "chin", false, "shorter"},
           {"đản", "đảng", true, "letters and tone"},
           {"đản", "ĐẢNG", true, "capitals"},
           {"đản", "đang", false, "another tone"},
           {"đản", "dang", false, "another letter"},
           {"đan", "đảng", true, "a tone that was not typed is any"},
           {"đan", "đăng", true, "a mark that was not typed is any"},
           {"đan", "dân", false, "another letter"},
           {"hoà", "hòa", true, "the place of the tone does not matter"},
           {"hoà", "hoàng", true, "with more letters"},
           {"ngườ", "người", true, "what is no syllable yet"},
           {"ngươ", "người", true, "its tone comes later"},
           {"ngướ", "người", false, "another tone"},
           {"quố", "quốc", true, "behind qu"},
           {"đắ", "đắk", true, "a word that is no syllable"},
       })
    EXPECT_EQ(completes(c.typed, c.printed), c.completes) << c.typed << "* " << c.printed << ": " << c.why;
}

TEST(WordCompletion, BehindEqualsTakesTheTypedLettersOnly) {
  EXPECT_TRUE(completes("dan", "dạng", Readings::typed));
  EXPECT_FALSE(completes("dan", "đang", Readings::typed));
  EXPECT_FALSE(completes("dan", "dân", Readings::typed));
}

TEST(WordCompletion, OfMoreLettersTakesNoOtherWord) {
  const std::vector<std::string_view> growing{"ng", "ngư", "ngươ", "ngườ", "người"};
  for (const std::string_view printed : {"người", "ngươi", "nguoi", "ngược", "ngũ", "nghị", "người", "ngườ"})
    for (std::size_t i = 1; i < growing.size(); ++i)
      EXPECT_LE(completes(growing[i], printed), completes(growing[i - 1], printed)) << growing[i] << "* " << printed;
}

}  // namespace
}  // namespace timbao
