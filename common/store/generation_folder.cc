// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/generation_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "common/store/damage/glass_names.h"
#include "common/store/descriptor.h"
#include "common/store/index_errors.h"
#include "common/store/index_folder.h"
#include "common/store/name_listing.h"

namespace timbao {
namespace {

/// Who opens a file of a generation.
enum class OpenedBy : std::uint8_t { everybody, writers, nobody };

OpenedBy opened_by(std::string_view name) {
  if (name == kVersionFileName) return OpenedBy::everybody;
  if (name == kXapianLockName || name == kNewVersionFileName) return OpenedBy::writers;
  const auto is_its_file = [name](std::string_view table) {
    return name.size() == table.size() + kTableSuffix.size() && starts_with(name, table) &&
           ends_with(name, kTableSuffix);
  };
  return std::any_of(kTables.begin(), kTables.end(), is_its_file) ? OpenedBy::everybody : OpenedBy::nobody;
}

std::string name_of(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }
std::string folder_of(const std::string& path) { return path.substr(0, path.find_last_of('/')); }

/// Checks the files of one generation.
class GenerationCheck {
 public:
  GenerationCheck(const std::string& path, Purpose purpose) : path_(path), purpose_(purpose) {
    folder_ = Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (folder_.is_open()) return;
    if (errno == ENOTDIR || errno == ELOOP) refuse("it is no folder");
    if (errno == ENOENT) throw_damaged_index(folder_of(path_), path_ + ": there is no such generation");
    throw_system_error(path_, errno);
  }

  void check() {
    for_each_name(folder_, path_, [this](std::string_view name) {
      if (name.front() != '.') check_file(std::string(name));
      return true;
    });
    if (!has_version_file_) throw_damaged_index(folder_of(path_), version_file_path(path_) + ": there is no such file");
    if (purpose_ == Purpose::writing) require_rights(".", path_, W_OK | X_OK);
  }

 private:
  void check_file(const std::string& name) {
    const OpenedBy readers = opened_by(name);
    const std::string path = path_ + '/' + name;
    struct stat found {};
    if (::fstatat(folder_.number(), name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) {
      if (errno == ENOENT) return;  // a writer has removed it meanwhile
      throw_system_error(errno == EACCES ? path_ : path, errno);
    }
    if (!S_ISREG(found.st_mode)) refuse("its " + name + " is no regular file");
    if (readers == OpenedBy::nobody) refuse("its " + name + " is no part of an index");
    if (purpose_ == Purpose::writing && found.st_nlink > 1) refuse_second_name(path);
    if (purpose_ == Purpose::writing)
      require_rights(name, path, R_OK | W_OK);
    else if (readers == OpenedBy::everybody)
      require_rights(name, path, R_OK);
    has_version_file_ = has_version_file_ || name == kVersionFileName;
  }

  void require_rights(const std::string& name, const std::string& path, int rights) const {
    if (::faccessat(folder_.number(), name.c_str(), rights, AT_EACCESS) != 0 && errno != ENOENT)
      throw_system_error(path, errno);
  }

  [[noreturn]] void refuse(const std::string& why) const {
    throw_not_an_index(folder_of(path_), name_of(path_) + ": " + why);
  }

  [[noreturn]] static void refuse_second_name(const std::string& path) {
    throw Error(ExitCode::index_failed, path + ": the file has another name (a hard link), which would be changed too",
                "remove the other name, or make files of their own with: timbao-index compact");
  }

  std::string path_;
  Purpose purpose_;
  Descriptor folder_;
  bool has_version_file_ = false;
};

}  // namespace

void check_generation_folder(const std::string& generation, Purpose purpose) {
  GenerationCheck(generation, purpose).check();
}

void throw_where_refused(const std::string& directory) {
  try {
    for (const std::string& path : generation_paths(directory, current_generations(directory)))
      check_generation_folder(path);
  } catch (const Error& error) {
    if (error.code() == ExitCode::io_failed) throw;
  }
}

}  // namespace timbao
