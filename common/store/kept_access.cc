// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/kept_access.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <string_view>

#include "common/store/damage/glass_names.h"
#include "common/store/descriptor.h"
#include "common/store/index_errors.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kPermissions = 0777, kOfGroup = 0070, kOfOthers = 0007, kSetGroup = 02000;
constexpr std::string_view kTable = "postlist";  // every database has it, and a commit changes it in place

std::optional<struct stat> look_at(const std::string& path) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) != 0 || S_ISLNK(found.st_mode)) return std::nullopt;
  return found;
}

/// Gives a file its owner, if this process may set it, and its group.
///
/// Returns  whether the file has the group that it is to have.
bool give_owner(int file, const struct stat& has, const struct stat& wanted) {
  const bool may_give = ::geteuid() == 0 && has.st_uid != wanted.st_uid;
  if (!may_give && has.st_gid == wanted.st_gid) return true;
  return ::fchown(file, may_give ? wanted.st_uid : static_cast<uid_t>(-1), wanted.st_gid) == 0;
}

void give_access(int file, const struct stat& wanted, const std::string& path) {
  struct stat has {};
  if (::fstat(file, &has) != 0) throw_system_error(path, errno);
  mode_t mode = wanted.st_mode & (S_ISDIR(has.st_mode) ? kPermissions | kSetGroup : kPermissions);
  if (!give_owner(file, has, wanted)) mode &= ~kOfGroup | ((mode & kOfOthers) << 3U);
  if ((has.st_mode & (kPermissions | kSetGroup)) == mode && give_owner(file, has, wanted)) return;
  if (::fchmod(file, mode) != 0) throw_system_error(path, errno);
}

Descriptor open_to_change(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file.is_open()) throw_system_error(path, errno);
  return file;
}

mode_t current_umask() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

void open_first_generation(const std::string& database) {
  const Descriptor folder = open_to_change(database);
  if (::fchmod(folder.number(), kPermissions & ~current_umask()) != 0) throw_system_error(database, errno);
}

}  // namespace

void keep_access(int file, const std::string& like) {
  if (const auto wanted = look_at(like)) give_access(file, *wanted, like);
}

void keep_access_of_generation(const std::string& database, const std::string& before) {
  const auto folder = before.empty() ? std::nullopt : look_at(before);
  if (!folder) return open_first_generation(database);
  const auto versions = look_at(version_file_path(before));
  for (const auto& entry : fs::directory_iterator(database)) {
    const auto same = look_at(before + '/' + entry.path().filename().string());
    const Descriptor file = open_to_change(entry.path());
    if (same || versions) give_access(file.number(), same ? *same : *versions, entry.path());
  }
  give_access(open_to_change(database).number(), *folder, database);
}

void keep_access_in_place(const std::string& generation) {
  const auto table = look_at(table_path(generation, kTable));
  if (!table) return;
  for (const auto& entry : fs::directory_iterator(generation)) {
    const auto found = look_at(entry.path());
    const bool is_kept = !found || !S_ISREG(found->st_mode) ||
                         (found->st_mode == table->st_mode && found->st_gid == table->st_gid &&
                          (found->st_uid == table->st_uid || ::geteuid() != 0));
    // Only its owner, or root, can change a file's access.
    if (is_kept || (found->st_uid != ::geteuid() && ::geteuid() != 0)) continue;
    give_access(open_to_change(entry.path()).number(), *table, entry.path());
  }
}

KeptMode::KeptMode(const std::string& generation) : before_(current_umask()) {
  if (const auto table = look_at(table_path(generation, kTable))) ::umask(~table->st_mode & kPermissions);
}

KeptMode::~KeptMode() { ::umask(before_); }

}  // namespace timbao
