// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "common/base/error.h"
#include "indexer/add/add_plan.h"
#include "indexer/add/progress.h"
#include "indexer/write/article_sink.h"

namespace timbao {

/// What became of the files that were given.
struct FileCounts {
  std::uint64_t read = 0, unchanged = 0, rejected = 0, other_name = 0;
};

/// What a run has counted while it read. Each article is counted once: it went to the sink (`progress.articles`), it
/// was in a file that is unchanged, or it was kept out. Rejections are counted by NoticeLog.
struct ReadCounts {
  FileCounts files;
  ProgressState progress;                   ///< articles that went to the sink, and bytes
  std::uint64_t unchanged_file_bytes = 0;   ///< bytes that did not have to be read, as of unchanged files
  std::uint64_t articles_of_unchanged = 0;  ///< articles of files that are unchanged
  std::uint64_t kept_out = 0;               ///< articles that a takedown keeps out
  std::uint64_t same_id = 0;                ///< articles whose id another one had before in this run
  bool has_empty_folder = false;            ///< a folder that was given had no file to read
};

/// How a run ended.
enum class Outcome : std::uint8_t {
  published,  ///< its changes are findable (of a dry run: the list is complete)
  refused,    ///< --prune would have forgotten too much: nothing was changed
  dropped,    ///< a rebuild that was stopped or found no article: nothing was changed
};

/// What came of a run of `add`, from which its last lines and its exit status follow.
///
///   report.counts.files.read == 12   report.written.added == 340   exit_status(report) == ExitCode::done
///
/// Source   README, "Use": nothing is lost in silence; tests/cli/index_account_test.cc adds the counts up.
struct AddReport {
  Outcome outcome = Outcome::published;
  ReadCounts counts;
  ArticleCounts written;          ///< what the sink did with the articles, and those of unchanged files
  std::uint64_t rejected = 0;     ///< articles, records and files
  std::uint64_t passed_over = 0;  ///< entries of folders that were left out on purpose
  bool is_stopped = false;        ///< Ctrl-C was pressed
  std::chrono::duration<double> elapsed{0};
};

/// The lines that end a run:
///
///   added 340, updated 0, unchanged 12, removed 0, rejected 1 (340 articles, 1.2 MB, 7.1 MB/s; files: 12 read)
///   kept out 3 that were removed; --restore takes them back
///
/// Takes    the report of a run that was published, and its plan: files are only named where there are any.
/// Returns  whole lines, each with its end.
/// Errors   none.
/// Source   README, "Use"; add_report_test, tests/cli/index_account_test.cc.
std::string describe_counts(const AddReport& report, const AddPlan& plan);

/// What has to be said of a run that did not end as usual: it was stopped, or had nothing to rebuild from; empty where
/// there is nothing to say.
///
///   "interrupted: the index is as it was"
std::string describe_end(const AddReport& report, const AddPlan& plan);

/// The exit status of a run.
///
/// Returns  interrupted after Ctrl-C; incomplete where something was rejected, a folder had nothing to read, or nothing
///          was published; else done.
/// Errors   none.
/// Source   README, "Exit status"; add_report_test.
ExitCode exit_status(const AddReport& report);

}  // namespace timbao
