// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/index_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <functional>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

#include "common/base/error.h"
#include "common/store/descriptor.h"
#include "common/store/index_errors.h"

namespace timbao {
namespace {

constexpr std::size_t kMostStubBytes = 100;
constexpr std::string_view kStubBegin = "auto ";
constexpr std::string_view kMakeOne = "make one with: timbao-index --index DIR add PATH...";

/// What a file of a generation is opened for; the lock is opened by writers only.
enum class Opened : std::uint8_t { always, for_writing };
struct GlassFile {
  std::string_view name;
  Opened opened;
};
constexpr std::array<GlassFile, 9> kGlassFiles{{
    {"iamglass", Opened::always},
    {"postlist.glass", Opened::always},
    {"docdata.glass", Opened::always},
    {"termlist.glass", Opened::always},
    {"position.glass", Opened::always},
    {"spelling.glass", Opened::always},
    {"synonym.glass", Opened::always},
    {"flintlock", Opened::for_writing},
    {"v.tmp", Opened::for_writing},  // the next iamglass, before it is renamed
}};

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using Listing = std::unique_ptr<DIR, CloseFolder>;

std::string name_of(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }
std::string folder_of(const std::string& path) { return path.substr(0, path.find_last_of('/')); }

/// Calls `use` with each name in an open folder, until it returns false. The descriptor stays open.
void for_each_name(int folder, const std::string& path, const std::function<bool(std::string_view)>& use) {
  const int copy = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const Listing listing(copy < 0 ? nullptr : ::fdopendir(copy));
  if (!listing) throw_system_error(path, errno);
  for (errno = 0; const dirent* const entry = ::readdir(listing.get()); errno = 0) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != ".." && !use(name)) return;
  }
  if (errno != 0) throw_system_error(path, errno);
}

