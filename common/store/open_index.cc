// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/open_index.h"

#include <cstdint>
#include <iostream>
#include <optional>
#include <sstream>

#include "common/store/damage/glass_guard.h"
#include "common/store/damage/glass_names.h"
#include "common/store/damage/glass_open.h"
#include "common/store/damage/guard_check.h"
#include "common/store/damage/inflate_guard.h"
#include "common/store/damage/sync_watch.h"
#include "common/store/damage/version_file.h"
#include "common/store/generation_folder.h"

namespace timbao {
namespace {

/// What must hold before Xapian opens a generation.
///
/// Returns  nothing for a version file that Xapian refuses by itself.
std::optional<VersionFile> check_before_opening(const std::string& generation, Purpose purpose) {
  if (!can_inflate()) throw Xapian::FeatureUnavailableError("zlib is missing");
  check_generation_folder(generation, purpose);
  return check_version_file(generation);
}

/// The self-test of this process, which warns once.
GuardCheck& guard_check() {
  static GuardCheck check(std::cerr);
  return check;
}

/// Opens a database by `open()`, and tests that Xapian read its root block by the guard.
template <typename Open>
auto open_checked(const std::optional<VersionFile>& file, Open&& open) {
  const std::uint64_t blocks_before = blocks_read_by_this_thread();
  auto database = open();
  if (is_guarded() && file && file->has_postings)
    guard_check().database_opened(blocks_before, blocks_read_by_this_thread());
  return database;
}

/// What ssh is started with. The folder is in quotes for the shell on the other machine; parse_index_place() has seen to
/// it that it has none itself. An ssh whose other end does not answer ends by itself.
std::string ssh_arguments(const IndexPlace& place) {
  return "-o BatchMode=yes -o ConnectTimeout=5 -o ServerAliveInterval=5 -o ServerAliveCountMax=2 -T " + place.host +
         " xapian-progsrv '" + place.directory + "'";
}

}  // namespace

Xapian::Database open_served(const IndexPlace& place) {
  if (place.kind == IndexPlace::Kind::ssh)
    return Xapian::Remote::open("ssh", ssh_arguments(place), ServerLimits::kAnswerMs);
  return Xapian::Remote::open(place.host, place.port, ServerLimits::kAnswerMs, ServerLimits::kConnectMs);
}

Xapian::Database open_database(const std::string& generation) {
  const auto file = check_before_opening(generation, Purpose::reading);
  return open_checked(file, [&] { return Xapian::Database(generation, Xapian::DB_BACKEND_GLASS); });
}

Xapian::WritableDatabase open_writable(const std::string& generation, Sync sync) {
  const auto file = check_before_opening(generation, Purpose::writing);
  const int flags = Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | (sync == Sync::at_commit ? 0 : Xapian::DB_NO_SYNC);
  return open_checked(file, [&] { return Xapian::WritableDatabase(generation, flags); });
}

Xapian::WritableDatabase create_database(const std::string& path) {
  return Xapian::WritableDatabase(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
}

void compact_database(Xapian::Database& from, const std::string& target, Packing packing) {
  // Measured on 20,000 articles: FULL is 1.4 % smaller than STANDARD; FULLER is 10 % larger than that.
  const unsigned level = packing == Packing::tight ? Xapian::Compactor::FULL : Xapian::Compactor::STANDARD;
  const SyncWatch watch;
  from.compact(target, level);
  if (watch.error() != 0) throw Xapian::DatabaseError("Couldn't sync a merged database", std::string(), watch.error());
}

std::size_t count_table_faults(const std::string& generation, const std::string& table) {
  static_cast<void>(check_before_opening(generation, Purpose::reading));
  const OnlyReading without_writing;
  std::ostringstream unused;
  return Xapian::Database::check(table.empty() ? generation : table_path(generation, table), 0, &unused);
}

}  // namespace timbao
