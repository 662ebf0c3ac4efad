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

/// Keys of the ledger in the database's metadata.
std::string seen_key(std::string_view name);
std::string removed_key(std::string_view id);
std::string inode_key(std::uint64_t inode);

/// A record as metadata holds it (docs/index-format.md, "Ledger"), and read back; nothing where it cannot be read.
std::string encode_record(const FileRecord& record);
std::optional<FileRecord> decode_record(std::string_view bytes);

/// What the index remembers beside its articles: files that were read, and ids that are to stay out. It is metadata of
/// the same database, so it is published by the same step as the articles and cannot disagree with them: of a trusted
/// file, at least as many documents have its path term as its record says (more where records went from it).
///
///   Ledger ledger(database);
///   if (auto record = ledger.file("/archive/a.txt"); record && record->stamp == file.stamp) …
///
/// Takes    a database that may have no ledger yet, or be empty.
/// Errors   Xapian::Error.
/// Threads  one a thread.
class Ledger {
 public:
  explicit Ledger(Xapian::Database database) : database_(std::move(database)) {}

  [[nodiscard]] std::optional<FileRecord> file(std::string_view name) const;
  [[nodiscard]] std::optional<FileRecord> file_with(std::uint64_t inode) const;  ///< read last with this inode
  [[nodiscard]] bool is_removed(std::string_view id) const;                      ///< a takedown holds for this id

  /// Calls `use` with each record of which the name begins with `name_prefix`, by name.
  void for_each_file(std::string_view name_prefix, const std::function<void(const FileRecord&)>& use) const;
  [[nodiscard]] std::uint64_t count_removed() const;
  [[nodiscard]] std::uint64_t count_articles(std::string_view name) const;  ///< documents with a file's path term
  [[nodiscard]] const Xapian::Database& database() const { return database_; }

 private:
  Xapian::Database database_;
};

/// The ledger of an index; an empty one where there is no index yet.
///
/// Errors   Error(index_failed).
Ledger open_ledger(const std::string& directory);

/// Whether all of an index's ledger can be read; true where there is no index yet. Where it cannot, a rebuild of the
/// paths given has to do without.
///
/// Errors   Error where it is not the index that fails: Error(io_failed).
bool can_read_ledger(const std::string& directory);

/// What a run changes in the ledger.
struct LedgerChanges {
  FileRecords seen;                    ///< new records
  std::vector<std::string> forgotten;  ///< names of files of which the record goes
  std::vector<std::string> doubted;    ///< path terms of files that are to be read again
  std::vector<std::string> marked;     ///< ids that are to stay out
  std::vector<std::string> restored;   ///< ids that may come back

  [[nodiscard]] bool is_empty() const;
};

/// A run's whole change beside the articles that it adds.
struct IndexChanges {
  LedgerChanges ledger;
  std::vector<std::string> gone;  ///< id terms of documents that are to go

  [[nodiscard]] bool is_empty() const { return gone.empty() && ledger.is_empty(); }
};

/// Writes changes: `forgotten` before `seen` before `doubted`, so a file that is in the last two will be read again.
///
/// Errors   Xapian::Error.
void write_ledger(const LedgerChanges& changes, Xapian::WritableDatabase& database);

/// How much of a ledger goes into a rebuilt index.
enum class KeptLedger : std::uint8_t { marks, all };
void copy_ledger(const Xapian::Database& from, KeptLedger kept, Xapian::WritableDatabase& to);

}  // namespace timbao