/// DIR; not open where it does not exist.
Descriptor open_directory(const std::string& directory) {
  Descriptor folder(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (folder.is_open() || errno == ENOENT) return folder;
  if (errno == ENOTDIR) {
    struct stat found {};
    if (::stat(directory.c_str(), &found) == 0) throw_not_an_index(directory, "it is a file");
  }
  throw_system_error(directory, errno);
}

/// The content of DIR's stub; nothing where there is none.
std::optional<std::string> read_stub(int folder, const std::string& directory) {
  const std::string path = directory + '/' + std::string(kStubName);
  struct stat found {};
  if (::fstatat(folder, kStubName.data(), &found, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return std::nullopt;
    throw_system_error(errno == EACCES ? directory : path, errno);
  }
  if (!S_ISREG(found.st_mode)) throw_not_an_index(directory, "its XAPIANDB is no regular file");
  const Descriptor file(::openat(folder, kStubName.data(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file.is_open() && errno == ELOOP) throw_not_an_index(directory, "its XAPIANDB is no regular file");
  if (!file.is_open()) throw_system_error(path, errno);
  std::array<char, kMostStubBytes + 1> bytes{};
  const ssize_t length = ::read(file.number(), bytes.data(), bytes.size());
  if (length < 0) throw_system_error(path, errno);
  return std::string(bytes.data(), static_cast<std::size_t>(length));
}

/// "g7" of "auto g7\n"; nothing where a stub says anything else.
std::optional<std::string> generation_in(std::string_view stub) {
  if (!stub.empty() && stub.back() == '\n') stub.remove_suffix(1);
  if (stub.substr(0, kStubBegin.size()) != kStubBegin) return std::nullopt;
  stub.remove_prefix(kStubBegin.size());
  return is_generation_name(stub) ? std::optional<std::string>(stub) : std::nullopt;
}

std::uint64_t number_of(std::string_view generation) {
  return generation.empty() ? 0 : std::stoull(std::string(generation.substr(1)));
}

/// Looks at the files of one generation.
class GenerationLook {
 public:
  GenerationLook(const std::string& path, Purpose purpose) : path_(path), purpose_(purpose) {
    folder_ = Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (folder_.is_open()) return;
    if (errno == ENOTDIR || errno == ELOOP) refuse("it is no folder");
    if (errno == ENOENT) throw_damaged_index(folder_of(path_), path_ + ": there is no such generation");
    throw_system_error(path_, errno);
  }

  void check() {
    for_each_name(folder_.number(), path_, [this](std::string_view name) {
      if (name.front() != '.') check_file(std::string(name));
      return true;
    });
    if (!has_versions_) throw_damaged_index(folder_of(path_), path_ + "/iamglass: there is no such file");
    if (purpose_ == Purpose::writing) ask_for(".", path_, W_OK | X_OK);
  }

 private:
  void check_file(const std::string& name) {
    const auto* const row =
        std::find_if(kGlassFiles.begin(), kGlassFiles.end(), [&](const GlassFile& one) { return one.name == name; });
    const std::string path = path_ + '/' + name;
    struct stat found {};
    if (::fstatat(folder_.number(), name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) {
      if (errno == ENOENT) return;  // a writer has removed it meanwhile
      throw_system_error(errno == EACCES ? path_ : path, errno);
    }
    if (!S_ISREG(found.st_mode)) refuse("its " + name + " is no regular file");
    if (row == kGlassFiles.end()) refuse("its " + name + " is no part of an index");
    if (purpose_ == Purpose::writing && found.st_nlink > 1) refuse_second_name(path);
    if (purpose_ == Purpose::writing)
      ask_for(name, path, R_OK | W_OK);
    else if (row->opened == Opened::always)
      ask_for(name, path, R_OK);
    has_versions_ = has_versions_ || row == kGlassFiles.begin();
  }

  void ask_for(const std::string& name, const std::string& path, int rights) const {
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
  bool has_versions_ = false;
};

IndexStamp::File stamp_of_file(const std::string& path) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) != 0) return {};
  return {found.st_ino, found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
}

bool is_same(const IndexStamp::File& a, const IndexStamp::File& b) {
  return std::tie(a.inode, a.seconds, a.nanoseconds) == std::tie(b.inode, b.seconds, b.nanoseconds);
}

std::string stub_path(const std::string& directory) { return directory + '/' + std::string(kStubName); }

std::string versions_path(const std::string& directory, const std::string& generation) {
  return directory + '/' + generation + "/iamglass";
}

}  // namespace

bool is_leftover_name(std::string_view name) {
  return name.substr(0, kBuildingPrefix.size()) == kBuildingPrefix || name == kNewStubName;
}

bool is_generation_name(std::string_view name) {
  constexpr std::size_t kLongest = 16;  // so that its number always fits
  return name.size() > 1 && name.size() <= kLongest && name.front() == 'g' &&
         name.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::string current_generation(const std::string& directory) {
  const Descriptor folder = open_directory(directory);
  if (!folder.is_open()) return {};
  if (const std::optional<std::string> stub = read_stub(folder.number(), directory)) {
    const std::optional<std::string> generation = generation_in(*stub);
    if (!generation) throw_not_an_index(directory, "its file XAPIANDB names no generation");
    return *generation;
  }
  for_each_name(folder.number(), directory, [&](std::string_view name) {
    // A first build that died left these and nothing else.
    if (name != "lock" && !is_generation_name(name) && !is_leftover_name(name))
      throw_not_an_index(directory, "it has no file XAPIANDB but other things");
    return true;
  });
  return {};
}

std::string existing_generation(const std::string& directory) {
  std::string generation = current_generation(directory);
  if (generation.empty()) throw Error(ExitCode::index_failed, "no index at " + directory, std::string(kMakeOne));
  return generation;
}

std::string next_generation(const std::string& directory) {
  std::uint64_t last = number_of(current_generation(directory));
  const Descriptor folder = open_directory(directory);
  for_each_name(folder.number(), directory, [&last](std::string_view name) {
    if (is_generation_name(name)) last = std::max(last, number_of(name));
    return true;
  });
  return 'g' + std::to_string(last + 1);
}

void check_generation_folder(const std::string& generation, Purpose purpose) {
  GenerationLook(generation, purpose).check();
}

void throw_where_refused(const std::string& directory) {
  try {
    const std::string generation = current_generation(directory);
    if (!generation.empty()) check_generation_folder(directory + '/' + generation);
  } catch (const Error& error) {
    if (error.code() == ExitCode::io_failed) throw;
  }
}

IndexStamp index_stamp_of(const std::string& directory) {
  IndexStamp stamp;
  stamp.stub = stamp_of_file(stub_path(directory));
  try {
    stamp.generation = current_generation(directory);
  } catch (const Error&) {
    // what cannot be read cannot be compared
  }
  stamp.versions = stamp_of_file(versions_path(directory, stamp.generation));
  return stamp;
}

bool is_still(const IndexStamp& stamp, const std::string& directory) {
  return is_same(stamp.stub, stamp_of_file(stub_path(directory))) &&
         is_same(stamp.versions, stamp_of_file(versions_path(directory, stamp.generation)));
}

}  // namespace timbao
