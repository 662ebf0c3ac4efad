// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/cli/query_fixture.h"
#include "tests/http_client.h"

namespace timbao::test {

/// An index of kArticles, and `timbao-query --serve` on it, at a port that is free.
class ServeTest : public QueryTest {
 protected:
  void SetUp() override {
    QueryTest::SetUp();
    serve({"--serve=:0"});
  }

  /// Starts a server in place of the one before.
  void serve(const std::vector<std::string>& options) {
    std::vector<std::string> command{TIMBAO_QUERY_BIN, "--index", index()};
    command.insert(command.end(), options.begin(), options.end());
    server_ = std::make_unique<RunningProgram>(command);
    address_ = server_->read_line();
    ASSERT_EQ(address_.substr(0, 7), "http://");
    port_ = static_cast<std::uint16_t>(std::stoul(address_.substr(address_.rfind(':') + 1)));
  }

  [[nodiscard]] HttpReply get(const std::string& target, const std::string& headers = {}) const {
    return test::get(port_, target, headers);
  }

  /// The object that an endpoint answers with.
  [[nodiscard]] Json object(const std::string& target) const {
    const HttpReply reply = get(target);
    EXPECT_EQ(reply.status, 200) << target << ": " << reply.body;
    EXPECT_EQ(reply.headers.at("content-type"), "application/json; charset=utf-8");
    return Json::parse(reply.body);
  }

  std::unique_ptr<RunningProgram> server_;
  std::string address_;
  std::uint16_t port_ = 0;
};

}  // namespace timbao::test
