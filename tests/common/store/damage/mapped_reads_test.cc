// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/damage/mapped_reads.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csetjmp>
#include <csignal>
#include <cstdint>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "common/store/damage/glass_guard.h"
#include "tests/temp_directory.h"

namespace timbao::test {
namespace {

constexpr std::size_t kBlock = 8192, kPage = 4096;

/// What a read gave: the bytes, or the error's number.
using Got = std::pair<std::string, int>;

template <typename Read>
Got got_of(const Read& read, std::size_t bytes) {
  std::string buffer(bytes, '\0');
  errno = 0;
  const auto count = static_cast<ssize_t>(read(buffer.data()));
  const int error = count < 0 ? errno : 0;
  buffer.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  return {buffer, error};
}

/// Through our pread(), as Xapian reads; the second time, which is when it comes out of the mapping.
Got read_here(int file, std::size_t bytes, off_t from) {
  std::string first(bytes, '\0');
  [[maybe_unused]] const ssize_t unused = ::pread(file, first.data(), bytes, from);
  return got_of([&](char* to) { return ::pread(file, to, bytes, from); }, bytes);
}

Got read_by_system(int file, std::size_t bytes, off_t from) {
  return got_of([&](char* to) { return ::syscall(SYS_pread64, file, to, bytes, from); }, bytes);
}

bool is_mapped(int file) {
  char byte = 0;
  static_cast<void>(read_mapped(file, &byte, 1, 0));
  return read_mapped(file, &byte, 1, 0);
}

/// Bytes none of which is zero, other ones in each place and for each seed.
std::string content(std::size_t bytes, unsigned seed = 0) {
  std::string text(bytes, '\0');
  for (std::size_t i = 0; i < bytes; ++i) text[i] = static_cast<char>(1 + (i / 7 + i / 4096 * 31 + seed) % 127);
  return text;
}

/// A "table" of four blocks; what it holds is no sound block, so reads are not guarded.
class MappedTable : public testing::Test {
 protected:
  [[nodiscard]] int open(const std::string& path) const { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); }

