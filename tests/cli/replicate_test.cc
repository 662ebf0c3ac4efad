// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a replica answers as its original, readers of it see whole states only, and what cannot be copied is said in
// one line and leaves the replica as it was. tests/fault/replica_test.cc kills it and fills its disk.
#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "common/store/writer_lock.h"
#include "tests/cli/replica_fixture.h"
#include "tests/cli/without_time.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

/// Readers of a folder in threads of their own, until they are asked what they found.
class Watch {
 public:
  Watch(std::string index, int (*state_in)(const std::string&))
      : index_(std::move(index)),
        state_in_(state_in),
        batch_([this] { read_in_one_process(); }),
        single_([this] { read_in_new_processes(); }) {}
  ~Watch() { end(); }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  /// Ends the readers; returns the states that each kind saw. A fault is a state of its own, -1.
  std::vector<std::set<int>> end() {
    is_over_ = true;
    for (std::thread* thread : {&batch_, &single_})
      if (thread->joinable()) thread->join();
    return {in_one_, in_new_};
  }

 private:
  void read_in_one_process() {
    RunningProgram program({TIMBAO_QUERY_BIN, "--index", index_, "--batch", "--snippet", "0", "-n", "100"});
    while (!is_over_) {
      program.write("\"tin phiên\"\n");
      in_one_.insert(state_in_(program.read_line()));
    }
    const RunResult result = program.finish();
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "");
  }
  void read_in_new_processes() {
    while (!is_over_) {
      const RunResult result = run({TIMBAO_QUERY_BIN, "--index", index_, "--format", "json", "--snippet", "0", "-n",
                                    "100", "--", "\"tin phiên\""});
      EXPECT_EQ(result.status, 0) << result.err;
      in_new_.insert(state_in_(result.out));
    }
  }

  std::string index_;
  int (*state_in_)(const std::string&);
  std::atomic<bool> is_over_{false};
  std::set<int> in_one_, in_new_;
  std::thread batch_, single_;
};

class Replica : public ReplicaTest {
 protected:
  /// What an index answers to queries of all kinds, without the time that it took.
  [[nodiscard]] static std::vector<std::string> answers_of(const std::string& index) {
    const std::vector<std::vector<std::string>> questions{
        {"loc ha"},
        {"\"bàn việc đê\"", "--sort", "oldest"},
        {"họp NEAR/3 lần", "--facet", "source,year"},
        {"phien", "--readings", "--neighbours"},
        {"đê điều", "--timeline", "month", "--mentions=5"},
        {"số*", "-n", "100", "--snippet", "0"},
        {"không có"},
    };
    std::vector<std::string> answers;
    for (std::vector<std::string> question : questions) {
      question.insert(question.begin(), {TIMBAO_QUERY_BIN, "--index", index, "--format", "json"});
      const RunResult result = run(question);
      EXPECT_LE(result.status, 1) << result.err;
      answers.push_back(without_time(Json::parse(result.out)).dump());
    }
    return answers;
  }

  void expect_equal_answers() const {
    EXPECT_EQ(answers_of(replica_), answers_of(index_));
    EXPECT_EQ(dump_of(replica_), dump_of(index_));
  }

  /// A program in a folder that is put before the others.
  void write_program(const std::string& name, const std::string& script) const {
    fs::permissions(directory_.write("programs/" + name, "#!/bin/bash\n" + script + "\n"), fs::perms(0755));
  }

  /// `ssh`, which notes its arguments. It has no pipe of its own to rsync, whose standard output does not wait.
  [[nodiscard]] std::string folder_with_ssh(const std::string& command) const {
    write_program("ssh", "echo \"$*\" >>'" + (directory_ / "calls") + R"('
while [[ $1 == -* ]]; do
  if [[ $1 == -[ol] ]]; then shift; fi
  shift
done
shift
)" + command);
    return directory_ / "programs";
  }
  [[nodiscard]] RunResult replicate_by_ssh(const std::string& command, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments{program(), "ssh:an@may-khac:" + index_, replica_};
    arguments.insert(arguments.begin() + 1, more.begin(), more.end());
    return run(arguments, options(folder_with_ssh(command)));
  }
  static constexpr const char* kOverThere = "sh -c \"$*\"";

