// SPDX-License-Identifier: GPL-2.0-or-later
// dump, check and compact as processes; and what every program says of a damaged index.
#include <unistd.h>

#include <filesystem>
#include <functional>

#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

const std::vector<std::vector<std::string>> kQuestions{
    {"-n", "all", "--format", "jsonl", "dang"},
    {"-n", "all", "--format", "jsonl", "Đảng bộ huyện"},
    {"-n", "all", "--format", "jsonl", "\"xây dựng Đảng\""},
    {"-n", "all", "--format", "jsonl", "--sort", "newest", "--from", "2017", "bàn OR tin"},
    {"-n", "all", "--format", "jsonl", "so:05-CT/TW"},
    {"--format", "json", "--show", "ngan-sach", "tin-7"},
};

class IndexMaintain : public QueryTest {
 protected:
  /// Enough that every table has several blocks.
  void SetUp() override {
    std::string lines(kArticles);
    for (int i = 0; i < 300; ++i)
      lines += R"({"id":"tin-)" + std::to_string(i) + R"(","title":"Tin số )" + std::to_string(i * 7919) +
               R"(","body":"Xã họp bàn việc đê điều, mã )" + std::to_string(i * 104'729) + R"(."})" + "\n";
    add(lines);
  }

  [[nodiscard]] static RunResult maintain(const std::string& index, const std::string& command) {
    return run({TIMBAO_INDEX_BIN, "--index", index, command});
  }

  [[nodiscard]] static std::string answers(const std::string& index) {
    std::string all;
    for (std::vector<std::string> command : kQuestions) {
      command.insert(command.begin(), {TIMBAO_QUERY_BIN, "--index", index});
      const RunResult result = run(command);
      EXPECT_EQ(result.status, 0) << result.err;
      all += result.out;
    }
    return all;
  }
};

TEST_F(IndexMaintain, ADumpAddedAgainMakesAnEqualIndex) {
  const RunResult dump = maintain(index(), "dump");
  EXPECT_EQ(dump.status, 0) << dump.err;
  EXPECT_EQ(lines_of(dump.out).size(), 304U);
  RunOptions options;
  options.input = dump.out;
  const std::string copy = directory_ / "copy";
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", copy, "add", "-"}, options).status, 0);
  EXPECT_EQ(maintain(copy, "dump").out, dump.out);
  EXPECT_EQ(answers(copy), answers(index()));
}

TEST_F(IndexMaintain, ACompactedIndexAnswersTheSame) {
  const std::string before = answers(index()), dump = maintain(index(), "dump").out;
  const RunResult result = maintain(index(), "compact");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.err.substr(0, 10), "compacted ");
  EXPECT_EQ(answers(index()), before);
  EXPECT_EQ(maintain(index(), "dump").out, dump);
  EXPECT_EQ(maintain(index(), "check").err, "checked 304 articles, compared the terms of 304: no faults\n");
}

