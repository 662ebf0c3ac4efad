// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/add/add_options.h"

namespace timbao {

/// The file of --errors: a line of JSON for each rejection and each warning.
///
///   ErrorsFile errors("errors.jsonl");
///   errors.add(line);  // held in a temporary file
///   errors.open();     // no input can be this file any more: it is emptied, and gets the lines that were added
///   errors.finish();
///
/// The file is made by the constructor, so that a run that cannot write it ends before it begins. But its old content
/// stays until open(): by then the files of the run are listed, and it is known to be none of them.
///
/// Takes    the file's path; without one, lines go nowhere.
/// Errors   Error(io_failed) where it cannot be made or written.
/// Threads  one.
/// Source   tests/cli/index_account_test.cc, index_bad_input_test.cc.
class ErrorsFile {
 public:
  explicit ErrorsFile(const std::optional<std::string>& path);

  /// Adds a line. Before open() it is held in a temporary file.
  void add(std::string_view line);

  /// Empties the file, and writes the lines that were added before.
  void open();

  /// Makes sure that all lines are written.
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
///   refuse_errors_file_in("archive/errors.jsonl", "archive")  throws: it lies in archive
///
/// Takes    the file's path, and a path that is read or where the index is. Neither has to exist.
/// Errors   Error(usage).
/// Source   tests/cli/index_account_test.cc.
void refuse_errors_file_in(const std::string& errors_file, const std::string& path);

/// The same for the index and every path of the command line. What the paths hold is looked at while it is listed.
///
/// Takes    the options of a run; without --errors nothing is refused.
/// Errors   Error(usage).
void refuse_errors_file_among_inputs(const AddOptions& options);

}  // namespace timbao
