// SPDX-License-Identifier: GPL-2.0-or-later
// Readers while a writer refreshes the index again and again, in place and aside. Every change touches whole groups of
// articles, so an answer that shows two states of a group, an article twice, or not all of them, is a fault.
//
// TIMBAO_READERS_SECONDS=60 makes it longer than the few seconds that it takes otherwise.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "common/base/json.h"
#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

constexpr int kReadersOfAKind = 4;
constexpr std::array<std::string_view, 4> kGroups{"đê", "cầu", "chợ", "trường"};
constexpr std::size_t kGroupSize = 12;
constexpr std::size_t kLastingSize = 150;  // articles that no refresh changes
constexpr std::size_t kMostFaults = 5;
constexpr std::size_t kWays = 4;          // in place, aside, compact, rebuild
constexpr std::size_t kWaysOfShards = 3;  // the same without in place
constexpr int kMostStates = 50;           // to wait for all of them

/// A question, how many articles answer it in every state, and whether they are to be of one state.
struct Reading {
  std::string query;
  std::string sort;
  std::size_t hits;
};

std::vector<Reading> readings() {
  std::vector<Reading> all{{"\"tin lâu bền\"", "newest", kLastingSize}, {"lâu bền", "oldest", kLastingSize}};
  for (const std::string_view group : kGroups) {
    const std::string name(group);
    all.push_back({"\"tin " + name + " phiên\"", "relevance", kGroupSize});
    all.push_back({"+tin +" + name, "newest", kGroupSize});
  }
  return all;
}

/// One article a line; those of the groups tell their state in the title.
std::string archive_of_state(int state) {
  std::string lines;
  const auto add_line = [&](const std::string& id, const std::string& title, const std::string& body) {
    lines += R"({"id":")" + id + R"(","title":")" + title + R"(","body":")" + body + "\"}\n";
  };
  for (std::size_t i = 0; i < kLastingSize; ++i)
    add_line("l" + std::to_string(i), "Tin lâu bền", "Bài số " + std::to_string(i) + " không đổi.");
  for (const std::string_view group : kGroups)
    for (std::size_t i = 0; i < kGroupSize; ++i)
      add_line(std::string(group) + std::to_string(i), "Tin " + std::string(group) + " phiên " + std::to_string(state),
               "Họp xã lần " + std::to_string(state) + ".");
  return lines;
}

/// Gathers what the threads found.
class Findings {
 public:
  void fault(const std::string& what) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (faults_.size() < kMostFaults) faults_.push_back(what);
  }

  void answer(int state) {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++answers_;
    if (state >= 0) states_.insert(state);
  }

  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }
  [[nodiscard]] std::size_t answers() const { return answers_; }
  [[nodiscard]] std::size_t states() const { return states_.size(); }

 private:
  std::mutex mutex_;
  std::vector<std::string> faults_;
  std::set<int> states_;
  std::size_t answers_ = 0;
};

/// The state that a title tells; -1: none.
int state_of(const std::string& title) {
  const std::size_t at = title.find("phiên ");
  return at == std::string::npos ? -1 : std::stoi(title.substr(at + std::string_view("phiên ").size()));
}

/// Compares an answer with what every state of the index gives.
void judge(const Reading& reading, const std::string& answer, Findings& findings) {
  const Json parsed = Json::parse(answer, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("hits")) return findings.fault(reading.query + ": " + answer);
  std::set<std::string> ids;
  std::set<int> states;
  for (const Json& hit : parsed["hits"]) {
    ids.insert(hit["id"].get<std::string>());
    states.insert(state_of(hit["title"].get<std::string>()));
  }
  if (parsed["hits"].size() != reading.hits || ids.size() != reading.hits || states.size() != 1 ||
      parsed["total"]["count"] != reading.hits)
    return findings.fault(reading.query + " sorted by " + reading.sort + ": " + answer);
  findings.answer(*states.begin());
}

class Readers : public ArchiveTest {
 protected:
  /// One process that answers queries until the writer has ended.
  void read_in_one_process(Findings& findings) const {
    RunningProgram program({TIMBAO_QUERY_BIN, "--index", index_, "--batch", "--snippet", "0", "-n", "400"});
    while (!is_over_) {
      for (const Reading& reading : readings()) {
        program.write(to_line(Json{{"query", reading.query}, {"sort", reading.sort}}) + "\n");
        judge(reading, program.read_line(), findings);
      }
    }
    const RunResult result = program.finish();
    if (result.status != 0 || !result.err.empty()) findings.fault("the batch: " + result.err);
  }

