// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/label.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(SlotLabel, IsTheNameUpTo200Bytes) {
  const std::string name(200, 'a');
  EXPECT_EQ(slot_label(""), "");
  EXPECT_EQ(slot_label(name), name);
  EXPECT_EQ(slot_label(name + 'b'), name);
}

TEST(SlotLabel, IsCutAtACharacter) {
  const std::string start(198, 'a');
  EXPECT_EQ(slot_label(start + "ả"), start) << "the last character has three bytes";
}

}  // namespace
}  // namespace timbao
