// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/store/index_errors.h"
#include "common/store/index_folder.h"
#include "common/store/open_index.h"
#include "common/store/publish.h"
#include "common/store/retries.h"
#include "common/store/writer_lock.h"

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
/// ~/.local/share/timbao/index, where ~ is $HOME, else what the system has for the user.
///
/// Errors   Error(usage) where none of them says where.
std::string default_index_directory();

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

/// Opens the current generation for whoever takes stored articles out of it and nothing else: also one of an older
/// format, or of other fold rules or data files.
///
/// Errors   Error(index_failed): missing, damaged, not an index, of a newer format.
Xapian::Database open_for_stored_articles(const std::string& directory);

/// One or several indexes, open for reading as one database. Never locks.
///
///   IndexReader reader({"/var/lib/timbao"});
///   auto count = reader.read([](const Xapian::Database& database) { return database.get_doccount(); });
///
/// Errors   Error(index_failed): missing, damaged, not an index, of another version.
class IndexReader {
 public:
  explicit IndexReader(std::vector<std::string> directories);

  /// Calls `call(database)`. Where a writer published meanwhile, the newest state is opened and `call` is made again,
  /// so it must be free of effects. So it is where `call` met what looks like damage, if a writer has published since:
  /// the blocks that it read may have been written over.
  ///
  /// Errors   Error(locked) where that went on for too long; what `call` throws.
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

  /// Opens anew if a writer has published since (the stub's inode or time changed, or a newer revision exists).
  void refresh();

  /// How often this reader has opened its database, in refresh() or read(): who keeps something derived from it
  /// compares.
  [[nodiscard]] std::uint64_t times_opened() const { return times_opened_; }

  [[nodiscard]] const std::vector<std::string>& directories() const { return directories_; }

 private:
  [[nodiscard]] bool is_outdated() const;
  static Xapian::Database open_one(const std::string& directory);
  void open();

  std::vector<std::string> directories_;
  std::vector<IndexStamp> stamps_;  // from before each was opened
  Xapian::Database database_;
  std::uint64_t times_opened_ = 0;
};

}  // namespace timbao
