// SPDX-License-Identifier: GPL-2.0-or-later
// Indexes that earlier programs wrote: what README.md in this folder asks for.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "common/index/embedded.h"
#include "common/store/index_folder.h"
#include "common/store/versions.h"
#include "common/text/collate.h"
#include "tests/cli/process.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

const fs::path kWitnesses = fs::path(TIMBAO_SOURCE_DIR) / "tests/compat";

/// "format-1", "format-2", …
std::vector<std::string> witnesses() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kWitnesses))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class Compat : public testing::TestWithParam<std::string> {
 protected:
  /// In a copy: the lock needs a place.
  void SetUp() override { fs::copy(kWitnesses / GetParam(), index_, fs::copy_options::recursive); }

  [[nodiscard]] bool is_of_this_version() const {
    const Xapian::Database database(index_);
    const std::string format = database.get_metadata(std::string(IndexVersion::kFormatKey));
    return (format == IndexVersion::kFormat || format == IndexVersion::kUnsignedFormat) &&
           database.get_metadata(std::string(IndexVersion::kFoldKey)) == IndexVersion::kFold &&
           database.get_metadata(std::string(IndexVersion::kDataKey)) == embedded::version() &&
           database.get_metadata(std::string(IndexVersion::kCollationKey)) == collation_version();
  }

  TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

TEST_P(Compat, IsDumpedAsItEverWas) {
  const RunResult dump = run({TIMBAO_INDEX_BIN, "--index", index_, "dump"});
  EXPECT_EQ(dump.status, 0) << dump.err;
  EXPECT_EQ(dump.out, read_file(kWitnesses / (GetParam() + ".jsonl")));
}

TEST_P(Compat, IsSoundOrRefusedAsAnotherVersion) {
  const RunResult check = run({TIMBAO_INDEX_BIN, "--index", index_, "check"}),
                  query =
                      run({TIMBAO_QUERY_BIN, "--index", index_, "--format", "ids", "-n", "all", "date:2000.. OR xã"});
  EXPECT_EQ(check.status, is_of_this_version() ? 0 : 3) << check.err;
  EXPECT_EQ(query.status, is_of_this_version() ? 0 : 3) << query.err;
  EXPECT_EQ(lines_of(check.err).size(), 1U) << check.err;
}

TEST_P(Compat, GivesItsArticlesToANewIndex) {
  RunOptions options;
  options.input = run({TIMBAO_INDEX_BIN, "--index", index_, "dump"}).out;
  const std::string copy = directory_ / "copy";
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", copy, "add", "-"}, options).status, 0);
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", copy, "check"}).status, 0);
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", copy, "dump"}).out, options.input) << "a dump is taken as it stands";
}

/// A command line on the index.
RunResult on(const std::string& index, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {TIMBAO_INDEX_BIN, "--index", index});
  return run(arguments);
}

std::string answers_of(const std::string& index) {
  std::string answers;
  for (const std::string question : {"xã", "đảng OR xa", "\"xây dựng\"", "date:2000.."})
    answers += run({TIMBAO_QUERY_BIN, "--index", index, "--format", "jsonl", "-n", "all", question}).out;
  return answers;
}

/// It is refused by name, in one line with the command that makes it anew.
void expect_refused(const RunResult& result, const std::string& index) {
  EXPECT_EQ(result.status, 3) << result.err;
  EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
  EXPECT_NE(result.err.find("an index of another version"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("timbao-index --index " + index + " add --rebuild"), std::string::npos) << result.err;
}

/// An index of another version gives what it stores and nothing else, and is made anew of it.
void expect_way_up(const std::string& index, const std::string& dump, const std::string& answers) {
  const std::string article = std::string(TIMBAO_SAMPLES_DIR) + "/mot-dong.txt";
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {"check"}, {"compact"}, {"stats"}, {"remove", "x"}, {"add", article}, {"add", "--prune", article}})
    expect_refused(on(index, command), index);
  expect_refused(run({TIMBAO_QUERY_BIN, "--index", index, "xã"}), index);
  expect_refused(run({TIMBAO_QUERY_BIN, "--index", index, "--show", "x"}), index);
  EXPECT_EQ(on(index, {"dump"}).out, dump) << "it is as it was";
  EXPECT_EQ(on(index, {"add", "--rebuild"}).status, 0);
  EXPECT_EQ(on(index, {"dump"}).out, dump);
  EXPECT_EQ(on(index, {"check"}).status, 0);
  EXPECT_EQ(answers_of(index), answers);
}

TEST_P(Compat, OpensOrIsMadeAnewOfItself) {
  RunOptions options;
  options.input = read_file(kWitnesses / (GetParam() + ".jsonl"));
  const std::string copy = directory_ / "copy";
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", copy, "add", "-"}, options).status, 0);
  const std::string answers = answers_of(copy);
  EXPECT_FALSE(answers.empty());
  if (is_of_this_version())
    EXPECT_EQ(answers_of(index_), answers);
  else
    expect_way_up(index_, options.input, answers);
}

TEST_P(Compat, OfAnyOtherVersionIsMadeAnewOfItself) {
  const std::string dump = on(index_, {"dump"}).out;
  EXPECT_EQ(on(index_, {"add", "--rebuild"}).status, 0);
  const std::string answers = answers_of(index_);
  for (const std::string_view key :
       {IndexVersion::kFormatKey, IndexVersion::kFoldKey, IndexVersion::kDataKey, IndexVersion::kCollationKey}) {
    {
      Xapian::WritableDatabase database(existing_generation_path(index_));
      database.set_metadata(std::string(key), "0");
      database.commit();
    }
    SCOPED_TRACE(key);
    expect_way_up(index_, dump, answers);
  }
}

INSTANTIATE_TEST_SUITE_P(EveryFormat, Compat, testing::ValuesIn(witnesses()));

TEST(CompatNewer, IsRefusedAndNotOverwritten) {
  const TempDirectory directory;
  const std::string index = directory / "index";
  fs::copy(kWitnesses / ("format-" + std::string(IndexVersion::kFormat)), index, fs::copy_options::recursive);
  Xapian::WritableDatabase(existing_generation_path(index)).set_metadata(std::string(IndexVersion::kFormatKey), "999");
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{"dump"}, {"check"}, {"add", "--rebuild"}, {"add", "--rebuild", "."}}) {
    const RunResult result = on(index, command);
    EXPECT_EQ(result.status, 3) << result.err;
    EXPECT_NE(result.err.find("timbao.format 999"), std::string::npos) << result.err;
  }
}

TEST(CompatWitness, OfThisFormatIsThere) {
  EXPECT_TRUE(fs::exists(kWitnesses / ("format-" + std::string(IndexVersion::kFormat)) / "XAPIANDB"));
}

}  // namespace
}  // namespace timbao::test
