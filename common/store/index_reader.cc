// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/index_reader.h"

#include "common/store/open_shards.h"
#include "common/store/versions.h"

namespace timbao {

IndexReader::IndexReader(std::vector<std::string> directories) : directories_(std::move(directories)) { open(); }

void IndexReader::refresh() {
  const bool is_newer = is_outdated() || with_index_errors(directories_.front(), [this] { return database_.reopen(); });
  if (is_newer) open();
}

bool IndexReader::is_outdated() const {
  for (std::size_t i = 0; i < directories_.size(); ++i)
    if (!is_still(stamps_[i], directories_[i])) return true;
  return false;
}

IndexReader::OpenedIndex IndexReader::open_one(const std::string& directory) {
  // A writer may publish, and remove the generation before, after this read the stub and before it opens what the stub
  // names. So a failure counts only where nobody has published.
  for (Retries retries;;) {
    const IndexStamp before = index_stamp_of(directory);
    try {
      return {open_shards(directory, check_versions_to_read), before};
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (is_still(before, directory) && !retries.pause_without_a_writer()) throw_as_index_error(directory, error);
    } catch (const Xapian::Error& error) {
      if (is_still(before, directory)) throw_as_index_error(directory, error);
    } catch (const Error& error) {
      if (error.code() != ExitCode::index_failed || is_still(before, directory)) throw;
    }
    if (!retries.pause()) throw_written_too_fast(directory);
  }
}

void IndexReader::open() {
  Xapian::Database all;
  DocumentOwners owners;
  std::vector<IndexStamp> stamps;
  stamps.reserve(directories_.size());
  for (const std::string& directory : directories_) {
    OpenedIndex one = open_one(directory);
    stamps.push_back(std::move(one.stamp));
    owners.add_index(one.database.size());
    all.add_database(one.database);
  }
  database_ = all;
  owners_ = std::move(owners);
  stamps_ = std::move(stamps);
  ++times_opened_;
}

}  // namespace timbao
