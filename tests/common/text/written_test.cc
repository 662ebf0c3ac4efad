// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/written.h"

#include <gtest/gtest.h>

#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"

namespace timbao {
namespace {

TEST(Written, PutsTheToneOnTheVowelThatCarriesIt) {
  struct Case {
    std::string_view exact, word;
  };
  for (const Case& c : {Case{"đang~3", "đảng"}, {"hoa~2", "hòa"},     {"hoan~2", "hoàn"},
                        {"thuy~4", "thũy"},     {"quy~1", "quý"},     {"gia~2", "già"},
                        {"giêng~1", "giếng"},   {"gi~2", "gì"},       {"ngoai~2", "ngoài"},
                        {"khuyên~1", "khuyến"}, {"ngươi~2", "người"}, {"mua~2", "mùa"},
                        {"nghia~4", "nghĩa"},   {"y~1", "ý"},         {"dân", "dân"},
                        {"5.700", "5.700"},     {"covid", "covid"},   {"", ""},
                        {"~3", "\u0309"},       {"thuơ~3", "thuở"},   {"b~1", "b\u0301"},
                        {"thuy~3", "thủy"},     {"khoe~3", "khỏe"},   {"mia~1", "mía"},
                        {"khuyu~3", "khuỷu"},   {"toan~2", "toàn"},   {"nghiêp~5", "nghiệp"},
                        {"gia~1", "giá"},       {"viêt~5", "việt"},   {"yêu~1", "yếu"},
                        {"hai", "hai"},         {"19", "19"},         {"~", "~"}})
    EXPECT_EQ(written(c.exact), c.word);
}

TEST(Written, PutsTheToneWhereNewspapersDo) {
  for (const std::string_view word :
       {"đảng",  "hòa",   "khỏe", "của",   "mía",  "thủy", "quý",  "quyết", "già",    "giếng",  "gì",    "giữ",
        "toàn",  "ngoài", "xoáy", "người", "được", "lửa",  "thuở", "tiếng", "yếu",    "huỳnh",  "khuỷu", "ủy",
        "xoong", "nghị",  "bà",   "ăn",    "ếch",  "ổn",   "quả",  "quốc",  "nguyễn", "chuyện", "muỗi",  "nghĩa"})
    EXPECT_EQ(written(exact_key(word)), word);
}

TEST(Written, LeavesWhatIsNoKeyOfAToneAsItIs) {
  for (const std::string_view key : {"", "covid", "5.700", "đang", "~", "a~", "a~7", "a~12", "x~y~z"})
    EXPECT_EQ(written(key), key);
}

TEST(Written, HasTheSameKeyAgain) {
  for (const std::string_view onset : {"", "b", "đ", "gi", "qu", "ngh", "th"})
    for (const std::string_view rime : {"a",   "ang", "âm", "eo",   "i",  "ia",  "iên", "oa",  "oai", "oan", "ôi",
                                        "ươi", "ưa",  "uê", "uyên", "uy", "uya", "y",   "yêu", "ooc", "oac", "iêt"})
      for (const char tone : {'1', '2', '3', '4', '5'}) {
        const std::string key = std::string(onset) + std::string(rime) + '~' + tone;
        const std::string word = written(key);
        if (!parse_syllable(word)) continue;  // no syllable has these parts
        EXPECT_EQ(fold_text(word), fold_text(std::string(onset) + std::string(rime)));
        EXPECT_EQ(written(exact_key(word)), word) << key;
      }
}

TEST(Written, GivesEveryShippedReadingItsOwnKeyAgain) {
  for (std::uint32_t code = 0; code < token_codes().size(); ++code) {
    const SplitTerm term = split_term(token_codes().term_of(code));
    const std::string exact = exact_of(term.folded, term.marks);
    EXPECT_EQ(exact_key(canonical(written(exact))), exact);
  }
}

TEST(BeginsAsTyped, LetsMarksOutAndTakesNoneThatAreWrong) {
  struct Case {
    std::string_view word, typed;
    bool begins;
  };
  for (const Case& c : {Case{"đảng", "dan", true},
                        {"đảng", "đa", true},
                        {"đảng", "Đả", true},
                        {"đảng", "đa\u0309", true},
                        {"đang", "đả", false},
                        {"dân", "đ", false},
                        {"dân", "dăn", false},
                        {"hòa", "hoà", true},
                        {"dân", "dang", false},
                        {"dân", "", true},
                        {"dân", "dân", true}})
    EXPECT_EQ(begins_as_typed(c.word, c.typed), c.begins) << c.word << ' ' << c.typed;
}

TEST(Composed, MakesOneCodePointOfALetterAndItsMarks) {
  EXPECT_EQ(composed("Đa\u0309ng bo\u0302\u0323"), "Đảng bộ");
  EXPECT_EQ(composed("a\xFF"), "a\uFFFD");
}

}  // namespace
}  // namespace timbao
