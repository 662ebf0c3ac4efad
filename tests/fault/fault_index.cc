// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fault/fault_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "tests/sanitizer.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

constexpr int kLittle = 40, kMuch = 1'010;  // articles; more than a thousand changed ones go aside
constexpr int kShards = 3, kMuchOfShards = kShards * kMuch * 11 / 10;
constexpr std::size_t kMostWords = 40;  // are asked for; the dump says what all articles are

/// Lines of articles `first` to before `end`, each with the word of its version.
std::string lines(int first, int end, int version) {
  std::string text;
  for (int i = first; i < end; ++i)
    text += R"({"id":"a)" + std::to_string(i) + R"(","title":"Tin kyhieuqa)" + std::to_string(i) + "v" +
            std::to_string(version) + R"(","body":"Bà con xã Bình An họp bàn việc đê."})" + "\n";
  return text;
}

/// The words of the versions that stand in the texts, as many as are asked for.
std::vector<std::string> words_of(const FaultCase& one) {
  std::set<std::string> words;
  std::string all = one.archive;
  for (const std::string& text : one.history) all += text;
  for (const std::string& line : lines_of(all))
    words.insert(line.substr(line.find("kyhieuqa"), line.find("\",\"body") - line.find("kyhieuqa")));
  std::vector<std::string> some(words.begin(), words.end());
  std::shuffle(some.begin(), some.end(), std::minstd_rand(1));  // NOLINT: the same words each time
  some.resize(std::min(some.size(), kMostWords));
  return some;
}

std::vector<std::string> removing(int count) {
  std::vector<std::string> arguments{"remove"};
  for (int i = 0; i < count; ++i) arguments.push_back('a' + std::to_string(i));
  return arguments;
}

/// The cases of an index in shards: what is written in place in one database is written into copies of some shards.
std::vector<FaultCase> fault_cases_of_shards() {
  const std::string little = lines(0, kLittle, 1), changed = lines(0, kLittle, 2), stays = lines(5'000, 5'020, 1);
  const std::string much = lines(0, kMuchOfShards, 1), much_changed = lines(0, kMuchOfShards, 2);
  std::vector<FaultCase> cases{
      {"FirstAddOfShards", {}, little + stays, {"add", "--shards", std::to_string(kShards), "FILE"}},
      {"RefreshOfShards", {stays + little}, stays + changed, {"add", "FILE"}},
      {"MuchOfShards", {stays + much}, stays + much_changed, {"add", "FILE"}},
      {"PruneOfShards", {stays + little}, stays, {"add", "--prune", "--force", "FILE"}},
      {"RemoveOfShards", {stays + little}, stays + little, removing(kLittle)},
      {"CompactOfShards", {stays + little, stays + changed}, stays + changed, {"compact"}},
      {"RebuildOfShards", {stays + little}, stays + little, {"add", "--rebuild"}},
      {"RebuildInOtherShards", {stays + little}, changed, {"add", "--rebuild", "--shards", "2", "FILE"}},
  };
  for (FaultCase& one : cases) one.shards = kShards;
  return cases;
}

/// Leaves out the cases that the program runs by the same code as others, of which a sanitizer sees nothing new.
std::vector<FaultCase> without_repeats(std::vector<FaultCase> cases) {
  const std::set<std::string> repeats{"RefreshAside",     "PruneAside",      "RebuildOfItself",
                                      "FirstAddOfShards", "MuchOfShards",    "PruneOfShards",
                                      "RemoveOfShards",   "CompactOfShards", "RebuildOfShards"};
  cases.erase(std::remove_if(cases.begin(), cases.end(), [&](const auto& one) { return repeats.count(one.name) > 0; }),
              cases.end());
  return cases;
}

}  // namespace

std::vector<FaultCase> fault_cases() {
  const std::string little = lines(0, kLittle, 1), changed = lines(0, kLittle, 2), stays = lines(5'000, 5'020, 1);
  const std::string much = lines(0, kMuch, 1), much_changed = lines(0, kMuch, 2);
  std::vector<FaultCase> cases{
      {"FirstAdd", {}, little + stays, {"add", "FILE"}, Way::aside},
      {"AddInPlace", {stays}, stays + little, {"add", "FILE"}, Way::in_place},
      {"AddAside", {stays}, stays + much, {"add", "FILE"}, Way::aside},
      {"RefreshInPlace", {stays + little}, stays + changed, {"add", "FILE"}, Way::in_place},
      {"RefreshAside", {stays + much}, stays + much_changed, {"add", "FILE"}, Way::aside},
      {"PruneInPlace", {stays + little}, stays, {"add", "--prune", "--force", "FILE"}, Way::in_place},
      {"PruneAside", {stays + much}, stays, {"add", "--prune", "--force", "FILE"}, Way::aside},
      {"Remove", {stays + little}, stays + little, removing(kLittle), Way::in_place},
      {"Compact", {stays + little, stays + changed}, stays + changed, {"compact"}, Way::aside},
      {"RebuildOfItself", {stays + little}, stays + little, {"add", "--rebuild"}, Way::aside},
      {"RebuildOfAFile", {stays + little}, changed, {"add", "--rebuild", "FILE"}, Way::aside},
  };
  for (FaultCase& one : fault_cases_of_shards()) cases.push_back(std::move(one));
  return kHasSanitizer ? without_repeats(std::move(cases)) : cases;
}

