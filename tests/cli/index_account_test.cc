// SPDX-License-Identifier: GPL-2.0-or-later
// Everything that `add` meets is in its summary, and what it did not understand is named.
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "tests/cli/archive_fixture.h"
#include "tests/sanitizer.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

class IndexAccount : public ArchiveTest {
 protected:
  /// Runs `add` of the archive with options and returns what it wrote on standard error.
  std::string told(std::vector<std::string> options = {}, int expected_status = 0) const {
    options.insert(options.begin(), {"add", archive_});
    const RunResult result = command(options);
    EXPECT_EQ(result.status, expected_status) << result.err;
    return result.err;
  }

  [[nodiscard]] std::string write(const std::string& name, std::string_view content) const {
    return directory_.write("archive/" + name, content);
  }

  [[nodiscard]] std::vector<std::string> reasons_in(const std::string& errors) const {
    std::vector<std::string> reasons;
    for (const std::string& line : lines_of(read_file(errors))) {
      const Json one = Json::parse(line);
      reasons.push_back(one["kind"].get<std::string>() + " " + one["reason"].get<std::string>());
    }
    return reasons;
  }

  std::string errors_ = directory_ / "errors";
};

TEST_F(IndexAccount, CountsArticlesWithTheIdOfAnotherOne) {
  static_cast<void>(write("a.jsonl", "{\"id\":1,\"title\":\"Một\"}\n{\"id\":\"1\",\"title\":\"Hai\"}\n"));
  const std::string text = told({"--errors", errors_});
  EXPECT_TRUE(has_part(text, "a.jsonl:2: warning: same_id: the id '1'")) << text;
  EXPECT_TRUE(has_part(text, "added 1, updated 0, unchanged 0, removed 0, rejected 0, same id 1 (2 articles")) << text;
  EXPECT_EQ(reasons_in(errors_), std::vector<std::string>{"warning same_id"});
  EXPECT_TRUE(ArchiveTest::holds("Hai")) << "the last one stays";
}

