// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/pager.h"

#include <gtest/gtest.h>

#include <map>

namespace timbao {
namespace {

using Words = std::vector<std::string>;

Words command(const std::string& pattern, const std::map<std::string, std::string>& variables) {
  return pager_command(pattern, [&](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string() : found->second;
  });
}

TEST(PagerCommand, IsThePagerOfTheUser) {
  struct Case {
    std::map<std::string, std::string> variables;
    Words command;
  };
  for (const Case& c :
       {Case{{{"TERM", "xterm"}}, {"less", "-R", "+/đảng"}},
        Case{{{"PAGER", ""}, {"TERM", "xterm"}}, {"less", "-R", "+/đảng"}},
        Case{{{"PAGER", "/usr/bin/less  -i -S "}}, {"/usr/bin/less", "-i", "-S", "-R", "+/đảng"}},
        Case{{{"PAGER", "more -s"}, {"TERM", "dumb"}}, {"more", "-s"}},
        Case{{{"PAGER", "a;b $(c) 'd e'"}}, {"a;b", "$(c)", "'d", "e'"}}, Case{{{"TERM", "dumb"}}, {}}, Case{{}, {}}})
    EXPECT_EQ(command("đảng", c.variables), c.command);
  EXPECT_EQ(command("", {{"TERM", "xterm"}}), (Words{"less", "-R"}));
}

}  // namespace
}  // namespace timbao
