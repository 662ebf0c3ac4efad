// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/dump_command.h"

#include <algorithm>
#include <filesystem>

#include "common/index/schema.h"
#include "common/index/stored.h"
#include "common/index/terms.h"
#include "common/store/versions.h"
#include "tests/indexer/command/made_index.h"

namespace timbao::test {
namespace {

std::vector<std::string> ids_of(const std::string& dump) {
  std::vector<std::string> ids;
  for (const std::string& line : lines_of(dump)) ids.push_back(article_of(line).id);
  return ids;
}

/// Puts other bytes in place of an article's stored text; its token sequence stays.
void replace_text(const std::string& index, const std::string& id, const std::string& bytes) {
  Xapian::WritableDatabase database = writable(index);
  Xapian::Document document = database.get_document(*database.postlist_begin(id_term(id)));
  document.add_value(slot::kText, bytes);
  database.replace_document(document.get_docid(), document);
  database.commit();
}

class DumpTest : public SmallArchiveTest {};

TEST_F(DumpTest, HoldsEveryArticleInTheOrderOfIds) {
  const CommandResult result = run_command(run_dump, index_);
  EXPECT_EQ(result.status, ExitCode::done);
  EXPECT_EQ(result.err, "");
  std::vector<std::string> expected;
  for (const std::string& line : small_archive()) expected.push_back(article_of(line).id);
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(ids_of(result.out), expected);
}

TEST_F(DumpTest, GivesEveryFieldBack) {
  const std::vector<std::string> lines = lines_of(run_command(run_dump, index_).out);
  for (const std::string& line : small_archive()) {
    const Article article = article_of(line);
    const bool is_there = std::any_of(lines.begin(), lines.end(),
                                      [&](const std::string& dumped) { return article_of(dumped) == article; });
    EXPECT_TRUE(is_there) << article.id;
  }
}

TEST_F(DumpTest, AddedAgainMakesAnEqualIndex) {
  const std::string dump = run_command(run_dump, index_).out, copy = directory_ / "copy";
  add_lines(copy, lines_of(dump));
  EXPECT_EQ(run_command(run_dump, copy).out, dump);
  add_lines(index_, lines_of(dump));
  EXPECT_EQ(current_generation(index_), "g1") << "nothing has changed";
}

TEST_F(DumpTest, ReadsAnIndexOfOlderRules) {
  const std::string dump = run_command(run_dump, index_).out;
  Xapian::WritableDatabase database = writable(index_);
  database.set_metadata(std::string(IndexVersion::kFormatKey), "0");
  database.set_metadata(std::string(IndexVersion::kFoldKey), "0");
  database.set_metadata(std::string(IndexVersion::kDataKey), "0123456789abcdef");
  database.commit();
  EXPECT_EQ(run_command(run_dump, index_).out, dump);
  database.set_metadata(std::string(IndexVersion::kFormatKey), "10");
  database.commit();
  EXPECT_EQ(error_of(run_dump, index_).code(), ExitCode::index_failed) << "a newer format may be anything";
}

TEST_F(DumpTest, TellsADamagedArticleAndPrintsTheOthers) {
  replace_text(index_, "an", "nothing of the kind");
  const CommandResult result = run_command(run_dump, index_);
  EXPECT_EQ(result.status, ExitCode::index_failed);
  EXPECT_EQ(lines_of(result.out).size(), small_archive().size() - 1);
  ASSERT_EQ(lines_of(result.err).size(), 1U);
  EXPECT_NE(result.err.find("(article an)"), std::string::npos) << result.err;
}

TEST_F(DumpTest, NeverPrintsATextThatFitsItsChecksumOnly) {
  replace_text(index_, "an", encode_article(article_of(R"({"id":"an","title":"Sai"})")));
  const CommandResult result = run_command(run_dump, index_);
  EXPECT_EQ(result.status, ExitCode::index_failed);
  EXPECT_EQ(result.out.find("Sai"), std::string::npos);
}

TEST_F(DumpTest, NeverPrintsAnArticleUnderTheIdOfAnother) {
  {
    Xapian::WritableDatabase database = writable(index_);
    Xapian::Document document = database.get_document(*database.postlist_begin(id_term("an")));
    document.remove_term(id_term("an"));
    document.add_boolean_term(id_term("khac"));
    database.replace_document(document.get_docid(), document);
    database.commit();
  }
  const CommandResult result = run_command(run_dump, index_);
  EXPECT_EQ(result.status, ExitCode::index_failed);
  EXPECT_EQ(lines_of(result.out).size(), small_archive().size() - 1);
}

TEST_F(DumpTest, IsRefusedWhileAnotherWrites) {
  const WriterLock lock(index_);
  EXPECT_EQ(error_of(run_dump, index_).code(), ExitCode::locked);
}

TEST_F(DumpTest, MakesNoFolderWhereThereIsNoIndex) {
  const std::string none = directory_ / "none";
  EXPECT_EQ(error_of(run_dump, none).code(), ExitCode::index_failed);
  EXPECT_FALSE(std::filesystem::exists(none));
}

TEST_F(DumpTest, SaysWhatOutputFailed) {
  DumpOptions options;
  options.index = index_;
  std::istringstream in;
  std::ostringstream err;
  std::ofstream full("/dev/full");
  EXPECT_THROW(run_dump(options, {in, full, err}), Error);
}

}  // namespace
}  // namespace timbao::test