TEST_F(IndexAccount, CountsAnIdOnceThatWasUnchangedBeforeItCameAgain) {
  static_cast<void>(write("a.jsonl", "{\"id\":1,\"title\":\"Một\"}\n"));
  static_cast<void>(told());
  static_cast<void>(
      write("a.jsonl", "{\"id\":1,\"title\":\"Một\"}\n{\"id\":1,\"title\":\"Hai\"}\n{\"id\":1,\"title\":\"Ba\"}\n"));
  EXPECT_TRUE(has_part(told(), "added 0, updated 1, unchanged 0, removed 0, rejected 0, same id 2 ("));
  static_cast<void>(write("a.jsonl", "{\"id\":1,\"title\":\"Ba\"}\n{\"id\":1,\"title\":\"Ba\"}\n"));
  EXPECT_TRUE(has_part(told(), "added 0, updated 0, unchanged 1, removed 0, rejected 0, same id 1 ("));
  // The other way into the index.
  std::string many = "{\"id\":1,\"title\":\"Ba\"}\n{\"id\":1,\"title\":\"Bốn\"}\n";
  for (int i = 2; i < 2'000; ++i) many += "{\"id\":" + std::to_string(i) + ",\"title\":\"Tin\"}\n";
  static_cast<void>(write("a.jsonl", many));
  EXPECT_TRUE(has_part(told(), "added 1,998, updated 1, unchanged 0, removed 0, rejected 0, same id 1 ("));
  static_cast<void>(write("a.jsonl", many + many));
  EXPECT_TRUE(has_part(told({"--force"}, 2), "--force needs --prune"));
  EXPECT_TRUE(has_part(told(), "added 0, updated 0, unchanged 1,999, removed 0, rejected 0, same id 2,001 ("));
  expect_sound();
}

TEST_F(IndexAccount, TellsWhatIsPassedOverAndWhy) {
  static_cast<void>(write("a.txt", "Tin"));
  for (const char* name : {"b.pdf", "c.dat", ".hidden.txt", ".git/d.txt"}) static_cast<void>(write(name, "x"));
  fs::create_directory_symlink(archive_, archive_ + "/loop");
  fs::create_symlink("/etc/hostname", archive_ + "/out.txt");
  ASSERT_EQ(::mkfifo((archive_ + "/pipe.txt").c_str(), 0600), 0);
  const std::string text = told({"--errors", errors_});
  EXPECT_TRUE(has_part(text, "rejected 0, passed over 7 (1 article, ")) << text;
  for (const char* line :
       {"passed over: files whose names no pattern takes: 2 (", "hidden files and folders: 2 (",
        "links to folders: 1 (", "links to files outside of the folder: 1 (", "entries that are no files: 1 ("})
    EXPECT_TRUE(has_part(text, line)) << line << text;
  EXPECT_EQ(reasons_in(errors_).size(), 7U);
  EXPECT_TRUE(has_part(told({"--verbose"}), "b.pdf: passed over: other_name"));
}

TEST_F(IndexAccount, SaysOfAFolderThatNothingInItIsTaken) {
  static_cast<void>(write("sub/a.pdf", "x"));
  EXPECT_TRUE(
      has_part(told({}, 1), archive_ + ": none of the 1 entries in this folder is taken, which takes *.txt *.text"));
  EXPECT_TRUE(has_part(told({"--include=*.htm"}, 1), "which takes *.htm; see --include"));
  static_cast<void>(write("sub/b.TXT", "Tin"));
  EXPECT_TRUE(has_part(told(), "added 1,"));
}

TEST_F(IndexAccount, NamesWhatItDidNotUnderstandInARecord) {
  static_cast<void>(write("a.jsonl",
                          "{\"title\":\"a\",\"views\":3,\"date\":\"hôm qua\"}\n"
                          "{\"title\":\"<b>b</b>\",\"body\":{\"x\":1},\"hot\":true}\n"
                          "{\"title\":\"c\xFF\",\"views\":4}\n"));
  const std::string text = told({"--errors", errors_});
  EXPECT_EQ(reasons_in(errors_),
            (std::vector<std::string>{"warning unknown_key", "warning unread_date", "warning kept_value",
                                      "warning unknown_key", "warning read_as_html", "warning unknown_key",
                                      "warning ill_formed"}));
  EXPECT_TRUE(has_part(text, "a.jsonl:1: warning: unknown_key: 'views'")) << text;
  EXPECT_FALSE(has_part(text, "a.jsonl:3: warning: unknown_key")) << "each key is named once: " << text;
  EXPECT_TRUE(has_part(text, "values whose keys are no fields: 3; they are kept under extra")) << text;
  EXPECT_TRUE(ArchiveTest::holds(R"("extra":{"views":3,"date":"hôm qua"})"));
  EXPECT_TRUE(ArchiveTest::holds(R"("extra":{"body":{"x":1},"hot":true})"));
}

TEST_F(IndexAccount, NamesTheFileOfARecordNotThePathThatTheRecordHas) {
  static_cast<void>(write("a.jsonl", "{\"title\":\"a\",\"path\":\"elsewhere.txt\",\"views\":3}\n"));
  EXPECT_TRUE(has_part(told(), archive_ + "/a.jsonl:1: warning: unknown_key: 'views'"));
}

TEST_F(IndexAccount, ReadsAFileOnceThatHasSeveralNames) {
  static_cast<void>(write("a/1.txt", "Tin chung"));
  fs::create_directory_symlink(archive_ + "/a", archive_ + "/b");
  fs::create_hard_link(archive_ + "/a/1.txt", archive_ + "/a/2.txt");
  EXPECT_TRUE(has_part(told(), "files: 1 read, 1 read under another name)"));
  const RunResult by_link = command({"add", archive_ + "/b"});
  EXPECT_TRUE(has_part(by_link.err, "b/1.txt: warning: same_file: the index has it as " + archive_ + "/a/1.txt"))
      << by_link.err;
  const RunResult by_root = command({"add", "--root", archive_, archive_ + "/a"});
  EXPECT_TRUE(has_part(by_root.err, "with another --root every id changes")) << by_root.err;
  EXPECT_EQ(lines_of(dump()).size(), 1U);
  fs::rename(archive_ + "/a", archive_ + "/moved");
  EXPECT_TRUE(has_part(command({"add", archive_ + "/moved"}).err, "added 1,")) << "what was moved is a new file";
}

TEST_F(IndexAccount, FormsGoThatOnlyAnotherWayOfReadingGave) {
  static_cast<void>(write("a.dat", "{\"id\":\"x\",\"title\":\"Một\"}\n{\"id\":\"y\",\"title\":\"Hai\"}\n"));
  const auto read_as = [&](const std::string& format) {
    const RunResult result = command({"add", "--format", format, archive_ + "/a.dat"});
    EXPECT_EQ(result.status, 0) << result.err;
    return result.err.substr(0, result.err.find(" ("));
  };
  EXPECT_TRUE(has_part(read_as("text"), "added 1, updated 0, unchanged 0, removed 0"));
  EXPECT_TRUE(has_part(read_as("auto"), "added 2, updated 0, unchanged 0, removed 1"));
  EXPECT_EQ(lines_of(dump()).size(), 2U);
  EXPECT_TRUE(has_part(read_as("jsonl"), "added 0, updated 0, unchanged 2, removed 0"));
  EXPECT_TRUE(has_part(read_as("text"), "added 1, updated 0, unchanged 0, removed 2"));
  expect_sound();
}

TEST_F(IndexAccount, RefusesAnErrorsFileThatWouldDestroyAnInput) {
  const std::string input = write("a.jsonl", "{\"title\":\"a\"}\n");
  const std::string list = directory_.write("list", input + '\0');
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{input, "--errors", input},
                                                    {archive_, "--errors", archive_ + "/new"},
                                                    {"--files0-from", list, "--errors", input},
                                                    {"--files0-from", list, "--errors", list},
                                                    {input, "--errors", index_ + "/XAPIANDB"}}) {
    std::vector<std::string> add{"add"};
    add.insert(add.end(), arguments.begin(), arguments.end());
    const RunResult result = command(add);
    EXPECT_EQ(result.status, 2) << result.err;
    EXPECT_EQ(read_file(input), "{\"title\":\"a\"}\n");
    EXPECT_FALSE(fs::exists(archive_ + "/new"));
  }
}

TEST_F(IndexAccount, AddsUpForRandomTrees) {
  const RunResult result =
      run({"python3", TIMBAO_SOURCE_DIR "/bench/account_trees.py", fs::path(TIMBAO_INDEX_BIN).parent_path().string(),
           "--trees", std::to_string(rounds(100))});
  EXPECT_EQ(result.status, 0) << result.out << result.err;
}

}  // namespace
}  // namespace timbao::test
