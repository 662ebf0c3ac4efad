// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/file_source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>
#include <vector>

#include "indexer/input/files/metered_source.h"

namespace timbao {
namespace {

constexpr int kPollMilliseconds = 200;  // how long a silent pipe may delay a stop

/// What a descriptor stands for: a regular file always has an end, a pipe or standard input may have to be waited for.
enum class DescriptorKind : std::uint8_t { regular, pipe, standard_input };

/// What is known of a descriptor when it is opened.
struct Descriptor {
  int number;
  DescriptorKind kind;
  std::string name;
  std::optional<std::uint64_t> size_bytes;
};

class DescriptorSource : public ByteSource {
 public:
  DescriptorSource(Descriptor descriptor, StopAsked stop_asked)
      : descriptor_(std::move(descriptor)), stop_asked_(std::move(stop_asked)) {}
  ~DescriptorSource() override {
    if (descriptor_.kind != DescriptorKind::standard_input) ::close(descriptor_.number);
  }
  DescriptorSource(const DescriptorSource&) = delete;
  DescriptorSource& operator=(const DescriptorSource&) = delete;

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] SourceState state() const override { return state_; }
  [[nodiscard]] std::optional<Rejected> failure() const override;
  [[nodiscard]] const std::string& name() const override { return descriptor_.name; }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return descriptor_.size_bytes; }
  bool seek(std::uint64_t place) override;

 private:
  [[nodiscard]] bool wait_for_input() const;

  Descriptor descriptor_;
  StopAsked stop_asked_;
  SourceState state_ = SourceState::open;
  int error_ = 0;  // the errno of a read that failed
};

/// False where a stop is asked.
bool DescriptorSource::wait_for_input() const {
  for (;;) {
    if (stop_asked_ && stop_asked_()) return false;
    pollfd polled{descriptor_.number, POLLIN, 0};
    if (::poll(&polled, 1, kPollMilliseconds) != 0) return true;
    // A pipe that has no writer shows no end until it is read. Descriptors that open_source() opened never block in
    // read(); standard input may, so for it the waiting goes on.
    if (descriptor_.kind != DescriptorKind::standard_input) return true;
  }
}

std::size_t DescriptorSource::read(char* to, std::size_t size) {
  if (state_ != SourceState::open) return 0;  // what is appended later is for the next run
  while (wait_for_input()) {
    const ssize_t count = ::read(descriptor_.number, to, size);
    if (count >= 0) {
      state_ = count == 0 ? SourceState::ended : SourceState::open;
      return static_cast<std::size_t>(count);
    }
    // A regular file never has to be waited for. Files that say so all the same (/proc/kmsg) have no end.
    if (errno == EINTR || (errno == EAGAIN && descriptor_.kind != DescriptorKind::regular)) continue;
    error_ = errno;
    state_ = SourceState::failed;
    return 0;
  }
  state_ = SourceState::stopped;
  return 0;
}

bool DescriptorSource::seek(std::uint64_t place) {
  if (descriptor_.kind != DescriptorKind::regular || place > static_cast<std::uint64_t>(INT64_MAX)) return false;
  if (state_ == SourceState::failed || ::lseek(descriptor_.number, static_cast<off_t>(place), SEEK_SET) < 0)
    return false;
  state_ = SourceState::open;
  return true;
}

std::optional<Rejected> DescriptorSource::failure() const {
  if (state_ != SourceState::failed) return std::nullopt;
  Rejected rejected = rejected_as(RejectReason::unreadable, std::generic_category().message(error_));
  rejected.path = descriptor_.name;
  return rejected;
}

/// What a path names that can be opened but holds no article; empty for regular files and pipes.
std::string what_is_no_file(const struct stat& status) {
  if (S_ISDIR(status.st_mode)) return "a folder, not a file";
  if (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode)) return "a device, not a file";
  if (S_ISSOCK(status.st_mode)) return "a socket, not a file";
  return {};
}

}  // namespace

OpenedSource open_source(const std::string& path, StopAsked stop_asked) {
  const auto source_of = [&](Descriptor descriptor) {
    return std::make_unique<DescriptorSource>(std::move(descriptor), std::move(stop_asked));
  };
  if (path == kStandardInput) return source_of({STDIN_FILENO, DescriptorKind::standard_input, path, std::nullopt});
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return rejected_by_system(path, errno);
  if (std::string what = what_is_no_file(status); !what.empty()) {
    Rejected rejected = rejected_as(RejectReason::unreadable, std::move(what));
    rejected.path = path;
    return rejected;
  }
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (number < 0) return rejected_by_system(path, errno);
  if (!S_ISREG(status.st_mode)) return source_of({number, DescriptorKind::pipe, path, std::nullopt});
  return source_of({number, DescriptorKind::regular, path, static_cast<std::uint64_t>(status.st_size)});
}

std::optional<std::uint64_t> hash_of_file(const std::string& path, StopAsked stop_asked) {
  constexpr std::size_t kPieceBytes = 256U << 10U;
  OpenedSource opened = open_source(path, std::move(stop_asked));
  if (std::holds_alternative<Rejected>(opened)) return std::nullopt;
  MeteredSource source(*std::get<std::unique_ptr<ByteSource>>(opened));
  std::vector<char> piece(kPieceBytes);
  while (source.read(piece.data(), piece.size()) > 0) {
  }
  return source.state() == SourceState::ended ? std::optional(source.content_hash()) : std::nullopt;
}

}  // namespace timbao
