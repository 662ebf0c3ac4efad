// SPDX-License-Identifier: GPL-2.0-or-later
// Indexes that earlier programs wrote: what README.md in this folder asks for.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "common/index/embedded.h"
#include "common/index/index_db.h"
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
    return database.get_metadata(std::string(IndexVersion::kFormatKey)) == IndexVersion::kFormat &&
           database.get_metadata(std::string(IndexVersion::kFoldKey)) == IndexVersion::kFold &&
           database.get_metadata(std::string(IndexVersion::kDataKey)) == embedded::version();
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
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", copy, "dump"}).out, options.input);
}

INSTANTIATE_TEST_SUITE_P(EveryFormat, Compat, testing::ValuesIn(witnesses()));

TEST(CompatWitness, OfThisFormatIsThere) {
  EXPECT_TRUE(fs::exists(kWitnesses / ("format-" + std::string(IndexVersion::kFormat)) / "XAPIANDB"));
}

}  // namespace
}  // namespace timbao::test
