// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "indexer/add/add_report.h"
#include "indexer/add/console.h"
#include "indexer/add/notice_log.h"
#include "indexer/ledger/file_visit.h"
#include "indexer/write/article_sink.h"

namespace timbao {

/// Where the articles and the messages of a file go.
struct AdditionTarget {
  ArticleSink& sink;
  NoticeLog& log;
  ReadCounts& counts;
  Console& console;
  std::function<void(const InputReport& report)> end_input = {};  ///< of a dry run: what was decided of each input
};

/// What came of a file.
struct AddedFile {
  VisitedFile visited;
  std::uint64_t records = 0;  ///< articles and records, whatever became of them
  bool is_rejected = false;   ///< nothing came of it but one rejection, so the file itself counts as rejected
};

/// The way of one file's articles into the sink: notes what the ledger has to remember, tells what was not understood,
/// counts, and passes on what is not kept out.
///
///   FileAddition addition(run, file, target);
///   reader.read(file);  // calls addition.take() for each article, each rejection and each notice
///   const AddedFile added = addition.close(reading);
///
/// Takes    the run, the file and the target, which outlive it.
/// Errors   see ArticleSink and NoticeLog; Xapian::Error of the ledger.
/// Threads  one.
/// Source   tests/cli/index_account_test.cc adds up what is counted.
class FileAddition {
 public:
  FileAddition(RunLedger& run, const SourceFile& file, const AdditionTarget& target);

  /// Takes the next article of the file, or what was wrong with it.
  void take(ParsedArticle parsed);

  /// Ends the file.
  AddedFile close(const FileReading& reading);

 private:
  void reject(const Rejected& rejected);
  void pass_over(const Notice& notice);
  void add(ReadArticle read);
  void note_remarks(ReadArticle& read);

  FileVisit visit_;
  AdditionTarget target_;
  std::uint64_t records_ = 0, rejected_before_ = 0;
};

}  // namespace timbao