std::vector<FaultCase> fault_cases_of_each_way() {
  const std::set<std::string> names{"FirstAdd",        "RefreshInPlace",  "RefreshAside",
                                    "Remove",          "Compact",         "RebuildOfAFile",
                                    "RefreshOfShards", "CompactOfShards", "RebuildInOtherShards"};
  std::vector<FaultCase> cases = fault_cases();
  cases.erase(std::remove_if(cases.begin(), cases.end(), [&](const auto& one) { return names.count(one.name) == 0; }),
              cases.end());
  return cases;
}

std::uint64_t bytes_below(const std::string& folder) {
  std::uint64_t bytes = 0;
  if (!fs::exists(folder)) return bytes;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

FaultIndex::FaultIndex(const FaultCase& one) : base_(directory_ / "base"), index_(disk() + "/index") {
  fs::create_directory(disk());
  for (const std::string& text : one.history) {
    const std::string shards = std::to_string(one.shards);
    const RunResult added = indexer({"add", "--shards", shards, directory_.write("news.jsonl", text)});
    EXPECT_EQ(added.status, 0) << added.err;
  }
  remove_unnamed_generations();
  const std::string file = directory_.write("news.jsonl", one.archive);
  if (fs::exists(index_)) fs::rename(index_, base_);
  command_ = {TIMBAO_INDEX_BIN, "--quiet", "--index", index_};
  for (const std::string& argument : one.arguments) command_.push_back(argument == "FILE" ? file : argument);
  words_ = words_of(one);
  restore();
  learn(one.way);
  restore();
}

/// Removes what the history left for readers: the command would, and so have more room than it found.
void FaultIndex::remove_unnamed_generations() const {
  const std::vector<std::string> named = generations();
  for (const std::string& name : names())
    if (const std::string path = index_ + '/' + name;
        name.front() == 'g' && std::find(named.begin(), named.end(), path) == named.end())
      fs::remove_all(path);
}

/// Runs the command once, undisturbed.
void FaultIndex::learn(Way way) {
  before_ = state();
  const std::vector<std::string> generations_before = generations();
  published_bytes_ = current_bytes();
  const auto began = std::chrono::steady_clock::now();
  const RunResult result = run_command();
  seconds_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(generations() != generations_before, way == Way::aside) << "the command went the other way";
  published_bytes_ = std::max(published_bytes_, current_bytes());
  after_ = state();
}

void FaultIndex::restore() const {
  fs::remove_all(index_);
  if (fs::exists(base_)) fs::copy(base_, index_, fs::copy_options::recursive);
}

RunResult FaultIndex::indexer(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), {TIMBAO_INDEX_BIN, "--quiet", "--index", index_});
  return run(arguments);
}

IndexState FaultIndex::state() const {
  IndexState state;
  if (generations().empty()) return state;
  const RunResult dump = indexer({"dump"});
  EXPECT_EQ(dump.status, 0) << dump.err;
  state.dump = dump.out;
  RunOptions questions;
  for (const std::string& word : words_) questions.input += word + '\n';
  const RunResult asked = run({TIMBAO_QUERY_BIN, "--index", index_, "--batch", "--snippet", "0"}, questions);
  EXPECT_EQ(asked.status, 0) << asked.err;
  for (const std::string& line : lines_of(asked.out)) {
    const nlohmann::json answer = nlohmann::json::parse(line);
    for (const nlohmann::json& hit : answer["hits"]) state.answers[answer["query"]].push_back(hit["id"]);
  }
  return state;
}

std::uint64_t FaultIndex::bytes() const { return bytes_below(index_); }

std::vector<std::string> FaultIndex::names() const {
  std::vector<std::string> names;
  if (!fs::exists(index_)) return names;
  for (const auto& entry : fs::directory_iterator(index_))
    if (entry.path().filename() != "lock") names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> FaultIndex::generations() const {
  std::vector<std::string> paths;
  for (const std::string& line : lines_of(read_file(index_ + "/XAPIANDB")))
    paths.push_back(index_ + '/' + line.substr(std::string_view("auto ").size()));
  return paths;
}

std::uint64_t FaultIndex::current_bytes() const {
  std::uint64_t bytes = 0;
  for (const std::string& path : generations()) bytes += bytes_below(path);
  return bytes;
}

void expect_done(const FaultIndex& index) {
  EXPECT_TRUE(index.state() == index.after());
  const RunResult check = index.indexer({"check"});
  EXPECT_EQ(check.status, 0) << check.out << check.err;
}

}  // namespace timbao::test