  void expect_refused(const RunResult& result, int status, const std::string& reason) const {
    EXPECT_EQ(result.status, status) << result.err;
    EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
    EXPECT_EQ(result.err.rfind("timbao-replicate: ", 0), 0U) << result.err;
    EXPECT_TRUE(has_part(result.err, reason)) << reason << " is not in " << result.err;
  }
};

TEST_F(Replica, FollowsTenPublicationsOfBothWaysAndReadersSeeWholeStatesOnly) {
  publish(0);
  follow();
  Watch watch(replica_, state_in);
  for (int state = 1; state <= 10; ++state) {
    if (state % 2 == 0)
      publish_aside(state);
    else
      publish(state);
    follow();
    expect_equal_answers();
    EXPECT_EQ(state_of_replica(), state);
    EXPECT_LE(leftovers().size(), 1U) << "more than the generation before";
  }
  for (const std::set<int>& seen : watch.end()) {
    EXPECT_EQ(seen.count(-1), 0U) << "an answer shows half a state";
    EXPECT_GE(seen.size(), 5U);
  }
  expect_sound_replica();
}

TEST_F(Replica, OfAnIndexInShardsHasThemAllAndFollowsThem) {
  publish(0);
  add({"--rebuild", "--shards", "4"});
  follow();
  EXPECT_EQ(lines_of(read_file(replica_ + "/XAPIANDB")).size(), 4U);
  publish_aside(1);
  follow();
  EXPECT_EQ(state_of_replica(), 1);
  EXPECT_EQ(dump_of(replica_), dump_of(index_));
  EXPECT_LE(leftovers().size(), 4U) << "more than the generations before";
  expect_sound_replica();
}

TEST_F(Replica, OfAnIndexThatIsWrittenWithoutAPauseIsOfOneState) {
  constexpr int kPublications = 20, kMostPublications = 60;
  constexpr std::size_t kStates = 3;
  more_articles_ = 800;  // so that most copies are made between two publications
  publish(0);
  follow();
  std::atomic<bool> is_over{false}, has_seen_enough{false};
  // How many states are seen meanwhile depends on the machine. Until enough are, the writer goes on, more and more slowly.
  std::thread writer([&] {
    for (int state = 1; state <= kPublications; ++state) publish(state);
    for (int state = kPublications + 1; !has_seen_enough && state <= kMostPublications; ++state) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50) * (state - kPublications));
      publish(state);
    }
    is_over = true;
  });
  std::set<int> states;
  while (!is_over) {
    const RunResult result = replicate({index_, replica_});
    if (result.status == 4)
      expect_refused(result, 4, "it is being written too fast to be copied");
    else
      EXPECT_EQ(result.status, 0) << result.err;
    states.insert(state_of_replica());
    has_seen_enough = states.size() >= kStates;
    expect_sound_replica();
  }
  writer.join();
  EXPECT_EQ(states.count(-1), 0U);
  EXPECT_GE(states.size(), kStates);
  follow();
  expect_equal_answers();
}

TEST_F(Replica, DoesNothingWhereNothingHasChanged) {
  publish(1);
  EXPECT_TRUE(has_part(replicate({index_, replica_}).out, replica_ + ": g1\n"));
  EXPECT_EQ(replicate({index_, replica_}).out, "");
  EXPECT_EQ(read_file(replica_ + "/XAPIANDB"), "auto g1\n");
  EXPECT_EQ(replicate({"--force", index_, replica_}).out, replica_ + ": g2\n");
}

TEST_F(Replica, OfAReplicaFollowsToo) {
  publish(1);
  follow();
  const std::string second = directory_ / "second";
  EXPECT_EQ(replicate({replica_, second}).status, 0);
  EXPECT_EQ(replicate({replica_, second}).out, "");
  EXPECT_EQ(dump_of(second), dump_of(index_));
}

