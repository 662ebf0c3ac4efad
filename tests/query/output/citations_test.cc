// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/escape.h"
#include "query/output/citation.h"
#include "query/output/csv.h"

namespace timbao {
namespace {

Hit full_hit() {
  Hit hit;
  hit.rank = 3;
  hit.id = "tl-7";
  hit.title.text = "Thu, chi và \"quỹ\" xã";
  hit.date = 1552323600;
  hit.source = "Báo Thanh Lĩnh";
  hit.section = "Thời sự";
  hit.author = "An Vũ, Hà Chi";
  hit.url = "https://thanhlinh.example/a_b?c=1&d=2%20";
  hit.path = "a.jsonl";
  hit.snippet.text = "Thu 5% & chi";
  return hit;
}

TEST(Csv, HasAColumnForEachNameOfItsHead) {
  EXPECT_EQ(hit_as_csv(full_hit()),
            "3,tl-7,2019-03-12T00:00:00+07:00,\"Thu, chi và \"\"quỹ\"\" xã\",\"An Vũ, Hà Chi\",Báo Thanh Lĩnh,Thời sự,"
            "https://thanhlinh.example/a_b?c=1&d=2%20,a.jsonl,Thu 5% & chi\n");
  EXPECT_EQ(hit_as_csv(Hit()), "0,,,,,,,,,\n");
  EXPECT_EQ(std::count(kCsvHead.begin(), kCsvHead.end(), ','), 9);
}

TEST(Csv, CellsThatASpreadsheetWouldRunHaveAnApostrophe) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kRows{{
      {"", ""},
      {"Đảng bộ", "Đảng bộ"},
      {"=1+1", "'=1+1"},
      {"+84", "'+84"},
      {"- Chào anh", "'- Chào anh"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"=A1,B1", "\"'=A1,B1\""},
      {"a\"b", "\"a\"\"b\""},
      {"\"\"", "\"\"\"\"\"\""},
      {" a", "\" a\""},
  }};
  for (const auto& [text, cell] : kRows) EXPECT_EQ(csv_cell(text), cell);
}

/// The cells of one line, read by the rules of RFC 4180.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '"' && is_quoted && at + 1 < line.size() && line[at + 1] == '"')
      cells.back() += line[++at];
    else if (line[at] == '"')
      is_quoted = !is_quoted;
    else if (line[at] == ',' && !is_quoted)
      cells.emplace_back();
    else
      cells.back() += line[at];
  }
  return cells;
}

std::string made_text(std::mt19937& random) {
  constexpr std::array<std::string_view, 22> kPieces{"Đảng", "bộ", ",",      "\"",     " ",    "\n", "\t", "=",
                                                     "-",    "+",  "@",      "{",      "}",    "\\", "%",  "$",
                                                     "#",    "^",  "\u2028", "\u202E", "\x1B", ", "};
  std::string text;
  for (std::size_t pieces = random() % 6; pieces > 0; --pieces) text += kPieces.at(random() % kPieces.size());
  return text;
}

Hit made_hit(std::mt19937& random) {
  Hit hit;
  for (std::string* const text :
       {&hit.id, &hit.title.text, &hit.source, &hit.section, &hit.author, &hit.url, &hit.path, &hit.snippet.text})
    *text = made_text(random);
  if (random() % 2 == 0) hit.date = random();
  return hit;
}

TEST(Csv, ALineIsReadBackAsTenCellsOfWhichNoneIsAFormula) {
  std::mt19937 random(3);
  for (int round = 0; round < 5'000; ++round) {
    const std::string line = hit_as_csv(made_hit(random));
    EXPECT_EQ(find_control(line), line.size() - 1) << line;
    const std::vector<std::string> cells = cells_of(std::string_view(line).substr(0, line.size() - 1));
    EXPECT_EQ(cells.size(), 10U) << line;
    for (const std::string& cell : cells)
      EXPECT_TRUE(cell.empty() || std::string_view("=+-@").find(cell.front()) == std::string_view::npos) << line;
  }
}

