// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/input_file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

namespace timbao {
namespace {

constexpr int kPollMilliseconds = 200;  // how long a stop may wait for a silent pipe

Rejected rejected(const std::string& path, RejectReason reason, std::string detail) {
  Rejected result;
  result.path = path;
  result.reason = reason;
  result.detail = std::move(detail);
  return result;
}

/// A folder or device can be opened but not read as an article; empty where the file is none of these.
std::string what_is_no_file(const struct stat& status) {
  if (S_ISDIR(status.st_mode)) return "a folder, not a file";
  if (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode)) return "a device, not a file";
  if (S_ISSOCK(status.st_mode)) return "a socket, not a file";
  return {};
}

}  // namespace

Rejected rejected_by_system(const std::string& path, int error) {
  const bool missing = error == ENOENT || error == ENOTDIR;
  return rejected(path, missing ? RejectReason::missing : RejectReason::unreadable,
                  missing ? "there is no such file or folder" : std::generic_category().message(error));
}

InputFile::InputFile(int file, InputKind kind, std::uint64_t size_bytes, StopAsked stop_asked)
    : file_(file), kind_(kind), size_bytes_(size_bytes), stop_asked_(std::move(stop_asked)) {}

InputFile::InputFile(InputFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      kind_(other.kind_),
      size_bytes_(other.size_bytes_),
      stop_asked_(std::move(other.stop_asked_)),
      failure_(other.failure_),
      at_end_(other.at_end_),
      bytes_read_(other.bytes_read_),
      hash_(std::move(other.hash_)) {}

InputFile::~InputFile() {
  if (file_ > STDIN_FILENO) ::close(file_);
}

bool InputFile::wait_for_input() const {
  for (;;) {
    if (stop_asked_ && stop_asked_()) return false;
    pollfd polled{file_, POLLIN, 0};
    if (::poll(&polled, 1, kPollMilliseconds) != 0) return true;
    // A pipe that nobody writes shows no end until it is read. What we opened never waits, standard input may.
    if (file_ != STDIN_FILENO) return true;
  }
}

std::size_t InputFile::read(char* to, std::size_t size) {
  while (wait_for_input()) {
    const ssize_t got = ::read(file_, to, size);
    if (got >= 0) {
      hash_.add({to, static_cast<std::size_t>(got)});
      bytes_read_ += static_cast<std::size_t>(got);
      at_end_ = got == 0;
      return static_cast<std::size_t>(got);
    }
    // A regular file never has to be waited for; what says so (/proc/kmsg) has no end.
    if (errno == EINTR || (errno == EAGAIN && kind_ == InputKind::stream)) continue;
    failure_ = errno;
    return 0;
  }
  return 0;
}

std::variant<InputFile, Rejected> open_input(const std::string& path, StopAsked stop_asked) {
  if (path == "-") return InputFile(STDIN_FILENO, InputKind::stream, 0, std::move(stop_asked));
  struct stat status {};
  // Looked at before it is opened: opening some devices acts on them.
  if (::stat(path.c_str(), &status) != 0) return rejected_by_system(path, errno);
  if (std::string what = what_is_no_file(status); !what.empty())
    return rejected(path, RejectReason::unreadable, std::move(what));
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) return rejected_by_system(path, errno);
  const bool is_regular = S_ISREG(status.st_mode);
  return InputFile(file, is_regular ? InputKind::regular : InputKind::stream,
                   is_regular ? static_cast<std::uint64_t>(status.st_size) : 0, std::move(stop_asked));
}

std::uint64_t InputFile::content_hash() const { return hash_.value(); }

std::optional<std::uint64_t> hash_of_file(const std::string& path, StopAsked stop_asked) {
  constexpr std::size_t kPieceBytes = 256U << 10U;
  std::variant<InputFile, Rejected> opened = open_input(path, std::move(stop_asked));
  auto* const file = std::get_if<InputFile>(&opened);
  if (file == nullptr) return std::nullopt;
  std::vector<char> piece(kPieceBytes);
  while (file->read(piece.data(), piece.size()) > 0) {
  }
  return file->at_end() && file->failure() == 0 ? std::optional(file->content_hash()) : std::nullopt;
}

}  // namespace timbao