TEST_F(Replica, ReachesItsOriginalBySsh) {
  index_ = directory_ / "báo 'lạ' $HOME; \"x\"";
  publish(1);
  const RunResult result = replicate_by_ssh(kOverThere);
  EXPECT_EQ(result.status, 0) << result.err;
  expect_equal_answers();
  const std::string calls = read_file(directory_ / "calls");
  EXPECT_TRUE(has_part(calls, "-o BatchMode=yes")) << calls;
  EXPECT_TRUE(has_part(calls, " -- an@may-khac sh -s -- ")) << calls;
}

TEST_F(Replica, ByRsyncIsSentOnlyWhatDiffers) {
  more_articles_ = 800;
  const std::string stats = directory_ / "stats";
  write_program("rsync", R"(if [[ $1 == --server ]]; then exec /usr/bin/rsync "$@"; fi
/usr/bin/rsync --stats "$@" | sed -n 's/,//g; s/Total bytes received: //p' >)" +
                             stats);
  publish(1);
  EXPECT_EQ(replicate_by_ssh(kOverThere, {"--rsync"}).status, 0);
  const int first = std::stoi(read_file(stats));
  EXPECT_EQ(replicate_by_ssh(kOverThere, {"--rsync", "--force"}).status, 0);
  EXPECT_LT(std::stoi(read_file(stats)), first / 10);
  more_articles_ = 801;
  publish(2);
  EXPECT_EQ(replicate_by_ssh(kOverThere, {"--rsync"}).status, 0);
  EXPECT_LT(std::stoi(read_file(stats)), first);
  expect_equal_answers();
  expect_sound_replica();
}

TEST_F(Replica, IsLeftAsItWasWhereSshFails) {
  publish(1);
  follow();
  publish(2);
  const std::string refused = "ssh: connect to host may-khac port 22: Connection refused";
  expect_refused(replicate_by_ssh("{ echo '" + refused + "' >&2; exit 255; }"), 5, refused);
  const std::string broken = "if [[ $* == *sh*g1* ]]; then sh -c \"$*\" | head -c 9000; exit 255; fi; sh -c \"$*\"";
  expect_refused(replicate_by_ssh("{ " + broken + "; }"), 5, "not brought up to date: ");
  EXPECT_EQ(state_of_replica(), 1);
  EXPECT_EQ(leftovers(), std::vector<std::string>{});
}

