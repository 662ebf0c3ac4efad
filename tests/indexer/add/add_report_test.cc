// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/add_report.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

AddReport report_of_a_run() {
  AddReport report;
  report.counts.files = {12, 3, 0, 0};
  report.counts.progress.articles = 1'340;
  report.counts.progress.text_bytes = 8'100'000;
  report.written = {1'300, 40, 12, 0};
  report.elapsed = std::chrono::duration<double>(1);
  return report;
}

TEST(AddReport, CountsArticlesAndFiles) {
  EXPECT_EQ(describe_counts(report_of_a_run(), {}),
            "added 1,300, updated 40, unchanged 12, removed 0, rejected 0 (1,340 articles, 8.1 MB, 8.1 MB/s; files: 12 "
            "read, 3 unchanged)\n");
}

TEST(AddReport, NamesWhatIsRareOnlyWhereThereIsSome) {
  AddReport report = report_of_a_run();
  report.counts.same_id = 2;
  report.counts.kept_out = 3;
  report.passed_over = 4;
  const std::string text = describe_counts(report, {});
  EXPECT_NE(text.find(", rejected 0, same id 2, passed over 4 ("), std::string::npos) << text;
  EXPECT_NE(text.find("\nkept out 3 that were removed; --restore takes them back\n"), std::string::npos) << text;
}

TEST(AddReport, NamesNoFilesWhereTheArticlesComeFromTheIndex) {
  AddPlan plan;
  plan.origin = ArticleOrigin::stored_articles;
  EXPECT_EQ(describe_counts(report_of_a_run(), plan).find("files"), std::string::npos);
}

TEST(AddReport, IsDoneOnlyWhereNothingWasLeftOut) {
  EXPECT_EQ(exit_status(report_of_a_run()), ExitCode::done);
  AddReport rejected = report_of_a_run(), empty_folder = rejected, refused = rejected, dropped = rejected;
  rejected.rejected = 1;
  empty_folder.counts.has_empty_folder = true;
  refused.outcome = Outcome::refused;
  dropped.outcome = Outcome::dropped;
  for (const AddReport& report : {rejected, empty_folder, refused, dropped})
    EXPECT_EQ(exit_status(report), ExitCode::incomplete);
}

TEST(AddReport, SaysWhatAnInterruptedRunLeft) {
  AddReport report = report_of_a_run();
  report.is_stopped = true;
  EXPECT_EQ(exit_status(report), ExitCode::interrupted);
  EXPECT_EQ(describe_end(report, {}), "interrupted: what was complete is published; add the same again for the rest");
  report.outcome = Outcome::dropped;
  EXPECT_EQ(describe_end(report, {}), "interrupted: the index is as it was");
  report.is_stopped = false;
  EXPECT_EQ(describe_end(report, {}), "there was no article to rebuild the index from: it is as it was");
  EXPECT_EQ(describe_end(report_of_a_run(), {}), "");
}

}  // namespace
}  // namespace timbao