TEST_F(IndexMaintain, IsRefusedWhileAnotherWrites) {
  RunningProgram writer({TIMBAO_INDEX_BIN, "--index", index(), "add", "-"});
  writer.write("{\"id\":\"a\",\"title\":\"Một\"}\n");
  const std::string holder = std::to_string(writer.pid());
  while (read_file(index() + "/lock").compare(0, holder.size(), holder) != 0) ::usleep(1'000);
  for (const char* command : {"dump", "check", "compact"}) {
    const RunResult result = maintain(index(), command);
    EXPECT_EQ(result.status, 4) << command;
    EXPECT_EQ(result.out, "") << command;
    ASSERT_EQ(lines_of(result.err).size(), 1U) << result.err;
    EXPECT_NE(result.err.find("process " + holder), std::string::npos) << result.err;
  }
  EXPECT_EQ(writer.finish().status, 0);
}

TEST_F(IndexMaintain, SaysWhereThereIsNoIndex) {
  for (const char* command : {"dump", "check", "compact"}) {
    const std::string none = directory_ / "none";
    const RunResult result = maintain(none, command);
    EXPECT_EQ(result.status, 3) << command;
    EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
    EXPECT_FALSE(fs::exists(none)) << command;
  }
}

TEST_F(IndexMaintain, ADumpThatNobodyReadsEndsQuietly) {
  const RunResult result =
      run({"sh", "-c", std::string("'") + TIMBAO_INDEX_BIN + "' --index '" + index() + "' dump | head -1"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(lines_of(result.out).size(), 1U);
}

// ---- damage

struct Damage {
  std::string name;
  std::function<void(const fs::path&)> make;
};

void overwrite(const fs::path& file, std::size_t from, char byte) {
  std::string bytes = read_file(file);
  for (std::size_t at = from; at < bytes.size(); ++at) bytes[at] = byte;
  std::ofstream(file, std::ios::binary) << bytes;
}

const std::vector<Damage> kDamages{
    {"empty", [](const fs::path& file) { fs::resize_file(file, 0); }},
    {"half", [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); }},
    {"zeroed", [](const fs::path& file) { overwrite(file, 0, '\0'); }},
    {"ones", [](const fs::path& file) { overwrite(file, 0, '\xFF'); }},
    {"second half zeroed", [](const fs::path& file) { overwrite(file, fs::file_size(file) / 2, '\0'); }},
    {"gone", [](const fs::path& file) { fs::remove(file); }},
};

class IndexDamage : public IndexMaintain {
 protected:
  void SetUp() override {
    IndexMaintain::SetUp();
    for (const auto& question : kQuestions) sound_.push_back(query(question).out);
    sound_dump_ = maintain(index(), "dump").out;
  }

  /// Every question is answered as before, or refused in one line; never otherwise. Returns how many are refused.
  std::size_t ask_of(const std::string& damaged, const std::string& what) const {
    std::size_t refused = 0;
    for (std::size_t i = 0; i < kQuestions.size(); ++i) {
      std::vector<std::string> command{TIMBAO_QUERY_BIN, "--index", damaged};
      command.insert(command.end(), kQuestions[i].begin(), kQuestions[i].end());
      const RunResult result = run(command);
      if (result.status == 0) {
        EXPECT_EQ(result.out, sound_[i]) << what;
        EXPECT_EQ(result.err, "") << what;
      } else {
        ++refused;
        EXPECT_EQ(result.status, 3) << what << ": " << result.err;
        EXPECT_EQ(lines_of(result.err).size(), 1U) << what << ": " << result.err;
      }
    }
    return refused;
  }

  void check_and_dump(const std::string& damaged, const std::string& what) const {
    const RunResult check = maintain(damaged, "check"), dump = maintain(damaged, "dump");
    EXPECT_EQ(check.status, 3) << what << ": " << check.err;
    EXPECT_EQ(lines_of(check.err).size(), 1U) << what << ": " << check.err;
    if (dump.status == 0)
      EXPECT_EQ(dump.out, sound_dump_) << what;
    else
      EXPECT_EQ(dump.status, 3) << what << ": " << dump.err;
  }

  std::vector<std::string> sound_;
  std::string sound_dump_;
};

TEST_F(IndexDamage, OfAnyFileIsFoundAndNeverGivesWrongText) {
  std::vector<fs::path> files{"XAPIANDB"};
  for (const auto& entry : fs::directory_iterator(index() + "/g1"))
    if (entry.path().filename() != "flintlock") files.push_back("g1" / entry.path().filename());  // it is always empty
  EXPECT_GE(files.size(), 4U);
  const std::string damaged = directory_ / "damaged";
  for (const fs::path& file : files) {
    for (const Damage& damage : kDamages) {
      fs::remove_all(damaged);
      fs::copy(index(), damaged, fs::copy_options::recursive);
      damage.make(damaged / file);
      const std::string what = file.string() + ", " + damage.name;
      check_and_dump(damaged, what);
      const bool is_always_read = file == "XAPIANDB" || file.stem() == "iamglass" || file.stem() == "postlist";
      EXPECT_GE(ask_of(damaged, what), is_always_read ? 1U : 0U) << what;
    }
  }
}

}  // namespace
}  // namespace timbao::test
