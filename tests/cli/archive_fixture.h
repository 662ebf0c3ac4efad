// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <string>
#include <vector>

#include "tests/cli/process.h"

namespace timbao::test {

inline constexpr std::time_t kLongAgo = 1'517'360'460;

inline void set_time(const std::string& file, std::time_t seconds) {
  const std::array<timespec, 2> times{{{seconds, 0}, {seconds, 0}}};
  ASSERT_EQ(::utimensat(AT_FDCWD, file.c_str(), times.data(), 0), 0) << file;
}

/// Whether a text has another one in it.
inline bool has_part(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A folder of articles that is indexed again and again, by timbao-index as a process.
class ArchiveTest : public testing::Test {
 protected:
  /// Writes a text file that looks as if it had been there for long.
  std::string write_article(const std::string& name, const std::string& title, std::time_t changed = kLongAgo) const {
    const std::string file = directory_.write("archive/" + name, title + "\n\nBà con họp bàn việc đê điều.\n");
    set_time(file, changed);
    return file;
  }

  std::string write_lines(const std::string& name, const std::vector<std::string>& ids,
                          std::time_t changed = kLongAgo) const {
    std::string lines;
    for (const std::string& id : ids) lines += R"({"id":")" + id + R"(","title":"Tin )" + id + "\"}\n";
    const std::string file = directory_.write("archive/" + name, lines);
    set_time(file, changed);
    return file;
  }

  [[nodiscard]] RunResult command(std::vector<std::string> arguments, const RunOptions& options = {}) const {
    arguments.insert(arguments.begin(), {TIMBAO_INDEX_BIN, "--index", index_});
    return run(arguments, options);
  }

  /// Runs `add`; returns its summary without what depends on the clock, and the lines behind it.
  std::string add(std::vector<std::string> arguments = {}, int expected_status = 0) const {
    arguments.insert(arguments.begin(), {"add", archive_});
    const RunResult result = command(arguments);
    EXPECT_EQ(result.status, expected_status) << result.err;
    return without_durations(result.err);
  }

  /// Each line of what was told up to the bracket, in which speeds stand.
  static std::string without_durations(const std::string& told) {
    std::string all;
    for (const std::string& line : lines_of(told)) all += line.substr(0, line.find(" (")) + "\n";
    return all;
  }

  [[nodiscard]] std::string dump() const {
    const RunResult result = command({"dump"});
    EXPECT_EQ(result.status, 0) << result.err;
    return result.out;
  }

  [[nodiscard]] bool holds(const std::string& text) const { return dump().find(text) != std::string::npos; }

  /// Waits until files that were written just now are old enough to be trusted as they are.
  static void settle() { ::usleep(200'000); }

  void expect_sound() const {
    const RunResult result = command({"check"});
    EXPECT_EQ(result.status, 0) << result.out << result.err;
  }

  TempDirectory directory_;
  std::string index_ = directory_ / "index", archive_ = directory_ / "archive";
};

/// What `add` tells of a run.
inline std::string summary(int added, int updated, int unchanged, int removed = 0) {
  return "added " + std::to_string(added) + ", updated " + std::to_string(updated) + ", unchanged " +
         std::to_string(unchanged) + ", removed " + std::to_string(removed) + ", rejected 0\n";
}

}  // namespace timbao::test