TEST_F(Replica, IsMadeByOneAtATime) {
  publish(1);
  follow();
  publish(2);
  {
    const WriterLock lock(replica_);
    expect_refused(replicate({index_, replica_}), 4,
                   "process " + std::to_string(::getpid()) + " is writing this index");
  }
  const std::string waiting = directory_ / "waiting";
  const std::string wait =
      "{ touch '" + waiting + "'; while [[ -e '" + waiting + "' ]]; do sleep 0.02; done; sh -c \"$*\"; }";
  EXPECT_EQ(replicate_by_ssh(kOverThere).status, 0);
  publish(3);
  RunningProgram first({program(), "ssh:may-khac:" + index_, replica_},
                       options(folder_with_ssh("if [[ $* == *sh*g1* ]]; then " + wait + "; else sh -c \"$*\"; fi")));
  while (!fs::exists(waiting)) ::usleep(10'000);
  expect_refused(replicate({index_, replica_}), 4, "process " + std::to_string(first.pid()) + " is writing this index");
  const RunResult writer = run({TIMBAO_INDEX_BIN, "--index", replica_, "remove", "b1"});
  EXPECT_EQ(writer.status, 4) << writer.err;
  fs::remove(waiting);
  EXPECT_EQ(first.finish().status, 0);
  EXPECT_EQ(state_of_replica(), 3);
}

TEST_F(Replica, IsNotReplacedByADamagedCopy) {
  more_articles_ = 800;  // so that damage shows only to those who look for it
  publish(1);
  follow();
  publish_aside(2);
  const std::string generation = generation_of_original();
  const std::string table = generation + "/termlist.glass", content = read_file(table);
  std::string damaged = content;
  damaged.replace(100, 4'000, 4'000, 'x');
  std::ofstream(table, std::ios::binary) << damaged;
  expect_refused(replicate({"--check", index_, replica_}), 3, "its copy is damaged, and is not published");
  std::ofstream(table, std::ios::binary) << content.substr(0, 8'192);
  expect_refused(replicate({"--check", index_, replica_}), 3, "is not published");
  std::ofstream(table, std::ios::binary) << content;
  std::ofstream(generation + "/iamglass", std::ios::binary) << "no version file";
  expect_refused(replicate({index_, replica_}), 3, "its copy cannot be read here, and is not published");
  EXPECT_EQ(state_of_replica(), 1);
  EXPECT_EQ(leftovers(), std::vector<std::string>{});
}

TEST_F(Replica, TakesNothingButTheFilesOfAnIndex) {
  publish(1);
  follow();
  publish_aside(2);
  const std::string generation = generation_of_original();
  fs::create_symlink("/etc/passwd", generation + "/other.glass");
  expect_refused(replicate({index_, replica_}), 3, "it holds more than the files of an index");
  EXPECT_EQ(state_of_replica(), 1);
}

TEST_F(Replica, KeepsTheRightsThatItsFilesHad) {
  publish(1);
  follow();
  const std::string generation = replica_ + "/g1", stub = replica_ + "/XAPIANDB";
  fs::permissions(generation, fs::perms(0750));
  for (const auto& file : fs::directory_iterator(generation)) fs::permissions(file.path(), fs::perms(0640));
  fs::permissions(stub, fs::perms(0640));
  publish_aside(2);
  follow();
  EXPECT_EQ(fs::status(replica_ + "/g2").permissions(), fs::perms(0750));
  EXPECT_EQ(fs::status(stub).permissions(), fs::perms(0640));
  for (const auto& file : fs::directory_iterator(replica_ + "/g2"))
    EXPECT_EQ(file.status().permissions(), fs::perms(0640)) << file.path();
}

TEST_F(Replica, WhatCannotBeCopiedIsSaidInOneLine) {
  publish(1);
  const std::string other = directory_ / "other", file = directory_.write("file", "x");
  fs::copy(index_, other, fs::copy_options::recursive);
  static_cast<void>(directory_.write("foreign/XAPIANDB", "remote localhost:7\n"));
  static_cast<void>(directory_.write("gone/XAPIANDB", "auto g7\n"));
  struct Case {
    std::vector<std::string> arguments;
    int status;
    std::string reason;
  };
  const std::vector<Case> cases{
      {{}, 2, "give the original and the folder of the replica"},
      {{index_, replica_, replica_}, 2, "give the original and the folder of the replica"},
      {{"--frce", index_, replica_}, 2, "unknown option '--frce'"},
      {{"ssh:-oProxyCommand=x:/a", replica_}, 2, "an index by ssh is ssh:HOST:DIR"},
      {{"ssh:may", replica_}, 2, "an index by ssh is ssh:HOST:DIR"},
      {{index_, other}, 2, "it is an index of its own, no replica"},
      {{index_, index_}, 2, "it is an index of its own, no replica"},
      {{index_, archive_}, 2, "it holds news.jsonl, so it is no replica"},
      {{index_, file}, 2, "it is a file"},
      {{index_, "/proc/replica"}, 5, "it cannot be made: No such file or directory"},
      {{directory_ / "missing", replica_}, 3, "no index at " + (directory_ / "missing")},
      {{archive_, replica_}, 3, "not an index: it has no file XAPIANDB"},
      {{directory_ / "foreign", replica_}, 3, "not an index: its file XAPIANDB names no generation"},
      {{directory_ / "gone", replica_}, 3, "g7 cannot be read"},
  };
  for (const Case& one : cases) expect_refused(replicate(one.arguments), one.status, one.reason);
  EXPECT_FALSE(fs::exists(replica_));
  EXPECT_EQ(dump_of(other), dump_of(index_));
  EXPECT_EQ(replicate({"--help"}).out.rfind("usage: timbao-replicate ", 0), 0U);
}

}  // namespace
}  // namespace timbao::test
