// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/damage/glass_guard.h"

#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>
#include <xapian.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <optional>

#include "common/base/varint.h"
#include "common/store/damage/glass_table.h"

namespace timbao {
namespace {

[[noreturn]] void throw_damaged(const std::string& generation) {
  throw Xapian::DatabaseCorruptError(std::filesystem::path(generation).filename().string() + "/iamglass is damaged");
}

// ---- the file of versions

constexpr std::string_view kMagic = "\x0f\x0dXapian Glass\x04\x6e";  // and the version of 2016-03-14, Xapian 1.4's
constexpr std::size_t kUuidBytes = 16;
constexpr std::size_t kMostVersionBytes = 4096;  // Xapian itself reads 256 at most
constexpr std::array<std::string_view, 6> kTables{"postlist", "docdata", "termlist", "position", "spelling", "synonym"};

/// Where a table's tree begins.
struct Root {
  std::uint64_t block = 0, levels = 0, entries = 0, block_bytes = 0;
  bool is_fake = false;  ///< an empty table has no root block
};

/// Takes what the file says of one table off the front of `bytes`; Xapian packs its numbers as varints.
std::optional<Root> take_root(std::string_view& bytes) {
  const auto block = take_varint(bytes), shape = take_varint(bytes), entries = take_varint(bytes),
             size = take_varint(bytes), least_compressed = take_varint(bytes);
  if (!block || !shape || !entries || !size || !least_compressed || !take_sized(bytes)) return std::nullopt;
  if (*size > kGreatestBlockBytes / kLeastBlockBytes) return std::nullopt;
  return Root{*block, *shape >> 2U, *entries, *size * kLeastBlockBytes, (*shape & 1U) != 0};
}

bool can_be(const Root& root, std::uint64_t file_bytes) {
  if (!is_block_size(root.block_bytes) || root.levels > kMostTreeLevels) return false;
  if (root.is_fake) return root.block == 0 && root.levels == 0 && root.entries == 0;
  return root.block < file_bytes / root.block_bytes;
}

}  // namespace

std::uint64_t check_version_file(const std::string& generation) {
  std::ifstream file(generation + "/iamglass", std::ios::binary);
  std::string bytes(kMostVersionBytes, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.size() < kMagic.size() + kUuidBytes || bytes.compare(0, kMagic.size(), kMagic) != 0) return 0;
  std::string_view rest = std::string_view(bytes).substr(kMagic.size() + kUuidBytes);
  const auto revision = take_varint(rest);
  if (!revision) throw_damaged(generation);
  for (const std::string_view table : kTables) {
    const auto root = take_root(rest);
    if (!root) throw_damaged(generation);
    std::error_code none;  // a table that is empty need not have a file
    const std::uint64_t size = std::filesystem::file_size(generation + '/' + std::string(table) + ".glass", none);
    if (!can_be(*root, none ? 0 : size)) throw_damaged(generation);
  }
  return *revision;
}

namespace {

/// What one thread knows of blocks. A block that was written anew has another revision, which stands at its beginning.
class KnownBlocks {
 public:
  bool knows(int file, off_t from, std::string_view block) { return place_of(file, from, block) == last_; }
  void remember() { sound_[last_ % kPlaces] = last_; }
  unsigned trusting = 0;  ///< UnguardedReads that live

 private:
  static constexpr std::size_t kPlaces = 4096, kTold = 64;  // the head and the first places of items

  std::uint64_t place_of(int file, off_t from, std::string_view block) {
    last_ = XXH3_64bits_withSeed(block.data(), kTold,
                                 static_cast<std::uint64_t>(from) << 16U ^ static_cast<unsigned>(file));
    return sound_[last_ % kPlaces];
  }

  std::array<std::uint64_t, kPlaces> sound_{};
  std::uint64_t last_ = 0;
};

KnownBlocks& known_blocks() {
  thread_local KnownBlocks blocks;
  return blocks;
}

/// Whether a block may be used: it was looked at before, it is sound, or it belongs to no table.
bool is_fit(int file, off_t from, std::string_view block) {
  KnownBlocks& blocks = known_blocks();
  if (blocks.trusting > 0 || blocks.knows(file, from, block)) return true;
  if (!is_sound_block(block)) return !is_table(file);
  blocks.remember();
  return true;
}

ssize_t read_block(int file, void* buffer, std::size_t bytes, off_t from) {
  constexpr int kTries = 4;
  constexpr timespec kPause{0, 1'000'000};
  // A writer may be in the middle of this block, which then belongs to a revision that nobody should read any more.
  for (int attempt = 1;; ++attempt) {
    const auto got = static_cast<ssize_t>(::syscall(SYS_pread64, file, buffer, bytes, from));
    if (got != static_cast<ssize_t>(bytes) || !is_block_size(bytes)) return got;
    if (is_fit(file, from, {static_cast<const char*>(buffer), bytes})) return got;
    if (attempt == kTries) break;
    ::nanosleep(&kPause, nullptr);
  }
  errno = EUCLEAN;
  return -1;
}

}  // namespace

UnguardedReads::UnguardedReads() { ++known_blocks().trusting; }
UnguardedReads::~UnguardedReads() { --known_blocks().trusting; }

}  // namespace timbao

// What Xapian calls; see glass_guard.h. The same under the name that a program for large files calls it by.
extern "C" {
ssize_t pread(int file, void* buffer, std::size_t bytes, off_t from) {
  return timbao::read_block(file, buffer, bytes, from);
}
ssize_t pread64(int file, void* buffer, std::size_t bytes, off64_t from) {
  return timbao::read_block(file, buffer, bytes, from);
}
}
