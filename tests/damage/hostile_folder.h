// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/cli/process.h"
#include "tests/temp_directory.h"

namespace timbao::test {

/// What somebody may put into the folder of an index, to be found by whoever opens it.
struct Trap {
  std::string name;
  std::function<void(const class HostileFolder& folder)> set;
  bool is_for_writers = false;  ///< readers never look at it
};
std::vector<Trap> traps();

/// A sound index, into which traps are set, and a file elsewhere that no program may touch.
class HostileFolder {
 public:
  HostileFolder();

  /// Makes the index sound again.
  void restore() const;

  [[nodiscard]] const std::string& index() const { return index_; }
  [[nodiscard]] std::string generation() const { return index_ + "/g1"; }
  [[nodiscard]] const std::string& victim() const { return victim_; }  ///< a file of value, outside
  [[nodiscard]] std::string marker() const { return directory_ / "was-run"; }
  [[nodiscard]] std::string elsewhere() const { return directory_ / "elsewhere"; }  ///< another, sound index
  /// A stub that would start a program, which leaves the marker.
  [[nodiscard]] std::string starting_stub() const { return "remote :/usr/bin/touch " + marker() + "\n"; }

  /// Every command of both programs that opens an index, as arguments behind a limit on its time.
  [[nodiscard]] std::vector<std::vector<std::string>> reading_commands() const;
  [[nodiscard]] std::vector<std::vector<std::string>> writing_commands() const;

  /// Whether nothing outside the index was touched, and no program started.
  void expect_untouched(const std::string& what) const;

 private:
  TempDirectory directory_;
  std::string base_ = directory_ / "base", index_ = directory_ / "index";
  std::string archive_ = directory_.write("news.jsonl",
                                          "{\"id\":\"a\",\"title\":\"Tin họp xã\",\"body\":\"Bà con bàn việc đê.\"}\n"
                                          "{\"id\":\"b\",\"title\":\"Tin làm đường\"}\n");
  std::string victim_ = directory_.write("victim", "thư của bà\n");
};

}  // namespace timbao::test
