// SPDX-License-Identifier: GPL-2.0-or-later
// Single bits that turned in the files of an index.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "common/store/index_folder.h"
#include "tests/cli/process.h"
#include "tests/damage/in_child.h"
#include "tests/damage/small_index.h"

namespace timbao::test {
namespace {

constexpr unsigned kSeed = 2026;

const std::string kQuestions =
    "dang\nđảng bộ\n\"ngân sách\"\ntitle:xã\ndate:2018\nsource:\"bao tinh\"\nt*\nxã -họp\n"
    R"({"query":"xa OR ba","limit":50,"collapse":true})"
    "\n";

/// Every command that reads: check, dump, a batch of many kinds of queries, all hits, and whole articles.
std::vector<std::vector<std::string>> commands_on(const std::string& index) {
  std::vector<std::string> show{"timbao-query", "--index", index, "--show"};
  for (int i = 0; i < 40; ++i) show.push_back("tin-" + std::to_string(i));
  return {{"timbao-index", "--index", index, "check"},
          {"timbao-index", "--index", index, "dump"},
          {"timbao-query", "--index", index, "--batch"},
          {"timbao-query", "--index", index, "--format", "ids", "-n", "all", "--sort", "newest", "date:2018"},
          show};
}

std::string described(const Flip& flip) {
  return flip.file + ", byte " + std::to_string(flip.bit / 8) + ", bit " + std::to_string(flip.bit % 8);
}

void append(std::vector<Flip>& to, const std::vector<Flip>& more) { to.insert(to.end(), more.begin(), more.end()); }

/// A command ends by itself, and says in a line for each fault what is wrong if it fails.
void expect_orderly(const Ending& ending, const std::string& program, const std::string& what) {
  EXPECT_TRUE(ending.status == 0 || ending.status == 1 || ending.status == 3)
      << what << ": " << ending.status << ", " << ending.err;
  if (ending.status != 3) return;
  EXPECT_FALSE(ending.err.empty()) << what;
  for (const std::string& line : lines_of(ending.err))
    EXPECT_EQ(line.compare(0, program.size() + 2, program + ": "), 0) << what << ": " << line;
}

/// Runs every command on the index with a bit turned; returns what check said.
Ending use(const SmallIndex& index, const Flip& flip) {
  const FlippedBit damage(index.path(), flip);
  const auto commands = commands_on(index.path());
  const std::vector<Ending> endings = run_in_child(commands, kQuestions);
  for (std::size_t i = 0; i < endings.size(); ++i)
    expect_orderly(endings[i], commands[i].front(), described(flip) + ", " + commands[i][3]);
  EXPECT_EQ(endings.size(), commands.size())
      << described(flip) << ": " << commands[std::min(endings.size(), commands.size() - 1)][3] << " did not end";
  return endings.empty() ? Ending{} : endings.front();
}

class BitFlip : public testing::Test {
 protected:
  [[nodiscard]] std::string table(const std::string& name) const {
    return current_generation(index_.path()) + '/' + name;
  }

  SmallIndex index_;
  std::mt19937 random_{kSeed};
};

TEST_F(BitFlip, InAStoredTextOrATokenSequenceIsFoundByCheck) {
  for (const auto& [value_slot, fault] : std::vector<std::pair<unsigned, std::string>>{
           {slot::kText, "has a damaged stored text"}, {slot::kTokens, "has a damaged token sequence"}}) {
    for (const Flip& flip : index_.in_values(value_slot, 30, random_)) {
      const Ending check = use(index_, flip);
      EXPECT_EQ(check.status, 3) << described(flip);
      EXPECT_NE(check.err.find(fault), std::string::npos) << described(flip) << ": " << check.err;
    }
  }
}

TEST_F(BitFlip, AnywhereIsNoCrash) {
  std::vector<Flip> flips = index_.anywhere("XAPIANDB", 10, random_);
  append(flips, index_.anywhere(table("iamglass"), 30, random_));
  append(flips, index_.in_structure(table("postlist.glass"), 30, random_));
  append(flips, index_.anywhere(table("postlist.glass"), 25, random_));
  append(flips, index_.in_structure(table("termlist.glass"), 20, random_));
  append(flips, index_.anywhere(table("termlist.glass"), 15, random_));
  std::size_t found = 0;
  for (const Flip& flip : flips) found += use(index_, flip).status == 3 ? 1U : 0U;
  EXPECT_GE(found, flips.size() / 2) << "what Xapian's check finds of these";
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", index_.path(), "check"}).status, 0) << "all bits are as they were";
}

TEST(BitFlipOfDocumentData, IsNoCrash) {
  std::string large;
  for (int i = 0; i < 6'500; ++i) large += "xã" + std::to_string(i * 7919) + " ";
  const SmallIndex index({R"({"id":"lon","title":"Bài dài","body":")" + large + R"("})"});
  const std::string table = current_generation(index.path()) + "/docdata.glass";
  std::mt19937 random(kSeed);
  std::vector<Flip> flips = index.anywhere(table, 4, random);
  append(flips, index.in_structure(table, 6, random));
  for (const Flip& flip : flips) static_cast<void>(use(index, flip));
}

TEST_F(BitFlip, IsSaidByThePrograms) {
  std::vector<Flip> flips = index_.in_values(slot::kText, 2, random_);
  // The place of the level of the first table's tree, and the end of a block's directory: Xapian 1.4.22 crashed on the
  // one, and read on for ever behind the other.
  append(flips, {{table("iamglass"), 34 * 8 + 6}, {table("postlist.glass"), 10 * 8}});
  for (const Flip& flip : flips) {
    const FlippedBit damage(index_.path(), flip);
    for (std::vector<std::string> command : commands_on(index_.path())) {
      const std::string program = command.front();
      command.front() = program == "timbao-index" ? TIMBAO_INDEX_BIN : TIMBAO_QUERY_BIN;
      RunOptions options;
      options.input = kQuestions;
      const RunResult result = run(command, options);
      expect_orderly({result.status, result.err}, program, described(flip) + ", " + command[3]);
      EXPECT_TRUE(command[3] != "check" || result.status == 3) << described(flip);
    }
  }
}

}  // namespace
}  // namespace timbao::test
