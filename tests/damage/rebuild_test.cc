// SPDX-License-Identifier: GPL-2.0-or-later
// The way back from an index that cannot be read.
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "common/store/index_folder.h"
#include "tests/cli/process.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

struct Damage {
  std::string name;
  std::function<void(const fs::path& generation)> make;
};

void zero(const fs::path& file) {
  const auto size = fs::file_size(file);
  fs::resize_file(file, 0);
  fs::resize_file(file, size);
}

const std::vector<Damage> kDamages{
    {"versions gone", [](const fs::path& generation) { fs::remove(generation / "iamglass"); }},
    {"versions zeroed", [](const fs::path& generation) { zero(generation / "iamglass"); }},
    {"table zeroed", [](const fs::path& generation) { zero(generation / "postlist.glass"); }},
    {"table gone", [](const fs::path& generation) { fs::remove(generation / "postlist.glass"); }},
    {"generation gone", [](const fs::path& generation) { fs::remove_all(generation); }},
};

class DamagedRebuild : public testing::Test {
 protected:
  void SetUp() override {
    EXPECT_EQ(indexer({"add", file_}).status, 0);
    EXPECT_EQ(indexer({"remove", "b"}).status, 0);
  }

  [[nodiscard]] RunResult indexer(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {TIMBAO_INDEX_BIN, "--index", index_});
    return run(arguments);
  }

  void damage(const Damage& how) const { how.make(fs::path(index_) / current_generation(index_)); }

  TempDirectory directory_;
  std::string index_ = directory_ / "index";
  std::string file_ = directory_.write("news.jsonl",
                                       "{\"id\":\"a\",\"title\":\"Tin một\"}\n{\"id\":\"b\",\"title\":\"Tin hai\"}\n"
                                       "{\"id\":\"c\",\"title\":\"Tin ba\"}\n");
};

TEST_F(DamagedRebuild, OfGivenPathsNeedsNothingOfTheOldIndex) {
  for (const Damage& how : kDamages) {
    SCOPED_TRACE(how.name);
    damage(how);
    const RunResult rebuilt = indexer({"add", "--rebuild", file_});
    EXPECT_EQ(rebuilt.status, 0) << rebuilt.err;
    EXPECT_NE(rebuilt.err.find("warning: the present index is damaged: which ids were removed cannot be read"),
              std::string::npos)
        << rebuilt.err;
    EXPECT_NE(rebuilt.err.find("added 3,"), std::string::npos) << rebuilt.err;
    EXPECT_EQ(indexer({"check"}).status, 0);
    EXPECT_EQ(lines_of(indexer({"dump"}).out).size(), 3U);
  }
}

TEST_F(DamagedRebuild, KeepsWhatWasRemovedWhereThatCanBeRead) {
  {
    Xapian::WritableDatabase database(existing_generation_path(index_));
    Xapian::Document document = database.get_document(database.get_lastdocid());
    document.add_value(slot::kText, "x");
    database.replace_document(document.get_docid(), document);
    database.commit();
  }
  EXPECT_EQ(indexer({"check"}).status, 3);
  const RunResult rebuilt = indexer({"add", "--rebuild", file_});
  EXPECT_EQ(rebuilt.status, 0) << rebuilt.err;
  EXPECT_EQ(rebuilt.err.find("warning"), std::string::npos) << rebuilt.err;
  EXPECT_EQ(lines_of(indexer({"dump"}).out).size(), 2U);
}

TEST_F(DamagedRebuild, WithoutPathsAndEveryOtherCommandSaysWhatToDo) {
  damage(kDamages.front());
  const std::string article = directory_.write("d.txt", "Tin tư\n");
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {"add", "--rebuild"}, {"add", article}, {"add", "--prune", article}, {"remove", "a"}, {"check"}, {"dump"}}) {
    const RunResult result = indexer(command);
    EXPECT_EQ(result.status, 3) << command.front() << ": " << result.err;
    ASSERT_EQ(lines_of(result.err).size(), 1U) << command.front() << ": " << result.err;
    EXPECT_NE(result.err.find("add --rebuild PATH..."), std::string::npos) << command.front() << ": " << result.err;
  }
  EXPECT_EQ(run({TIMBAO_QUERY_BIN, "--index", index_, "tin"}).status, 3);
}

}  // namespace
}  // namespace timbao::test
