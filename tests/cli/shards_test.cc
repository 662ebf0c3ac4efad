// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: an index that is divided into shards holds, says and answers what the same index does in one database, whatever
// is done with it; and its number of shards changes only with --rebuild.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "tests/cli/archive_fixture.h"
#include "tests/cli/without_time.h"
#include "tests/sanitizer.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

const std::vector<Arguments> kQuestions{
    {"lua"},
    {"giá lúa"},
    {"gia lua tang"},
    {"\"giá lúa\""},
    {"giá NEAR/3 lúa"},
    {"-n", "50", "--sort", "newest", "lúa OR cầu"},
    {"-n", "50", "--sort", "oldest", "xã"},
    {"-n", "50", "--sort", "title", "tin"},
    {"--match", "all", "--offset", "2", "-n", "5", "bà con xã"},
    {"--marks", "strict", "giá lúa"},
    {"--marks", "fold", "dang"},
    {"--collapse", "-n", "50", "đê"},
    {"--facet", "source,section,author,year,month", "--timeline", "month", "xã"},
    {"--compare", "cầu", "--timeline", "year", "lúa"},
    {"--readings", "--neighbours", "gia lua"},
    {"--mentions", "\"giá lúa\""},
    {"--mentions=7", "--mention-sort", "left", "lúa"},
    {"--like", "tin-3"},
    {"--recent", "30", "tin xã"},
    {"--from", "2018-02", "--to", "2018-05", "tin"},
    {"--suggest", "gia lau"},
    {"--explain", "\"bà con\" lúa -cầu"},
    {"source:\"báo đồng\" lúa"},
    {"id:tin-12"},
    {"title:lúa date:2018-03"},
    {"=lúa chi*"},
    {"--show", "tin-3", "tin-40"},
};

class Shards : public ArchiveTest {
 protected:
  Shards() : shards_(directory_ / "shards") {}

  [[nodiscard]] RunResult on(const std::string& index, Arguments arguments) const {
    arguments.insert(arguments.begin(), {TIMBAO_INDEX_BIN, "--index", index});
    return run(arguments);
  }

  /// Runs a command on both indexes, and looks whether they say and do the same.
  void both(const Arguments& arguments, Arguments for_shards = {}) const {
    for_shards.insert(for_shards.begin(), arguments.begin(), arguments.end());
    settle();
    const RunResult one = on(index_, arguments), many = on(shards_, for_shards);
    const std::string step = arguments.front() + ' ' + arguments.back();
    EXPECT_EQ(many.status, one.status) << step << ": " << many.err;
    EXPECT_LE(one.status, 1) << step << ": " << one.err;
    if (arguments.front() != "compact") {
      EXPECT_EQ(without_durations(many.err), without_durations(one.err)) << step;
    }
    expect_equal(step);
  }

  void expect_equal(const std::string& step) const {
    EXPECT_TRUE(on(shards_, {"dump"}).out == on(index_, {"dump"}).out) << step;
    EXPECT_EQ(figures(shards_), figures(index_)) << step;
    for (const std::string& index : {index_, shards_}) {
      const RunResult check = on(index, {"check"});
      EXPECT_EQ(check.status, 0) << step << ": " << check.err;
    }
    std::size_t number = 0;
    for (const Arguments& question : questions_) {
      if (!is_sampled(number++)) continue;
      EXPECT_EQ(answer(shards_, question), answer(index_, question)) << step << ": " << question.back();
    }
  }

  [[nodiscard]] Json figures(const std::string& index) const {
    Json all = Json::parse(on(index, {"stats", "--json"}).out);
    EXPECT_TRUE(all["bytes"]["total"].is_number());
    all.erase("bytes");
    return all;
  }

  static std::string answer(const std::string& index, Arguments question) {
    question.insert(question.begin(), {TIMBAO_QUERY_BIN, "--index", index, "--format", "json"});
    std::string all;
    for (const std::string& line : lines_of(run(question).out)) all += without_time(Json::parse(line)).dump(1) + '\n';
    return all;
  }

  [[nodiscard]] std::string stub() const { return read_file(shards_ + "/XAPIANDB"); }
  [[nodiscard]] std::size_t count_shards() const { return lines_of(stub()).size(); }

