// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a manual page holds all that is known of a program, and none of its text is a request of roff.
#include "common/base/generate/man_page.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/base/generate/roff.h"
#include "tests/common/base/generate/small_program.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

TEST(RoffText, IsPrintedAsTheText) {
  struct Case {
    std::string text, roff;
  };
  const std::vector<Case> cases{
      {"", ""},
      {"add", "add"},
      {"--no-typing", "\\-\\-no\\-typing"},
      {"C:\\dir", "C:\\(rsdir"},
      {"'a' \"b\" `c`", "\\(aqa\\(aq \\(dqb\\(dq \\(gac\\(ga"},
      {"~/x^2", "\\(ti/x\\(ha2"},
      {"Đảng", "\\[u0110]\\[u1EA3]ng"},
      {"🔥", "\\[u1F525]"},
      {"a\nb\tc\x7F", "a b c "},
      {"ch\xFFo", "ch\\[uFFFD]o"},
  };
  for (const Case& one : cases) EXPECT_EQ(roff_text(one.text), one.roff) << one.text;
}

TEST(RoffText, IsAsciiOnOneLineWhateverItIsMadeOf) {
  std::string every;
  for (int byte = 1; byte < 256; ++byte) every += static_cast<char>(byte);
  const std::string roff = roff_text(every);
  EXPECT_TRUE(std::all_of(roff.begin(), roff.end(), [](char c) { return c >= ' ' && c < '\x7F'; }));
}

TEST(RoffLine, IsNoRequest) {
  for (const char* text : {".gz", "'a", "...", "\\", "a"}) {
    const std::string line = roff_line(text);
    EXPECT_NE(line[0], '.') << text;
    EXPECT_NE(line[0], '\'') << text;
  }
  EXPECT_EQ(roff_line(".gz"), "\\&.gz");
}

TEST(ManPage, ShowsAProgramWithCommands) {
  const std::string page = man_page(test::small_program());
  EXPECT_EQ(page,
            ".\\\" Made by: bao-xem --generate man\n"
            ".TH BAO\\-XEM 1 \"\" \"timbao 1.2\" \"User Commands\"\n"
            ".nh\n.ad l\n"
            ".SH NAME\nbao\\-xem \\- reads papers\n"
            ".SH SYNOPSIS\n\\fBbao\\-xem\\fR [\\fIOPTIONS\\fR] \\fICOMMAND\\fR\n"
            ".SH DESCRIPTION\n\\&.Hidden files are read; \\-\\- ends options.\n"
            ".SH COMMANDS\n"
            ".TP\n\\fBread\\fR \\fIPATH...\\fR\nreads [them]\n"
            ".RS\n"
            ".TP\n\\fB\\-w\\fR, \\fB\\-\\-wait\\fR \\fISECONDS\\fR\nwaits \\(aqso\\(aq long: 5\n"
            ".TP\n\\fB\\-\\-errors\\fR \\fIFILE\\fR\nwrites \\(gafaults\\(ga\n"
            ".RE\n"
            ".TP\n\\fBlist\\fR\nlists what\\(aqs there\n"
            ".RS\n"
            ".TP\n\\fB\\-w\\fR, \\fB\\-\\-wait\\fR \\fISECONDS\\fR\nwaits \\(aqso\\(aq long: 5\n"
            ".RE\n"
            ".SH OPTIONS OF EVERY COMMAND\n"
            ".TP\n\\fB\\-\\-index\\fR \\fIDIR\\fR\nthe $INDEX\n"
            ".TP\n\\fB\\-\\-marks\\fR \\fIHOW\\fR\nhow\n"
            ".TP\n\\fB\\-\\-facet\\fR \\fIFIELD[:N]\\fR\ncounts\n"
            ".TP\n\\fB\\-\\-near\\fR[=\\fIN\\fR]\nnear \\(rs far\n"
            ".TP\n\\fB\\-q\\fR, \\fB\\-\\-quiet\\fR\nsays nothing\n"
            ".SH FILES\n.TP\n\\fB\\(ti/.bao\\fR\nthe index\n"
            ".SH EXIT STATUS\n.TP\n\\fB0\\fR\ndone\n.TP\n\\fB2\\fR\nwrong command line\n"
            ".SH SEE ALSO\n\\fBman\\fR(1),\n\\fBgroff\\fR(1)\n");
}

TEST(ManPage, ShowsAProgramWithoutCommands) {
  const std::string page = man_page(test::asking_program());
  EXPECT_NE(page.find("[\\fIOPTIONS\\fR] \\fI[QUERY...]\\fR\n.SH OPTIONS\n.TP\n"), std::string::npos) << page;
  for (const char* absent : {"COMMANDS", "EXIT STATUS", "SEE ALSO", "DESCRIPTION"})
    EXPECT_EQ(page.find(absent), std::string::npos) << absent;
}

}  // namespace
}  // namespace timbao
