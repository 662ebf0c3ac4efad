// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/tokens_command.h"

#include <gtest/gtest.h>

#include <sstream>

namespace timbao {
namespace {

std::string tokens_of(std::string_view text) {
  std::ostringstream out;
  TokenPrinter(out).print(text);
  return out.str();
}

TEST(Tokens, PrintsATokenALineWithOffsetsInCodePoints) {
  EXPECT_EQ(tokens_of("“Đảng bộ”"),
            R"({"text":"Đảng","start":1,"end":5,"kind":"word","folded":"dang","exact":"đang~3"})"
            "\n"
            R"({"text":"bộ","start":6,"end":8,"kind":"word","folded":"bo","exact":"bô~5"})"
            "\n");
}

TEST(Tokens, PrintsWhatSeveralTokensMeanTogetherAfterThem) {
  EXPECT_EQ(tokens_of("TP.HCM ơi"),
            R"({"text":"TP","start":0,"end":2,"kind":"word","folded":"tp","exact":"tp"})"
            "\n"
            R"({"text":"HCM","start":3,"end":6,"kind":"word","folded":"hcm","exact":"hcm"})"
            "\n"
            R"({"text":"TP.HCM","start":0,"end":6,"kind":"whole","folded":"tphcm","exact":"tphcm"})"
            "\n"
            R"({"text":"ơi","start":7,"end":9,"kind":"word","folded":"oi","exact":"ơi"})"
            "\n");
}

TEST(Tokens, PrintsNothingForPunctuation) { EXPECT_EQ(tokens_of(" … !? \xFF "), ""); }

TEST(Tokens, PassesOverALineThatIsTooLongAndSaysSo) {
  std::istringstream in("đê\r\n" + std::string(kTokensLineBytes + 1, 'a') + "\nchợ");
  std::ostringstream out, err;
  TokensOptions options;
  EXPECT_EQ(run_tokens(options, {in, out, err}), ExitCode::incomplete);
  EXPECT_EQ(err.str(), "timbao-index: line 2 is longer than 16777216 bytes\n");
  EXPECT_EQ(out.str(), tokens_of("đê") + tokens_of("chợ"));
}

TEST(Tokens, JoinsTheWordsOfTheCommandLine) {
  std::istringstream in("not read");
  std::ostringstream out, err;
  TokensOptions options;
  options.words = {"đê", "điều"};
  EXPECT_EQ(run_tokens(options, {in, out, err}), ExitCode::done);
  EXPECT_EQ(out.str(), tokens_of("đê điều"));
}

}  // namespace
}  // namespace timbao
