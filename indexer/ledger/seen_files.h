// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/input/article/id_hashes.h"
#include "indexer/input/files/source.h"
#include "indexer/input/read_articles.h"
#include "indexer/ledger/ledger.h"

namespace timbao {

/// The hash by which a run knows an article's id again.
std::uint64_t run_hash(const std::string& id);

/// How a run reads, as far as other articles could come of it.
struct SeenSettings {
  std::optional<Format> format;   ///< --format
  std::string source;             ///< --source
  std::string root;               ///< --root
  std::size_t article_bytes = 0;  ///< --max-article
  std::int64_t listed_ns = 0;     ///< when the run began to list files, in nanoseconds since 1970
  bool restores = false;          ///< --restore: no id is kept out
  bool prunes = false;            ///< --prune: what records went from a file has to be known
  bool rebuilds = false;          ///< --rebuild: every file is read, and every record new
  StopAsked stop_asked;
};

/// Says which files of a run need not be opened, which articles stay out, and what the ledger is to remember.
///
///   if (const auto record = seen.unchanged(file)) continue;
///   if (const auto other = seen.other_name(file)) continue;
///   seen.begin(file); … if (!seen.keeps_out(read)) sink.add(…); … seen.end(reader.read(file));
///   sink.publish({seen.changes(), seen.left_over()});
///
/// A file is recorded as trusted where all of it was read, nothing of it was rejected, its articles name no other path,
/// and it had not just been changed: a later change within one tick of the file system's clock would not show.
/// Errors   Xapian::Error.
class SeenFiles {
 public:
  SeenFiles(Ledger ledger, SeenSettings settings);

  /// The record of a file that is as it was when it was read in the same way: its stamp says so, or, where only the
  /// size is the same, the hash of its bytes.
  [[nodiscard]] std::optional<FileRecord> unchanged(const SourceFile& file);

  /// Of a file that has no record of its own: says under which other name it was read, in this run or in another.
  [[nodiscard]] std::optional<std::string> other_name(const SourceFile& file) const;

  void begin(const SourceFile& file);

  /// Notes an article of the file and whether its id stood in the run before, and says whether a takedown keeps it out.
  bool keeps_out(ReadArticle& read);
  void reject(const Rejected& rejected);
  void end(const FileReading& reading);

  /// Whether the ids of all records of the last file are known, so that those it has no longer can be told.
  [[nodiscard]] bool knows_all_ids() const { return whole_ && !nameless_; }

  /// Whether an article or a rejected record of the run had this id (run_hash).
  [[nodiscard]] bool has_met(std::uint64_t id_hash) const {
    return ids_.contains(id_hash) || rejected_ids_.contains(id_hash);
  }
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  [[nodiscard]] LedgerChanges& changes() { return changes_; }
  [[nodiscard]] std::uint64_t root_hash() const { return root_hash_; }

  /// Id terms of articles that only came of reading a file in another way than now, and that no file of the run gave.
  /// To be asked after the last end().
  [[nodiscard]] std::vector<std::string> left_over() const;

 private:
  /// The ids of the file that is being read: most files have one.
  class FileIds {
   public:
    bool insert(std::uint64_t hash);
    [[nodiscard]] bool contains(std::uint64_t hash) const;
    void clear() { *this = {}; }

   private:
    std::optional<std::uint64_t> first_;
    std::optional<IdHashes> more_;
  };

  [[nodiscard]] std::uint64_t way() const;
  [[nodiscard]] std::uint64_t reading() const;
  [[nodiscard]] bool has_same_content(const SourceFile& file, const FileRecord& record) const;
  [[nodiscard]] bool is_file_of(const FileRecord& record, const SourceFile& file) const;
  [[nodiscard]] bool lost_records(const SourceFile& file, const FileRecord& record) const;
  [[nodiscard]] FileRecord record_of(const FileReading& reading) const;
  [[nodiscard]] bool is_settled(const FileStamp& stamp) const;
  void doubt_named_path(const Article& article);
  void look_for_left_over(const FileRecord& before);

  Ledger ledger_;
  SeenSettings settings_;
  std::uint64_t root_hash_, way_, reading_;
  bool has_removed_;
  IdHashes ids_;           // of all articles of the run
  IdHashes rejected_ids_;  // of all records that could not be read but for their ids
  IdHashes inodes_;        // of all files of the run
  LedgerChanges changes_;
  std::vector<std::string> left_over_;
  // Of the file that is being read:
  const SourceFile* file_ = nullptr;
  FileIds file_ids_;
  std::uint64_t articles_ = 0, kept_out_ = 0, repeated_ = 0;
  bool doubtful_ = false, nameless_ = false, whole_ = false;
};

}  // namespace timbao
