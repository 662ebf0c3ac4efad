// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/store/index_errors.h"
#include "common/store/index_stamp.h"
#include "common/store/retries.h"
#include "common/store/xapian_errors.h"

namespace timbao {

/// Which of several indexes the documents of a database are of. An index has a part of the database for each of its
/// shards, and Xapian numbers the documents of the parts in turn.
///
///   DocumentOwners owners; owners.add_index(1); owners.add_index(2);
///   owners.index_of(1) == 0   owners.index_of(2) == 1   owners.index_of(3) == 1   owners.index_of(4) == 0
///
/// Source   Xapian 1.4.22, Database::add_database(). Covered by index_reader_test.
class DocumentOwners {
 public:
  /// Adds the next index.
  void add_index(std::size_t shards) { owner_of_part_.insert(owner_of_part_.end(), shards, indexes_++); }

  /// The place of the index that a document is of. At least one index was added.
  [[nodiscard]] std::size_t index_of(Xapian::docid document) const {
    return owner_of_part_[(document - 1) % owner_of_part_.size()];
  }

 private:
  std::vector<std::size_t> owner_of_part_;
  std::size_t indexes_ = 0;
};

/// One or several indexes, opened for reading as one database. It takes no lock, so readers never wait for a writer,
/// and it reads on where a writer publishes meanwhile.
///
///   IndexReader reader({"/var/lib/timbao"});
///   auto count = reader.read([](const Xapian::Database& database) { return database.get_doccount(); });
///
/// Takes    the folders of the indexes, in the order in which their documents are interleaved; at least one.
/// Errors   Error(index_failed): missing, damaged, not an index, of another version; Error(io_failed): a permission is
///          missing; Error(locked): a writer published too often for it to be opened.
/// Threads  one thread at a time: a Xapian::Database may not be shared.
/// Source   docs/index-format.md, "Readers". Covered by index_reader_test, and with a real writer by tests/fault.
class IndexReader {
 public:
  explicit IndexReader(std::vector<std::string> directories);

  /// Calls `call(database)`. If a writer has published meanwhile, this opens the newest state and calls again, so `call`
  /// must have no side effects. It does the same where `call` met damage and a writer has published since the database
  /// was opened: the blocks that were read may have been overwritten, and are no damage then.
  ///
  /// Returns  what `call` returns.
  /// Errors   Error(locked) where a writer published too often; what `call` throws, Xapian::Error as an Error.
  template <typename Call>
  auto read(Call&& call) {
    for (Retries retries;;) {
      try {
        return call(std::as_const(database_));
      } catch (const Xapian::DatabaseModifiedError& error) {
        if (is_outdated()) {
          if (!retries.pause()) throw_written_too_fast(directories_.front());
        } else if (!retries.pause_without_a_writer()) {
          throw_as_index_error(directories_.front(), error);
        }
      } catch (const Xapian::Error& error) {
        if (!is_outdated()) throw_as_index_error(directories_.front(), error);
        if (!retries.pause()) throw_written_too_fast(directories_.front());
      } catch (const Error& error) {
        if (error.code() != ExitCode::index_failed || !is_outdated()) throw;
        if (!retries.pause()) throw_written_too_fast(directories_.front());
      }
      open();
    }
  }

  /// Opens the newest state if a writer has published since this one was opened: the stamp has changed, or Xapian finds
  /// a newer revision.
  ///
  /// Errors   as the constructor.
  void refresh();

  /// How often this reader has opened its database, in refresh() or read(). A cache of something that was derived from
  /// the database compares this number, and is emptied when it changes.
  [[nodiscard]] std::uint64_t times_opened() const { return times_opened_; }

  [[nodiscard]] const std::vector<std::string>& directories() const { return directories_; }

  /// Which index each document is of, as long as times_opened() stays the same.
  [[nodiscard]] const DocumentOwners& owners() const { return owners_; }

 private:
  [[nodiscard]] bool is_outdated() const;
  /// One index, and its stamp from before it was opened.
  struct OpenedIndex {
    Xapian::Database database;
    IndexStamp stamp;
  };
  static OpenedIndex open_one(const std::string& directory);
  void open();

  std::vector<std::string> directories_;
  DocumentOwners owners_;
  std::vector<IndexStamp> stamps_;  // of each directory, taken before its database was opened
  Xapian::Database database_;
  std::uint64_t times_opened_ = 0;
};

}  // namespace timbao
