// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/process.h"

namespace timbao::test {

/// Runs the programs as a user to whom nothing here belongs, where the tests run as root; else as ourselves, to whom
/// everything does. So a permission that all users lack is missing in both cases.
class AnotherUser {
 public:
  /// Takes    a folder for copies of the programs: the build may stand where others have no way to.
  explicit AnotherUser(const TempDirectory& directory) {
    std::filesystem::permissions(directory.path(), std::filesystem::perms{0755});
    for (const std::string& program : {std::string(TIMBAO_INDEX_BIN), std::string(TIMBAO_QUERY_BIN)}) {
      const std::string copy = directory / std::filesystem::path(program).filename().string();
      std::filesystem::copy_file(program, copy);
      std::filesystem::permissions(copy, std::filesystem::perms{0755});
    }
    indexer_ = directory / "timbao-index";
    query_ = directory / "timbao-query";
  }

  [[nodiscard]] static bool is_another() { return ::geteuid() == 0; }

  [[nodiscard]] RunResult index(const std::vector<std::string>& arguments) const { return run_as(indexer_, arguments); }
  [[nodiscard]] RunResult query(const std::vector<std::string>& arguments) const { return run_as(query_, arguments); }

 private:
  [[nodiscard]] static RunResult run_as(const std::string& program, const std::vector<std::string>& arguments) {
    std::vector<std::string> command;
    if (is_another()) command = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    command.push_back(program);
    command.insert(command.end(), arguments.begin(), arguments.end());
    RunOptions options;
    options.input = "tin\n";
    options.directory = "/";
    return run(command, options);
  }

  std::string indexer_, query_;
};

}  // namespace timbao::test
