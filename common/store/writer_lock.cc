// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/writer_lock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <optional>
#include <sstream>
#include <thread>

#include "common/base/day.h"
#include "common/base/error.h"
#include "common/store/index_errors.h"
#include "common/store/index_folder.h"
#include "common/store/kept_access.h"
#include "common/store/publish.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostHolderBytes = 64;

/// What a lock's file says: the process and the time of the start, as "1234 1517360460" and a line feed.
struct Holder {
  pid_t process = 0;
  std::int64_t since = 0;
};

std::string content_of(int lock) {
  std::array<char, kMostHolderBytes + 1> text{};
  const ssize_t length = ::pread(lock, text.data(), text.size(), 0);
  return {text.data(), length > 0 ? static_cast<std::size_t>(length) : 0};
}

std::optional<Holder> holder_in(const std::string& content) {
  Holder holder;
  std::istringstream fields(content);
  fields.imbue(std::locale::classic());
  const bool is_read = static_cast<bool>(fields >> holder.process >> holder.since);
  if (!is_read || holder.process <= 0 || content.size() > kMostHolderBytes) return std::nullopt;
  return (fields >> std::ws).eof() ? std::optional(holder) : std::nullopt;
}

/// Whether a content is the beginning of a holder's: on a full disk, writing may have ended early ("", "12", "1234 15").
bool is_begun_holder(const std::string& content) {
  const std::size_t space = content.find(' ');
  return content.size() <= kMostHolderBytes && content.find_first_not_of("0123456789 ") == std::string::npos &&
         space != 0 && content.find(' ', space == std::string::npos ? 0 : space + 1) == std::string::npos;
}

bool is_alive(pid_t process) { return ::kill(process, 0) == 0 || errno == EPERM; }

/// The holder for a message: "process 1234 (since 2018-01-31T08:01:00+07:00)"; "another process" where the file names
/// none that is alive.
std::string describe_holder(int lock) {
  const std::optional<Holder> holder = holder_in(content_of(lock));
  if (!holder || !is_alive(holder->process)) return "another process";
  return "process " + std::to_string(holder->process) + " (since " + format_timestamp(holder->since) + ")";
}

[[noreturn]] void refuse_lock(const std::string& path, const std::string& why) {
  throw Error(ExitCode::index_failed, path + ": " + why, "remove it, if it is not needed elsewhere");
}

/// Refuses a file under the lock's name that is not a lock, so that it is not overwritten.
void check_lock_file(int lock, const std::string& path) {
  struct stat found {};
  if (::fstat(lock, &found) != 0) throw_system_error(path, errno);
  if (!S_ISREG(found.st_mode)) refuse_lock(path, "the lock of an index is a regular file");
  const std::string content = content_of(lock);
  const bool is_ours = holder_in(content).has_value() || (found.st_nlink == 1 && is_begun_holder(content));
  if (!is_ours) refuse_lock(path, "this is not the lock of an index");
}

/// Opens the lock, and makes it if it does not exist.
///
/// Returns  a descriptor that is not open, and errno, where the system does not allow it.
Descriptor open_lock(const std::string& directory) {
  const std::string path = lock_path(directory);
  constexpr int kFlags = O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  Descriptor file(::open(path.c_str(), kFlags));
  if (!file.is_open() && errno == ENOENT) {
    file = Descriptor(::open(path.c_str(), kFlags | O_CREAT | O_EXCL, 0666));
    if (file.is_open()) keep_access(file.number(), stub_path(directory));
    if (!file.is_open() && errno == EEXIST) file = Descriptor(::open(path.c_str(), kFlags));  // by another writer
  }
  if (file.is_open()) {
    check_lock_file(file.number(), path);
  } else if (errno == ELOOP || errno == EISDIR || errno == ENXIO) {
    refuse_lock(path, "the lock of an index is a regular file");
  }
  return file;
}

bool take_lock(int lock, const std::string& directory) {
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  if (::fcntl(lock, F_OFD_SETLK, &whole) == 0) return true;
  if (errno != EAGAIN && errno != EACCES && errno != EINTR) throw_system_error(lock_path(directory), errno);
  return false;
}

/// Tries to take the lock until it succeeds or the limit is over. The kernel can wait by itself (F_OFD_SETLKW), but has no
/// limit for that.
void wait_for_lock(int lock, const std::string& directory, const LockWait& wait) {
  constexpr std::chrono::milliseconds kPause{50};
  const auto end = std::chrono::steady_clock::now() + wait.limit;
  while (!take_lock(lock, directory)) {
    if (wait.stop_asked && wait.stop_asked())
      throw Error(ExitCode::interrupted, directory + ": interrupted while another process writes this index");
    if (std::chrono::steady_clock::now() >= end)
      throw Error(ExitCode::locked, directory + ": " + describe_holder(lock) + " is writing this index",
                  "try again when it has ended, or with --wait SECONDS");
    std::this_thread::sleep_for(kPause);
  }
}

/// Returns  whether it was written; if not, errno says why.
bool write_holder(int lock) {
  const std::string holder = std::to_string(::getpid()) + ' ' + std::to_string(std::time(nullptr)) + '\n';
  if (::ftruncate(lock, 0) != 0) return false;
  for (std::size_t at = 0; at < holder.size();) {
    const ssize_t written = ::pwrite(lock, holder.data() + at, holder.size() - at, static_cast<off_t>(at));
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) at += static_cast<std::size_t>(written);
  }
  return true;
}

}  // namespace

WriterLock::WriterLock(const std::string& directory, const LockWait& wait) {
  static_cast<void>(current_generation(directory));  // throws where DIR holds something that is no index
  make_folders(fs::absolute(directory));
  file_ = open_lock(directory);
  if (!file_.is_open()) throw_system_error(lock_path(directory), errno);
  wait_for_lock(file_.number(), directory, wait);
  check_lock_file(file_.number(), lock_path(directory));
  if (!write_holder(file_.number())) throw_system_error(lock_path(directory), errno);
}

std::unique_ptr<WriterLock> lock_if_writable(const std::string& directory, const LockWait& wait) {
  Descriptor file = open_lock(directory);
  if (!file.is_open()) {
    constexpr int kNotAllowed[] = {EACCES, EPERM, EROFS, ENOSPC, EDQUOT};
    for (const int code : kNotAllowed)
      if (errno == code) return nullptr;
    throw_system_error(lock_path(directory), errno);
  }
  wait_for_lock(file.number(), directory, wait);
  static_cast<void>(write_holder(file.number()));  // on a full disk the lock is held without its text
  return std::unique_ptr<WriterLock>(new WriterLock(std::move(file)));
}

}  // namespace timbao
