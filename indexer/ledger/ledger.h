// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/ledger/file_records.h"

namespace timbao {

/// Keys of the ledger in the database's metadata: of the record of a file, of a takedown, and of the name of the file
/// that was read last with an inode.
///
///   seen_key("/archive/a.txt") == "seen:/archive/a.txt"
///   removed_key("a1") == "removed:a1"
///   inode_key(7) == "inode:7"
///
/// Takes    a name or an id of any length: of a long one the key has the beginning and a hash (bounded_key).
/// Source   docs/index-format.md, "Ledger"; ledger_test.
std::string seen_key(std::string_view name);
std::string removed_key(std::string_view id);
std::string inode_key(std::uint64_t inode);

/// A record as bytes of the metadata, and back: "v2 ", the numbers, each ended by a space, and the name.
///
///   decode_record(encode_record(record)) == record
///
/// Takes    any record; any bytes, also those that a program of format 1 wrote (their record has way 0).
/// Returns  nothing where the bytes are no record.
/// Errors   none.
/// Source   docs/index-format.md, "Ledger"; ledger_test and fuzz/ledger_record_fuzz.
std::string encode_record(const FileRecord& record);
std::optional<FileRecord> decode_record(std::string_view bytes);

/// What the index remembers beside its articles: the files that were read, and the takedowns. It is metadata of the
/// same database, so it is published by the same step as the articles and cannot disagree with them: of a trusted file, at
/// least as many documents have its path term as its record says (more where an earlier run lost records of it).
///
///   Ledger ledger(database);
///   if (auto record = ledger.file("/archive/a.txt"); record && record->stamp == file.stamp) …
///
/// Takes    a database of all shards, which may have no ledger yet or no documents at all; without one the ledger is
///          empty. The ledger is in the first shard, as Xapian takes metadata from there.
/// Errors   Xapian::Error.
/// Threads  one thread; each thread opens its own.
/// Source   docs/index-format.md, "Ledger"; ledger_test.
class Ledger {
 public:
  Ledger() = default;
  explicit Ledger(Xapian::Database database) : database_(std::move(database)) {}

  [[nodiscard]] std::optional<FileRecord> file(std::string_view name) const;
  [[nodiscard]] std::optional<FileRecord> file_with(std::uint64_t inode) const;  ///< read last with this inode
  [[nodiscard]] bool is_removed(std::string_view id) const;                      ///< a takedown holds for this id

  /// Calls `use` with each record whose name begins with `name_prefix`, by name.
  void for_each_file(std::string_view name_prefix, const std::function<void(const FileRecord&)>& use) const;

  /// How many takedowns there are.
  [[nodiscard]] std::uint64_t count_removed() const;

  /// How many documents have the path term of a file.
  [[nodiscard]] std::uint64_t count_articles(std::string_view name) const;

  [[nodiscard]] const Xapian::Database& database() const { return database_; }

 private:
  Xapian::Database database_;
};

/// The ledger of an index; an empty one where there is no index yet.
///
///   const Ledger ledger = open_ledger("/var/lib/timbao");
///
/// Errors   Error(index_failed).
Ledger open_ledger(const std::string& directory);

/// Whether the whole ledger of an index can be read; true where there is no index yet. A rebuild of the paths given
/// goes on without a ledger that cannot.
///
/// Takes    the index's directory.
/// Errors   Error where it is not the index that fails: Error(io_failed).
/// Source   tests/cli/index_rebuild_test.cc.
bool can_read_ledger(const std::string& directory);

/// What a run changes in the ledger.
///
///   LedgerChanges changes; changes.takedowns = {"a1"};
struct LedgerChanges {
  FileRecords records;                 ///< records of files, new or in place of older ones
  std::vector<std::string> forgotten;  ///< names of files of which the record goes
  std::vector<std::string> doubted;    ///< path terms of files that are to be read again
  std::vector<std::string> takedowns;  ///< ids that are to stay out
  std::vector<std::string> restored;   ///< ids of which the takedown ends

  [[nodiscard]] bool is_empty() const;
};

/// A run's whole change beside the articles that it adds.
struct IndexChanges {
  LedgerChanges ledger;
  std::vector<std::string> gone;  ///< id terms of documents that are to go

  [[nodiscard]] bool is_empty() const { return gone.empty() && ledger.is_empty(); }
};

/// Writes changes: `forgotten` before `records` before `doubted`, so a file that is in the last two will be read again.
///
/// Takes    a database that is published after this.
/// Errors   Xapian::Error.
/// Source   ledger_test.
void write_ledger(const LedgerChanges& changes, Xapian::WritableDatabase& database);

/// How much of a ledger goes into a rebuilt index.
enum class KeptLedger : std::uint8_t {
  takedowns,  ///< the files are all read again
  all,        ///< the articles come from the index itself, so what is recorded of the files still holds
};

/// Copies a ledger into a database that has none.
///
/// Errors   Xapian::Error.
/// Source   ledger_test.
void copy_ledger(const Xapian::Database& from, KeptLedger kept, Xapian::WritableDatabase& to);

}  // namespace timbao
