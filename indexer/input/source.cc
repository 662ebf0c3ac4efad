// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/source.h"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <istream>
#include <utility>

#include "common/base/error.h"
#include "common/text/utf8.h"
#include "indexer/input/input_file.h"
#include "indexer/input/walk.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";

fs::path clean(const std::string& path) {
  std::error_code error;
  fs::path absolute = fs::absolute(path, error);
  if (error) absolute = path;
  absolute = absolute.lexically_normal();
  return absolute.has_filename() ? absolute : absolute.parent_path();  // "archive/" is "archive"
}

FileStamp stamp_of_status(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return {};
  constexpr std::int64_t kSecond = 1'000'000'000;
  return {static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec * kSecond + status.st_mtim.tv_nsec,
          status.st_ino};
}

/// Gathers files, whichever way they are named.
class Collector {
 public:
  explicit Collector(const SourceOptions& options) : options_(options), filter_{options.include, options.exclude} {}

  void take_path(const std::string& path) {
    if (path == kStandardInput) return take_standard_input();
    if (!path.empty()) list_.given.push_back(source_name(path, options_.root));
    struct stat status {};
    if (path.empty() || ::stat(path.c_str(), &status) != 0) {
      list_.rejected.push_back(rejected_by_system(path, path.empty() ? ENOENT : errno));
    } else if (matches_any(options_.exclude, path)) {
      return;
    } else if (S_ISDIR(status.st_mode)) {
      take_folder(path);
    } else {
      take_file(path, stamp_of_status(status));
    }
  }

  SourceList finish() {
    list_.files.sort();
    return std::move(list_);
  }

 private:
  void take_standard_input() {
    list_.files.add({std::string(kStandardInput), std::string(kStandardInput), Format::jsonl, {}});
  }

  void take_folder(const std::string& folder) {
    std::vector<Rejected> rejected =
        walk_folder(folder, filter_, [this](const std::string& path) { take_file(path, stamp_of(path)); });
    std::move(rejected.begin(), rejected.end(), std::back_inserter(list_.rejected));
  }

  void take_file(const std::string& path, const FileStamp& stamp) {
    list_.files.add({path, source_name(path, options_.root), options_.format.value_or(format_of(path)), stamp});
  }

  const SourceOptions& options_;
  WalkFilter filter_;
  SourceList list_;
};

/// The paths of a list whose items each end with a zero byte, as `find -print0` writes it.
void take_list(std::istream& list, Collector& collector) {
  std::string path;
  while (std::getline(list, path, '\0'))
    if (!path.empty()) collector.take_path(path);
}

void take_list_of(const std::string& name, std::istream& in, Collector& collector) {
  if (name == kStandardInput) return take_list(in, collector);
  std::ifstream file(name, std::ios::binary);
  if (!file) throw Error(ExitCode::io_failed, name + ": the list of files cannot be read");
  take_list(file, collector);
}

}  // namespace

FileStamp stamp_of(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? stamp_of_status(status) : FileStamp{};
}

Format format_of(const std::string& path) {
  const std::string extension = fs::path(path).extension().string();
  return extension == ".jsonl" || extension == ".ndjson" ? Format::jsonl : Format::text;
}

std::string source_name(const std::string& path, const std::string& root) {
  fs::path name = clean(path);
  if (!root.empty()) {
    const fs::path relative = name.lexically_relative(clean(root));
    if (!relative.empty() && *relative.begin() != ".." && relative != ".") name = relative;
  }
  return repair_utf8(name.string()).text;
}

SourceList list_sources(const SourceOptions& options, std::istream& in) {
  Collector collector(options);
  for (const std::string& path : options.paths) collector.take_path(path);
  if (options.files0_from) take_list_of(*options.files0_from, in, collector);
  return collector.finish();
}

}  // namespace timbao
