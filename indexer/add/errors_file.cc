// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/errors_file.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "indexer/input/files/file_source.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;

/// The path without symbolic links and dots, as far as it exists.
std::string real_path(const std::string& path) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(fs::absolute(path, error), error);
  std::string text = error ? path : real.string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

bool is_same_or_below(const std::string& path, const std::string& folder) {
  return path == folder || starts_with(path, folder == "/" ? folder : folder + '/');
}

}  // namespace

ErrorsFile::ErrorsFile(const std::optional<std::string>& path) : path_(path.value_or("")) {
  if (!path) return;
  file_.reset(std::fopen(path_.c_str(), "ae"));
  if (!file_) throw Error(ExitCode::io_failed, path_ + ": cannot be written", "name another file with --errors");
  held_.reset(std::tmpfile());
  if (!held_) throw_io_error("no temporary file", errno);
}

void ErrorsFile::write(std::string_view bytes) {
  std::FILE* const file = held_ ? held_.get() : file_.get();
  if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) throw_io_error(path_, errno);
}

void ErrorsFile::add(std::string_view line) {
  if (!is_wanted()) return;
  write(line);
  write("\n");
}

void ErrorsFile::open() {
  if (!held_) return;
  static_cast<void>(::ftruncate(::fileno(file_.get()), 0) ==
                    0);  // a pipe or a terminal cannot be emptied, and need not be
  const File held = std::move(held_);
  std::rewind(held.get());
  std::array<char, 1U << 16U> piece{};
  while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), held.get())) write({piece.data(), got});
}

void ErrorsFile::finish() {
  if (is_wanted() && std::fflush(file_.get()) != 0) throw_io_error(path_, errno);
}

void refuse_errors_file_in(const std::string& errors_file, const std::string& path) {
  std::error_code none;  // one of the two need not exist
  const bool is_same_file = fs::is_regular_file(errors_file, none) && fs::equivalent(errors_file, path, none);
  if (is_same_file)
    throw Error(ExitCode::usage, "--errors " + errors_file + " is the input " + path,
                "it would be overwritten; name another file");
  if (is_same_or_below(real_path(errors_file), real_path(path)))
    throw Error(ExitCode::usage, "--errors " + errors_file + " lies in " + path, "name a file elsewhere");
}

void refuse_errors_file_among_inputs(const AddOptions& options) {
  if (!options.errors_file) return;
  std::vector<std::string> inputs = options.sources.paths;
  if (options.sources.files0_from) inputs.push_back(*options.sources.files0_from);
  refuse_errors_file_in(*options.errors_file, options.index);
  for (const std::string& path : inputs)
    if (path != kStandardInput) refuse_errors_file_in(*options.errors_file, path);
}

}  // namespace timbao