  /// A process for each query.
  void read_in_new_processes(Findings& findings) const {
    while (!is_over_) {
      for (const Reading& reading : readings()) {
        const RunResult result = run({TIMBAO_QUERY_BIN, "--index", index_, "--format", "json", "--snippet", "0", "-n",
                                      "400", "--sort", reading.sort, "--", reading.query});
        if (result.status != 0) findings.fault("status " + std::to_string(result.status) + ": " + result.err);
        judge(reading, result.out, findings);
        if (is_over_) break;
      }
    }
  }

  /// Publishes another state by each way in turn; returns how often each did.
  std::map<std::string, int> write_states(std::chrono::seconds duration, std::size_t ways) {
    const auto end = std::chrono::steady_clock::now() + duration;
    std::map<std::string, int> published;
    for (int state = 1; std::chrono::steady_clock::now() < end || (published.size() < ways && state < kMostStates);
         ++state) {
      static_cast<void>(directory_.write("archive/news.jsonl", archive_of_state(state)));
      const bool goes_aside = state % 4 == 0;
      if (goes_aside) static_cast<void>(directory_.write("archive/much.txt", "Bài dài\n\n" + text_of(state)));
      const std::string before = read_file(index_ + "/XAPIANDB");
      add({"--memory=16M"});
      ++published[read_file(index_ + "/XAPIANDB") == before ? "in place" : "aside"];
      if (state % 6 == 5) expect_done({"compact"}, published["compact"]);
      if (state % 9 == 5) expect_done({"add", "--rebuild"}, published["rebuild"]);
    }
    return published;
  }

  void expect_whole_updates_only(const std::vector<std::string>& first_arguments, std::size_t ways);

  void expect_done(const std::vector<std::string>& arguments, int& count) const {
    const RunResult result = command(arguments);
    EXPECT_EQ(result.status, 0) << result.err;
    ++count;
  }

  /// More text than is written in place under --memory=16M.
  static std::string text_of(int state) {
    std::string text;
    for (int i = 0; i < 40'000; ++i) text += "chữ số " + std::to_string(state + i % 50) + (i % 20 == 19 ? ".\n" : " ");
    return text;
  }

  std::atomic<bool> is_over_{false};
};

std::chrono::seconds asked_duration() {
  const char* const seconds = std::getenv("TIMBAO_READERS_SECONDS");
  return std::chrono::seconds(seconds == nullptr ? 6 : std::atoi(seconds));
}

void Readers::expect_whole_updates_only(const std::vector<std::string>& first_arguments, std::size_t ways) {
  static_cast<void>(directory_.write("archive/news.jsonl", archive_of_state(0)));
  add(first_arguments);
  Findings in_one, in_new;
  std::vector<std::thread> readers;
  for (int i = 0; i < kReadersOfAKind; ++i) {
    readers.emplace_back([&] { read_in_one_process(in_one); });
    readers.emplace_back([&] { read_in_new_processes(in_new); });
  }
  const std::map<std::string, int> published = write_states(asked_duration(), ways);
  is_over_ = true;
  for (std::thread& reader : readers) reader.join();
  for (const Findings* findings : {&in_one, &in_new}) {
    EXPECT_EQ(findings->faults(), std::vector<std::string>{});
    EXPECT_GE(findings->answers(), kReadersOfAKind * 10U);
    EXPECT_GE(findings->states(), 3U);
    std::cout << findings->answers() << " answers, of " << findings->states() << " states\n";
  }
  EXPECT_EQ(published.size(), ways);
  for (const auto& [way, count] : published) std::cout << way << ": " << count << "\n";
  expect_sound();
}

TEST_F(Readers, SeeWholeUpdatesOnlyAndNeverFail) { expect_whole_updates_only({}, kWays); }

TEST_F(Readers, OfShardsSeeWholeUpdatesOnlyAndNeverFail) {
  expect_whole_updates_only({"--shards", "4"}, kWaysOfShards);
}

}  // namespace
}  // namespace timbao::test
