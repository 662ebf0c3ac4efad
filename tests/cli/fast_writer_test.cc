// SPDX-License-Identifier: GPL-2.0-or-later
// A writer that commits faster than any of ours: readers answer, or say that they cannot keep up, and never blame
// damage.
#include <gtest/gtest.h>
#include <xapian.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "tests/cli/archive_fixture.h"
#include "tests/sanitizer.h"

namespace timbao::test {
namespace {

constexpr std::chrono::milliseconds kPause{15};
constexpr int kArticles = 300, kRounds = static_cast<int>(rounds(12));

class FastWriter : public ArchiveTest {
 protected:
  void SetUp() override {
    std::string lines;
    for (int i = 0; i < kArticles; ++i)
      lines += R"({"id":"a)" + std::to_string(i) + R"(","title":"Tin họp số )" + std::to_string(i) +
               R"(","body":"Bà con xã bàn việc đê lần )" + std::to_string(i * 7) + "\"}\n";
    static_cast<void>(directory_.write("archive/news.jsonl", lines));
    add();
  }

  /// Puts documents in again, commit by commit, so that the blocks of all tables are written over.
  void write_until_over() {
    Xapian::WritableDatabase database(index_ + "/g1", Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (Xapian::docid next = 1; !is_over_; ++next) {
      for (Xapian::docid i = 0; i < 10; ++i) {
        const Xapian::docid document = 1 + (next * 10 + i) % kArticles;
        database.replace_document(document, database.get_document(document));
      }
      database.set_metadata("count", std::to_string(next));
      database.commit();
      ++commits_;
      std::this_thread::sleep_for(kPause);
    }
  }

  std::atomic<bool> is_over_{false};
  std::atomic<int> commits_{0};
};

TEST_F(FastWriter, IsNeverTakenForDamage) {
  std::thread writer([this] { write_until_over(); });
  const std::vector<std::vector<std::string>> readers{{TIMBAO_QUERY_BIN, "--index", index_, "-n", "300", "tin họp"},
                                                      {TIMBAO_QUERY_BIN, "--index", index_, "--batch"},
                                                      {TIMBAO_INDEX_BIN, "--index", index_, "stats"},
                                                      {TIMBAO_INDEX_BIN, "--index", index_, "dump"},
                                                      {TIMBAO_INDEX_BIN, "--index", index_, "check"}};
  int answered = 0;
  for (int round = 0; round < kRounds; ++round) {
    for (const auto& command : readers) {
      RunOptions options;
      for (int i = 0; i < 50; ++i) options.input += "tin số " + std::to_string(i) + "\n\"bà con\"\n";
      const RunResult result = run(command, options);
      EXPECT_TRUE(result.status == 0 || result.status == 4) << command[3] << result.status << ": " << result.err;
      EXPECT_EQ(result.err.find("rebuild"), std::string::npos) << command[3] << ": " << result.err;
      answered += result.status == 0 ? 1 : 0;
    }
  }
  is_over_ = true;
  writer.join();
  EXPECT_GE(answered, kRounds * 3) << "most of them keep up";
  EXPECT_GE(commits_.load(), 20);
}

TEST_F(FastWriter, LetsADumpHaveEachArticleOnce) {
  std::thread writer([this] { write_until_over(); });
  int whole = 0;
  for (int round = 0; round < kRounds; ++round) {
    const RunResult dump = command({"dump"});
    EXPECT_TRUE(dump.status == 0 || dump.status == 4) << dump.status << ": " << dump.err;
    if (dump.status != 0) continue;
    ++whole;
    EXPECT_EQ(lines_of(dump.out).size(), std::size_t{kArticles});
  }
  is_over_ = true;
  writer.join();
  EXPECT_GE(whole, kRounds / 2);
}

}  // namespace
}  // namespace timbao::test
