// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/strong_index.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <type_traits>

namespace timbao {
namespace {

using WordPlace = StrongIndex<struct WordPlaceTag>;
using GroupPlace = StrongIndex<struct GroupPlaceTag, std::uint16_t>;

TEST(StrongIndex, IsNoPlaceInAnotherListAndNoPlainNumber) {
  EXPECT_FALSE((std::is_convertible_v<GroupPlace, WordPlace>));
  EXPECT_FALSE((std::is_constructible_v<WordPlace, GroupPlace>));
  EXPECT_FALSE((std::is_convertible_v<std::size_t, WordPlace>));
  EXPECT_FALSE((std::is_convertible_v<WordPlace, std::size_t>));
}

TEST(StrongIndex, CostsWhatItsNumberCosts) {
  EXPECT_EQ(sizeof(GroupPlace), sizeof(std::uint16_t));
  EXPECT_EQ(sizeof(WordPlace), sizeof(std::size_t));
  EXPECT_TRUE(std::is_trivially_copyable_v<WordPlace>);
}

TEST(StrongIndex, IsInTheOrderOfTheList) {
  WordPlace place;
  EXPECT_EQ(place, WordPlace(0));
  EXPECT_LT(place, WordPlace(1));
  EXPECT_EQ(++place, WordPlace(1));
  EXPECT_NE(place, WordPlace(2));
  EXPECT_EQ(place.value(), 1U);
}

TEST(IndexedVector, TellsThePlaceOfWhatWasAdded) {
  IndexedVector<GroupPlace, std::string> names;
  EXPECT_TRUE(names.empty());
  EXPECT_EQ(names.end_id(), GroupPlace(0));
  const GroupPlace first = names.push_back("bộ"), second = names.push_back("tỉnh");
  EXPECT_EQ(names[first], "bộ");
  EXPECT_EQ(names[second], "tỉnh");
  EXPECT_EQ(names.end_id(), GroupPlace(2));
  names[first] = "bổ";
  EXPECT_EQ(names.front(), "bổ");
}

TEST(IndexedVector, GivesAllPlacesInOrder) {
  const IndexedVector<WordPlace, int> numbers(3, 7);
  std::vector<std::size_t> places;
  int sum = 0;
  for (const WordPlace place : numbers.ids()) places.push_back(place.value()), sum += numbers[place];
  EXPECT_EQ(places, (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(sum, 21);
}

}  // namespace
}  // namespace timbao
