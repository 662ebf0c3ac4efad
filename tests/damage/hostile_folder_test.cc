// SPDX-License-Identifier: GPL-2.0-or-later
// The folder of an index is data, whoever made it: nothing in it is followed, started, connected to or written through.
#include "tests/damage/hostile_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/fault/trace.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;
using Command = std::vector<std::string>;

std::string described(const Trap& trap, const Command& command) {
  std::string text = trap.name + ":";
  for (std::size_t i = 2; i < command.size(); ++i) text += ' ' + command[i];
  return text;
}

bool has(const Command& command, const std::string& word) {
  return std::find(command.begin(), command.end(), word) != command.end();
}

class HostileFolders : public testing::Test {
 protected:
  /// Runs a command on a trap; says whether it was refused with status 3 and one line.
  [[nodiscard]] RunResult run_on(const Trap& trap, const Command& command) const {
    folder_.restore();
    trap.set(folder_);
    RunOptions options;
    options.input = "tin\n";
    RunResult result = run(command, options);
    folder_.expect_untouched(described(trap, command));
    return result;
  }

  HostileFolder folder_;
};

TEST_F(HostileFolders, AreRefusedByEveryCommandThatReads) {
  for (const Trap& trap : traps()) {
    for (const Command& command : folder_.reading_commands()) {
      const bool takes_the_lock = has(command, "check") || has(command, "dump");
      const bool sees = !trap.is_for_writers || (takes_the_lock && trap.name.find("lock is") == 4);
      const RunResult result = run_on(trap, command);
      EXPECT_EQ(result.status, sees ? 3 : 0) << described(trap, command) << ": " << result.err;
      EXPECT_EQ(lines_of(result.err).size() > 0, sees) << described(trap, command) << ": " << result.err;
    }
  }
}

TEST_F(HostileFolders, AreRefusedOrReplacedByEveryCommandThatWrites) {
  for (const Trap& trap : traps()) {
    for (const Command& command : folder_.writing_commands()) {
      const RunResult result = run_on(trap, command);
      // A rebuild of given paths takes nothing out of a damaged generation; a dry run does not open any.
      const bool may_be_done = has(command, "--dry-run") || has(command, "--rebuild") || trap.is_for_writers;
      EXPECT_TRUE(result.status == 3 || (may_be_done && result.status == 0))
          << described(trap, command) << ": " << result.status << ' ' << result.err;
      if (has(command, "--dry-run") || result.status != 0) continue;
      EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--quiet", "--index", folder_.index(), "check"}).status, 0)
          << described(trap, command);
    }
  }
}