  UnguardedReads unguarded_;
  TempDirectory directory_;
  std::string path_ = directory_.write("a.glass", content(4 * kBlock));
  int file_ = open(path_);
  MappedReads mapped_;
};

TEST_F(MappedTable, GivesWhatTheSystemGives) {
  ASSERT_TRUE(is_mapped(file_));
  for (const std::size_t bytes : {0UL, 1UL, kPage, kBlock, 4 * kBlock, 5 * kBlock})
    for (const off_t from : {-1L, 0L, 1L, 8192L, 8193L, 24576L, 32767L, 32768L, 40000L})
      EXPECT_EQ(read_here(file_, bytes, from), read_by_system(file_, bytes, from)) << bytes << " from " << from;
}

TEST_F(MappedTable, IsReadByTheSystemTheFirstTime) {
  std::string buffer(kBlock, '\0');
  EXPECT_FALSE(read_mapped(file_, buffer.data(), kBlock, 8192));
  EXPECT_TRUE(read_mapped(file_, buffer.data(), kBlock, 8192));
  EXPECT_EQ(buffer, content(4 * kBlock).substr(kBlock, kBlock));
  EXPECT_FALSE(read_mapped(file_, buffer.data(), kBlock, 0)) << "that is the first time there";
}

TEST_F(MappedTable, IsAnotherAsSoonAsItsDescriptorIs) {
  const std::string other = directory_.write("b.glass", content(4 * kBlock, 1));
  for (int i = 0; i < 50; ++i) {
    ASSERT_TRUE(is_mapped(file_));
    ASSERT_EQ(::close(file_), 0);
    const int before = file_;
    file_ = open(i % 2 == 0 ? other : path_);
    ASSERT_EQ(file_, before) << "the test is about a descriptor that is used again";
    EXPECT_EQ(read_here(file_, kBlock, 8192), read_by_system(file_, kBlock, 8192)) << i;
  }
}

TEST_F(MappedTable, HasNoDescriptorOnceItIsClosed) {
  ASSERT_TRUE(is_mapped(file_));
  EXPECT_EQ(::close(file_), 0);
  EXPECT_EQ(read_here(file_, kBlock, 0), Got("", EBADF));
  EXPECT_EQ(::close(file_), -1);
  EXPECT_EQ(errno, EBADF);
}

TEST_F(MappedTable, ShowsWhatIsWrittenLater) {
  ASSERT_TRUE(is_mapped(file_));
  const int writing = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  const std::string later = content(3 * kBlock, 5);
  ASSERT_EQ(::pwrite(writing, later.data(), later.size(), 8192 * 2), static_cast<ssize_t>(later.size()));
  EXPECT_EQ(read_here(file_, 3 * kBlock, 8192 * 2), Got(later, 0)) << "one block stands behind what was mapped";
  EXPECT_TRUE(is_mapped(file_));
  ::close(writing);
}

TEST_F(MappedTable, ThatIsCutShortReadsAsTheSystemReadsIt) {
  for (const std::size_t left : {3 * kBlock + 5000, 3 * kBlock + 4097, 3 * kBlock + kPage, 3 * kBlock + 1, 3 * kBlock,
                                 kBlock - 1, kPage, std::size_t{1}, std::size_t{0}}) {
    static_cast<void>(directory_.write("a.glass", content(4 * kBlock)));
    ::close(file_);
    file_ = open(path_);
    ASSERT_TRUE(is_mapped(file_));
    ASSERT_EQ(::truncate(path_.c_str(), static_cast<off_t>(left)), 0);
    for (const off_t from : {0L, 8192L, 24576L, 28672L})
      EXPECT_EQ(read_here(file_, kBlock, from), read_by_system(file_, kBlock, from)) << left << " from " << from;
  }
}

TEST_F(MappedTable, ThatIsCutAndWrittenWhileItIsReadNeverGivesOtherBytes) {
  const std::string whole = content(4 * kBlock);
  std::atomic<bool> is_over{false};
  std::thread writer([&] {
    while (!is_over) static_cast<void>(directory_.write("a.glass", whole));
  });
  std::size_t complete = 0, cut = 0;
  for (int round = 0; round < 20'000 || (cut == 0 && round < 2'000'000); ++round) {
    const int file = open(path_);
    for (const off_t from : {0L, 24576L}) {
      const auto [bytes, error] = read_here(file, kBlock, from);
      EXPECT_EQ(error, 0);
      EXPECT_EQ(bytes, whole.substr(static_cast<std::size_t>(from), bytes.size()));
      ++(bytes.size() == kBlock ? complete : cut);
    }
    ::close(file);
  }
  is_over = true;
  writer.join();
  EXPECT_GT(complete, 0U);
  EXPECT_GT(cut, 0U);
}

TEST_F(MappedTable, IsReadByTheSystemOnceOnePageFailed) {
  ASSERT_TRUE(is_mapped(file_));
  ASSERT_EQ(::truncate(path_.c_str(), static_cast<off_t>(2 * kBlock)), 0);
  EXPECT_EQ(read_here(file_, kBlock, 8192L * 3), Got("", 0));
  EXPECT_FALSE(is_mapped(file_));
  EXPECT_EQ(read_here(file_, kBlock, 0), Got(content(kBlock), 0)) << "not the zeros that took the map's place";
}

TEST_F(MappedTable, GivesNoThreadOtherBytesWhenItIsCutUnderMany) {
  const std::string whole = content(4 * kBlock);
  std::atomic<int> wrong{0};
  for (int round = 0; round < 100; ++round) {
    const std::string path = directory_.write("round.glass", whole);
    const int file = open(path);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([&] {
        const UnguardedReads of_this_thread;
        for (std::size_t turn = 0; turn < 400; ++turn) {
          const std::size_t from = turn % 4 * kBlock;
          const std::string bytes = read_here(file, kBlock, static_cast<off_t>(from)).first;
          if (bytes != whole.substr(from, bytes.size())) ++wrong;
        }
      });
    EXPECT_EQ(::truncate(path.c_str(), kBlock + 100), 0);
    for (std::thread& thread : threads) thread.join();
    ::close(file);
  }
  EXPECT_EQ(wrong, 0);
}

/// A writer of a block writes forwards, so one that overtakes a reader leaves it an older head than tail.
TEST_F(MappedTable, NeverGivesAnOlderHeadThanTail) {
  using Numbers = std::array<std::uint32_t, kBlock / sizeof(std::uint32_t)>;
  const int writing = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  const auto write_block_of = [&](std::uint32_t number) {
    Numbers numbers{};
    numbers.fill(number);
    ASSERT_EQ(::pwrite(writing, numbers.data(), kBlock, 0), static_cast<ssize_t>(kBlock));
  };
  write_block_of(0);
  std::atomic<bool> is_over{false};
  std::atomic<int> given{0}, wrong{0};
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i)
    readers.emplace_back([&] {
      Numbers numbers{};
      while (!is_over) {
        if (!read_mapped(file_, numbers.data(), kBlock, 0)) continue;
        ++given;
        if (numbers.back() > numbers.front()) ++wrong;
      }
    });
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
  for (std::uint32_t number = 1; std::chrono::steady_clock::now() < end; ++number) write_block_of(number);
  is_over = true;
  for (std::thread& reader : readers) reader.join();
  ::close(writing);
  EXPECT_GT(given, 0);
  EXPECT_EQ(wrong, 0);
}

