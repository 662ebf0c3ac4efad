// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/source.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>
#include <random>
#include <sstream>
#include <utility>

#include "common/base/error.h"
#include "common/base/utf8.h"
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
         {"b.txt", "a.jsonl", "c.pdf", "sub/d.text", "sub/e.ndjson", "sub/.hidden.txt", ".git/f.txt"})
      static_cast<void>(directory_.write(name, "x"));
    fs::create_directory_symlink(directory_.path(), directory_.path() / "sub/loop");
    fs::create_symlink(directory_.path() / "b.txt", directory_.path() / "sub/link.txt");
    fs::create_symlink("nowhere", directory_.path() / "broken.txt");
    ::mkfifo((directory_ / "pipe.txt").c_str(), 0600);
    options_.root = directory_.path().string();
  }

  Names names() {
    std::istringstream in(input_);
    rejected_.clear();
    passed_over_.clear();
    SourceEvents events;
    events.reject = [this](Rejected rejected) { rejected_.push_back(std::move(rejected)); };
    events.pass_over = [this](NoticeKind kind, const std::string& path) {
      passed_over_.emplace(fs::path(path).lexically_relative(directory_.path()).string(), kind);
    };
    events.met = [](const std::string&) {};
    list_ = list_sources(options_, in, events);
    Names names;
    for (std::size_t at = 0; at < list_.files.size(); ++at) names.push_back(list_.files[at].name);
    return names;
  }

  test::TempDirectory directory_;
  SourceOptions options_;
  std::string input_;
  SourceList list_;
  std::vector<Rejected> rejected_;
  std::map<std::string, NoticeKind> passed_over_;
};

TEST_F(SourceList_, WalksAFolderInOrderAndLeavesOutWhatIsNoArticle) {
  options_.paths = {directory_.path().string()};
  EXPECT_EQ(names(), (Names{"a.jsonl", "b.txt", "sub/d.text", "sub/e.ndjson", "sub/link.txt"}));
  EXPECT_TRUE(rejected_.empty());
}

TEST_F(SourceList_, TellsWhatItPassesOverAndWhy) {
  const test::TempDirectory elsewhere;
  const std::string outside = elsewhere.write("x.txt", "x");
  fs::create_symlink(outside, directory_.path() / "sub/out.txt");
  static_cast<void>(directory_.write("draft/a.txt", "x"));
  options_.paths = {directory_.path().string()};
  options_.exclude = {"draft"};
  names();
  const std::map<std::string, NoticeKind> expected{
      {"c.pdf", NoticeKind::other_name},   {"sub/.hidden.txt", NoticeKind::hidden},
      {".git", NoticeKind::hidden},        {"sub/loop", NoticeKind::folder_link},
      {"broken.txt", NoticeKind::no_file}, {"pipe.txt", NoticeKind::no_file},
      {"draft", NoticeKind::excluded},     {"sub/out.txt", NoticeKind::outside_link}};
  EXPECT_EQ(passed_over_, expected);
}

TEST_F(SourceList_, TakesUsualNamesWhateverTheirCase) {
  static_cast<void>(directory_.write("sub/TIN.TXT", "x"));
  static_cast<void>(directory_.write("sub/items.Jl", "x"));
  options_.paths = {directory_ / "sub"};
  EXPECT_EQ(names(), (Names{"sub/TIN.TXT", "sub/d.text", "sub/e.ndjson", "sub/items.Jl"}));
}

TEST_F(SourceList_, TellsAFolderOfWhichNothingIsTaken) {
  static_cast<void>(directory_.write("pages/a.pdf", "x"));
  options_.paths = {directory_ / "pages", directory_ / "sub"};
  names();
  ASSERT_EQ(list_.empty_folders.size(), 1U);
  EXPECT_EQ(list_.empty_folders[0].path, directory_ / "pages");
  EXPECT_EQ(list_.empty_folders[0].passed_over, 1U);
}

