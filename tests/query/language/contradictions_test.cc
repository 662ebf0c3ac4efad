// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/contradictions.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "tests/query/support/parsed.h"

namespace timbao {
namespace {

/// The warnings of a query that is asked with --from 2018 and --to 2018.
std::vector<Note> warnings(std::string_view query) {
  SearchRequest request;
  request.days = DayRange{{2018, 1, 1}, {2018, 12, 31}};
  return contradictions(test::parse(query).root, request);
}

TEST(Contradictions, AreDaysOutsideOfFromAndTo) {
  const std::vector<Note> found = warnings("họp date:2017");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, NoteKind::warning);
  EXPECT_EQ(found[0].text,
            "no day of 'date:2017-01-01..2017-12-31' lies between --from and --to: nothing can be found");
}

TEST(Contradictions, AreNoneWhereADayMayBeFound) {
  for (const std::string_view query : {"họp", "họp date:2018-06", "họp date:2017..2019", "họp date:2017 date:2018",
                                       "họp -date:2017", "họp OR date:2017", "date:2018"})
    EXPECT_TRUE(warnings(query).empty()) << query;
  EXPECT_TRUE(contradictions(test::parse("date:2017").root, {}).empty()) << "no --from and --to";
}

}  // namespace
}  // namespace timbao
