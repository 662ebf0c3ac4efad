// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/completer.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

using Words = std::vector<std::string>;

/// An archive that completes everything by the same words or names, and writes down what it was asked.
struct KnownWords {
  Archive archive() {
    Archive made;
    made.complete = [this](const ToComplete& wanted) {
      asked.push_back(wanted);
      return found;
    };
    return made;
  }
  std::vector<Completion> found;
  std::vector<ToComplete> asked;
};

TEST(CompleteLine, CompletesCommandsAndWhatTheyTake) {
  KnownWords known;
  const auto words = [&](std::string_view line) { return complete_line(line, known.archive()).words; };
  EXPECT_EQ(words(":so"), (Words{":sort "}));
  EXPECT_EQ(words(":nex"), (Words{":next"}));
  EXPECT_EQ(words(":offset"), Words{}) << "pages are turned by :n and :p";
  EXPECT_EQ(words(":sort n"), (Words{"newest"}));
  EXPECT_EQ(words(":sort "), (Words{"relevance", "newest", "oldest", "title"}));
  EXPECT_EQ(words(":nothing x"), Words{});
  EXPECT_TRUE(complete_line(":save a", known.archive()).are_files);
  EXPECT_FALSE(complete_line(":sort a", known.archive()).are_files);
  EXPECT_TRUE(known.asked.empty());
}

TEST(CompleteLine, CompletesWordsBehindSignsBracketsAndFields) {
  KnownWords known;
  known.found = {{"đảng", 9}, {"dân", 5}};
  struct Case {
    std::string_view line;
    Words words;
    std::string typed, before;
    std::optional<Field> field;
  };
  for (const Case& c :
       {Case{"dan", {"đảng", "dân"}, "dan", "", {}}, Case{"xây (-dan", {"-đảng", "-dân"}, "dan", "xây", {}},
        Case{"title:dan", {"title:đảng", "title:dân"}, "dan", "", Field::title},
        Case{"ti", {"title:", "đảng", "dân"}, "ti", "", {}}, Case{"+ti", {"+title:", "+đảng", "+dân"}, "ti", "", {}},
        Case{"so:dan", {"so:\"đảng\"", "so:\"dân\""}, "dan", "", Field::number},
        Case{"\"xây  dan", {"đảng", "dân"}, "dan", "xây", {}}}) {
    known.asked.clear();
    EXPECT_EQ(complete_line(c.line, known.archive()).words, c.words) << c.line;
    ASSERT_EQ(known.asked.size(), 1U) << c.line;
    EXPECT_EQ(known.asked[0].typed, c.typed) << c.line;
    EXPECT_EQ(known.asked[0].before, c.before) << c.line;
    EXPECT_EQ(known.asked[0].field, c.field) << c.line;
  }
  EXPECT_EQ(complete_line("", known.archive()).words, Words{});
  EXPECT_EQ(complete_line("đảng ", known.archive()).words, Words{});
}

TEST(CompleteLine, CompletesNamesInQuotes) {
  KnownWords known;
  known.found = {{"Báo Tỉnh Đoàn", 3}};
  EXPECT_EQ(complete_line("source:b", known.archive()).words, (Words{"source:\"Báo Tỉnh Đoàn\""}));
  EXPECT_EQ(complete_line("họp source:\"bao ti", known.archive()).words, (Words{"Tỉnh Đoàn\""}));
  EXPECT_EQ(known.asked.back().typed, "bao ti");
  EXPECT_EQ(complete_line("source:\"ba\u0301o tỉnh ", known.archive()).words, (Words{"Đoàn\""})) << "decomposed";
  EXPECT_EQ(complete_line("source:\"x\" b", known.archive()).words, (Words{"body:", "Báo Tỉnh Đoàn"}))
      << "closed quotes";
}

}  // namespace
}  // namespace timbao
