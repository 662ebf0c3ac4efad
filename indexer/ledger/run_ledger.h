// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "indexer/input/article/id_hashes.h"
#include "indexer/input/files/source.h"
#include "indexer/input/read_articles.h"
#include "indexer/ledger/ledger.h"
#include "indexer/ledger/reading_way.h"

namespace timbao {

/// What the records of earlier runs mean to a run.
enum class OldRecords : std::uint8_t {
  used,              ///< a file that is as its record says need not be opened
  used_if_complete,  ///< the same, unless the file lost articles in an earlier run: --prune must know which are left
  ignored,           ///< every file is read and every record is new: --rebuild
};

/// What takedowns mean to a run: an article that was removed stays out, or is taken back (--restore).
enum class Takedowns : std::uint8_t { keep_out, restore };

/// How a run uses the ledger; decided once, in the plan of the run.
struct LedgerRules {
  ReadingWay way;
  OldRecords old_records = OldRecords::used;
  Takedowns takedowns = Takedowns::keep_out;
  std::int64_t listed_ns = 0;  ///< when the run began to list files, in nanoseconds since 1970
  StopAsked stop_asked;
};

/// A file that has to be read.
struct FileToRead {};

/// A file that is as it was when it was read in the same way.
struct UnchangedFile {
  FileRecord record;                  ///< what the earlier run recorded
  std::optional<FileRecord> renewed;  ///< a record to write: the bytes are the same, but the stamp is not
};

/// A file that this run or an earlier one has read under another name.
struct OtherName {
  std::string described;  ///< "the index has it as /archive/a.txt"
};

/// What is known of a file before it is opened.
using FileStanding = std::variant<FileToRead, UnchangedFile, OtherName>;

/// The ids that a run has met, as hashes: of the articles that were read, and of the records that were rejected but for
/// their id.
///
///   RunIds ids; ids.insert(7) == true; ids.insert(7) == false; ids.insert_rejected(8); ids.contains(8) == true
class RunIds {
 public:
  /// Adds the id of an article; returns whether this is its first article in the run.
  bool insert(std::uint64_t hash) { return read_.insert(hash); }
  void insert_rejected(std::uint64_t hash) { rejected_.insert(hash); }
  [[nodiscard]] bool contains(std::uint64_t hash) const { return read_.contains(hash) || rejected_.contains(hash); }

 private:
  IdHashes read_, rejected_;
};

/// The ledger of the generation before, as a run sees it, and what the run has met so far.
///
///   RunLedger run(open_ledger(directory), rules);
///   const FileStanding standing = run.look_up(file);
///   if (std::holds_alternative<FileToRead>(standing)) { FileVisit visit(run, file); … }
///
/// Takes    the ledger of the current generation, an empty one where there is none; the rules of the plan.
/// Errors   Xapian::Error.
/// Threads  one.
/// Source   docs/index-format.md, "Ledger"; run_ledger_test, tests/cli/index_refresh_test.cc, index_same_test.cc.
class RunLedger {
 public:
  RunLedger(Ledger ledger, LedgerRules rules);

  /// Whether a file has to be read. It counts as met from here on: another name of the same file is then OtherName.
  ///
  /// Takes    a file of the list. What is no regular file, as standard input, always has to be read.
  /// Returns  UnchangedFile where its stamp or, if only its size is the same, the hash of its bytes says so; OtherName
  ///          where it has no record of its own and the same inode was met or recorded; else FileToRead.
  FileStanding look_up(const SourceFile& file);

  [[nodiscard]] bool has_takedown(const std::string& id) const { return has_takedowns_ && ledger_.is_removed(id); }

  /// Whether the file had not just been changed when it was listed: a change within one tick of the file system's
  /// clock would not show in its stamp.
  [[nodiscard]] bool is_settled(const FileStamp& stamp) const;

  /// Of the id terms of articles that files used to give, those that no file of the run gave. To be called when every
  /// file was read: an article may have moved to a later file.
  [[nodiscard]] std::vector<std::string> without_met(const std::vector<std::string>& id_terms) const;

  [[nodiscard]] RunIds& ids() { return ids_; }
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  [[nodiscard]] const LedgerRules& rules() const { return rules_; }

 private:
  [[nodiscard]] std::optional<UnchangedFile> unchanged(const SourceFile& file) const;
  [[nodiscard]] std::optional<OtherName> other_name(const SourceFile& file) const;
  [[nodiscard]] bool is_current(const SourceFile& file, const FileRecord& record) const;
  [[nodiscard]] bool has_same_content(const SourceFile& file, const FileRecord& record) const;
  [[nodiscard]] bool is_file_of(const FileRecord& record, const SourceFile& file) const;

  Ledger ledger_;
  LedgerRules rules_;
  bool has_takedowns_;
  RunIds ids_;
  IdHashes met_files_;  // by device and inode
};

}  // namespace timbao
