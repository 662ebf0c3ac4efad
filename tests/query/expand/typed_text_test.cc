// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/typed_text.h"

#include <gtest/gtest.h>

#include "common/text/tokenize.h"

namespace timbao {
namespace {

constexpr RuleWord kKhoa{"khoa", "khoa~1"};

/// A text with its tokens.
struct Typed {
  explicit Typed(std::string_view value) : text(tokenizer.tokenize(value)), view(text, value) {}
  Tokenizer tokenizer;
  TokenizedText text;
  TypedText view;
};

TEST(TypedText, KnowsAWordWithItsMarksAndWithNone) {
  EXPECT_TRUE(Typed("khóa").view.is(0, kKhoa));
  EXPECT_TRUE(Typed("khoá").view.is(0, kKhoa)) << "wherever the tone stands";
  EXPECT_TRUE(Typed("KHOA").view.is(0, kKhoa));
  EXPECT_FALSE(Typed("khoả").view.is(0, kKhoa));
  EXPECT_FALSE(Typed("khoan").view.is(0, kKhoa));
  EXPECT_TRUE(Typed("Khóa").view.is_marked_as(0, kKhoa));
  EXPECT_FALSE(Typed("khoa").view.is_marked_as(0, kKhoa));
}

TEST(TypedText, KnowsWhatStandsBetweenWords) {
  const Typed typed("nq-18 và 18/9. Họp\n5kg");
  EXPECT_TRUE(typed.view.is_joined(1));
  EXPECT_EQ(typed.view.before(1), "-");
  EXPECT_EQ(typed.view.before(4), "/");
  EXPECT_EQ(typed.view.printed(2), "và");
  EXPECT_TRUE(typed.view.begins_date_or_range(3));
  EXPECT_FALSE(typed.view.begins_date_or_range(4));
  EXPECT_TRUE(typed.view.goes_on(2));
  EXPECT_FALSE(typed.view.goes_on(5)) << "a sentence begins";
  EXPECT_FALSE(typed.view.goes_on(6)) << "a paragraph begins";
  EXPECT_FALSE(typed.view.goes_on(0)) << "nothing stands before the first word";
}

TEST(TypedText, HasNothingBehindItsEnd) {
  const Typed typed("khóa");
  EXPECT_EQ(typed.view.folded(1), "");
  EXPECT_FALSE(typed.view.is(1, kKhoa));
  EXPECT_FALSE(typed.view.is_joined(1));
  EXPECT_FALSE(typed.view.goes_on(1));
  EXPECT_EQ(typed.view.before(7), "");
  EXPECT_EQ(typed.view.printed(7), "");
}

}  // namespace
}  // namespace timbao