  /// A file of articles that look as if they had been there for long.
  std::string write_news(const std::string& name, std::size_t first, std::size_t end, const std::string& word) const {
    const std::vector<std::string> words{"giá lúa", "cây cầu", "đê điều", "gia đình", "chợ phiên", "trường học"};
    std::string lines;
    for (std::size_t i = first; i < end; ++i) {
      Json article{{"id", "tin-" + std::to_string(i)},
                   {"title", "Tin " + words[i % words.size()] + " ở xã " + std::to_string(i % 7)},
                   {"body", "Bà con bàn về " + words[i * 5 % words.size()] + " và " + word + ". Lần thứ " +
                                std::to_string(i % 11) + ", " + words[i * 7 % 5] + " được nhắc tới."},
                   {"source", i % 3 == 0 ? "Báo Đồng" : "Báo Làng"},
                   {"section", i % 4 == 0 ? "Thời sự" : "Kinh tế"},
                   {"author", "Lê " + std::to_string(i % 5)}};
      if (i % 9 != 0) article["date"] = "2018-0" + std::to_string(1 + i % 8) + "-1" + std::to_string(i % 10);
      lines += to_line(article) + "\n";
    }
    const std::string file = directory_.write("archive/" + name, lines);
    set_time(file, kLongAgo);
    return file;
  }

  std::string shards_;
  std::vector<Arguments> questions_ = kQuestions;
};

TEST_F(Shards, HoldAndAnswerWhatOneDatabaseDoesAfterEachStep) {
  const std::string news = write_news("news.jsonl", 0, 120, "đập nước");
  static_cast<void>(write_article("a.txt", "Tin lúa cũ"));
  both({"add", archive_}, {"--shards", "4"});
  EXPECT_EQ(stub(), "auto g1\nauto g2\nauto g3\nauto g4\n");
  both({"add", archive_});
  EXPECT_EQ(stub(), "auto g1\nauto g2\nauto g3\nauto g4\n") << "nothing has changed";
  write_news("more.jsonl", 110, 130, "kênh đào");  // some ids are those of the other file
  both({"add", archive_});
  both({"remove", "tin-5", "tin-77", "none"});
  both({"add", archive_});
  both({"add", "--restore", archive_});
  write_news("more.jsonl", 115, 128, "kênh đào");
  both({"add", "--prune", "--force", archive_});
  fs::remove(archive_ + "/a.txt");
  both({"add", "--prune", "--force", archive_});
  both({"compact"});
  both({"add", "--rebuild"});
  EXPECT_EQ(count_shards(), 4U);
  both({"remove", "tin-9"});
  both({"add", "--rebuild", archive_});
  EXPECT_EQ(count_shards(), 4U);
  both({"add", "--rebuild"}, {"--shards", "7"});
  EXPECT_EQ(count_shards(), 7U);
  both({"add", "--rebuild", archive_}, {"--shards", "1"});
  EXPECT_EQ(count_shards(), 1U);
  both({"add", "--force", "--prune", archive_});
}

TEST_F(Shards, AreMergedWhereMuchIsNew) {
  questions_.resize(6);  // enough of many articles
  write_news("news.jsonl", 0, 60, "đập nước");
  both({"add", archive_}, {"--shards", "2"});
  write_news("much.jsonl", 60, 2'400, "hồ chứa");  // more than a thousand of each shard
  both({"add", archive_});
  write_news("much.jsonl", 60, 2'400, "hồ nuôi");
  both({"add", archive_});
  fs::remove(archive_ + "/much.jsonl");
  both({"add", "--prune", "--force", archive_});
}

TEST_F(Shards, ThatDoNotChangeKeepTheirGeneration) {
  write_news("news.jsonl", 0, 60, "đập nước");
  EXPECT_EQ(on(shards_, {"add", "--shards", "8", archive_}).status, 0);
  write_news("more.jsonl", 60, 61, "kênh đào");
  EXPECT_EQ(on(shards_, {"add", archive_}).status, 0);
  const std::vector<std::string> lines = lines_of(stub());
  ASSERT_EQ(lines.size(), 8U);
  EXPECT_NE(lines[0], "auto g1") << "it has the ledger";
  std::size_t kept = 0;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i] == "auto g" + std::to_string(i + 1)) ++kept;
  EXPECT_GE(kept, 6U) << stub();
}

TEST_F(Shards, MayBeMoreThanThereAreArticles) {
  write_news("news.jsonl", 0, 3, "đập nước");
  both({"add", archive_}, {"--shards", "64"});
  EXPECT_EQ(count_shards(), 64U);
  write_news("more.jsonl", 3, 6, "kênh đào");
  both({"add", archive_});
  both({"add", "--rebuild"}, {"--shards", "2"});
}