TEST_F(SourceList_, ReadsAListHoweverLongItsPathsAre) {
  input_ = std::string(300'000, 'x') + '\0' + (directory_ / "b.txt");
  options_.files0_from = "-";
  EXPECT_EQ(names(), Names{"b.txt"});
  ASSERT_EQ(rejected_.size(), 1U);
  EXPECT_LT(rejected_[0].path.size(), 1'000U);
}

TEST_F(SourceList_, IncludesAndExcludesByGlob) {
  options_.paths = {directory_.path().string()};
  options_.include = {"*.pdf", "*.text"};
  EXPECT_EQ(names(), (Names{"c.pdf", "sub/d.text"}));
  options_.exclude = {"sub"};
  EXPECT_EQ(names(), Names{"c.pdf"});
  options_.exclude = {directory_ / "*"};
  EXPECT_EQ(names(), Names{});
}

TEST_F(SourceList_, ReadsAFileOnceHoweverOftenItIsNamed) {
  options_.paths = {directory_ / "b.txt", directory_ / "sub/../b.txt", directory_ / "."};
  options_.include = {"b.*"};
  EXPECT_EQ(names(), Names{"b.txt"});
}

TEST_F(SourceList_, TakesNamedFilesWhateverTheyAreCalled) {
  options_.paths = {directory_ / "c.pdf"};
  EXPECT_EQ(names(), Names{"c.pdf"});
}

TEST_F(SourceList_, ReportsWhatDoesNotExistAndGoesOn) {
  options_.paths = {directory_ / "none.txt", directory_ / "b.txt", "", directory_ / "b.txt/x",
                    directory_ / "broken.txt"};
  EXPECT_EQ(names(), Names{"b.txt"});
  ASSERT_EQ(rejected_.size(), 4U);
  EXPECT_EQ(rejected_[0].path, directory_ / "none.txt");
  for (const Rejected& rejected : rejected_) EXPECT_EQ(rejected.reason, RejectReason::missing);
}

TEST_F(SourceList_, ReadsAListOfPaths) {
  input_ = (directory_ / "b.txt") + '\0' + (directory_ / "sub") + '\0' + '\0';
  options_.files0_from = "-";
  EXPECT_EQ(names(), (Names{"b.txt", "sub/d.text", "sub/e.ndjson"}));
  options_.files0_from = directory_.write("list", input_);
  EXPECT_EQ(names().size(), 3U);
  options_.files0_from = directory_ / "none";
  EXPECT_THROW(names(), Error);
}

TEST_F(SourceList_, NamesFilesRelativeToTheRootOnlyBelowIt) {
  const std::string root = directory_ / "sub";
  EXPECT_EQ(source_name(directory_ / "sub//d.text", root + "/"), "d.text");
  EXPECT_EQ(source_name(directory_ / "b.txt", root), directory_ / "b.txt");
  EXPECT_EQ(source_name(directory_ / "b.txt", ""), directory_ / "b.txt");
}

TEST(SourceName, OfTheRootFolderIsTheSameHoweverItIsWritten) {
  for (const char* path : {"/", "//", "///", "/.", "/a/..", "//a/../"}) EXPECT_EQ(source_name(path, ""), "/") << path;
  EXPECT_EQ(source_name("//tin.txt", ""), "/tin.txt");
}

TEST(SourceName, TellsBytesApartThatAreNoUtf8) {
  EXPECT_EQ(source_name("/a/\xFF.txt", ""), "/a/%FF.txt");
  EXPECT_EQ(source_name("/a/\uFFFD.txt", ""), "/a/\uFFFD.txt");
  EXPECT_EQ(source_name("/a/%FF.txt", ""), "/a/%25FF.txt");
  EXPECT_EQ(source_name("/a/%25FF.txt", ""), "/a/%2525FF.txt");
  EXPECT_EQ(source_name("/a/100%.txt", ""), "/a/100%.txt");
  EXPECT_EQ(source_name("/a/a%20b.txt", ""), "/a/a%20b.txt");
}

TEST(SourceName, IsAnotherOneForAnyOtherBytes) {
  const std::vector<std::string> pieces{"%",      "25", "FF", "E9", "\xFF", "\xE9", "đ",
                                        "\uFFFD", "a",  "2",  "5",  "\xC4", "F"};
  std::mt19937 random(20'180'131);
  std::map<std::string, std::string> path_of;
  for (int i = 0; i < 50'000; ++i) {
    std::string path = "/";
    for (std::size_t left = 1 + random() % 5; left > 0; --left) path += pieces[random() % pieces.size()];
    const std::string name = source_name(path, "");
    EXPECT_EQ(well_formed_prefix(name), name.size());
    const auto [known, is_new] = path_of.emplace(name, path);
    EXPECT_EQ(known->second, path) << name;
  }
}

}  // namespace
}  // namespace timbao
