// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/damage/glass_guard.h"

#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <string_view>

#include "common/store/damage/glass_table.h"

namespace timbao {
namespace {

/// What one thread remembers: which blocks it has found sound. A block is identified by a hash of its descriptor, its
/// place and its first bytes, which hold the revision that wrote it: a block that a writer replaced is another block.
class ThreadState {
 public:
  bool knows(int file, off_t from, std::string_view block) { return entry_of(file, from, block) == last_; }
  void remember() { sound_[last_ % kEntries] = last_; }
  unsigned unguarded = 0;         ///< how many UnguardedReads are alive
  std::uint64_t blocks_read = 0;  ///< guarded or not

 private:
  static constexpr std::size_t kEntries = 4096;
  static constexpr std::size_t kHashedBytes = 64;  // the header of a block and the places of its first items

  std::uint64_t entry_of(int file, off_t from, std::string_view block) {
    last_ = XXH3_64bits_withSeed(block.data(), kHashedBytes,
                                 static_cast<std::uint64_t>(from) << 16U ^ static_cast<unsigned>(file));
    return sound_[last_ % kEntries];
  }

  std::array<std::uint64_t, kEntries> sound_{};
  std::uint64_t last_ = 0;
};

ThreadState& thread_state() {
  thread_local ThreadState state;
  return state;
}

/// Whether a block may be used: it was found sound before, it is sound, or it belongs to no table.
bool is_usable(int file, off_t from, std::string_view block) {
  ThreadState& state = thread_state();
  ++state.blocks_read;
  if (state.unguarded > 0 || state.knows(file, from, block)) return true;
  if (!is_sound_block(block)) return !is_table(file);
  state.remember();
  return true;
}

ssize_t read_block(int file, void* buffer, std::size_t bytes, off_t from) {
  constexpr int kTries = 4;
  constexpr timespec kPause{0, 1'000'000};
  // A writer may be overwriting this block: then the reader's revision is outdated, and the block is whole a moment
  // later. Only a block that stays unsound is refused.
  for (int attempt = 1;; ++attempt) {
    const auto got = static_cast<ssize_t>(::syscall(SYS_pread64, file, buffer, bytes, from));
    if (got != static_cast<ssize_t>(bytes) || !is_block_size(bytes)) return got;
    if (is_usable(file, from, {static_cast<const char*>(buffer), bytes})) return got;
    if (attempt == kTries) break;
    ::nanosleep(&kPause, nullptr);
  }
  errno = EUCLEAN;
  return -1;
}

}  // namespace

bool is_guarded() { return true; }

std::uint64_t blocks_read_by_this_thread() { return thread_state().blocks_read; }

UnguardedReads::UnguardedReads() { ++thread_state().unguarded; }
UnguardedReads::~UnguardedReads() { --thread_state().unguarded; }

}  // namespace timbao

// What Xapian calls (glass_guard.h); pread64() is the name that a library compiled for large files calls.
extern "C" {
ssize_t pread(int file, void* buffer, std::size_t bytes, off_t from) {
  return timbao::read_block(file, buffer, bytes, from);
}
ssize_t pread64(int file, void* buffer, std::size_t bytes, off64_t from) {
  return timbao::read_block(file, buffer, bytes, from);
}
}
