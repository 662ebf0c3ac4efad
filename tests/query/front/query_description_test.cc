// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the description of timbao-query has every option, value and field, and --help has its statuses.
#include "query/front/query_description.h"

#include <gtest/gtest.h>

#include "common/base/generate/generate.h"
#include "common/index/schema.h"
#include "query/front/option_table.h"

namespace timbao {
namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(QueryDescription, HasEveryOptionAndValueInTheCompletionsOfEachShell) {
  for (const Generated what : {Generated::complete_bash, Generated::complete_zsh, Generated::complete_fish}) {
    const std::string script = generate(what, query_description());
    for (const QueryOption& option : query_option_table()) {
      const std::string name = option.row.long_name();
      EXPECT_TRUE(holds(script, (what == Generated::complete_fish ? " -l " : "--") + name)) << name;
      for (const Choice& value : option.row.known_values()) EXPECT_TRUE(holds(script, value.name)) << value.name;
    }
  }
}

TEST(QueryDescription, OffersTheFieldsOfFacets) {
  std::vector<std::string> names;
  for (const OptionRow& row : query_description().options)
    for (const Choice& value : row.offered) names.push_back(value.name);
  EXPECT_EQ(names, (std::vector<std::string>{"source", "section", "author", "year", "month"}));
}

TEST(QueryDescription, HasEveryFieldInTheManualPage) {
  const ProgramDescription query = query_description();
  for (const FieldRow& row : kFields) {
    bool is_there = false;
    for (const PageSection& section : query.sections)
      for (const PageEntry& entry : section.entries) is_there = is_there || entry.term == row.example;
    EXPECT_TRUE(is_there) << row.name;
  }
}

TEST(QueryHelp, EndsWithTheStatuses) {
  EXPECT_TRUE(holds(query_help(), "\nStatus: 0 hits; 1 no hits (--batch: some line was bad;"));
  EXPECT_TRUE(holds(query_help(), "130 interrupted.\n"));
}

}  // namespace
}  // namespace timbao
