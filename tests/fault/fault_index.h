// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "tests/cli/process.h"
#include "tests/temp_directory.h"

namespace timbao::test {

/// How a command changes the index; docs/index-format.md says which takes which.
enum class Way { in_place, aside };

/// A command that writes, and what stands before it.
struct FaultCase {
  std::string name;
  std::vector<std::string> history;    ///< what the archive's file held when it was indexed, one run after another
  std::string archive;                 ///< what it holds when the command runs
  std::vector<std::string> arguments;  ///< of the command; "FILE" stands for the archive's file
  Way way = Way::aside;
  int shards = 1;  ///< into how many the index is divided; several are never written in place
};

/// Every command that writes, each way that it can take, in one database and in shards.
std::vector<FaultCase> fault_cases();

/// One of these for each way of writing: the others take the same steps with other articles.
std::vector<FaultCase> fault_cases_of_each_way();

inline void PrintTo(const FaultCase& one, std::ostream* out) { *out << one.name; }

/// What an index says: all its articles, and which answer to the word that each version of an article has for itself.
struct IndexState {
  std::string dump;
  std::map<std::string, std::vector<std::string>> answers;  ///< word -> ids
};
inline bool operator==(const IndexState& a, const IndexState& b) { return a.dump == b.dump && a.answers == b.answers; }

/// An index on which a command is run, which can be made as it was before as often as a test needs it; and what the
/// index says before the command and after it.
class FaultIndex {
 public:
  explicit FaultIndex(const FaultCase& one);

  /// Makes the index anew as it is before the command.
  void restore() const;
  /// Runs the command.
  RunResult run_command(const RunOptions& options = {}) const { return run(command_, options); }
  [[nodiscard]] const std::vector<std::string>& command() const { return command_; }
  /// Runs timbao-index on the index.
  [[nodiscard]] RunResult indexer(std::vector<std::string> arguments) const;
  /// What the index says now; an index that is not there says nothing.
  [[nodiscard]] IndexState state() const;
  [[nodiscard]] std::uint64_t bytes() const;
  /// The names in the index's folder, without the lock.
  [[nodiscard]] std::vector<std::string> names() const;

  [[nodiscard]] const std::string& path() const { return index_; }
  /// The folder that the index is in and nothing else.
  [[nodiscard]] std::string disk() const { return directory_ / "disk"; }
  [[nodiscard]] const IndexState& before() const { return before_; }
  [[nodiscard]] const IndexState& after() const { return after_; }
  [[nodiscard]] double seconds() const { return seconds_; }
  [[nodiscard]] std::uint64_t published_bytes() const { return published_bytes_; }

  /// The paths of what the command published, after it has run: one for each shard.
  [[nodiscard]] std::vector<std::string> generations() const;

 private:
  void remove_unnamed_generations() const;
  void learn(Way way);
  [[nodiscard]] std::uint64_t current_bytes() const;

  TempDirectory directory_;
  std::string base_, index_;
  std::vector<std::string> command_, words_;
  IndexState before_, after_;
  double seconds_ = 0;                 // that the command takes
  std::uint64_t published_bytes_ = 0;  // of the generation before, or of that after where it is larger
};

/// The bytes of all files below a folder.
std::uint64_t bytes_below(const std::string& folder);

/// Looks whether the index is whole: the state after the command, `check` has nothing to say.
void expect_done(const FaultIndex& index);

}  // namespace timbao::test
