// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/history_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "common/base/error.h"

namespace timbao {
namespace {

constexpr mode_t kFolderMode = 0700, kFileMode = 0600;

bool is_absolute(const std::string& path) { return !path.empty() && path.front() == '/'; }

constexpr const char* kHint = "lines are remembered for this session only";

void make_folders(const std::string& path) {
  for (std::size_t end = path.find('/', 1); end != path.npos; end = path.find('/', end + 1)) {
    const std::string folder = path.substr(0, end);
    if (::mkdir(folder.c_str(), kFolderMode) != 0 && errno != EEXIST && errno != EISDIR && errno != EROFS)
      throw_io_error(folder, errno, kHint);
  }
}

}  // namespace

std::string history_path(const Environment& environment) {
  if (const std::string state = environment("XDG_STATE_HOME"); is_absolute(state)) return state + "/timbao/history";
  if (const std::string home = environment("HOME"); is_absolute(home)) return home + "/.local/state/timbao/history";
  return {};
}

void prepare_history_file(const std::string& path) {
  make_folders(path);
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, kFileMode);
  if (file < 0) throw_io_error(path, errno, kHint);
  struct stat found {};
  const bool is_file = ::fstat(file, &found) == 0 && S_ISREG(found.st_mode);
  const bool is_private = is_file && ((found.st_mode & 0777U) == kFileMode || ::fchmod(file, kFileMode) == 0);
  const int cause = is_file ? errno : EINVAL;
  ::close(file);
  if (!is_private) throw_io_error(path, cause, kHint);
}

}  // namespace timbao
