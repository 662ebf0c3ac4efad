// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace timbao {

/// The file of --errors. It is made when this is made, so that a run that cannot write it ends before it begins, but
/// what stands in it is kept until open(): by then it is known to be none of the files that are to be read.
///
/// Takes    the file's path; nothing: lines go nowhere.
/// Errors   Error(io_failed) where it cannot be made or written.
class ErrorsFile {
 public:
  explicit ErrorsFile(const std::optional<std::string>& path);

  /// Adds a line. Before open() it is held in a temporary file.
  void add(std::string_view line);

  /// Empties the file, and writes the lines that were added before.
  void open();

  /// Makes sure that all was written.
  void finish();

  [[nodiscard]] bool is_wanted() const { return !path_.empty(); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  using File = std::unique_ptr<std::FILE, Close>;

  void write(std::string_view bytes);

  std::string path_;
  File file_, held_;
};

/// Refuses an --errors file that would destroy what is read, or be read as articles: one that is an input, lies below a
/// folder that is an input, or lies in the index.
///
/// Takes    the file's path, and a path that is read or where the index is.
/// Errors   Error(usage).
void refuse_errors_file_in(const std::string& errors_file, const std::string& path);

}  // namespace timbao