TEST_F(Shards, KeepTheirNumberUntilTheIndexIsMadeAnew) {
  write_news("news.jsonl", 0, 10, "đập nước");
  EXPECT_EQ(on(shards_, {"add", "--shards", "2", archive_}).status, 0);
  const std::string before = stub();
  for (const std::string wrong : {"1", "3"}) {
    const RunResult refused = on(shards_, {"add", "--shards", wrong, archive_});
    EXPECT_EQ(refused.status, 2);
    EXPECT_EQ(refused.err, "timbao-index: " + shards_ + ": the index has 2 shards, not " + wrong +
                               "; leave --shards out, or make the index anew with --rebuild\n");
    EXPECT_EQ(stub(), before);
  }
  EXPECT_EQ(on(shards_, {"add", "--shards", "2", archive_}).status, 0);
  EXPECT_EQ(on(index_, {"add", archive_}).status, 0);
  EXPECT_EQ(on(index_, {"add", "--shards", "2", archive_}).err,
            "timbao-index: " + index_ +
                ": the index has 1 shard, not 2; leave --shards out, or make the index anew with --rebuild\n");
  EXPECT_EQ(on(index_, {"add", "--shards", "1", archive_}).status, 0);
}

TEST_F(Shards, AreOneToSixtyFour) {
  for (const std::string wrong : {"0", "65", "-1", "4x", ""})
    EXPECT_EQ(on(shards_, {"add", "--shards", wrong, archive_}).status, 2) << wrong;
  EXPECT_FALSE(fs::exists(shards_));
}

TEST_F(Shards, RememberWhenTheirArticlesCame) {
  write_news("news.jsonl", 0, 20, "đập nước");
  EXPECT_EQ(on(shards_, {"add", "--shards", "4", archive_}).status, 0);
  ::usleep(1'100'000);  // the next second
  const std::string begin = std::to_string(std::time(nullptr));
  write_news("more.jsonl", 15, 25, "kênh đào");
  EXPECT_EQ(on(shards_, {"add", archive_}).status, 0);
  EXPECT_EQ(on(shards_, {"add", "--rebuild", "--shards", "3"}).status, 0);
  const std::string since = run({"date", "-d", "@" + begin, "+%Y-%m-%dT%H:%M:%S%:z"}).out;
  const RunResult found = run({TIMBAO_QUERY_BIN, "--index", shards_, "--since", since.substr(0, since.size() - 1),
                               "--format", "ids", "-n", "all", "tin"});
  std::vector<std::string> ids = lines_of(found.out);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(ids, (std::vector<std::string>{"tin-20", "tin-21", "tin-22", "tin-23", "tin-24"})) << found.err;
}

TEST_F(Shards, StayOneIndexBesideAnother) {
  write_news("news.jsonl", 0, 20, "đập nước");
  EXPECT_EQ(on(shards_, {"add", "--shards", "3", archive_}).status, 0);
  write_news("news.jsonl", 10, 30, "kênh đào");
  EXPECT_EQ(on(index_, {"add", archive_}).status, 0);
  const auto hits_of = [](const std::string& index) {
    return lines_of(run({TIMBAO_QUERY_BIN, "--index", index, "--format", "ids", "-n", "all", "tin"}).out).size();
  };
  for (const char* format : {"json", "jsonl"}) {
    const RunResult found = run({TIMBAO_QUERY_BIN, "--index", shards_, "--index", index_, "--format", format, "-n",
                                 std::string(format) == "json" ? "100" : "all", "tin"});
    EXPECT_EQ(found.status, 0) << found.err;
    std::vector<Json> hits;
    for (const std::string& line : lines_of(found.out)) {
      const Json parsed = Json::parse(line);
      if (parsed.contains("hits"))
        hits.insert(hits.end(), parsed["hits"].begin(), parsed["hits"].end());
      else
        hits.push_back(parsed);
    }
    EXPECT_EQ(hits.size(), hits_of(shards_) + hits_of(index_));
    const auto of_shards =
        std::count_if(hits.begin(), hits.end(), [&](const Json& hit) { return hit["index"] == shards_; });
    EXPECT_EQ(static_cast<std::size_t>(of_shards), hits_of(shards_)) << format;
  }
}

}  // namespace
}  // namespace timbao::test
