// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/add_plan.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "common/base/error.h"
#include "tests/indexer/write/made_articles.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

AddOptions options_of(const std::string& index) {
  AddOptions options;
  options.index = index;
  options.sources.paths = {"archive"};
  return options;
}

AddPlan plan(const AddOptions& options) {
  return plan_add(options, [] { return false; });
}

class AddPlanTest : public testing::Test {
 protected:
  test::TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_F(AddPlanTest, AddsToTheCurrentGeneration) {
  const AddPlan made = plan(options_of(index_));
  EXPECT_EQ(made.origin, ArticleOrigin::sources);
  EXPECT_EQ(made.destination, Destination::index);
  EXPECT_EQ(made.prior_ledger, PriorLedger::of_the_index);
  EXPECT_EQ(made.base, BuildBase::current);
  EXPECT_EQ(made.pruning, Pruning::none);
  EXPECT_EQ(made.rules.old_records, OldRecords::used);
  EXPECT_EQ(made.rules.takedowns, Takedowns::keep_out);
  EXPECT_FALSE(made.replaces_all());
}

TEST_F(AddPlanTest, ListsEverythingInADryRun) {
  AddOptions options = options_of(index_);
  options.dry_run = true;
  EXPECT_EQ(plan(options).destination, Destination::listing);
  EXPECT_EQ(plan(options).prior_ledger, PriorLedger::none);
}

TEST_F(AddPlanTest, UsesOnlyCompleteRecordsWhereItPrunes) {
  AddOptions options = options_of(index_);
  options.prune = true;
  EXPECT_EQ(plan(options).pruning, Pruning::at_most_a_tenth);
  EXPECT_EQ(plan(options).rules.old_records, OldRecords::used_if_complete);
  options.force = true;
  EXPECT_EQ(plan(options).pruning, Pruning::any_number);
}

TEST_F(AddPlanTest, RefusesAnotherNumberOfShardsUnlessItRebuilds) {
  AddOptions options = options_of(index_);
  options.shards = 3;
  EXPECT_EQ(plan(options).shards, 3U) << "a first index";
  test::write_index(index_, aside_sink, {test::made_article("a", "Tin")});
  for (const bool dry_run : {false, true}) {
    options.dry_run = dry_run;
    try {
      plan(options);
      ADD_FAILURE();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::usage);
    }
  }
  options.dry_run = false;
  options.rebuild = true;
  EXPECT_EQ(plan(options).shards, 3U);
  options.rebuild = false;
  options.shards = 1;
  EXPECT_EQ(plan(options).shards, 1U);
  options.shards.reset();
  EXPECT_EQ(plan(options).shards, std::nullopt);
}

TEST_F(AddPlanTest, RestoresTakedowns) {
  AddOptions options = options_of(index_);
  options.restore = true;
  EXPECT_EQ(plan(options).rules.takedowns, Takedowns::restore);
}

TEST_F(AddPlanTest, RebuildsPathsWithNothingButTheTakedowns) {
  test::write_index(index_, aside_sink, {test::made_article("a", "Tin")});
  AddOptions options = options_of(index_);
  options.rebuild = true;
  const AddPlan made = plan(options);
  EXPECT_EQ(made.base, BuildBase::takedowns);
  EXPECT_EQ(made.prior_ledger, PriorLedger::of_the_index);
  EXPECT_EQ(made.rules.old_records, OldRecords::ignored);
  EXPECT_TRUE(made.replaces_all());
}

TEST_F(AddPlanTest, RebuildsPathsWithoutALedgerThatCannotBeRead) {
  test::write_index(index_, aside_sink, test::made_articles(50));
  std::filesystem::resize_file(index_ + "/g1/postlist.glass", 100);
  AddOptions options = options_of(index_);
  options.rebuild = true;
  EXPECT_EQ(plan(options).base, BuildBase::nothing);
  EXPECT_EQ(plan(options).prior_ledger, PriorLedger::none);
}

TEST_F(AddPlanTest, RebuildsFromTheStoredArticlesWithoutAPath) {
  AddOptions options = options_of(index_);
  options.sources.paths.clear();
  options.rebuild = true;
  const AddPlan made = plan(options);
  EXPECT_EQ(made.origin, ArticleOrigin::stored_articles);
  EXPECT_EQ(made.base, BuildBase::ledger);
  EXPECT_TRUE(made.replaces_all());
}

TEST_F(AddPlanTest, LimitsAnArticleByMemoryAndByMaxArticle) {
  AddOptions options = options_of(index_);
  options.memory_bytes = 64U << 20U;
  EXPECT_EQ(plan(options).reading.share.article_text, 4U << 20U);
  options.article_bytes = 1U << 20U;
  EXPECT_EQ(plan(options).reading.share.article_text, 1U << 20U);
}

}  // namespace
}  // namespace timbao