TEST(MappedReads, MapNothingButTables) {
  const TempDirectory directory;
  const MappedReads mapped;
  for (const char* const name : {"other", "glass", "x.glass.new"}) {
    const int file = ::open(directory.write(name, content(kBlock)).c_str(), O_RDONLY | O_CLOEXEC);
    EXPECT_FALSE(is_mapped(file)) << name;
    ::close(file);
  }
  ASSERT_EQ(::mkfifo((directory / "pipe.glass").c_str(), 0600), 0);
  const int pipe = ::open((directory / "pipe.glass").c_str(), O_RDWR | O_CLOEXEC);
  EXPECT_FALSE(is_mapped(pipe));
  ::close(pipe);
  const int empty = ::open(directory.write("empty.glass", "").c_str(), O_RDONLY | O_CLOEXEC);
  EXPECT_FALSE(is_mapped(empty));
  ::close(empty);
  EXPECT_FALSE(is_mapped(-1));
}

TEST(MappedReads, LastAsLongAsTheLastOfThem) {
  const TempDirectory directory;
  const int file = ::open(directory.write("a.glass", content(kBlock)).c_str(), O_RDONLY | O_CLOEXEC);
  EXPECT_FALSE(is_mapped(file));
  {
    const MappedReads first;
    { const MappedReads second; }
    EXPECT_TRUE(is_mapped(file));
  }
  EXPECT_FALSE(is_mapped(file));
  EXPECT_EQ(read_file("/proc/self/maps").find("a.glass"), std::string::npos);
  ::close(file);
}

TEST(MappedReads, LeaveALimitedAddressSpaceToTheHeap) {
  const TempDirectory directory;
  const MappedReads mapped;
  const int file = ::open(directory.write("a.glass", content(kBlock)).c_str(), O_RDONLY | O_CLOEXEC);
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_AS, &before), 0);
  const rlimit limited{rlim_t{1} << 46U, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_AS, &limited), 0);
  EXPECT_FALSE(is_mapped(file));
  ASSERT_EQ(::setrlimit(RLIMIT_AS, &before), 0);
  ::close(file);
}

TEST(MappedReads, LeaveToTheSystemWhatCouldNotBeGuarded) {
  const TempDirectory directory;
  sigset_t bus_error{}, before{};
  sigemptyset(&bus_error);
  sigaddset(&bus_error, SIGBUS);
  ASSERT_EQ(::pthread_sigmask(SIG_BLOCK, &bus_error, &before), 0);
  const int file = ::open(directory.write("a.glass", content(kBlock)).c_str(), O_RDONLY | O_CLOEXEC);
  {
    const MappedReads mapped;
    EXPECT_FALSE(is_mapped(file)) << "a signal that is blocked ends the program when a page fails";
  }
  ASSERT_EQ(::pthread_sigmask(SIG_SETMASK, &before, nullptr), 0);
  ::close(file);
}

/// What the handler of the program's own has seen.
volatile std::sig_atomic_t seen = 0;
sigjmp_buf out_of_handler;

void note_bus_error(int /*signal*/) {
  seen = seen + 1;
  ::siglongjmp(out_of_handler, 1);
}

class BusErrors : public testing::Test {
 protected:
  BusErrors() {
    seen = 0;
    struct sigaction action {};
    action.sa_handler = note_bus_error;
    ::sigaction(SIGBUS, &action, &before_);
  }
  ~BusErrors() override { ::sigaction(SIGBUS, &before_, nullptr); }

 private:
  struct sigaction before_ {};
};

TEST_F(BusErrors, ThatSomebodySendsGoToTheHandlerBefore) {
  const MappedReads mapped;
  if (sigsetjmp(out_of_handler, 1) == 0) ::raise(SIGBUS);
  EXPECT_EQ(seen, 1);
}

TEST_F(BusErrors, OfOtherMapsGoToTheHandlerBefore) {
  const TempDirectory directory;
  const std::string path = directory.write("other", content(kBlock));
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  void* const map = ::mmap(nullptr, kBlock, PROT_READ, MAP_SHARED, file, 0);
  ASSERT_NE(map, MAP_FAILED);
  ASSERT_EQ(::truncate(path.c_str(), 0), 0);
  const MappedReads mapped;
  if (sigsetjmp(out_of_handler, 1) == 0) {
    EXPECT_EQ(*static_cast<volatile char*>(map), 0) << "it was read";
  }
  EXPECT_EQ(seen, 1);
  ::munmap(map, kBlock);
  ::close(file);
}

TEST_F(BusErrors, FindTheHandlerBeforeWhenMappingIsOver) {
  { const MappedReads mapped; }
  struct sigaction now {};
  ASSERT_EQ(::sigaction(SIGBUS, nullptr, &now), 0);
  EXPECT_EQ(now.sa_handler, &note_bus_error);
}

}  // namespace
}  // namespace timbao::test
