// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/damage/mapped_reads.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <limits>
#include <mutex>
#include <new>

#include "common/store/damage/glass_table.h"

namespace timbao {
namespace {

constexpr std::size_t kRevisionBytes = 4;  // at the beginning of a block

bool is_address_space_limited() {
  rlimit limit{};
  return ::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur != RLIM_INFINITY;
}

/// Whether a signal would end the program, whatever its handler.
bool is_blocked(int signal) {
  sigset_t blocked{};
  return ::pthread_sigmask(SIG_BLOCK, nullptr, &blocked) != 0 || sigismember(&blocked, signal) != 0;
}

/// How many bytes of a file to map: 0 where it is no table.
std::size_t bytes_to_map(int file) {
  struct stat found {};
  if (!is_table(file) || ::fstat(file, &found) != 0 || !S_ISREG(found.st_mode)) return 0;
  const auto bytes = static_cast<std::uint64_t>(found.st_size);
  return bytes <= std::numeric_limits<std::size_t>::max() ? static_cast<std::size_t>(bytes) : 0;
}

/// The mapping of the file that one descriptor stands for. Nobody closes a descriptor that is being read, so a mapping
/// goes only when no thread copies out of it. Without a destructor, since programs close files until their very end.
class Mapping {
 public:
  bool copy(int file, char* to, std::size_t bytes, off_t from);
  void forget();
  bool replace_if_it_holds(const void* address);

 private:
  enum class State { untried, usable, unusable };

  void try_to_map(int file);
  bool is_first_read(std::uint64_t begin);

