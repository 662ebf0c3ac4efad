// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the capitals of a typed word are given to the word that stands in its place.
#include "common/text/letter_case.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(LetterCase, IsReadFromAWordAndGivenToAnother) {
  struct Row {
    std::string_view typed, written;
  };
  for (const Row& row :
       {Row{"dang", "đảng"}, {"Dang", "Đảng"}, {"DANG", "ĐẢNG"}, {"D", "Đảng"}, {"dAng", "đảng"}, {"", "đảng"}})
    EXPECT_EQ(in_case("đảng", case_of(row.typed)), row.written) << row.typed;
  EXPECT_EQ(in_case("", LetterCase::capitals), "");
}

}  // namespace
}  // namespace timbao
