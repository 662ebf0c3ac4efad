// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/store/index_errors.h"
#include "common/store/index_place.h"
#include "common/store/index_stamp.h"
#include "common/store/remote_index.h"
#include "common/store/retries.h"
#include "common/store/shards.h"
#include "common/store/xapian_errors.h"

namespace timbao {

/// Which of several indexes the documents of a database are of. An index has a part of the database for each of its
/// shards, and Xapian numbers the documents of the parts in turn.
///
///   DocumentOwners owners; owners.add_index("1990", 1); owners.add_index("2000", 2);
///   owners.index_of(1) == "1990"   owners.index_of(2) == "2000"   owners.index_of(3) == "2000"   owners.index_of(4) == "1990"
///
/// Source   Xapian 1.4.22, Database::add_database(). Covered by index_reader_test.
class DocumentOwners {
 public:
  /// Adds the next index, and how many parts it has.
  void add_index(std::string name, std::size_t parts) {
    owner_of_part_.insert(owner_of_part_.end(), parts, names_.size());
    names_.push_back(std::move(name));
  }

  /// The place of the index that a document is of, among the names. At least one index was added.
  [[nodiscard]] std::size_t place_of(Xapian::docid document) const {
    return owner_of_part_[shard_of_document(document, owner_of_part_.size())];
  }
  /// Its name.
  [[nodiscard]] const std::string& index_of(Xapian::docid document) const { return names_[place_of(document)]; }

  /// The names of all, in their order.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  std::vector<std::size_t> owner_of_part_;
};

/// One or several indexes, opened for reading as one database. It takes no lock, so readers never wait for a writer,
/// and it reads on where a writer publishes meanwhile. An index behind a server that does not answer is left out, and
/// is there again when it answers.
///
///   IndexReader reader({"/var/lib/timbao"});
///   auto count = reader.read([](const Xapian::Database& database) { return database.get_doccount(); });
///
/// Takes    where the indexes are, in the order in which their documents are interleaved; at least one.
/// Errors   Error(index_failed): missing, damaged, not an index, of another version; no server answers, or one of them
///          does not and none may be left out (WhenMissing::fail). Error(io_failed): a permission is missing;
///          Error(locked): a writer published too often for it to be opened.
/// Threads  one thread at a time: a Xapian::Database may not be shared.
/// Source   docs/index-format.md, "Readers"; docs/remote.md. Covered by index_reader_test, with a real writer by
///          tests/fault, and with servers by tests/cli/remote_index_test.cc.
class IndexReader {
 public:
  explicit IndexReader(const std::vector<std::string>& directories)
      : IndexReader(IndexChoice{folder_places(directories)}) {}
  explicit IndexReader(IndexChoice choice);

  /// Calls `call(database)`. If a writer has published meanwhile, this opens the newest state and calls again, so `call`
  /// must have no side effects. It does the same where `call` met damage and a writer has published since the database
  /// was opened: the blocks that were read may have been overwritten, and are no damage then. Where a server ends or
  /// does not answer in time, it is connected to again or left out, and `call` is called again.
  ///
  /// Returns  what `call` returns.
  /// Errors   Error(locked) where a writer published too often; what `call` throws, Xapian::Error as an Error; those of
  ///          the constructor.
  template <typename Call>
  auto read(Call&& call) {
    if (is_uncertain_) open();
    Failures failures;
    for (Retries retries;;) {
      try {
        const InUse in_use(*this);
        return call(std::as_const(database_));
      } catch (const Xapian::NetworkError& error) {
        failures.lose(*this, error);
      } catch (const Xapian::DatabaseModifiedError& error) {
        if (may_have_changed(failures)) {
          if (!retries.pause()) throw_written_too_fast(owners_.names().front());
        } else if (!retries.pause_without_a_writer()) {
          throw_as_error(error);
        }
      } catch (const Xapian::Error& error) {
        if (!may_have_changed(failures)) throw_as_error(error);
        if (!retries.pause()) throw_written_too_fast(owners_.names().front());
      } catch (const Error& error) {
        if (error.code() != ExitCode::index_failed || !may_have_changed(failures)) throw;
        if (!retries.pause()) throw_written_too_fast(owners_.names().front());
      }
      open();
    }
  }

