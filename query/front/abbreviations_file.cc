// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/abbreviations_file.h"

#include <cerrno>
#include <fstream>

#include "common/base/error.h"

namespace timbao {
namespace {

[[noreturn]] void fail(const std::string& path, int error) {
  constexpr const char* kHint = "--abbreviations takes a file";
  if (error == 0) throw Error(ExitCode::io_failed, path + ": cannot be read", kHint);
  throw_io_error(path, error, kHint);
}

}  // namespace

std::shared_ptr<const AbbreviationTable> read_abbreviations_file(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) fail(path, errno);
  std::string text(kAbbreviationsLimitBytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad() || !file.eof()) {
    if (file.gcount() < static_cast<std::streamsize>(text.size())) fail(path, errno);
    throw Error(ExitCode::usage, path + ": the file is larger than 1 MB",
                "--abbreviations takes a list of abbreviations");
  }
  text.resize(static_cast<std::size_t>(file.gcount()));
  return abbreviations_with(read_abbreviation_rows(text, path));
}

}  // namespace timbao
