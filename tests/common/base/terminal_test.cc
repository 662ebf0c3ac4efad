// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: width and colour follow from the terminal and the environment, and a file is no terminal.
#include "common/base/terminal.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <map>
#include <string>

namespace timbao {
namespace {

using Variables = std::map<std::string, std::string>;

Environment environment_of(const Variables& variables) {
  return [variables](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string() : found->second;
  };
}

/// What a terminal of so many columns is taken for.
Terminal look(unsigned short columns, const Variables& variables) {
  int master = -1, terminal = -1;
  winsize size{};
  size.ws_row = 24;
  size.ws_col = columns;
  EXPECT_EQ(::openpty(&master, &terminal, nullptr, nullptr, &size), 0);
  const Terminal found = look_at_terminal(terminal, environment_of(variables));
  ::close(terminal);
  ::close(master);
  return found;
}

TEST(LookAtTerminal, AsksTheTerminalForItsWidthAndThenTheEnvironment) {
  EXPECT_EQ(look(72, {{"COLUMNS", "40"}}).columns, 72U);
  EXPECT_EQ(look(0, {{"COLUMNS", "40"}}).columns, 40U);
  for (const std::string bad : {"", "x", "-3", "40x", " 40", "99999999999999999999", "100000"})
    EXPECT_EQ(look(0, {{"COLUMNS", bad}}).columns, 0U) << bad;
}

TEST(LookAtTerminal, WantsColourUnlessItIsToldNotTo) {
  EXPECT_TRUE(look(80, {{"TERM", "xterm"}}).wants_colour);
  EXPECT_TRUE(look(80, {{"TERM", "xterm"}, {"NO_COLOR", ""}}).wants_colour) << "an empty one says nothing";
  EXPECT_TRUE(look(80, {{"TERM", "xterm"}, {"CLICOLOR", "1"}}).wants_colour);
  EXPECT_FALSE(look(80, {{"TERM", "dumb"}}).wants_colour);
  EXPECT_FALSE(look(80, {}).wants_colour);
  EXPECT_FALSE(look(80, {{"TERM", "xterm"}, {"NO_COLOR", "0"}}).wants_colour) << "any value counts";
  EXPECT_FALSE(look(80, {{"TERM", "xterm"}, {"CLICOLOR", "0"}}).wants_colour);
}

TEST(LookAtTerminal, MovesTheCursorOfAnyTerminalThatIsNotDumb) {
  EXPECT_TRUE(look(80, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}).moves_cursor);
  EXPECT_FALSE(look(80, {{"TERM", "dumb"}}).moves_cursor);
  EXPECT_FALSE(look(80, {}).moves_cursor);
}

TEST(LookAtTerminal, ShowsUtf8WhereTheLocaleSaysSo) {
  for (const char* const locale : {"vi_VN.UTF-8", "C.utf8", "en_US.Utf-8@x"})
    EXPECT_TRUE(look(80, {{"LANG", locale}}).shows_utf8);
  EXPECT_FALSE(look(80, {}).shows_utf8);
  EXPECT_FALSE(look(80, {{"LANG", "vi_VN.UTF-8"}, {"LC_ALL", "C"}}).shows_utf8);
  EXPECT_FALSE(look(80, {{"LANG", "vi_VN.UTF-8"}, {"LC_CTYPE", "POSIX"}}).shows_utf8);
  EXPECT_TRUE(look(80, {{"LANG", "C"}, {"LC_CTYPE", "C.UTF-8"}}).shows_utf8);
  EXPECT_TRUE(Terminal{}.shows_utf8) << "a file takes any text";
}

TEST(LookAtTerminal, TakesAFileForNoTerminal) {
  const int file = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  const Terminal found = look_at_terminal(file, environment_of({{"TERM", "xterm"}, {"COLUMNS", "40"}}));
  EXPECT_EQ(found.columns, 0U);
  EXPECT_FALSE(found.moves_cursor);
  EXPECT_FALSE(found.wants_colour);
  ::close(file);
  EXPECT_EQ(look_at_terminal(-1, environment_of({})).columns, 0U);
}

TEST(ProcessEnvironment, GivesWhatIsSetAndNothingElse) {
  const Environment environment = process_environment();
  EXPECT_FALSE(environment("PATH").empty());
  EXPECT_EQ(environment("TIMBAO_NO_SUCH_VARIABLE"), "");
}

}  // namespace
}  // namespace timbao
