// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/index_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "common/store/descriptor.h"
#include "common/store/index_errors.h"
#include "common/store/name_listing.h"

namespace timbao {
namespace {

constexpr std::string_view kStubName = "XAPIANDB", kNewStubName = "XAPIANDB.new", kLockName = "lock";
constexpr std::string_view kBuildingPrefix = "building-";
constexpr char kGenerationLetter = 'g';
constexpr std::size_t kMostStubBytes = 100;
constexpr std::string_view kStubBegin = "auto ";
constexpr std::string_view kMakeOne = "make one with: timbao-index --index DIR add PATH...";

std::string path_in(const std::string& directory, std::string_view name) {
  return std::string(directory).append("/").append(name);
}

/// Opens DIR; not open where it does not exist.
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
std::optional<std::string> read_stub(const Descriptor& folder, const std::string& directory) {
  const std::string path = stub_path(directory);
  struct stat found {};
  if (::fstatat(folder.number(), kStubName.data(), &found, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return std::nullopt;
    throw_system_error(errno == EACCES ? directory : path, errno);
  }
  if (!S_ISREG(found.st_mode)) throw_not_an_index(directory, "its XAPIANDB is no regular file");
  constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  const Descriptor file(::openat(folder.number(), kStubName.data(), kFlags));
  if (!file.is_open() && errno == ELOOP) throw_not_an_index(directory, "its XAPIANDB is no regular file");
  if (!file.is_open()) throw_system_error(path, errno);
  std::array<char, kMostStubBytes + 1> bytes{};
  const ssize_t length = ::read(file.number(), bytes.data(), bytes.size());
  if (length < 0) throw_system_error(path, errno);
  return std::string(bytes.data(), static_cast<std::size_t>(length));
}

/// "g7" of "auto g7\n"; nothing where a stub holds anything else.
std::optional<std::string> generation_in(std::string_view stub) {
  if (!stub.empty() && stub.back() == '\n') stub.remove_suffix(1);
  if (!starts_with(stub, kStubBegin)) return std::nullopt;
  stub.remove_prefix(kStubBegin.size());
  return is_generation_name(stub) ? std::optional<std::string>(stub) : std::nullopt;
}

std::uint64_t number_of(std::string_view generation) {
  return generation.empty() ? 0 : std::stoull(std::string(generation.substr(1)));
}

}  // namespace

std::string generation_path(const std::string& directory, std::string_view generation) {
  return path_in(directory, generation);
}

std::string building_path(const std::string& directory) {
  return path_in(directory, kBuildingPrefix) + std::to_string(::getpid());
}

std::string stub_path(const std::string& directory) { return path_in(directory, kStubName); }
std::string new_stub_path(const std::string& directory) { return path_in(directory, kNewStubName); }
std::string lock_path(const std::string& directory) { return path_in(directory, kLockName); }

bool is_generation_name(std::string_view name) {
  constexpr std::size_t kLongest = 16;  // so that its number always fits into 64 bits
  return name.size() > 1 && name.size() <= kLongest && name.front() == kGenerationLetter && is_digits(name.substr(1));
}

bool is_leftover_name(std::string_view name) { return starts_with(name, kBuildingPrefix) || name == kNewStubName; }

std::string stub_content(std::string_view generation) {
  return std::string(kStubBegin).append(generation).append("\n");
}

std::string current_generation(const std::string& directory) {
  const Descriptor folder = open_directory(directory);
  if (!folder.is_open()) return {};
  if (const std::optional<std::string> stub = read_stub(folder, directory)) {
    const std::optional<std::string> generation = generation_in(*stub);
    if (!generation) throw_not_an_index(directory, "its file XAPIANDB names no generation");
    return *generation;
  }
  for_each_name(folder, directory, [&](std::string_view name) {
    // A first build that died left these and nothing else.
    if (name != kLockName && !is_generation_name(name) && !is_leftover_name(name))
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

std::string existing_generation_path(const std::string& directory) {
  return generation_path(directory, existing_generation(directory));
}

std::string next_generation(const std::string& directory) {
  std::uint64_t last = number_of(current_generation(directory));
  const Descriptor folder = open_directory(directory);
  for_each_name(folder, directory, [&last](std::string_view name) {
    if (is_generation_name(name)) last = std::max(last, number_of(name));
    return true;
  });
  return kGenerationLetter + std::to_string(last + 1);
}

}  // namespace timbao
