// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a line gives back the id that was printed on it, and ill-formed bytes are those of an id that was read.
#include "common/base/id_line.h"

#include <gtest/gtest.h>

#include "common/base/escape.h"

namespace timbao {
namespace {

TEST(IdLine, GivesBackTheIdThatWasPrinted) {
  for (const std::string_view id : {"a7", "2018/phúc yên.txt", "a\tb\\c\n", "\uFEFFa", ""})
    EXPECT_EQ(id_on_line(escape_line(id)), id);
}

TEST(IdLine, ReplacesIllFormedBytes) { EXPECT_EQ(id_on_line("a\xFF\\tb"), "a\uFFFD\tb"); }

}  // namespace
}  // namespace timbao
