// SPDX-License-Identifier: GPL-2.0-or-later
// A miniature of bench/odd_queries.py: queries that nobody types are answered in time that grows with their length.
#include <gtest/gtest.h>

#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "query/search/searcher.h"
#include "tests/query/support/generated_archive.h"

namespace timbao {
namespace {

constexpr std::size_t kQueryBytes = 30'000;
constexpr double kMostSeconds = 5;  // of processor time: a machine that checks every access is ten times as slow

std::string repeated(const std::string& piece) {
  std::string query;
  while (query.size() < kQueryBytes) query += piece;
  return query;
}

std::string numbered(const std::string& before, const std::string& behind) {
  std::string query;
  for (int i = 0; query.size() < kQueryBytes; ++i) query += before + std::to_string(i) + behind;
  return query;
}

double seconds_to_answer(Searcher& searcher, SearchRequest request, const std::string& query) {
  request.query = query;
  request.today = {2018, 2, 1};
  const std::clock_t began = std::clock();
  EXPECT_LE(searcher.search(request).hits.size(), request.limit.value_or(0));
  return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

const std::vector<std::string>& odd_queries() {
  static const std::vector<std::string> kQueries{
      repeated("đảng dân hội tỉnh xã "),
      repeated("a"),
      repeated("1."),
      repeated("ab-cd-"),
      repeated("12kg "),
      numbered("", "/2018/NĐ-CP "),
      numbered("ngày ", "/1/2018 "),
      repeated("\""),
      repeated("\"\u201C\u201D\u201E\u00AB\u00BB\uFF02 "),
      repeated("\"đảng hội\" OR "),
      repeated("\"đảng hội\" -\"hội dân\" "),
      numbered("\"đảng ", "\" OR "),
      "\"" + repeated("đảng ") + "\"",
      repeated("("),
      std::string(9'000, '(') + "a -b" + std::string(9'000, ')'),
      repeated("a OR "),
      repeated("đảng AND "),
      repeated("NOT "),
      repeated("NOT ("),
      numbered("NOT đảng", " "),
      repeated("+"),
      repeated("-dân "),
      repeated("title:"),
      repeated("body:đảng "),
      repeated("date:"),
      repeated("date:2017.. "),
      numbered("date:..", " "),
      numbered("\"đảng hội\" AND (date:..20", " OR dân) OR "),
      numbered("\"đảng hội\" AND (source:báo", " OR dân) OR "),
      repeated("id:a url:b so:5-CT/TW "),
      repeated("\U0001F525 "),
      repeated("a\u0301\u0323"),
  };
  return kQueries;
}

TEST(OddQueries, AreAnsweredInTime) {
  Searcher searcher({test::generated_index()});
  SearchRequest ranked, sorted, all;
  sorted.sort = SortOrder::newest;
  all.match = MatchMode::all;
  for (const std::string& query : odd_queries())
    for (const SearchRequest& request : {ranked, sorted, all})
      EXPECT_LT(seconds_to_answer(searcher, request, query), kMostSeconds) << query.substr(0, 60);
}

TEST(OddQueries, OfRandomBytesAreAnsweredInTime) {
  Searcher searcher({test::generated_index()});
  std::mt19937 random(7);
  std::uniform_int_distribution<int> any_byte(1, 255);
  for (int round = 0; round < 20; ++round) {
    std::string query;
    while (query.size() < kQueryBytes) query += static_cast<char>(any_byte(random));
    EXPECT_LT(seconds_to_answer(searcher, {}, query), kMostSeconds);
  }
}

TEST(OddQueries, CutShortSaySo) {
  Searcher searcher({test::generated_index()});
  SearchRequest request;
  request.query = repeated("đảng ");
  const std::vector<Note> of_words = searcher.search(request).notes;
  request.query = repeated("! ") + repeated("( ");
  const std::vector<Note> of_pieces = searcher.search(request).notes;
  EXPECT_EQ(of_words, (std::vector<Note>{{NoteKind::warning, "only the first 1000 words of the query were read"}}));
  ASSERT_FALSE(of_pieces.empty());
  EXPECT_EQ(of_pieces.front(), (Note{NoteKind::warning, "only the first 20000 pieces of the query were read"}));
}

}  // namespace
}  // namespace timbao
