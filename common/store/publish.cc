// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/publish.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

#include "common/store/descriptor.h"
#include "common/store/index_errors.h"
#include "common/store/index_folder.h"
#include "common/store/kept_access.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;

/// A file that is written or synced. A symbolic link under its name is refused.
class File {
 public:
  File(const std::string& path, int flags)
      : path_(path), file_(::open(path.c_str(), flags | O_NOFOLLOW | O_CLOEXEC, 0666)) {
    if (!file_.is_open()) throw_system_error(path_, errno);
  }

  void write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(file_.number(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw_system_error(path_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void sync() const {
    if (::fsync(file_.number()) != 0) throw_system_error(path_, errno);
  }
  [[nodiscard]] int number() const { return file_.number(); }

 private:
  std::string path_;
  Descriptor file_;
};

void sync_tree(const std::string& directory) {
  for (const auto& entry : fs::directory_iterator(directory)) File(entry.path(), O_RDONLY).sync();
  sync_directory(directory);
}

void rename_or_throw(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw_system_error(to, errno);
}

void write_stub(const std::string& path, const std::string& generation, const std::string& before) {
  ::unlink(path.c_str());  // a run that died may have left one
  const File file(path, O_WRONLY | O_CREAT | O_EXCL);
  keep_access(file.number(), before);
  file.write_all(stub_content(generation));
  file.sync();
}

}  // namespace

void sync_directory(const std::string& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));  // DIR may be reached by a link
  if (!folder.is_open() || ::fsync(folder.number()) != 0) throw_system_error(path, errno);
}

void make_folders(const fs::path& path) {
  if (fs::is_directory(path)) return;
  const fs::path above = path.parent_path();
  if (above.empty() || above == path) return;
  make_folders(above);
  if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) throw_system_error(path, errno);
  sync_directory(above);
}

void publish_generation(const std::string& directory, const std::string& generation) {
  sync_tree(generation_path(directory, generation));
  sync_directory(directory);
  const std::string stub = stub_path(directory), new_stub = new_stub_path(directory);
  write_stub(new_stub, generation, stub);
  rename_or_throw(new_stub, stub);
  sync_directory(directory);
}

void publish_database(const std::string& directory, const std::string& database) {
  const std::string before = current_generation(directory), generation = next_generation(directory);
  const std::string path = generation_path(directory, generation);
  keep_access_of_generation(database, before.empty() ? before : generation_path(directory, before));
  rename_or_throw(database, path);
  try {
    publish_generation(directory, generation);
  } catch (...) {
    std::error_code ignored;  // what cannot be removed now, the next writer removes
    fs::remove(new_stub_path(directory), ignored);
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

}  // namespace timbao
