// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/option_table.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/base/error.h"

namespace timbao {
namespace {

using Words = std::vector<std::string>;

const QueryOption& option_named(const std::string& name) {
  const std::vector<QueryOption>& table = query_option_table();
  const auto option = std::find_if(table.begin(), table.end(),
                                   [&](const QueryOption& candidate) { return candidate.row.long_name() == name; });
  return option == table.end() ? table.front() : *option;
}

TEST(QueryOptionTable, LetsARequestSetWhatConcernsItsAnswerAndNothingElse) {
  Words askable;
  for (const QueryOption& option : query_option_table())
    if (option.askable == Askable::yes) askable.push_back(option.row.long_name());
  EXPECT_EQ(askable, (Words{"limit",    "offset",     "sort",           "from",     "to",           "since",
                            "match",    "marks",      "suggest",        "collapse", "no-variants",  "no-typing",
                            "not-as",   "like",       "recent",         "facet",    "timeline",     "compare",
                            "readings", "neighbours", "function-words", "mentions", "mention-sort", "mention-offset",
                            "explain",  "highlight",  "snippet"}));
  QueryOptions options;
  for (const char* name : {"index", "format", "show", "batch", "generate", "help", "version", "n", "", "frobnicate"})
    EXPECT_FALSE(set_asked_option(options, {name, "x"})) << name;
}

TEST(QueryOptionTable, SetsAnOptionOfARequestByItsLongName) {
  QueryOptions options;
  EXPECT_TRUE(set_asked_option(options, {"limit", "5"}));
  EXPECT_TRUE(set_asked_option(options, {"sort", "title"}));
  EXPECT_TRUE(set_asked_option(options, {"explain", "true"}));
  EXPECT_TRUE(set_asked_option(options, {"collapse", "false"}));
  EXPECT_EQ(options.request.limit, std::size_t{5});
  EXPECT_EQ(options.request.sort, SortOrder::title);
  EXPECT_EQ(options.request.explain, Explain::yes);
  EXPECT_EQ(options.request.collapse, Collapse::no);
}

TEST(QueryOptionTable, SetsSeveralValuesInPlaceOfThoseOfTheCommandLine) {
  QueryOptions options;
  options.request.overview.compared = {"cũ"};
  EXPECT_TRUE(set_asked_values(options, "compare", {"một, hai", "ba"}));
  EXPECT_EQ(options.request.overview.compared, (std::vector<QueryText>{"một, hai", "ba"}));
  EXPECT_TRUE(set_asked_values(options, "facet", {"source", "year"}));
  EXPECT_EQ(options.request.overview.facets.size(), 2U);
  EXPECT_THROW(set_asked_values(options, "limit", {"5", "6"}), Error);
  EXPECT_FALSE(set_asked_values(options, "index", {"x"}));
}

TEST(QueryOptionTable, TakesAndNamesEveryChoiceOfItsRows) {
  for (const QueryOption& option : query_option_table()) {
    for (const Choice& choice : option.row.choices) {
      QueryOptions options;
      EXPECT_NO_THROW(option.set(options, {option.row.long_name(), choice.name})) << choice.name;
      EXPECT_NE(option.row.help.find(choice.name), std::string::npos) << choice.name;
    }
    QueryOptions options;
    if (!option.row.choices.empty()) {
      EXPECT_THROW(option.set(options, {option.row.long_name(), "x"}), Error);
    }
  }
}

TEST(QueryOptionTable, HoldsTheChoicesThatCompletionsOffer) {
  const auto names_of = [](const std::string& option) {
    Words names;
    for (const Choice& choice : option_named(option).row.choices) names.push_back(choice.name);
    return names;
  };
  EXPECT_EQ(names_of("sort"), (Words{"relevance", "newest", "oldest", "title"}));
  EXPECT_EQ(names_of("match"), (Words{"any", "all"})) << "the usual mode has no name";
  EXPECT_EQ(names_of("format"), (Words{"text", "json", "jsonl", "tsv", "ids", "csv", "bibtex", "ris"}));
  EXPECT_TRUE(names_of("limit").empty());
}

TEST(QueryOptionTable, HasARowThatChoosesEachTaskButTheUsualOne) {
  for (const QueryTask task :
       {QueryTask::show, QueryTask::batch, QueryTask::generate, QueryTask::help, QueryTask::version}) {
    const std::vector<QueryOption>& table = query_option_table();
    EXPECT_EQ(
        std::count_if(table.begin(), table.end(), [&](const QueryOption& option) { return option.chooses == task; }),
        1);
  }
}

}  // namespace
}  // namespace timbao
