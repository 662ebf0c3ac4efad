// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "tests/cli/archive_fixture.h"

namespace timbao::test {

/// An index that is published again and again, and a replica that follows it. All articles of a publication tell its
/// state in their titles, so an answer shows whether it is of one state.
class ReplicaTest : public ArchiveTest {
 protected:
  static constexpr std::size_t kArticles = 60;
  static constexpr std::string_view kStateQuery = "\"tin phiên\"";

  /// Publishes a state in place.
  void publish(int state) const {
    static_cast<void>(directory_.write("archive/news.jsonl", lines_of_state(state)));
    const std::string before = read_file(index_ + "/XAPIANDB");
    add();
    if (before.empty()) return;
    EXPECT_EQ(read_file(index_ + "/XAPIANDB"), before) << "it went aside";
  }

  /// Publishes a state aside.
  void publish_aside(int state) const {
    static_cast<void>(directory_.write("archive/news.jsonl", lines_of_state(state)));
    const std::string before = read_file(index_ + "/XAPIANDB");
    add({"--rebuild"});
    EXPECT_NE(read_file(index_ + "/XAPIANDB"), before);
  }

  /// timbao-replicate, which lies beside the other programs.
  static std::string program() {
    return std::filesystem::path(TIMBAO_QUERY_BIN).replace_filename("timbao-replicate").string();
  }

  /// The environment in which the script finds the programs, and a folder of others before them.
  [[nodiscard]] RunOptions options(const std::string& folder = {}) const {
    const char* const path = std::getenv("PATH");
    RunOptions options;
    options.environment["PATH"] = (folder.empty() ? "" : folder + ':') +
                                  std::filesystem::path(TIMBAO_QUERY_BIN).parent_path().string() + ':' +
                                  (path == nullptr ? "" : path);
    return options;
  }

  [[nodiscard]] RunResult replicate(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), program());
    return run(arguments, options());
  }

  void follow() const {
    const RunResult result = replicate({index_, replica_});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.err, "");
  }

  /// The state that an answer to kStateQuery shows; -1 where it shows several, or not all articles.
  static int state_in(const std::string& answer) {
    const Json parsed = Json::parse(answer, nullptr, false);
    if (!parsed.is_object() || parsed["hits"].size() != kArticles || parsed["total"]["count"] != kArticles) return -1;
    std::set<std::string> titles;
    for (const Json& hit : parsed["hits"]) titles.insert(hit["title"].get<std::string>());
    return titles.size() == 1 ? std::stoi(titles.begin()->substr(titles.begin()->rfind(' '))) : -1;
  }

  [[nodiscard]] static RunResult ask(const std::string& index) {
    return run({TIMBAO_QUERY_BIN, "--index", index, "--format", "json", "--snippet", "0", "-n", "100", "--",
                std::string(kStateQuery)});
  }
  [[nodiscard]] int state_of_replica() const { return state_in(ask(replica_).out); }

  /// Every article, as the programs print it.
  [[nodiscard]] static std::string dump_of(const std::string& index) {
    return run({TIMBAO_INDEX_BIN, "--index", index, "dump"}).out;
  }

  /// The folder of the one generation that the original has.
  [[nodiscard]] std::string generation_of_original() const {
    return index_ + "/" + read_file(index_ + "/XAPIANDB").substr(5, 2);
  }

  void expect_sound_replica() const {
    const RunResult result = run({TIMBAO_INDEX_BIN, "--index", replica_, "check"});
    EXPECT_EQ(result.status, 0) << result.out << result.err;
  }

  /// The names in the replica's folder that its readers do not need.
  [[nodiscard]] std::vector<std::string> leftovers() const {
    std::vector<std::string> names;
    const std::string stub = read_file(replica_ + "/XAPIANDB");
    for (const auto& entry : std::filesystem::directory_iterator(replica_)) {
      const std::string name = entry.path().filename();
      if (name != "XAPIANDB" && name != "lock" && name != "replica" &&
          stub.find("auto " + name + "\n") == std::string::npos)
        names.push_back(name);
    }
    return names;
  }

  int more_articles_ = 0;  ///< of each state; kStateQuery does not find them
  std::string replica_ = directory_ / "replica";

 private:
  [[nodiscard]] std::string lines_of_state(int state) const {
    std::string lines;
    for (int i = 0; i < more_articles_; ++i)
      lines += R"({"id":"k)" + std::to_string(i) + R"(","title":"Tin khác","body":"Bài )" +
               std::to_string(i * 7919 + state) + " không kể vào.\"}\n";
    for (std::size_t i = 0; i < kArticles; ++i)
      lines += R"({"id":"b)" + std::to_string(i) + R"(","title":"Tin phiên )" + std::to_string(state) +
               R"(","source":"Báo Lộc Hạ","date":"2018-01-)" + std::to_string(10 + i % 20) +
               R"(","body":"Xã Lộc Hạ họp lần )" + std::to_string(state) + " bàn việc đê điều số " + std::to_string(i) +
               ".\"}\n";
    return lines;
  }
};

}  // namespace timbao::test
