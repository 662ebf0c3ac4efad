// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/abbreviations_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "common/base/error.h"
#include "query/front/query_options.h"

namespace timbao {
namespace {

/// A file of the test's own, which goes with it.
class AbbreviationsFile : public testing::Test {
 protected:
  std::string write(const std::string& text) const {
    std::ofstream(path_, std::ios::binary) << text;
    return path_;
  }
  void TearDown() override { std::filesystem::remove(path_); }

 private:
  std::string path_ =
      testing::TempDir() + "timbao-abbreviations-" + testing::UnitTest::GetInstance()->current_test_info()->name();
};

Error error_of(const std::string& path) {
  try {
    read_abbreviations_file(path);
  } catch (const Error& error) {
    return error;
  }
  return {ExitCode::done, "no error"};
}

TEST_F(AbbreviationsFile, AddsToTheShippedList) {
  const auto table = read_abbreviations_file(write("XYZQ = Xưởng yên ngựa\n"));
  EXPECT_EQ(table->find("xyzq").size(), 1U);
  EXPECT_EQ(table->find("csgt").size(), 1U);
}

TEST_F(AbbreviationsFile, ThatIsEmptyAddsNothing) {
  EXPECT_EQ(read_abbreviations_file(write(""))->rows().size(), shipped_abbreviations()->rows().size());
}

TEST_F(AbbreviationsFile, IsTheOptionOfThatName) {
  const std::string path = write("XYZQ = Xưởng yên ngựa\n");
  const QueryOptions options = parse_query_options({"--abbreviations", path, "xyzq"}, {});
  ASSERT_NE(options.request.abbreviations, nullptr);
  EXPECT_EQ(options.request.abbreviations->find("xyzq").size(), 1U);
  EXPECT_THROW(parse_query_options({"--abbreviations", path, "--abbreviations", path, "xyzq"}, {}), Error);
}

TEST_F(AbbreviationsFile, ThatHasABadLineIsRefusedWithItsNumber) {
  const std::string path = write("XYZQ = Xưởng yên ngựa\nbad\n");
  const Error error = error_of(path);
  EXPECT_EQ(error.code(), ExitCode::usage);
  EXPECT_EQ(error.message(), path + ":2: a line is ABBREVIATION = EXPANSION, or columns with tabs between them");
}

TEST_F(AbbreviationsFile, ThatIsTooLargeIsRefused) {
  const std::string comment = "# " + std::string(997, 'x') + "\n";
  std::string text;
  while (text.size() + comment.size() <= kAbbreviationsLimitBytes) text += comment;
  text += std::string(kAbbreviationsLimitBytes - text.size(), '\n');
  EXPECT_NO_THROW(read_abbreviations_file(write(text)));
  const std::string path = write(text + "\n");
  EXPECT_EQ(error_of(path).code(), ExitCode::usage);
  EXPECT_EQ(error_of(path).message(), path + ": the file is larger than 1 MB");
}

TEST_F(AbbreviationsFile, ThatCannotBeReadIsAnErrorOfInput) {
  EXPECT_EQ(error_of("/no/such/file").code(), ExitCode::io_failed);
  EXPECT_EQ(error_of("/no/such/file").message(), "/no/such/file: No such file or directory");
  EXPECT_EQ(error_of(testing::TempDir()).code(), ExitCode::io_failed);
}

}  // namespace
}  // namespace timbao
