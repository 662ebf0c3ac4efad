// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/quotes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace timbao {
namespace {

/// Every stretch in quotes, each from where the one before it ended, as the lexer asks for them.
std::vector<std::string> stretches(const std::string& query) {
  const QuotePairs quotes(query);
  std::vector<std::string> found;
  for (std::size_t at = 0; at < query.size();) {
    const Quoted quoted = quotes.at(at);
    if (quoted.length != 0) found.emplace_back(quoted.inside);
    at += quoted.length != 0 ? quoted.length : 1;
  }
  return found;
}

TEST(QuotePairs, FindPartnersOfOneKind) {
  using Found = std::vector<std::string>;
  struct Case {
    std::string query;
    Found inside;
  };
  const std::vector<Case> cases{
      {"", {}},
      {"\"a\"", {"a"}},
      {"“a” „b“ „c” “d“ ”e” «f» ＂g＂", {"a", "b", "c", "d", "e", "f", "g"}},
      {"\"\" “” «»", {"", "", ""}},
      {"\"a” «b\"", {"a” «b"}},
      {"“a", {}},
      {"a” b»", {}},
      {"»a«", {}},
      {"“a \"b” c\"", {"a \"b"}},
      {"““a””", {"“a"}},
      {"5\" 6\" \"a\"", {"a"}},
      {"mai” \"a\" sau”", {"a"}},
      {"'a' ‘b’ `c´ ‹d›", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(stretches(c.query), c.inside) << c.query;
}

TEST(QuotePairs, TakeTimeThatGrowsWithTheQuery) {
  for (const std::string_view mark : {"\"", "“", "”", "„", "«", "»", "＂", " ”", " “"}) {
    std::string query;
    for (int i = 0; i < 200'000; ++i) query += mark;
    EXPECT_LE(stretches(query).size(), 200'000U) << mark;
  }
}

TEST(InQuotes, EndNowhereWithinTheValue) {
  for (const std::string value :
       {"a b", "a \"b\"", "a \"b\" «c»", "«", "a \"b\" »", "“a”", "\" » “b", "„ \" » ＂ “b"}) {
    const std::string text = in_quotes(value);
    EXPECT_EQ(stretches(text), std::vector<std::string>{value}) << text;
  }
}

}  // namespace
}  // namespace timbao
