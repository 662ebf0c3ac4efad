// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/error.h"

namespace timbao {

/// The versions that an index is made by; one of another version is refused (docs/index-format.md, "Versions").
struct IndexVersion {
  static constexpr std::string_view kFormatKey = "timbao.format";
  static constexpr std::string_view kFoldKey = "timbao.fold";
  static constexpr std::string_view kDataKey = "timbao.data";
  static constexpr std::string_view kCollationKey = "timbao.collation";
  static constexpr std::string_view kFormat = "4";
  static constexpr std::string_view kFold = "1";
};

/// The directory DIR given as --index, else $TIMBAO_INDEX, else $XDG_DATA_HOME/timbao/index, else
/// ~/.local/share/timbao/index.
std::string default_index_directory();

/// Turns what Xapian throws while reading into Error(index_failed), and while writing on a full disk into
/// Error(io_failed). Xapian::Error is not a std::exception: nothing else may call Xapian without this.
[[noreturn]] void throw_as_index_error(const std::string& directory, const Xapian::Error& error);
template <typename Call>
auto with_index_errors(const std::string& directory, Call&& call) -> decltype(call()) {
  try {
    return call();
  } catch (const Xapian::Error& error) {
    throw_as_index_error(directory, error);
  }
}

/// Names in DIR, beside the generations g1, g2, …: what a run that builds calls its folder (this and its process id),
/// and a stub that is not published yet.
inline constexpr std::string_view kBuildingPrefix = "building-";
inline constexpr std::string_view kNewStubName = "XAPIANDB.new";
bool is_leftover_name(std::string_view name);
bool is_generation_name(std::string_view name);

/// The name of the generation that DIR's stub names ("g7").
///
/// Returns  "" where DIR does not exist or is empty: there is no index yet.
/// Errors   Error(index_failed): DIR is a file, or holds something that is no timbao index.
std::string current_generation(const std::string& directory);

/// The same for whoever needs an index that is there.
///
/// Errors   Error(index_failed) also where there is none yet.
std::string existing_generation(const std::string& directory);

/// The name for the generation after all that DIR holds: "g8".
std::string next_generation(const std::string& directory);

/// Makes `generation` (a complete database in DIR) the one that readers open: syncs its files and DIR, then renames a
/// new stub over the old one, then syncs DIR again.
///
/// Errors   Error(io_failed). Until the rename readers see the generation before.
void publish_generation(const std::string& directory, const std::string& generation);

/// Moves a complete database, from elsewhere in DIR, to where the next generation stands, and publishes it.
///
/// Errors   Error(io_failed). Of what was not published nothing stays: on a full disk it would be in the way.
void publish_database(const std::string& directory, const std::string& database);

/// Syncs a folder, so that what was renamed in it stays so.
///
/// Errors   Error(io_failed).
void sync_directory(const std::string& path);

/// Removes generations that the stub does not name, and leftovers of runs that died. Only under the writer's lock.
void remove_old_generations(const std::string& directory);

/// Writes the versions of this program into a database; throws Error(index_failed) when a database has others.
void write_versions(Xapian::WritableDatabase& database);
void check_versions(const std::string& directory, const Xapian::Database& database);

/// The same for whoever only reads: of the collation's version no more than ICU's version is looked at, which is cheap,
/// and of which the other follows.
void check_versions_to_read(const std::string& directory, const Xapian::Database& database);

/// Compares one of the versions; throws Error(index_failed), with the command that makes the index anew, when it is
/// another.
void check_version(const std::string& directory, const Xapian::Database& database, std::string_view key,
                   std::string_view wanted);

/// Opens a generation by its path, after a look whether Xapian can (glass_guard.h). No version is compared.
///
/// Errors   Xapian::Error.
Xapian::Database open_database(const std::string& generation);

/// Opens the current generation for whoever takes stored articles out of it and nothing else: also one of an older
/// format, or of other fold rules or data files.
///
/// Errors   Error(index_failed): missing, damaged, not an index, of a newer format.
Xapian::Database open_for_stored_articles(const std::string& directory);

/// How long to wait for another writer.
struct LockWait {
  std::chrono::milliseconds limit{0};
  std::function<bool()> stop_asked;  ///< ends the waiting, as after Ctrl-C; may be empty
};

/// The writer's kernel lock on DIR/lock, held for as long as this lives; a process that dies leaves none. While it is
/// held, the file says by which process and since when.
///
/// Takes    DIR, which is made if it does not exist.
/// Errors   Error(locked) that names the holder's process id and start, when the waiting is over;
///          Error(interrupted) when it was ended; Error(index_failed) when DIR is something else; Error(io_failed) when
///          it cannot be made.
class WriterLock {
 public:
  explicit WriterLock(const std::string& directory, const LockWait& wait = {});
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int file_ = -1;
};

/// One or several indexes, open for reading as one database. Never locks.
///
///   IndexReader reader({"/var/lib/timbao"});
///   auto count = reader.read([](const Xapian::Database& database) { return database.get_doccount(); });
///
/// Errors   Error(index_failed): missing, damaged, not an index, of another version.
class IndexReader {
 public:
  explicit IndexReader(std::vector<std::string> directories);

  /// Calls `call(database)`. Where a writer published meanwhile (DatabaseModifiedError) the newest state is opened and
  /// `call` is made again, so it must be free of effects; after kTries that is an Error.
  template <typename Call>
  auto read(Call&& call) {
    for (int attempt = 1;; ++attempt) {
      try {
        return call(std::as_const(database_));
      } catch (const Xapian::DatabaseModifiedError& error) {
        if (attempt == kTries) throw_as_index_error(directories_.front(), error);
        open();
      } catch (const Xapian::Error& error) {
        throw_as_index_error(directories_.front(), error);
      }
    }
  }

  /// Opens anew if a writer has published since (the stub's inode or time changed, or a newer revision exists).
  void refresh();

  /// How often this reader has opened its database, in refresh() or read(): who keeps something derived from it
  /// compares.
  [[nodiscard]] std::uint64_t times_opened() const { return times_opened_; }

  [[nodiscard]] const std::vector<std::string>& directories() const { return directories_; }

 private:
  static constexpr int kTries = 5;
  struct StubState {
    std::uint64_t inode = 0;
    std::int64_t seconds = 0, nanoseconds = 0;
  };
  friend bool operator==(const StubState& a, const StubState& b) {
    return a.inode == b.inode && a.seconds == b.seconds && a.nanoseconds == b.nanoseconds;
  }
  static StubState stub_state(const std::string& directory);
  static Xapian::Database open_one(const std::string& directory);
  void open();

  std::vector<std::string> directories_;
  std::vector<StubState> stubs_;
  Xapian::Database database_;
  std::uint64_t times_opened_ = 0;
};

}  // namespace timbao
