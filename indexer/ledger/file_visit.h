// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/input/article/article.h"
#include "indexer/input/article/id_hashes.h"
#include "indexer/ledger/article_key.h"
#include "indexer/ledger/run_ledger.h"

namespace timbao {

/// Whether an article goes into the index, or stays out because of a takedown.
enum class Admission : std::uint8_t { admitted, kept_out };

/// What the visit of a file knows of one of its articles.
struct MetArticle {
  ArticleKey key;
  Occurrence occurrence = Occurrence::first;
  Admission admission = Admission::admitted;
};

/// What is to be remembered of a file that was read.
struct VisitedFile {
  std::optional<FileRecord> record;   ///< to be written; none where the ledger has the same already
  std::vector<std::string> doubted;   ///< path terms of files whose articles this one also gave: to be read again
  std::vector<std::string> restored;  ///< ids of which the takedown ends
  std::vector<std::string> lost;      ///< id terms of articles that only another way of reading gave
  bool knows_all_ids = false;         ///< all of it was read, and each record that was rejected has an id
};

/// The reading of one file, from its opening to its record in the ledger.
///
///   FileVisit visit(run, file);
///   for (const Article& article : articles) if (visit.take(article).admission == Admission::admitted) …
///   VisitedFile visited = visit.close(reading);
///
/// A record is trusted, so that the file need not be opened again, where all of the file was read, nothing of it was
/// rejected, its articles name no other path, and it had not just been changed.
/// Takes    the run, which outlives the visit, and the file: look_up() has said that it is to be read.
/// Errors   Xapian::Error.
/// Threads  one; one visit of a run is open at a time.
/// Source   docs/index-format.md, "Ledger"; run_ledger_test, tests/cli/index_same_test.cc, index_prune_test.cc.
class FileVisit {
 public:
  FileVisit(RunLedger& run, const SourceFile& file) : run_(run), file_(file) {}

  /// Notes an article of the file, and says what is known of its id. An id that is kept out is never `repeated`.
  MetArticle take(const Article& article);

  /// Notes a record that could not be read. Where it has no id, any article of the file may be meant.
  void reject(const Rejected& rejected);

  /// Ends the visit.
  ///
  /// Takes    how the reading ended. Standard input gets no record.
  VisitedFile close(const FileReading& reading);

 private:
  /// The ids of the file: most files have one.
  class FileIds {
   public:
    bool insert(std::uint64_t hash);
    [[nodiscard]] bool contains(std::uint64_t hash) const;

   private:
    std::optional<std::uint64_t> first_;
    std::optional<IdHashes> more_;
  };

  void doubt_named_path(const Article& article);
  [[nodiscard]] FileRecord record_of(const FileReading& reading) const;
  [[nodiscard]] std::vector<std::string> lost_articles(const std::string& name) const;

  RunLedger& run_;
  const SourceFile& file_;
  FileIds ids_;
  VisitedFile visited_;
  std::uint64_t articles_ = 0, kept_out_ = 0, repeated_ = 0;
  bool is_doubtful_ = false, has_nameless_ = false;
};

}  // namespace timbao
