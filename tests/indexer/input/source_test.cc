// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/source.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <sstream>

#include "common/base/error.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

/// A folder with some of everything, and what is found in it.
class SourceList_ : public testing::Test {
 protected:
  SourceList_() {
    for (const char* name :
         {"b.txt", "a.jsonl", "c.html", "sub/d.text", "sub/e.ndjson", "sub/.hidden.txt", ".git/f.txt"})
      static_cast<void>(directory_.write(name, "x"));
    fs::create_directory_symlink(directory_.path(), directory_.path() / "sub/loop");
    fs::create_symlink(directory_.path() / "b.txt", directory_.path() / "sub/link.txt");
    fs::create_symlink("nowhere", directory_.path() / "broken.txt");
    ::mkfifo((directory_ / "pipe.txt").c_str(), 0600);
    options_.root = directory_.path().string();
  }

  Names names() {
    std::istringstream in(input_);
    list_ = list_sources(options_, in);
    Names names;
    for (std::size_t at = 0; at < list_.files.size(); ++at) names.push_back(list_.files[at].name);
    return names;
  }

  test::TempDirectory directory_;
  SourceOptions options_;
  std::string input_;
  SourceList list_;
};

TEST_F(SourceList_, WalksAFolderInOrderAndLeavesOutWhatIsNoArticle) {
  options_.paths = {directory_.path().string()};
  EXPECT_EQ(names(), (Names{"a.jsonl", "b.txt", "sub/d.text", "sub/e.ndjson", "sub/link.txt"}));
  EXPECT_TRUE(list_.rejected.empty());
}

TEST_F(SourceList_, TakesTheFormatFromTheNameOrTheOption) {
  EXPECT_EQ(format_of("a.jsonl"), Format::jsonl);
  EXPECT_EQ(format_of("a.ndjson"), Format::jsonl);
  EXPECT_EQ(format_of("jsonl"), Format::text);
  options_.paths = {directory_ / "b.txt"};
  options_.format = Format::jsonl;
  names();
  EXPECT_EQ(list_.files[0].format, Format::jsonl);
}

TEST_F(SourceList_, IncludesAndExcludesByGlob) {
  options_.paths = {directory_.path().string()};
  options_.include = {"*.html", "*.text"};
  EXPECT_EQ(names(), (Names{"c.html", "sub/d.text"}));
  options_.exclude = {"sub"};
  EXPECT_EQ(names(), Names{"c.html"});
  options_.exclude = {directory_ / "*"};
  EXPECT_EQ(names(), Names{});
}

TEST_F(SourceList_, ReadsAFileOnceHoweverOftenItIsNamed) {
  options_.paths = {directory_ / "b.txt", directory_ / "sub/../b.txt", directory_ / "."};
  options_.include = {"b.*"};
  EXPECT_EQ(names(), Names{"b.txt"});
}

TEST_F(SourceList_, TakesNamedFilesWhateverTheyAreCalled) {
  options_.paths = {directory_ / "c.html"};
  EXPECT_EQ(names(), Names{"c.html"});
}

TEST_F(SourceList_, ReportsWhatDoesNotExistAndGoesOn) {
  options_.paths = {directory_ / "none.txt", directory_ / "b.txt", "", directory_ / "b.txt/x",
                    directory_ / "broken.txt"};
  EXPECT_EQ(names(), Names{"b.txt"});
  ASSERT_EQ(list_.rejected.size(), 4U);
  EXPECT_EQ(list_.rejected[0].path, directory_ / "none.txt");
  for (const Rejected& rejected : list_.rejected) EXPECT_EQ(rejected.reason, RejectReason::missing);
}

TEST_F(SourceList_, ReadsAListOfPaths) {
  input_ = (directory_ / "b.txt") + '\0' + (directory_ / "sub") + '\0' + '\0';
  options_.files0_from = "-";
  EXPECT_EQ(names(), (Names{"b.txt", "sub/d.text", "sub/e.ndjson", "sub/link.txt"}));
  options_.files0_from = directory_.write("list", input_);
  EXPECT_EQ(names().size(), 4U);
  options_.files0_from = directory_ / "none";
  EXPECT_THROW(names(), Error);
}

TEST_F(SourceList_, NamesFilesRelativeToTheRootOnlyBelowIt) {
  const std::string root = directory_ / "sub";
  EXPECT_EQ(source_name(directory_ / "sub//d.text", root + "/"), "d.text");
  EXPECT_EQ(source_name(directory_ / "b.txt", root), directory_ / "b.txt");
  EXPECT_EQ(source_name(directory_ / "b.txt", ""), directory_ / "b.txt");
  EXPECT_EQ(source_name("/a/\xFF.txt", ""), "/a/\uFFFD.txt");
}

}  // namespace
}  // namespace timbao