TEST_F(HostileFolders, DoNotSpoilALinkToTheIndexItself) {
  const TempDirectory directory;
  fs::create_directory_symlink(folder_.index(), directory / "to-it");
  for (const Command& arguments : std::vector<Command>{{"stats"}, {"check"}, {"compact"}, {"remove", "a"}, {"dump"}}) {
    Command command{TIMBAO_INDEX_BIN, "--index", directory / "to-it"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const RunResult result = run(command);
    EXPECT_EQ(result.status, 0) << arguments.front() << ": " << result.err;
  }
}

TEST_F(HostileFolders, OfShardsThatDoNotBelongTogetherAreRefused) {
  const TempDirectory directory;
  const std::string news = directory.write("a.jsonl", R"({"id":"a","title":"Tin họp xã"})"),
                    other = directory / "other";
  fs::remove_all(folder_.index());
  for (const auto& [index, shards] :
       std::vector<std::pair<std::string, std::string>>{{folder_.index(), "3"}, {other, "4"}})
    ASSERT_EQ(run({TIMBAO_INDEX_BIN, "--quiet", "--index", index, "add", "--shards", shards, news}).status, 0);
  fs::copy(other + "/g2", folder_.index() + "/g7", fs::copy_options::recursive);  // the second of four
  const std::vector<std::string> stubs{"auto g2\nauto g1\nauto g3\n",
                                       "auto g1\nauto g2\n",
                                       "auto g1\n",
                                       "auto g1\nauto g7\nauto g3\n",
                                       "auto g1\nauto g2\nauto g3\nauto g7\n",
                                       "auto g1\nauto g2\nauto g2\n",
                                       "auto g1\nauto g2\nauto g9\n"};
  for (const std::string& stub : stubs) {
    std::ofstream(folder_.index() + "/XAPIANDB", std::ios::binary) << stub;
    std::vector<Command> commands = folder_.reading_commands();
    for (const Command& arguments : std::vector<Command>{{"add", news}, {"compact"}, {"remove", "a"}}) {
      commands.push_back({"timeout", "20", TIMBAO_INDEX_BIN, "--index", folder_.index()});
      commands.back().insert(commands.back().end(), arguments.begin(), arguments.end());
    }
    for (const Command& command : commands) {
      RunOptions options;
      options.input = "tin\n";
      const RunResult result = run(command, options);
      EXPECT_EQ(result.status, 3) << described({stub, {}}, command) << ": " << result.err;
      EXPECT_EQ(lines_of(result.err).size(), 1U) << described({stub, {}}, command) << ": " << result.err;
    }
  }
}

/// Puts random bytes, links, FIFOs and folders where files of the index are.
class RandomHarm {
 public:
  RandomHarm(const HostileFolder& folder, unsigned seed) : folder_(folder), random_(seed) {}

  std::string do_some() {
    folder_.restore();
    std::string what;
    for (std::size_t i = 0; i <= below(2); ++i) what += do_one() + "; ";
    return what;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string do_one() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder_.index()))
      if (entry.is_regular_file() && !entry.is_symlink()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.empty()) return "nothing";
    const fs::path file = files[below(files.size())];
    const std::string name = file.filename();
    switch (below(4)) {
      case 0:
        return set_a_trap();
      case 1:
        write(file, random_bytes(below(3000)));
        return name + " of random bytes";
      case 2:
        write(file, random_stub());
        return name + " is a stub";
      default:
        write(file, with_random_bytes(read_file(file)));
        return name + " with random bytes";
    }
  }

  std::string set_a_trap() {
    const std::vector<Trap> all = traps();
    const Trap& trap = all[below(all.size())];
    if (fs::is_directory(folder_.generation())) trap.set(folder_);
    return trap.name;
  }

  /// Never through a link that an earlier harm has set.
  static void write(const fs::path& file, const std::string& bytes) {
    fs::remove(file);
    std::ofstream(file, std::ios::binary) << bytes;
  }

  std::string random_bytes(std::size_t count) {
    std::string bytes;
    while (bytes.size() < count) bytes += static_cast<char>(below(256));
    return bytes;
  }

  std::string random_stub() {
    const std::string words[] = {"auto", "remote", "glass", "chert", "inmemory", "flint", "remote :/bin/true",
                                 "g1",   "g2",     "..",    "/",     "a:1",      "\n",    random_bytes(3)};
    std::string stub = below(3) == 0 ? folder_.starting_stub() : "";
    for (std::size_t i = 0; i < below(6); ++i) stub += words[below(std::size(words))] + (below(2) == 0 ? " " : "\n");
    return stub;
  }

  std::string with_random_bytes(std::string bytes) {
    for (std::size_t i = 0; i < 1 + below(8) && !bytes.empty(); ++i)
      bytes[below(bytes.size())] = static_cast<char>(below(256));
    return bytes;
  }

  const HostileFolder& folder_;
  std::mt19937 random_;
};

constexpr unsigned kRounds = 60, kTracedRounds = 12;

std::vector<Command> all_commands(const HostileFolder& folder) {
  std::vector<Command> commands = folder.reading_commands();
  for (Command& command : folder.writing_commands()) commands.push_back(std::move(command));
  return commands;
}

TEST_F(HostileFolders, OfAnyBytesEndNoProgramByASignalNorHangIt) {
  const std::vector<Command> commands = all_commands(folder_);
  for (unsigned round = 0; round < kRounds; ++round) {
    const std::string what = RandomHarm(folder_, round).do_some();
    const Command& command = commands[round % commands.size()];
    RunOptions options;
    options.input = "tin\n\"bà con\"\n";
    const RunResult result = run(command, options);
    EXPECT_TRUE(result.status == 0 || result.status == 1 || result.status == 3)
        << round << ", " << what << described({}, command) << ": " << result.status << ' ' << result.err;
    folder_.expect_untouched(what);
  }
}

TEST_F(HostileFolders, OfAnyBytesStartNoProgramAndOpenNoSocket) {
  if (!has_strace()) GTEST_SKIP() << kNeedsStrace;
  const TempDirectory directory;
  const std::vector<Command> commands = all_commands(folder_);
  for (unsigned round = 0; round < kTracedRounds; ++round) {
    const std::string what = RandomHarm(folder_, 1000 + round).do_some();
    const Command& command = commands[round % commands.size()];
    const std::string trace = directory / "trace";
    static_cast<void>(run_traced(Command(command.begin() + 2, command.end()),
                                 {"-o", trace, "-e", "trace=execve,execveat,socket,socketpair,connect,bind"}));
    const std::vector<std::string> calls = lines_of(read_file(trace));
    const auto is_call = [](const std::string& line) { return line.find('(') != std::string::npos; };
    EXPECT_EQ(std::count_if(calls.begin(), calls.end(), is_call), 1)
        << what << described({}, command) << ": " << read_file(trace) << " (its own start only)";
  }
}

}  // namespace
}  // namespace timbao::test