  /// Opens the newest state if a writer has published since this one was opened: the stamp has changed, or Xapian finds
  /// a newer revision. Servers that have ended are left out, those that are there again are taken in.
  ///
  /// Errors   as the constructor.
  void refresh();

  /// How often this reader has opened its database, in refresh() or read(). A cache of something that was derived from
  /// the database compares this number, and is emptied when it changes.
  [[nodiscard]] std::uint64_t times_opened() const { return times_opened_; }

  /// Whether there are several indexes, left out or not.
  [[nodiscard]] bool has_several() const { return parts_.size() > 1; }

  /// Whether a part of the database is behind a server.
  [[nodiscard]] bool is_remote() const;

  /// Whether an index is left out, because its server does not answer.
  [[nodiscard]] bool is_partial() const { return owners_.names().size() < parts_.size(); }

  /// The parts of the database, in the order in which their documents are interleaved: shards of the indexes on this
  /// machine. None where a part is behind a server. Valid as long as times_opened() stays the same.
  [[nodiscard]] const std::vector<Xapian::Database>& local_parts() const { return local_parts_; }

  /// Which index each document is of, as long as times_opened() stays the same.
  [[nodiscard]] const DocumentOwners& owners() const { return owners_; }

 private:
  /// One index: of a folder the databases and their stamp from before it was opened, of a server the connection.
  struct Part {
    IndexPlace place;
    IndexStamp stamp;
    std::vector<Xapian::Database> shards;    // of a folder
    std::optional<Xapian::Database> folder;  // all of them as one
    std::optional<RemoteIndex> server;
    bool is_there = true;  // as on_change was told

    [[nodiscard]] const std::optional<Xapian::Database>& database() const {
      return server ? server->database() : folder;
    }
    [[nodiscard]] bool is_outdated() const { return folder && !is_still(stamp, place.name); }
    void open();
  };

  /// What has failed during one read().
  class Failures {
   public:
    /// Gives up the connection that failed. One that is named for the first time, and has not let us wait, is connected
    /// to again.
    ///
    /// Errors   Error(index_failed) where connections fail again and again.
    void lose(IndexReader& reader, const Xapian::NetworkError& error);

    /// Whether this is the first failure that servers do not explain.
    bool is_first() { return ++unexplained_ == 1; }

   private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    std::vector<std::size_t> named_;  // parts that have failed
    std::size_t lost_ = 0;
    int unexplained_ = 0;
  };

  /// While this is alive, servers are asked. Where that ends by an exception, an answer that nobody has read may still
  /// come, so that the connections cannot be used any more.
  class InUse {
   public:
    explicit InUse(IndexReader& reader) : reader_(reader) {}
    ~InUse() { reader_.is_uncertain_ = reader_.is_remote() && std::uncaught_exceptions() > exceptions_; }
    InUse(const InUse&) = delete;
    InUse& operator=(const InUse&) = delete;

   private:
    IndexReader& reader_;
    int exceptions_ = std::uncaught_exceptions();
  };

  [[nodiscard]] bool is_outdated() const;
  [[nodiscard]] bool may_have_changed(Failures& failures) const;
  [[noreturn]] void throw_as_error(const Xapian::Error& error) const;
  bool refresh(Part& part);
  void open();
  void join();
  void check_missing() const;
  void tell_changes();

  IndexChoice choice_;
  std::vector<Part> parts_;
  DocumentOwners owners_;
  std::vector<Xapian::Database> local_parts_;
  Xapian::Database database_;
  bool is_uncertain_ = false;
  std::uint64_t times_opened_ = 0;
};

}  // namespace timbao
