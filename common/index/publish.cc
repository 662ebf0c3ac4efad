// SPDX-License-Identifier: GPL-2.0-or-later
// The writer's half of index_db.h: lock, generations, the stub.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <sstream>
#include <thread>

#include "common/base/day.h"
#include "common/index/index_db.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_io(const std::string& path, int error) {
  throw Error(ExitCode::io_failed, path + ": " + std::strerror(error), "check the disk's space and the permissions");
}

/// A file descriptor that closes itself.
class File {
 public:
  File(const std::string& path, int flags) : path_(path), descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) throw_io(path_, errno);
  }
  ~File() { ::close(descriptor_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw_io(path_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void sync() const {
    if (::fsync(descriptor_) != 0) throw_io(path_, errno);
  }

 private:
  std::string path_;
  int descriptor_;
};

void sync_tree(const std::string& directory) {
  for (const auto& entry : fs::directory_iterator(directory))
    if (entry.is_regular_file()) File(entry.path(), O_RDONLY).sync();
  sync_directory(directory);
}

void rename_or_throw(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw_io(to, errno);
}

void write_stub(const std::string& path, const std::string& generation) {
  const File file(path, O_WRONLY | O_CREAT | O_TRUNC);
  file.write_all("auto " + generation + '\n');
  file.sync();
}

/// Makes a folder and those above it that are missing. Each is synced into the one above, or a power failure could take
/// the whole of a first index.
void make_folders(const fs::path& path) {
  if (fs::is_directory(path)) return;
  const fs::path above = path.parent_path();
  if (above.empty() || above == path) return;
  make_folders(above);
  if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) throw_io(path, errno);
  sync_directory(above);
}

std::uint64_t number_of(const std::string& generation) {
  return generation.empty() ? 0 : std::stoull(generation.substr(1));
}

/// "1234 (since 2018-01-31T08:01:00+07:00)" of a lock's file that holds "1234 1517360460".
std::string holder_of(int lock) {
  std::array<char, 64> text{};
  const ssize_t length = ::pread(lock, text.data(), text.size() - 1, 0);
  std::istringstream holder(std::string(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0));
  std::string process;
  std::int64_t since = 0;
  holder >> process;
  return holder >> since ? process + " (since " + format_timestamp(since) + ")" : process;
}

void write_holder(int lock, const std::string& path) {
  const std::string holder = std::to_string(::getpid()) + ' ' + std::to_string(std::time(nullptr)) + '\n';
  if (::ftruncate(lock, 0) != 0 || ::pwrite(lock, holder.data(), holder.size(), 0) < 0) throw_io(path, errno);
}

/// Asks for the lock until it is there: the kernel's own waiting cannot be limited.
void wait_for_lock(int lock, const std::string& directory, const LockWait& wait) {
  constexpr std::chrono::milliseconds kPause{50};
  const auto end = std::chrono::steady_clock::now() + wait.limit;
  while (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) throw_io(directory + "/lock", errno);
    if (wait.stop_asked && wait.stop_asked())
      throw Error(ExitCode::interrupted, directory + ": interrupted while another process writes this index");
    if (std::chrono::steady_clock::now() >= end)
      throw Error(ExitCode::locked, directory + ": process " + holder_of(lock) + " is writing this index",
                  "try again when it has ended, or with --wait SECONDS");
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace

bool is_leftover_name(std::string_view name) {
  return name.substr(0, kBuildingPrefix.size()) == kBuildingPrefix || name == kNewStubName;
}

void sync_directory(const std::string& path) { File(path, O_RDONLY | O_DIRECTORY).sync(); }

std::string next_generation(const std::string& directory) {
  std::uint64_t last = number_of(current_generation(directory));
  for (const auto& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().filename();
    if (is_generation_name(name)) last = std::max(last, number_of(name));
  }
  return 'g' + std::to_string(last + 1);
}

void publish_generation(const std::string& directory, const std::string& generation) {
  sync_tree(directory + '/' + generation);
  sync_directory(directory);
  const std::string stub = directory + "/XAPIANDB", new_stub = directory + '/' + std::string(kNewStubName);
  write_stub(new_stub, generation);
  rename_or_throw(new_stub, stub);
  sync_directory(directory);
}

void publish_database(const std::string& directory, const std::string& database) {
  const std::string generation = next_generation(directory), path = directory + '/' + generation;
  rename_or_throw(database, path);
  try {
    publish_generation(directory, generation);
  } catch (...) {
    std::error_code ignored;  // what cannot be removed now, the next writer removes
    fs::remove(directory + '/' + std::string(kNewStubName), ignored);
    if (current_generation(directory) != generation) fs::remove_all(path, ignored);
    throw;
  }
}

void remove_old_generations(const std::string& directory) {
  const std::string current = current_generation(directory);
  for (const auto& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().filename();
    std::error_code ignored;  // what cannot be removed now, the next writer removes
    if ((is_generation_name(name) && name != current) || is_leftover_name(name)) fs::remove_all(entry.path(), ignored);
  }
}

WriterLock::WriterLock(const std::string& directory, const LockWait& wait) {
  static_cast<void>(current_generation(directory));  // refuses what is no place for an index
  make_folders(fs::absolute(directory));
  const std::string path = directory + "/lock";
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) throw_io(path, errno);
  try {
    wait_for_lock(file_, directory, wait);
    write_holder(file_, path);
  } catch (...) {
    ::close(file_);
    throw;
  }
}

WriterLock::~WriterLock() { ::close(file_); }

}  // namespace timbao
