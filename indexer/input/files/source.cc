// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/source.h"

#include <sys/stat.h>

#include <cerrno>
#include <climits>
#include <fstream>
#include <istream>
#include <utility>

#include "common/base/error.h"
#include "indexer/input/files/file_source.h"
#include "indexer/input/files/walk.h"

namespace timbao {
namespace {

constexpr std::size_t kLongestPath = PATH_MAX;  // the system opens no longer path

FileStamp stamp_of(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return {};
  constexpr std::int64_t kSecond = 1'000'000'000;
  return {static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec * kSecond + status.st_mtim.tv_nsec,
          status.st_ctim.tv_sec * kSecond + status.st_ctim.tv_nsec, status.st_ino};
}

/// Gathers the files of all paths that the user named, in the command line or in a list.
class Collector {
 public:
  Collector(const SourceOptions& options, const SourceEvents& events)
      : options_(options), events_(events), filter_{options.include, options.exclude} {}

  void take_path(const std::string& path) {
    if (path == kStandardInput) return list_.files.add({path, path, {}, 0});
    events_.met(path);
    struct stat status {};
    if (path.empty() || ::stat(path.c_str(), &status) != 0) {
      events_.reject(rejected_by_system(path, path.empty() ? ENOENT : errno));
      if (!path.empty()) add_given(path);
    } else if (matches_any(options_.exclude, path)) {
      events_.pass_over(NoticeKind::excluded, path);
      add_given(path);
    } else if (S_ISDIR(status.st_mode)) {
      add_given(path);
      take_folder(path);
    } else {
      add_file(path, status);
    }
  }

  /// Rejects a path of a list that is longer than the system allows, and quotes its beginning.
  void reject_long_path(std::string path) {
    path.resize(kLongestPath / 8);
    Rejected rejected = rejected_by_system(path + "…", ENAMETOOLONG);
    events_.reject(std::move(rejected));
  }

  SourceList finish() {
    list_.files.sort();
    list_.given.sort();
    return std::move(list_);
  }

 private:
  void add_given(const std::string& path) { list_.given.add({path, source_name(path, options_.root), {}, 0}); }

  void take_folder(const std::string& folder) {
    const std::size_t before = list_.files.size();
    std::uint64_t passed_over = 0;
    WalkEvents walk;
    walk.take = [this](const std::string& path) { take_file(path); };
    walk.pass_over = [&](NoticeKind kind, const std::string& path) {
      ++passed_over;
      events_.pass_over(kind, path);
    };
    walk.reject = [this](Rejected rejected) {
      list_.unread.push_back(source_name(rejected.path, options_.root));
      events_.reject(std::move(rejected));
    };
    walk_folder(folder, filter_, walk);
    if (list_.files.size() == before) note_empty({folder, passed_over});
  }

  void note_empty(EmptyFolder folder) {
    if (++list_.empty_folder_count <= kMostEmptyFolders) list_.empty_folders.push_back(std::move(folder));
  }

  void take_file(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0)
      add_file(path, status);
    else
      events_.reject(rejected_by_system(path, errno));
  }

  void add_file(const std::string& path, const struct stat& status) {
    list_.files.add({path, source_name(path, options_.root), stamp_of(status), status.st_dev});
  }

  const SourceOptions& options_;
  const SourceEvents& events_;
  WalkFilter filter_;
  SourceList list_;
};

/// Takes the paths of a list in which each path ends with a zero byte, as `find -print0` writes it.
void take_list(std::istream& list, Collector& collector) {
  std::string path;
  bool is_too_long = false;
  const auto end_path = [&] {
    if (is_too_long)
      collector.reject_long_path(path);
    else if (!path.empty())
      collector.take_path(path);
    path.clear();
    is_too_long = false;
  };
  for (std::istreambuf_iterator<char> at(list), end; at != end; ++at) {
    if (*at == '\0')
      end_path();
    else if (path.size() < kLongestPath)
      path += *at;
    else
      is_too_long = true;
  }
  end_path();
}

void take_list_of(const std::string& name, std::istream& in, Collector& collector) {
  if (name == kStandardInput) return take_list(in, collector);
  std::ifstream file(name, std::ios::binary);
  if (!file) throw Error(ExitCode::io_failed, name + ": the list of files cannot be read");
  take_list(file, collector);
}

}  // namespace

SourceList list_sources(const SourceOptions& options, std::istream& in, const SourceEvents& events) {
  Collector collector(options, events);
  for (const std::string& path : options.paths) collector.take_path(path);
  if (options.files0_from) take_list_of(*options.files0_from, in, collector);
  return collector.finish();
}

}  // namespace timbao
