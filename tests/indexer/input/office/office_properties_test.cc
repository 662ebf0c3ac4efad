// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/office/office_properties.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(OfficeProperties, TellPeopleFromComputers) {
  for (const char* person : {"Nguyễn Văn An", "NGUYỄN THỊ HOA", "Lê Hà"}) EXPECT_TRUE(is_person(person)) << person;
  for (const char* other : {"", "admin", "An", "Microsoft Office User", "Windows User", "Nguyen Van An", "thu ha",
                            "Van Thu PC", "HP", "Phòng Tổng hợp, Văn phòng UBND huyện Thanh Lĩnh và các xã của huyện"})
    EXPECT_FALSE(is_person(other)) << other;
}

TEST(OfficeProperties, HaveNoDateOfATemplate) {
  EXPECT_TRUE(date_created("2019-03-12T02:00:00Z").has_value());
  EXPECT_FALSE(date_created("2013-12-23T23:15:00Z").has_value());
  EXPECT_FALSE(date_created("").has_value());
}

}  // namespace
}  // namespace timbao
