// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/cli/query_fixture.h"

namespace timbao::test {

/// A socket that listens on a free port of this machine. It accepts by itself, since the system does, and says nothing.
class SilentServer {
 public:
  SilentServer() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(::bind(socket_, any, size), 0);
    EXPECT_EQ(::listen(socket_, 8), 0);
    EXPECT_EQ(::getsockname(socket_, any, &size), 0);
    port_ = ntohs(address.sin_port);
  }
  ~SilentServer() { ::close(socket_); }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::string place() const { return "remote:127.0.0.1:" + std::to_string(port_); }

  /// Answers the next connection with a text, and closes it.
  void say(std::string_view text) const {
    const int connection = ::accept(socket_, nullptr, nullptr);
    EXPECT_EQ(::write(connection, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    ::close(connection);
  }

 private:
  int socket_;
  std::uint16_t port_ = 0;
};

/// A port on which nobody listens.
inline std::uint16_t free_port() {
  const SilentServer server;
  return server.port();
}

/// xapian-tcpsrv on an index. It ends its whole process group, so it has one of its own.
class IndexServer {
 public:
  explicit IndexServer(std::string folder) : folder_(std::move(folder)) { start(free_port()); }
  ~IndexServer() { stop(); }
  IndexServer(const IndexServer&) = delete;
  IndexServer& operator=(const IndexServer&) = delete;

  [[nodiscard]] std::string place() const { return "remote:127.0.0.1:" + std::to_string(port_); }

  /// Ends the server and its connections.
  void stop() {
    if (!program_) return;
    program_->signal(SIGTERM);
    program_->finish();
    program_.reset();
  }

  void start_again() { start(port_); }

  /// Stops it and its connections from running, and lets them run again.
  void pause() const { ::kill(-program_->pid(), SIGSTOP); }
  void go_on() const { ::kill(-program_->pid(), SIGCONT); }

 private:
  void start(std::uint16_t port) {
    port_ = port;
    program_ = std::make_unique<RunningProgram>(std::vector<std::string>{
        "setsid", "xapian-tcpsrv", "--interface", "127.0.0.1", "--port", std::to_string(port), folder_});
    std::string line;
    do line = program_->read_line();
    while (!line.empty() && line != "Listening...");
    EXPECT_EQ(line, "Listening...");
  }

  std::string folder_;
  std::uint16_t port_ = 0;
  std::unique_ptr<RunningProgram> program_;
};

/// Three indexes of made-up articles, and timbao-query on them, on servers, or on both.
class RemoteTest : public ::testing::Test {
 protected:
  static constexpr std::size_t kShards = 3;

  void SetUp() override {
    for (std::size_t i = 0; i < kShards; ++i) add(i, articles(i));
  }

  /// Articles of which some have the words of a phrase and not the phrase, and some are copies of one story.
  static std::string articles(std::size_t shard) {
    constexpr std::size_t kCount = 90;
    const std::vector<std::string> papers{"Báo Thanh Lĩnh", "Báo thanh lĩnh", "Báo Mỹ Hòa", "Tin Bắc Lạng"};
    const std::vector<std::string> texts{"đảng bộ xã họp bàn ngân sách", "bộ đội giúp đảng viên cấy lúa",
                                         "bàn giao đất cho dân",         "dân giao bàn ghế cho trường",
                                         "đăng ký khám bệnh tại xã",     "hội đồng nhân dân bàn ngân sách xã"};
    std::string lines;
    for (std::size_t i = 0; i < kCount; ++i) {
      const std::size_t n = i * kShards + shard;
      const bool is_copy = n % 9 == 0;
      std::string body = is_copy ? "Xã Lạng Hòa khánh thành cầu mới qua sông, dân hai bờ đi lại dễ hơn trước nhiều"
                                 : texts[n % 6] + ". Ngày thứ " + std::to_string(n) + " " + texts[(n / 2) % 6];
      if (n % 4 == 0) body += ". Theo Chỉ thị 05-CT/TW của đảng bộ";
      lines += R"({"id":"bai-)" + std::to_string(n) + R"(","title":"Tin )" + std::to_string(n % 17) + " " +
               texts[n % 5] + R"(","body":")" + body + R"(","source":")" + papers[n % 4] + R"(","section":["Mục )" +
               std::to_string(n % 5) + R"(","Chung"],"author":"Người )" + std::to_string(n % 7) + "\"";
      if (n % 8 != 0)
        lines += R"(,"date":"201)" + std::to_string(n % 4 + 5) + "-0" + std::to_string(n % 9 + 1) + R"(-12")";
      lines += "}\n";
    }
    return lines;
  }

  [[nodiscard]] std::string folder(std::size_t shard) const { return directory_ / ("ix" + std::to_string(shard)); }
  [[nodiscard]] std::vector<std::string> folders() const { return {folder(0), folder(1), folder(2)}; }

  void add(std::size_t shard, const std::string& lines, const std::vector<std::string>& options = {}) const {
    RunOptions input;
    input.input = lines;
    std::vector<std::string> command{TIMBAO_INDEX_BIN, "--index", folder(shard), "--quiet", "add", "-"};
    command.insert(command.end(), options.begin(), options.end());
    const RunResult result = run(command, input);
    ASSERT_EQ(result.status, 0) << result.err;
  }

  static std::vector<std::string> command(const std::vector<std::string>& indexes,
                                          const std::vector<std::string>& arguments) {
    std::vector<std::string> all{TIMBAO_QUERY_BIN};
    for (const std::string& index : indexes) all.insert(all.end(), {"--index", index});
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
  }

  static RunResult ask(const std::vector<std::string>& indexes, const std::vector<std::string>& arguments,
                       const RunOptions& options = {}) {
    return run(command(indexes, arguments), options);
  }

  TempDirectory directory_;
};

}  // namespace timbao::test
