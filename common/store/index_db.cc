// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/index_db.h"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "common/index/embedded.h"
#include "common/text/icu_version.h"

namespace timbao {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// The home that the system has for the user; empty where it has none.
std::string home_of_user() {
  std::array<char, 4096> text{};
  struct passwd row {};
  struct passwd* found = nullptr;
  if (::getpwuid_r(::geteuid(), &row, text.data(), text.size(), &found) != 0 || found == nullptr) return {};
  return found->pw_dir == nullptr ? std::string() : std::string(found->pw_dir);
}

}  // namespace

std::string default_index_directory() {
  if (std::string given = environment("TIMBAO_INDEX"); !given.empty()) return given;
  if (std::string data = environment("XDG_DATA_HOME"); !data.empty()) return data + "/timbao/index";
  std::string home = environment("HOME");
  if (home.empty()) home = home_of_user();
  if (home.empty())
    throw Error(ExitCode::usage, "no index was named, and this user has no home folder", "name one with --index DIR");
  return home + "/.local/share/timbao/index";
}

Xapian::Database open_for_stored_articles(const std::string& directory) {
  return with_index_errors(directory, [&] {
    Xapian::Database database = open_database(directory + '/' + existing_generation(directory));
    const std::string format = database.get_metadata(std::string(IndexVersion::kFormatKey));
    if (format.empty()) throw_not_an_index(directory, "a Xapian database of another program");
    // Formats are counted up from 1, so of two with as many digits the greater is the newer.
    const bool is_newer = std::make_pair(format.size(), std::string_view(format)) >
                          std::make_pair(IndexVersion::kFormat.size(), IndexVersion::kFormat);
    if (is_newer) check_version(directory, database, IndexVersion::kFormatKey, IndexVersion::kFormat);
    return database;
  });
}

void check_version(const std::string& directory, const Xapian::Database& database, std::string_view key,
                   std::string_view wanted) {
  const std::string found = database.get_metadata(std::string(key));
  if (found == wanted) return;
  if (found.empty()) throw_not_an_index(directory, "a Xapian database of another program");
  throw Error(ExitCode::index_failed,
              directory + ": an index of another version (" + std::string(key) + " " + found + ", this program reads " +
                  std::string(wanted) + ")",
              "make it anew of its own articles with: timbao-index --index " + directory + " add --rebuild");
}

void check_versions_to_read(const std::string& directory, const Xapian::Database& database) {
  check_version(directory, database, IndexVersion::kFormatKey, IndexVersion::kFormat);
  check_version(directory, database, IndexVersion::kFoldKey, IndexVersion::kFold);
  check_version(directory, database, IndexVersion::kDataKey, embedded::version());
  const std::string collation = database.get_metadata(std::string(IndexVersion::kCollationKey));
  const std::string wanted = " of ICU " + icu_version();
  const bool is_wanted = collation.size() > wanted.size() &&
                         collation.compare(collation.size() - wanted.size(), wanted.size(), wanted) == 0;
  if (!is_wanted) check_version(directory, database, IndexVersion::kCollationKey, "that" + wanted);
}

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

Xapian::Database IndexReader::open_one(const std::string& directory) {
  // A writer may publish and clear away between our reading of the stub and our opening of what it names.
  for (Retries retries;;) {
    const IndexStamp before = index_stamp_of(directory);
    try {
      Xapian::Database database = open_database(directory + '/' + existing_generation(directory));
      check_versions_to_read(directory, database);
      return database;
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
  std::vector<IndexStamp> stamps;
  for (const std::string& directory : directories_) {
    stamps.push_back(index_stamp_of(directory));
    const Xapian::Database one = open_one(directory);
    if (directories_.size() == 1)
      all = one;
    else
      all.add_database(one);
  }
  database_ = all;
  stamps_ = std::move(stamps);
  ++times_opened_;
}

}  // namespace timbao
