// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: i and y are one where both are written, and nowhere else; places are found by each of their names.
#include "query/expand/spelling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/index/token_codes.h"
#include "common/text/syllable.h"
#include "query/expand/embedded.h"
#include "query/expand/variant_table.h"
#include "tests/query/support/drafted.h"

namespace timbao {
namespace {

/// A vocabulary of the readings that news prints most, the commoner the more articles have them.
const test::FakeVocabulary& news() {
  static const test::FakeVocabulary vocabulary = [] {
    std::map<std::string, std::uint32_t> counts;
    for (std::uint32_t code = 0; code < token_codes().size(); ++code)
      counts.emplace(token_codes().term_of(code), 200000 / (code + 10));
    return test::FakeVocabulary(20000, counts);
  }();
  return vocabulary;
}

/// Each draft of a query as "typed > value".
std::vector<std::string> drafts_of(Expander expander, const std::string& query, const Vocabulary& vocabulary = news()) {
  return test::drafted(expander, query, vocabulary);
}

using Strings = std::vector<std::string>;

TEST(Spelling, SwapsIAndYWhereBothAreWritten) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"ly~1", "li~1"}, {"li~1", "ly~1"}, {"my~4", "mi~4"}, {"ty~3", "ti~3"}, {"ky~4", "ki~4"}, {"quy~1", "qui~1"},
      {"qui", "quy"},   {"hy", "hi"},     {"sy~4", "si~4"}, {"vy", "vi"},     {"tay", ""},      {"tai", ""},
      {"thuy~1", ""},   {"thui~1", ""},   {"kinh", ""},     {"y", ""},        {"bi", ""},       {"chi~2", ""},
      {"phi", ""},      {"nghi~5", ""},   {"gi~2", ""},     {"xi", ""},       {"khi", ""},      {"thi", ""},
      {"tri~1", ""},    {"nhi", ""},      {"di", ""},       {"covid", ""},    {"", ""},         {"viêt~5", ""}};
  for (const auto& [exact, swapped] : cases) EXPECT_EQ(swapped_iy(exact), swapped) << exact;
}

TEST(Spelling, SwapsBackForEveryCommonSyllable) {
  for (std::uint32_t code = 0; code < token_codes().size(); ++code) {
    const SplitTerm term = split_term(token_codes().term_of(code));
    const std::string exact = exact_of(term.folded, term.marks);
    const std::string swapped = swapped_iy(exact);
    if (!swapped.empty()) {
      EXPECT_EQ(swapped_iy(swapped), exact);
    }
  }
}

TEST(Spelling, ProposesTheOtherSpellingThatTheArchiveHas) {
  EXPECT_EQ(drafts_of(spelling_drafts, "mỹ"), Strings{"mỹ > mĩ"});
  EXPECT_EQ(drafts_of(spelling_drafts, "tỉ đồng"), Strings{"tỉ > tỷ"});
  EXPECT_EQ(drafts_of(spelling_drafts, "lí thuyết vật lí"), (Strings{"lí > lý", "lí > lý"}));
  EXPECT_EQ(drafts_of(spelling_drafts, "cơn dông"), Strings{"cơn dông > cơn giông"});
  EXPECT_EQ(drafts_of(spelling_drafts, "giàn khoan"), Strings{"giàn khoan > dàn khoan"});
}

TEST(Spelling, ProposesNothingElse) {
  for (const char* query : {"tay", "kinh tế", "thúy", "thủy", "bí thư", "chỉ thị", "nghị quyết", "phí", "dàn nhạc",
                            "giàn", "vì", "y tế", "covid 19", "dông dài", "che giấu", ""})
    EXPECT_EQ(drafts_of(spelling_drafts, query), Strings{}) << query;
}

TEST(Spelling, OfAWordWithoutMarksSwapsOnlyItsCommonReadings) {
  const Strings of_mi = drafts_of(spelling_drafts, "mi tom");
  EXPECT_EQ(std::count(of_mi.begin(), of_mi.end(), "mi > mỹ"), 0);
  const Strings of_ty = drafts_of(spelling_drafts, "mot ty dong");
  EXPECT_EQ(std::count(of_ty.begin(), of_ty.end(), "ty > tỉ"), 1);
}

bool proposes(const std::string& query, const std::string& draft) {
  const Strings drafts = drafts_of(place_drafts, query);
  return std::find(drafts.begin(), drafts.end(), draft) != drafts.end();
}

TEST(Places, AreFoundByEachOfTheirNames) {
  for (const auto& [query, draft] : std::vector<std::pair<std::string, std::string>>{
           {"tỉnh Đắc Lắc", "Đắc Lắc > Đắk Lắk"},
           {"Đăk Lăk", "Đăk Lăk > Đắk Lắk"},
           {"dak lak", "dak lak > Đắc Lắc"},
           {"Daklak", "Daklak > Đắk Lắk"},
           {"Bắc Cạn", "Bắc Cạn > Bắc Kạn"},
           {"Kontum", "Kontum > Kon Tum"},
           {"Ban Mê Thuột", "Ban Mê Thuột > Buôn Ma Thuột"},
           {"buon me thuot", "buon me thuot > Buôn Ma Thuột"},
           {"Sapa", "Sapa > Sa Pa"},
           {"Miến Điện", "Miến Điện > Myanmar"},
           {"Mát-xcơ-va", "Mát-xcơ-va > Moscow"},
           {"matxcova", "matxcova > Moscow"},
           {"Úc", "Úc > Australia"},
           {"thủ tướng Thụy Sĩ", "Thụy Sĩ > Thụy Sỹ"},
       })
    EXPECT_TRUE(proposes(query, draft)) << query;
}

TEST(Places, LeaveOutNamesThatAreRareBesideTheTypedOne) {
  const test::FakeVocabulary vocabulary(10000, {{"ha~2", 3000}, {"noi~65", 2900}, {"hanoi~", 20}});
  EXPECT_EQ(drafts_of(place_drafts, "Hanoi", vocabulary), Strings{"Hanoi > Hà Nội"});
  EXPECT_EQ(drafts_of(place_drafts, "Hà Nội", vocabulary), Strings{});
}

TEST(Places, LeaveOutWhatTheTypedWordFindsAnyhow) { EXPECT_FALSE(proposes("Cuba", "Cuba > Cu-ba")); }

TEST(Places, AreNotSeenInOtherWords) {
  for (const char* query : {"Hà Tây", "ha tay", "ba lan", "ba lần", "an do", "bản án do tòa", "cu ba", "cụ bà", "uc",
                            "nam phi", "bac kinh", "da lat", "Bắc", "Đắk", "Việt. Nam", "đắk đắk", ""})
    EXPECT_EQ(drafts_of(place_drafts, query), Strings{}) << query;
}

TEST(Places, OfTheListHaveTwoNamesAtLeastAndNoNameTwice) {
  std::map<std::string, int> seen;
  const VariantTable table(embedded::places());
  EXPECT_GT(table.lines().size(), 100U);
  for (const auto& names : table.lines()) {
    EXPECT_GT(names.size(), 1U) << names.front();
    for (const std::string_view name : names) EXPECT_EQ(++seen[std::string(name)], 1) << name;
  }
}

}  // namespace
}  // namespace timbao
