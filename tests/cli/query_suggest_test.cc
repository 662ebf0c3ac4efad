// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: timbao-query as a process says what was more likely meant, and --suggest searches it.
#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

class QuerySuggest : public QueryTest {};

TEST_F(QuerySuggest, PrintsWhatWasMeantBelowTheHitsAndInJson) {
  const RunResult text = query({"ngan sach"});
  EXPECT_EQ(text.status, 0);
  EXPECT_NE(text.out.find("Did you mean: ngân sách"), std::string::npos) << text.out;
  const RunResult json = query({"--format", "json", "ngan sach"});
  EXPECT_EQ(Json::parse(json.out)["suggestion"], "ngân sách");
}

TEST_F(QuerySuggest, PrintsNothingForARightQuery) {
  const RunResult text = query({"ngân sách"});
  EXPECT_EQ(text.out.find("Did you mean"), std::string::npos) << text.out;
  const RunResult json = query({"--format", "json", "ngân sách"});
  EXPECT_TRUE(Json::parse(json.out)["suggestion"].is_null());
}

TEST_F(QuerySuggest, SearchesItWhereThatIsAsked) {
  EXPECT_EQ(ids({"\"ngân sáxh\""}), std::vector<std::string>{});
  EXPECT_EQ(ids({"--suggest", "\"ngân sáxh\""}), std::vector<std::string>{"ngan-sach"});
}

TEST_F(QuerySuggest, NeverPrintsForNoHitsWhatFindsNothingEither) {
  const RunResult none = query({"\"ngân sáxh\" date:1999"});
  EXPECT_EQ(none.status, 1);
  EXPECT_EQ(none.out.find("Did you mean"), std::string::npos) << none.out;
}

}  // namespace
}  // namespace timbao::test
