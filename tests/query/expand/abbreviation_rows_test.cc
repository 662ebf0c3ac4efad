// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/abbreviation_rows.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "common/base/error.h"
#include "common/text/tokenize.h"
#include "query/expand/embedded.h"

namespace timbao {
namespace {

std::string error_of(std::string_view text) {
  try {
    read_abbreviation_rows(text, "mine.tsv");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.message();
  }
  return "";
}

/// The lines of the shipped list that are no comments, cut at tabs.
std::vector<std::vector<std::string>> shipped_lines() {
  std::vector<std::vector<std::string>> lines;
  std::string line;
  for (const char c : std::string(embedded::abbreviations())) {
    if (c != '\n') {
      line += c;
      continue;
    }
    if (line.front() != '#') {
      std::vector<std::string> columns(1);
      for (const char letter : line)
        if (letter == '\t')
          columns.emplace_back();
        else
          columns.back() += letter;
      lines.push_back(columns);
    }
    line.clear();
  }
  EXPECT_EQ(line, "");
  return lines;
}

TEST(AbbreviationRows, AreReadFromBothFormsOfLines) {
  const auto rows = read_abbreviation_rows(
      "\xEF\xBB\xBF# mine\n\n KBNN = Kho bạc Nhà nước \r\nBT\tbí thư\t\t\t0.25\toffice\tĐiều lệ\nQ.# = quận #\nA\tanh "
      "ba",
      "mine.tsv");
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].form, "KBNN");
  EXPECT_EQ(rows[0].expansion, "Kho bạc Nhà nước");
  EXPECT_EQ(rows[0].form_key, "kbnn");
  EXPECT_EQ(rows[0].expansion_key, "kho bac nha nuoc");
  EXPECT_EQ(rows[0].share, 1);
  EXPECT_EQ(rows[1].share, 0.25);
  EXPECT_EQ(rows[1].kind, "office");
  EXPECT_EQ(rows[2].form_key, "q #");
  EXPECT_EQ(rows[3].expansion, "anh ba");
}

TEST(AbbreviationRows, ThatAreBadAreRefusedWithTheirLine) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"A = b\nnothing", "mine.tsv:2: a line is ABBREVIATION = EXPANSION, or columns with tabs between them"},
      {"= b", "mine.tsv:1: an abbreviation and its expansion need letters"},
      {"A =", "mine.tsv:1: an abbreviation and its expansion need letters"},
      {"A = ---", "mine.tsv:1: an abbreviation and its expansion need letters"},
      {"# c\nQ# = #", "mine.tsv:2: an abbreviation and its expansion need letters"},
      {"Q.# = quận", "mine.tsv:1: # stands for a number: once in both names, or in neither"},
      {"Q.## = quận ##", "mine.tsv:1: # stands for a number: once in both names, or in neither"},
      {"A\tb\t\t\t2", "mine.tsv:1: a share is a number above 0, and at most 1: 0.5"},
      {"A\tb\t\t\t0", "mine.tsv:1: a share is a number above 0, and at most 1: 0.5"},
      {"A\tb\t\t\tnan", "mine.tsv:1: a share is a number above 0, and at most 1: 0.5"},
      {"A\tb\t\t\tx", "mine.tsv:1: a share is a number above 0, and at most 1: 0.5"},
      {"\xFF = b", "mine.tsv:1: the line is no UTF-8"},
      {"A = " + std::string(201, 'b'), "mine.tsv:1: a name has at most 20 words and 200 bytes"},
      {"A = b b b b b b b b b b b b b b b b b b b b b", "mine.tsv:1: a name has at most 20 words and 200 bytes"}};
  for (const auto& [text, message] : cases) EXPECT_EQ(error_of(text), message) << text;
}

TEST(AbbreviationRows, KeysAreWordsWithoutMarks) {
  EXPECT_EQ(abbreviation_key("GD-ĐT"), "gd dt");
  EXPECT_EQ(abbreviation_key("TP. Huế"), "tp hue");
  EXPECT_EQ(abbreviation_key("Q.#"), "q #");
  EXPECT_EQ(exact_words("GD & ĐT"), (std::vector<std::string>{"gd", "đt"}));
  EXPECT_EQ(exact_words("ủy ban"), exact_words("uỷ ban"));
}

TEST(ShippedAbbreviations, AreSortedAndTellTheirSource) {
  const auto lines = shipped_lines();
  EXPECT_GE(lines.size(), 700U);
  std::set<std::string> forms;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ASSERT_EQ(lines[i].size(), 7U) << lines[i][0];
    for (const std::string& column : lines[i]) EXPECT_FALSE(column.empty()) << lines[i][0];
    forms.insert(lines[i][0]);
    if (i == 0) continue;
    EXPECT_LT(std::make_pair(lines[i - 1][0], lines[i - 1][1]), std::make_pair(lines[i][0], lines[i][1]));
  }
  EXPECT_GE(forms.size(), 600U);
}

TEST(ShippedAbbreviations, HaveTheKeysOfTheirNames) {
  for (const AbbreviationRow& row : read_abbreviation_rows(embedded::abbreviations(), "abbreviations.tsv")) {
    EXPECT_EQ(row.form_key, abbreviation_key(row.form)) << row.form;
    EXPECT_EQ(row.expansion_key, abbreviation_key(row.expansion)) << row.expansion;
  }
}

/// Otherwise no typed text would find the name.
TEST(ShippedAbbreviations, HaveTheWordsThatTheTokenizerCuts) {
  Tokenizer tokenizer;
  for (const AbbreviationRow& row : read_abbreviation_rows(embedded::abbreviations(), "abbreviations.tsv")) {
    for (const auto& [name, key] :
         {std::make_pair(row.form, row.form_key), std::make_pair(row.expansion, row.expansion_key)}) {
      if (key.find('#') != std::string::npos) continue;
      std::string words;
      const TokenizedText text = tokenizer.tokenize(name);
      for (const Token& token : text.tokens) words += (words.empty() ? "" : " ") + token.word->folded;
      EXPECT_EQ(words, key) << name;
    }
  }
}

TEST(ShippedAbbreviations, HaveSharesOfAtMostOneTogether) {
  std::map<std::string, double> shares;
  for (const AbbreviationRow& row : read_abbreviation_rows(embedded::abbreviations(), "abbreviations.tsv"))
    shares[row.form] += row.share;
  for (const auto& [form, share] : shares) EXPECT_LE(share, 1 + 1e-9) << form;
}

TEST(AbbreviationRows, OfTheShippedListAreReadTheSameWithoutChecks) {
  const auto all = [](const AbbreviationRow& row) {
    return std::tie(row.form, row.expansion, row.form_key, row.expansion_key, row.share, row.kind);
  };
  const auto checked = read_abbreviation_rows(embedded::abbreviations(), "abbreviations.tsv");
  const auto sound = sound_abbreviation_rows(embedded::abbreviations());
  ASSERT_EQ(sound.size(), checked.size());
  for (std::size_t i = 0; i < sound.size(); ++i) EXPECT_EQ(all(sound[i]), all(checked[i])) << sound[i].form;
}

}  // namespace
}  // namespace timbao
