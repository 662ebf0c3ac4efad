// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/publish.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "common/base/error.h"
#include "common/store/descriptor.h"
#include "common/store/index_errors.h"
#include "common/store/index_folder.h"
#include "common/store/kept_access.h"
#include "common/store/open_index.h"
#include "common/store/shards.h"
#include "common/store/write_all.h"

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

  void write(std::string_view bytes) const { write_all(file_, bytes, path_); }
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

bool contains(const Generations& generations, const std::string& name) {
  return std::find(generations.begin(), generations.end(), name) != generations.end();
}

/// Gives a database the name of the next generation, and the access rights of the generation `like`.
std::string move_to_next(const std::string& directory, const std::string& database, const std::string& like) {
  std::string generation = next_generation(directory);
  keep_access_of_generation(database, like.empty() ? like : generation_path(directory, like));
  rename_or_throw(database, generation_path(directory, generation));
  return generation;
}

void remove_unpublished(const std::string& directory, const Generations& generations) {
  std::error_code ignored;  // what cannot be removed now, the next writer removes
  fs::remove(new_stub_path(directory), ignored);
  const Generations current = current_generations(directory);
  for (const std::string& generation : generations)
    if (!contains(current, generation)) fs::remove_all(generation_path(directory, generation), ignored);
}

/// Whether the generations that the stub names are all shards of one index, as far as they can be opened.
bool belong_together(const std::string& directory, const Generations& generations) {
  for (std::size_t number = 0; number < generations.size(); ++number) {
    try {
      const Xapian::Database database = open_database(generation_path(directory, generations[number]));
      if (!is_shard({number, generations.size()}, database)) return false;
    } catch (const Error&) {  // a damaged one says nothing
    } catch (const Xapian::Error&) {
    }
  }
  return true;
}

void write_stub(const std::string& path, const Generations& generations, const std::string& before) {
  ::unlink(path.c_str());  // a run that died may have left one
  const File file(path, O_WRONLY | O_CREAT | O_EXCL);
  keep_access(file.number(), before);
  file.write(stub_content(generations));
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

void publish_generations(const std::string& directory, const Generations& generations) {
  const Generations before = current_generations(directory);
  for (const std::string& generation : generations)
    if (!contains(before, generation)) sync_tree(generation_path(directory, generation));
  sync_directory(directory);
  const std::string stub = stub_path(directory), new_stub = new_stub_path(directory);
  write_stub(new_stub, generations, stub);
  rename_or_throw(new_stub, stub);
  sync_directory(directory);
}

void publish_databases(const std::string& directory, const std::vector<std::string>& databases) {
  const Generations before = current_generations(directory);
  Generations next;
  next.reserve(databases.size());
  try {
    for (std::size_t shard = 0; shard < databases.size(); ++shard) {
      const std::string like = before.empty() ? std::string() : before[std::min(shard, before.size() - 1)];
      next.push_back(databases[shard].empty() ? like : move_to_next(directory, databases[shard], like));
    }
    publish_generations(directory, next);
  } catch (...) {
    remove_unpublished(directory, next);
    throw;
  }
}

void remove_old_generations(const std::string& directory) {
  const Generations current = current_generations(directory);
  if (!belong_together(directory, current)) return;
  for (const auto& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().filename();
    std::error_code ignored;  // what cannot be removed now, the next writer removes
    if ((is_generation_name(name) && !contains(current, name)) || is_leftover_name(name))
      fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace timbao