  std::atomic<State> state_{State::untried};
  char* data_ = nullptr;
  std::size_t size_ = 0, page_bytes_ = 0, last_page_ = 0;
  std::atomic<bool>* was_read_ = nullptr;  ///< by page: whether a read began there before
};

/// Copies a block. A writer overtook the copying if the block begins otherwise afterwards, with another revision: it
/// writes forwards.
bool copy_of_one_write(char* to, const char* from, std::size_t bytes) {
  std::memcpy(to, from, bytes);
  std::atomic_thread_fence(std::memory_order_acquire);
  return std::memcmp(to, from, std::min(bytes, kRevisionBytes)) == 0;
}

/// The mapping that a thread copies out of at this moment, for the signal handler.
std::atomic<Mapping*>& being_copied() {
  thread_local std::atomic<Mapping*> mapping{nullptr};
  return mapping;
}

void Mapping::try_to_map(int file) {
  State untried = State::untried;
  // Whoever reads the same descriptor meanwhile asks the system.
  if (!state_.compare_exchange_strong(untried, State::unusable)) return;
  const std::size_t bytes = is_address_space_limited() ? 0 : bytes_to_map(file);
  if (bytes == 0) return;
  page_bytes_ = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  last_page_ = (bytes - 1) / page_bytes_;
  was_read_ = new (std::nothrow) std::atomic<bool>[last_page_ + 1]();
  if (was_read_ == nullptr) return;
  void* const data = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, file, 0);
  if (data == MAP_FAILED) return;
  data_ = static_cast<char*>(data);
  size_ = bytes;
  state_.store(State::usable, std::memory_order_release);
}

bool Mapping::is_first_read(std::uint64_t begin) {
  std::atomic<bool>& was_read = was_read_[begin / page_bytes_];
  if (was_read.load(std::memory_order_relaxed)) return false;
  was_read.store(true, std::memory_order_relaxed);
  return true;
}

bool Mapping::copy(int file, char* to, std::size_t bytes, off_t from) {
  if (state_.load(std::memory_order_acquire) == State::untried) try_to_map(file);
  if (state_.load(std::memory_order_acquire) != State::usable) return false;
  const auto begin = static_cast<std::uint64_t>(from);
  if (bytes == 0 || begin > size_ || bytes > size_ - begin || is_first_read(begin)) return false;
  being_copied().store(this, std::memory_order_relaxed);
  std::atomic_signal_fence(std::memory_order_seq_cst);
  const bool is_of_one_write = copy_of_one_write(to, data_ + begin, bytes);
  static_cast<void>(static_cast<const volatile char*>(data_)[size_ - 1]);
  std::atomic_thread_fence(std::memory_order_acquire);
  being_copied().store(nullptr, std::memory_order_relaxed);
  if (state_.load(std::memory_order_acquire) != State::usable) return false;
  // Where a file was cut short, its last page holds zeros behind the end, and the pages after that cannot be read. So
  // the mapping's last byte, just read, vouches for all but the last page, and there a byte that is not zero for those
  // before it.
  return is_of_one_write && (begin + bytes <= last_page_ * page_bytes_ || to[bytes - 1] != '\0');
}

void Mapping::forget() {
  if (state_.load(std::memory_order_acquire) == State::untried) return;
  if (data_ != nullptr) ::munmap(data_, size_);
  data_ = nullptr;
  size_ = 0;
  delete[] was_read_;
  was_read_ = nullptr;
  state_.store(State::untried, std::memory_order_release);
}

/// In the signal handler: puts zeros where the address that could not be read stands, so that the copying comes to its
/// end. All of the mapping's readers then see that it is unusable, as that was said before there were zeros.
bool Mapping::replace_if_it_holds(const void* address) {
  const auto* const at = static_cast<const char*>(address);
  if (at < data_ || at >= data_ + size_) return false;
  state_.store(State::unusable);
  return ::mmap(data_, size_, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED;
}

/// By descriptor; files of greater ones are not mapped.
using Mappings = std::array<Mapping, 1024>;

Mappings& mappings() {
  static Mappings all;
  return all;
}

bool may_be_mapped(int file) { return file >= 0 && static_cast<std::size_t>(file) < std::tuple_size_v<Mappings>; }

/// The MappedReads that live, and the handler that was there before the first.
struct Use {
  std::mutex mutex;
  unsigned count = 0;
  std::atomic<bool> is_guarded{false};  ///< our handler is in place
  struct sigaction handler_before {};
};

Use& use() {
  static Use all;
  return all;
}

void on_bus_error(int signal, siginfo_t* info, void* /*context*/) {
  const bool is_fault = info->si_code > 0;  // else somebody sent it
  Mapping* const mapping = being_copied().load(std::memory_order_relaxed);
  if (is_fault && mapping != nullptr && mapping->replace_if_it_holds(info->si_addr)) return;
  use().is_guarded = false;
  ::sigaction(SIGBUS, &use().handler_before, nullptr);
  if (!is_fault) ::raise(signal);  // a fault comes again by itself
}

}  // namespace

MappedReads::MappedReads() {
  const std::lock_guard<std::mutex> lock(use().mutex);
  if (use().count++ > 0 || is_blocked(SIGBUS)) return;
  struct sigaction action {};
  action.sa_sigaction = on_bus_error;
  action.sa_flags = SA_SIGINFO;
  use().is_guarded = ::sigaction(SIGBUS, &action, &use().handler_before) == 0;
}

MappedReads::~MappedReads() {
  const std::lock_guard<std::mutex> lock(use().mutex);
  if (--use().count > 0) return;
  if (use().is_guarded.exchange(false)) ::sigaction(SIGBUS, &use().handler_before, nullptr);
  for (Mapping& mapping : mappings()) mapping.forget();
}

bool read_mapped(int file, void* buffer, std::size_t bytes, off_t from) {
  if (!use().is_guarded.load(std::memory_order_relaxed) || !may_be_mapped(file)) return false;
  return mappings()[static_cast<std::size_t>(file)].copy(file, static_cast<char*>(buffer), bytes, from);
}

void forget_mapping(int file) {
  if (may_be_mapped(file)) mappings()[static_cast<std::size_t>(file)].forget();
}

}  // namespace timbao