TEST(Bibtex, HasAFieldForAllThatIsKnown) {
  const std::string entry = hit_as_bibtex(full_hit());
  EXPECT_EQ(entry.substr(0, entry.find(',')).substr(0, 31), "@article{baothanhlinh-20190312-");
  EXPECT_EQ(entry.substr(entry.find(",\n")),
            ",\n  entrysubtype = {newspaper},\n  title = {{Thu, chi và \"quỹ\" xã}},\n"
            "  author = {{An Vũ} and {Hà Chi}},\n  journal = {Báo Thanh Lĩnh},\n  date = {2019-03-12},\n"
            "  year = {2019},\n  month = {3},\n  day = {12},\n  keywords = {Thời sự},\n"
            "  url = {https://thanhlinh.example/a_b?c=1&d=2%20},\n  langid = {vietnamese},\n  note = {tl-7}\n}\n\n");
  const std::string bare = hit_as_bibtex(Hit());
  EXPECT_EQ(bare.substr(bare.find(",\n")), ",\n  entrysubtype = {newspaper},\n  langid = {vietnamese}\n}\n\n");
}

TEST(Bibtex, WritesOutWhatTexWouldReadAsACommand) {
  Hit hit;
  hit.title.text = "50% \\input{x} #1 $a_b^c ~ &";
  hit.url = "https://a.example/{b} c\\d";
  const std::string entry = hit_as_bibtex(hit);
  EXPECT_NE(entry.find("{{50\\% \\textbackslash{}input\\textbraceleft{}x\\textbraceright{} \\#1 "
                       "\\$a\\_b\\textasciicircum{}c \\textasciitilde{} \\&}}"),
            std::string::npos)
      << entry;
  EXPECT_NE(entry.find("url = {https://a.example/%7Bb%7D%20c%5Cd}"), std::string::npos) << entry;
}

TEST(Bibtex, BracesAreBalancedAndNoControlStandsInALine) {
  std::mt19937 random(5);
  for (int round = 0; round < 5'000; ++round) {
    const std::string entry = hit_as_bibtex(made_hit(random));
    int depth = 0;
    for (const char byte : entry) {
      depth += byte == '{' ? 1 : byte == '}' ? -1 : 0;
      EXPECT_GE(depth, 0) << entry;
    }
    EXPECT_EQ(depth, 0) << entry;
    for (std::size_t at = 0; (at = find_control(entry, at)) < entry.size(); ++at) EXPECT_EQ(entry[at], '\n') << entry;
  }
}

TEST(Bibtex, TheKeyOfAnArticleIsTheSameInEveryExportAndItsOwn) {
  Hit first = full_hit(), other = full_hit();
  other.rank = 99;
  EXPECT_EQ(hit_as_bibtex(first), hit_as_bibtex(other));
  other.id = "tl-8";
  const std::string a = hit_as_bibtex(first), b = hit_as_bibtex(other);
  EXPECT_NE(a.substr(0, a.find(',')), b.substr(0, b.find(',')));
}

TEST(Ris, HasALineForAllThatIsKnown) {
  EXPECT_EQ(hit_as_ris(full_hit()),
            "TY  - NEWS\nTI  - Thu, chi và \"quỹ\" xã\nAU  - An Vũ\nAU  - Hà Chi\nT2  - Báo Thanh Lĩnh\nPY  - 2019\n"
            "DA  - 2019/03/12/\nKW  - Thời sự\nUR  - https://thanhlinh.example/a_b?c=1&d=2%20\nLA  - vi\nAN  - tl-7\n"
            "ER  - \n\n");
  EXPECT_EQ(hit_as_ris(Hit()), "TY  - NEWS\nLA  - vi\nER  - \n\n");
}

TEST(Ris, EachLineBeginsWithATagWhateverAnArticleHolds) {
  std::mt19937 random(7);
  for (int round = 0; round < 5'000; ++round) {
    std::string_view record;
    const std::string text = hit_as_ris(made_hit(random));
    record = std::string_view(text).substr(0, text.size() - 1);
    while (!record.empty()) {
      const std::string_view line = record.substr(0, record.find('\n'));
      EXPECT_EQ(line.substr(2, 4), "  - ") << text;
      EXPECT_EQ(find_control(line), line.size()) << text;
      record.remove_prefix(line.size() + 1);
    }
  }
}

}  // namespace
}  // namespace timbao
