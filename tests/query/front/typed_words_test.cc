// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the last word of a command line becomes whole words, whatever a shell has typed before it.
#include "query/front/typed_words.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

using Words = std::vector<std::string>;

/// What an archive that completes everything by these words makes of a line.
Words completed(const Words& typed, const std::vector<Completion>& found) {
  Archive archive;
  archive.complete = [&](const ToComplete&) { return found; };
  return complete_typed_words(typed, archive);
}

TEST(TypedWords, TakeThePlaceOfTheLastOne) {
  struct Case {
    Words typed, completed;
  };
  const std::vector<Case> cases{
      {{"sa"}, {"sách", "sàng"}},
      {{"ngân", "sa"}, {"sách", "sàng"}},
      {{"ngân sa"}, {"ngân sách", "ngân sàng"}},
      {{"tin", "ngân (sa"}, {"ngân (sách", "ngân (sàng"}},
      {{"title:sa"}, {"title:sách", "title:sàng"}},
      {{"source:sa"}, {"source:\"sách\"", "source:\"sàng\""}},
      {{"+sa"}, {"+sách", "+sàng"}},
      {{"ngân", ""}, {}},
      {{"ngân "}, {}},
      {{}, {}},
  };
  for (const Case& one : cases)
    EXPECT_EQ(completed(one.typed, {{"sách", 2}, {"sàng", 1}}), one.completed) << testing::PrintToString(one.typed);
}

TEST(TypedWords, GoOnWithANameWhoseQuotesAreOpen) {
  EXPECT_EQ(completed({"source:\"báo t"}, {{"Báo tỉnh", 2}}), Words{"source:\"báo tỉnh\""});
  EXPECT_EQ(completed({"ngân", "source:\"báo", "t"}, {{"Báo tỉnh", 2}}), Words{"tỉnh\""});
}

TEST(TypedWords, HaveNoControls) {
  EXPECT_EQ(completed({"source:a"}, {{"a\nb", 3}, {"a\x1B[2J", 2}, {"a\u202Eb", 2}, {"ab", 1}}),
            Words{"source:\"ab\""});
}

TEST(TypedWords, TakeAnyBytes) { EXPECT_EQ(completed({"\xFF", "b\xC4 sa"}, {{"sách", 2}}), Words{"b\uFFFD sách"}); }

}  // namespace
}  // namespace timbao
