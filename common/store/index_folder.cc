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
#include "common/base/take_part.h"
#include "common/store/descriptor.h"
#include "common/store/index_errors.h"
#include "common/store/name_listing.h"
#include "common/store/shards.h"

namespace timbao {
namespace {

constexpr std::string_view kStubName = "XAPIANDB", kNewStubName = "XAPIANDB.new", kLockName = "lock";
constexpr std::string_view kBuildingPrefix = "building-";
constexpr char kGenerationLetter = 'g';
constexpr std::string_view kStubBegin = "auto ";
constexpr std::size_t kLongestName = 16;  // of a generation, so that its number always fits into 64 bits
constexpr std::size_t kMostStubBytes = kMostShards * (kStubBegin.size() + kLongestName + 1);
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

/// "g7" of "auto g7"; nothing where a line holds anything else.
std::optional<std::string> generation_in(std::string_view line) {
  if (!starts_with(line, kStubBegin)) return std::nullopt;
  line.remove_prefix(kStubBegin.size());
  return is_generation_name(line) ? std::optional<std::string>(line) : std::nullopt;
}

/// The generations that the lines of a stub name; the last one may lack its line feed.
Generations generations_in(std::string_view stub, const std::string& directory) {
  if (stub.size() > kMostStubBytes) throw_not_an_index(directory, "its file XAPIANDB is too long");
  Generations generations;
  do {
    const std::optional<std::string> generation = generation_in(take_part(stub, "\n"));
    if (!generation) throw_not_an_index(directory, "its file XAPIANDB names no generation");
    if (std::find(generations.begin(), generations.end(), *generation) != generations.end())
      throw_not_an_index(directory, "its file XAPIANDB names " + *generation + " twice");
    generations.push_back(*generation);
  } while (!stub.empty());
  if (generations.size() > kMostShards)
    throw_not_an_index(directory, "its file XAPIANDB names more than " + std::to_string(kMostShards) + " shards");
  return generations;
}

std::uint64_t number_of(std::string_view generation) { return std::stoull(std::string(generation.substr(1))); }

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
  return name.size() > 1 && name.size() <= kLongestName && name.front() == kGenerationLetter &&
         is_digits(name.substr(1));
}

bool is_leftover_name(std::string_view name) { return starts_with(name, kBuildingPrefix) || name == kNewStubName; }

std::string stub_content(const Generations& generations) {
  std::string content;
  for (const std::string& generation : generations) content.append(kStubBegin).append(generation).append("\n");
  return content;
}

Generations current_generations(const std::string& directory) {
  const Descriptor folder = open_directory(directory);
  if (!folder.is_open()) return {};
  if (const std::optional<std::string> stub = read_stub(folder, directory)) return generations_in(*stub, directory);
  for_each_name(folder, directory, [&](std::string_view name) {
    // A first build that died left these and nothing else.
    if (name != kLockName && !is_generation_name(name) && !is_leftover_name(name))
      throw_not_an_index(directory, "it has no file XAPIANDB but other things");
    return true;
  });
  return {};
}

std::string current_generation(const std::string& directory) {
  const Generations generations = current_generations(directory);
  return generations.empty() ? std::string() : generations.front();
}

Generations existing_generations(const std::string& directory) {
  Generations generations = current_generations(directory);
  if (generations.empty()) throw Error(ExitCode::index_failed, "no index at " + directory, std::string(kMakeOne));
  return generations;
}

std::string existing_generation_path(const std::string& directory) {
  return generation_path(directory, existing_generations(directory).front());
}

std::vector<std::string> generation_paths(const std::string& directory, const Generations& generations) {
  std::vector<std::string> paths;
  paths.reserve(generations.size());
  for (const std::string& generation : generations) paths.push_back(generation_path(directory, generation));
  return paths;
}

std::string next_generation(const std::string& directory) {
  std::uint64_t last = 0;
  for (const std::string& generation : current_generations(directory)) last = std::max(last, number_of(generation));
  const Descriptor folder = open_directory(directory);
  for_each_name(folder, directory, [&last](std::string_view name) {
    if (is_generation_name(name)) last = std::max(last, number_of(name));
    return true;
  });
  return kGenerationLetter + std::to_string(last + 1);
}

}  // namespace timbao
