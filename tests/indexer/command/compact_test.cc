// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/compact_command.h"

#include <filesystem>

#include "common/index/terms.h"
#include "common/store/index_reader.h"
#include "indexer/command/check_command.h"
#include "indexer/command/dump_command.h"
#include "indexer/write/article_writer.h"
#include "tests/indexer/command/made_index.h"

namespace timbao::test {
namespace {

std::uintmax_t size_of(const std::string& index) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(existing_generation_path(index)))
    bytes += entry.file_size();
  return bytes;
}

class CompactTest : public testing::Test {
 protected:
  /// An index that was changed in place, which leaves its blocks half empty.
  void SetUp() override {
    std::vector<std::string> lines;
    for (int i = 0; i < 500; ++i)
      lines.push_back(R"({"id":"b)" + std::to_string(i) + R"(","title":"Tin số )" + std::to_string(i * 7919) + R"("})");
    add_lines(index_, lines);
    add_lines(index_, small_archive());
    auto database = writable(index_);
    ArticleWriter writer;
    for (std::size_t i = 0; i < lines.size(); i += 10) {
      const Article article = article_of(lines[i]);
      database.delete_document(id_term(article.id));
      database.commit();
      database.add_document(writer.write(article));
      database.commit();
    }
  }

  TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_F(CompactTest, KeepsTheDumpAndTakesLessSpace) {
  const std::string dump = run_command(run_dump, index_).out;
  const std::uintmax_t before = size_of(index_);
  const CommandResult result = run_command(run_compact, index_);
  EXPECT_EQ(result.status, ExitCode::done);
  EXPECT_LT(size_of(index_), before);
  EXPECT_EQ(run_command(run_dump, index_).out, dump);
  EXPECT_EQ(run_command(run_check, index_).status, ExitCode::done);
}

TEST_F(CompactTest, KeepsTheMetadata) {
  {
    auto database = writable(index_);
    database.set_metadata("seen:/bao/a.txt", "1 2 3");
    database.commit();
  }
  static_cast<void>(run_command(run_compact, index_));
  EXPECT_EQ(Xapian::Database(index_).get_metadata("seen:/bao/a.txt"), "1 2 3");
}

TEST_F(CompactTest, ChangesNothingASecondTime) {
  static_cast<void>(run_command(run_compact, index_));
  const std::string generation = current_generation(index_);
  EXPECT_EQ(run_command(run_compact, index_).status, ExitCode::done);
  EXPECT_EQ(current_generation(index_), generation);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(index_), {}), 3) << "stub, lock and one generation";
}

TEST_F(CompactTest, IsSeenByAReaderThatIsOpen) {
  IndexReader reader({index_});
  const auto count = [&] {
    return reader.read([](const Xapian::Database& database) { return database.get_doccount(); });
  };
  EXPECT_EQ(count(), 507U);
  static_cast<void>(run_command(run_compact, index_));
  EXPECT_EQ(count(), 507U) << "the generation that it has open";
  reader.refresh();
  EXPECT_GT(reader.times_opened(), 1U);
  EXPECT_EQ(count(), 507U);
}

TEST_F(CompactTest, LeavesADamagedIndexAsItIs) {
  std::filesystem::resize_file(index_ + "/g2/postlist.glass", 8192);
  EXPECT_EQ(error_of(run_compact, index_).code(), ExitCode::index_failed);
  EXPECT_EQ(current_generation(index_), "g2");
  for (const auto& entry : std::filesystem::directory_iterator(index_))
    EXPECT_FALSE(is_leftover_name(entry.path().filename().string())) << entry.path();
}

TEST_F(CompactTest, IsRefusedWhileAnotherWrites) {
  const WriterLock lock(index_);
  EXPECT_EQ(error_of(run_compact, index_).code(), ExitCode::locked);
}

}  // namespace
}  // namespace timbao::test
