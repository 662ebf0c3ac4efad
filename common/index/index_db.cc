// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/index_db.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "common/index/embedded.h"
#include "common/index/glass_guard.h"
#include "common/text/icu_version.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMakeOne = "make one with: timbao-index --index DIR add PATH...";

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

[[noreturn]] void throw_not_an_index(const std::string& directory, const std::string& why) {
  throw Error(ExitCode::index_failed, directory + ": not a timbao index (" + why + ")",
              "name another directory with --index");
}

/// Xapian gives the system's error as its text only, and where it tells of two failures within its message.
bool is_trouble_of_the_machine(std::string_view message) {
  constexpr int kTroubles[] = {ENOSPC, EFBIG, EDQUOT, EACCES, EPERM, EROFS, ENOMEM, EMFILE, ENFILE, EIO};
  return std::any_of(std::begin(kTroubles), std::end(kTroubles), [&](int code) {
    return message.find(std::string("(") + std::strerror(code) + ')') != std::string_view::npos;
  });
}

}  // namespace

bool is_generation_name(std::string_view name) {
  constexpr std::size_t kLongest = 16;  // so that its number always fits
  return name.size() > 1 && name.size() <= kLongest && name.front() == 'g' &&
         name.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::string default_index_directory() {
  if (std::string given = environment("TIMBAO_INDEX"); !given.empty()) return given;
  if (std::string data = environment("XDG_DATA_HOME"); !data.empty()) return data + "/timbao/index";
  return environment("HOME") + "/.local/share/timbao/index";
}

void throw_as_index_error(const std::string& directory, const Xapian::Error& error) {
  const char* const reason = error.get_error_string();
  const std::string told = error.get_msg() + (reason == nullptr ? "" : std::string(" (") + reason + ")");
  std::string message = directory + ": " + told;
  if (std::string_view(error.get_type()) == "DatabaseLockError")
    throw Error(ExitCode::locked, directory + ": another process is writing this index",
                "try again when it has ended, or with --wait SECONDS");
  if (is_trouble_of_the_machine(told))
    throw Error(ExitCode::io_failed, std::move(message), "check the disk's space and the permissions");
  throw Error(ExitCode::index_failed, std::move(message),
              "if it is damaged, make it anew of its sources with: timbao-index --index " + directory +
                  " add --rebuild PATH...");
}

std::string current_generation(const std::string& directory) {
  std::error_code failure;
  const fs::file_status status = fs::status(directory, failure);
  if (status.type() == fs::file_type::not_found) return {};
  if (failure) throw Error(ExitCode::io_failed, directory + ": " + failure.message());
  if (status.type() != fs::file_type::directory) throw_not_an_index(directory, "it is a file");
  const fs::path stub = fs::path(directory) / "XAPIANDB";
  if (fs::is_regular_file(stub, failure)) {
    std::ifstream file(stub);
    std::string backend, name;
    file >> backend >> name;
    if (backend != "auto" || !is_generation_name(name))
      throw_not_an_index(directory, "its file XAPIANDB names no generation");
    return name;
  }
  for (const auto& entry : fs::directory_iterator(directory, failure)) {
    const std::string name = entry.path().filename();
    // A first build that died left these and nothing else.
    if (name != "lock" && !is_generation_name(name) && !is_leftover_name(name))
      throw_not_an_index(directory, "it has no file XAPIANDB but other things");
  }
  if (failure) throw Error(ExitCode::io_failed, directory + ": " + failure.message());
  return {};
}

std::string existing_generation(const std::string& directory) {
  std::string generation = current_generation(directory);
  if (generation.empty()) throw Error(ExitCode::index_failed, "no index at " + directory, std::string(kMakeOne));
  return generation;
}

Xapian::Database open_database(const std::string& generation) {
  check_version_file(generation);
  return Xapian::Database(generation);
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
  bool changed = false;
  for (std::size_t i = 0; i < directories_.size(); ++i)
    changed = changed || !(stub_state(directories_[i]) == stubs_[i]);
  if (changed) {
    open();
  } else {
    const bool newer = with_index_errors(directories_.front(), [this] { return database_.reopen(); });
    if (newer) ++times_opened_;
  }
}

IndexReader::StubState IndexReader::stub_state(const std::string& directory) {
  struct stat found {};
  if (::stat((directory + "/XAPIANDB").c_str(), &found) != 0) return {};
  return {found.st_ino, found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
}

Xapian::Database IndexReader::open_one(const std::string& directory) {
  // A writer may publish and clear away between our reading of the stub and our opening of what it names.
  for (int attempt = 1;; ++attempt) {
    const std::string generation = existing_generation(directory);
    try {
      Xapian::Database database = open_database(directory + '/' + generation);
      check_versions_to_read(directory, database);
      return database;
    } catch (const Xapian::DatabaseError& error) {
      if (attempt == kTries) throw_as_index_error(directory, error);
    }
  }
}

void IndexReader::open() {
  Xapian::Database all;
  std::vector<StubState> stubs;
  for (const std::string& directory : directories_) {
    stubs.push_back(stub_state(directory));
    const Xapian::Database one = open_one(directory);
    if (directories_.size() == 1)
      all = one;
    else
      all.add_database(one);
  }
  database_ = all;
  stubs_ = std::move(stubs);
  ++times_opened_;
}

}  // namespace timbao
