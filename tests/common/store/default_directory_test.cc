// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/default_directory.h"

#include <gtest/gtest.h>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace timbao {
namespace {

/// Sets variables of the environment, and puts back what they were.
class Environment {
 public:
  explicit Environment(std::vector<std::pair<std::string, const char*>> values) : values_(std::move(values)) {
    for (const auto& [name, value] : values_) {
      const char* before = std::getenv(name.c_str());
      before_.emplace_back(before == nullptr ? std::string() : before);
      ::setenv(name.c_str(), value, 1);
    }
  }
  ~Environment() {
    for (std::size_t i = 0; i < values_.size(); ++i) ::setenv(values_[i].first.c_str(), before_[i].c_str(), 1);
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  std::vector<std::pair<std::string, const char*>> values_;
  std::vector<std::string> before_;
};

std::string default_with(const char* index, const char* data_home, const char* home) {
  const Environment environment({{"TIMBAO_INDEX", index}, {"XDG_DATA_HOME", data_home}, {"HOME", home}});
  return default_index_directory();
}

TEST(DefaultIndexDirectory, FollowsTheEnvironmentInItsOrder) {
  EXPECT_EQ(default_with("/a", "/b", "/c"), "/a");
  EXPECT_EQ(default_with("", "/b", "/c"), "/b/timbao/index");
  EXPECT_EQ(default_with("", "", "/c"), "/c/.local/share/timbao/index");
  const struct passwd* const user = ::getpwuid(::geteuid());
  if (user == nullptr) GTEST_SKIP() << "this user has no entry";
  EXPECT_EQ(default_with("", "", ""), std::string(user->pw_dir) + "/.local/share/timbao/index");
}

}  // namespace
}  // namespace timbao
