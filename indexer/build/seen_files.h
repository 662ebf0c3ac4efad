// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/build/ledger.h"
#include "indexer/input/id_hashes.h"
#include "indexer/input/read_articles.h"
#include "indexer/input/source.h"

namespace timbao {

/// The hash by which a run knows an article's id again.
std::uint64_t run_hash(const std::string& id);

/// How a run reads, as far as other articles could come of it.
struct SeenSettings {
  std::string source;             ///< --source
  std::string root;               ///< --root
  std::size_t article_bytes = 0;  ///< --max-article
  std::int64_t listed_ns = 0;     ///< when the run began to list files, in nanoseconds since 1970
  bool restores = false;          ///< --restore: no id is kept out
  bool prunes = false;            ///< --prune: the ids of the run are remembered
  bool rebuilds = false;          ///< --rebuild: every file is read, and every record new
};

/// Says which files of a run need not be opened, which articles stay out, and what the ledger is to remember.
///
///   if (const auto record = seen.unchanged(file)) continue;
///   seen.begin(file); … if (!seen.keeps_out(read)) sink.add(…); … seen.end(reader.read(file));
///   sink.publish({seen.changes(), {}});
///
/// A file is recorded as trusted where all of it was read, nothing of it was rejected, its articles name no other path,
/// and it had not just been changed: a later change within one tick of the file system's clock would not show.
/// Errors   Xapian::Error.
class SeenFiles {
 public:
  SeenFiles(Ledger ledger, SeenSettings settings);

  /// The record of a file that is as it was when it was read in the same way.
  [[nodiscard]] std::optional<FileRecord> unchanged(const SourceFile& file) const;

  void begin(const SourceFile& file);

  /// Notes an article of the file, and says whether a takedown keeps it out.
  bool keeps_out(const ReadArticle& read);
  void reject(const Rejected& rejected);
  void end(FileEnd end);

  /// Whether the ids of all records of the last file are known, so that those it has no longer can be told.
  [[nodiscard]] bool knows_all_ids() const { return whole_ && !nameless_; }
  [[nodiscard]] const IdHashes& ids() const { return ids_; }
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  [[nodiscard]] LedgerChanges& changes() { return changes_; }
  [[nodiscard]] std::uint64_t root_hash() const { return root_hash_; }

 private:
  [[nodiscard]] std::uint64_t reading_of(const SourceFile& file) const;
  [[nodiscard]] bool lost_records(const SourceFile& file, const FileRecord& record) const;
  void doubt_named_path(const Article& article);

  Ledger ledger_;
  SeenSettings settings_;
  std::uint64_t root_hash_;
  bool has_removed_;
  IdHashes ids_;
  LedgerChanges changes_;
  // Of the file that is being read:
  const SourceFile* file_ = nullptr;
  std::optional<IdHashes> file_ids_;
  std::uint64_t articles_ = 0, kept_out_ = 0;
  bool doubtful_ = false, nameless_ = false, whole_ = false;
};

}  // namespace timbao
