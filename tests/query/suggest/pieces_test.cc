// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: words that were typed as one are taken apart, and other unknown words are left whole.
#include "query/suggest/pieces.h"

#include <gtest/gtest.h>

#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

std::string taken_apart(std::string_view typed) {
  const test::FakeVocabulary vocabulary(
      {test::article_with("Xây dựng Đảng", "Xin chào tiếng Việt, an toàn giao thông.")});
  const NearText near({});
  const WordModel model(vocabulary, near);
  std::string words;
  for (const Piece& piece : pieces_of(typed, model)) words += (words.empty() ? "" : " ") + piece.typed;
  return words;
}

TEST(Pieces, AreTheWordsOfARunOfLetters) {
  EXPECT_EQ(taken_apart("xaydungdang"), "xay dung dang");
  EXPECT_EQ(taken_apart("XâyDựngĐảng"), "Xây Dựng Đảng");
  EXPECT_EQ(taken_apart("antoangiaothong"), "an toan giao thong");
}

TEST(Pieces, RepairWhatAnEditorWroteTwice) {
  EXPECT_EQ(taken_apart("chaoào"), "chào");
  EXPECT_EQ(taken_apart("tiengêngếng"), "tiếng");
}

TEST(Pieces, AreNothingForOtherWords) {
  for (const char* word : {"", "xay", "đảng", "dunng", "blockchain", "zzzzzzzz", "xayqq", "dangxay"})
    EXPECT_EQ(taken_apart(word), "") << word;
  EXPECT_EQ(taken_apart(std::string(kLongestJoined + 1, 'a')), "");
}

TEST(WithoutJoiners, PutsSpacesIntoAddressesAndNothingElse) {
  struct Row {
    const char *query, *loosened;
  };
  for (const Row& row : {Row{"xay-dung-dang", "xay dung dang"},
                         {"xay%20dung%20dang", "xay dung dang"},
                         {"tin xay_dung_dang 2018", "tin xay dung dang 2018"},
                         {"covid-19", "covid-19"},
                         {"05-CT/TW", "05-CT/TW"},
                         {"2015-2020", "2015-2020"},
                         {"31-1-2018", "31-1-2018"},
                         {"-xay dung", "-xay dung"},
                         {"a--b-c", "a--b-c"},
                         {"", ""},
                         {"  ", "  "},
                         {"KT-XH-AN", "KT-XH-AN"}})
    EXPECT_EQ(without_joiners(row.query), row.loosened);
}

}  // namespace
}  // namespace timbao
