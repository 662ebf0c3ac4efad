// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: terms of readings, ids, URLs, hosts and names have the one spelling that archives and queries share.
#include "common/index/terms.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/base/utf8.h"
#include "common/index/token_codes.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

TEST(ReadingTerm, IsFoldedFormAndExactKeyWhereTheyDiffer) {
  EXPECT_EQ(reading_term("dang", "đang~3"), "dang~93");
  EXPECT_EQ(reading_term("dang", "đang"), "dang~9");
  EXPECT_EQ(reading_term("dang", "dang"), "dang~");
  EXPECT_EQ(reading_term("hoa", "hoa~2"), "hoa~2");
  EXPECT_EQ(reading_term("5700", "5.700"), "5700~5.700");
  EXPECT_EQ(reading_term("covid", "covid"), "covid~");
}

TEST(ReadingTerm, BeginsAsAllReadingsOfItsFoldedFormDo) {
  EXPECT_EQ(readings_prefix("dang"), "dang~");
  for (const std::string_view exact : {"đang~3", "dang", "đăng~1"})
    EXPECT_EQ(reading_term("dang", exact).substr(0, 5), readings_prefix("dang"));
}

TEST(Marks, AreWhatAVniKeyboardTypes) {
  struct Case {
    const char *folded, *exact, *marks;
  };
  constexpr Case kCases[] = {
      {"dang", "dang", ""},      {"dang", "đang~3", "93"},  {"nguoi", "ngươi~2", "772"},   {"tieng", "tiêng~1", "61"},
      {"thuo", "thươ~1", "771"}, {"quynh", "quynh~2", "2"}, {"thuo", "thuơ~3", "thuơ~3"},  {"daklak", "đăklăk", "988"},
      {"lenin", "lênin", "6"},   {"7", "07", "07"},         {"5700", "5.700", "5.700"},    {"aa", "aă", "aă"},
      {"aa", "ăa", "8"},         {"dod", "dođ", "dođ"},     {"moscow", "möscow", "möscow"}};
  for (const Case& c : kCases) {
    EXPECT_EQ(marks_of(c.folded, c.exact), c.marks) << c.exact;
    EXPECT_EQ(exact_of(c.folded, c.marks), c.exact) << c.marks;
  }
}

TEST(Marks, GiveEveryReadingThatHasACodeBack) {
  for (std::uint32_t code = 0; code < token_codes().size(); ++code) {
    const std::string_view term = token_codes().term_of(code);
    const std::string_view folded = term.substr(0, term.find('~')), marks = term.substr(folded.size() + 1);
    ASSERT_EQ(marks_of(folded, exact_of(folded, marks)), marks) << term;
  }
}

TEST(PairTerm, IsBothFoldedForms) { EXPECT_EQ(pair_term("xay", "dung"), "Bxay dung"); }

TEST(ExtraTerm, IsAReadingOrAKeyOfItsFamily) {
  EXPECT_EQ(extra_term({0, 2, ExtraKind::whole, "lenin", "lênin"}), "lenin~6");
  EXPECT_EQ(extra_term({0, 2, ExtraKind::whole, "ktxh", "ktxh"}), "ktxh~");
  EXPECT_EQ(extra_term({0, 2, ExtraKind::range, "2015-2020", "2015-2020"}), "2015-2020~");
  EXPECT_EQ(extra_term({0, 3, ExtraKind::day, "20180131", ""}), "T20180131");
  EXPECT_EQ(extra_term({0, 2, ExtraKind::day_of_month, "0225", ""}), "T0225");
  EXPECT_EQ(extra_term({0, 3, ExtraKind::document, "5/ct/tw", ""}), "O5/ct/tw");
  EXPECT_EQ(extra_term({0, 3, ExtraKind::document_type, "ct 5", ""}), "Oct 5");
}

TEST(BoundedKey, KeepsUpTo200BytesWhole) {
  for (const std::size_t size : {0U, 1U, 199U, 200U})
    EXPECT_EQ(bounded_key(std::string(size, 'a')), std::string(size, 'a'));
}

TEST(BoundedKey, IsABeginningAndAHashBeyondThat) {
  const std::string key = bounded_key(std::string(201, 'a'));
  EXPECT_EQ(key.size(), 176U);
  EXPECT_EQ(key.substr(0, 160), std::string(160, 'a'));
  EXPECT_EQ(key.find_first_not_of("0123456789abcdef", 160), std::string::npos);
  EXPECT_NE(key, bounded_key(std::string(202, 'a')));
  EXPECT_NE(bounded_key(std::string(300, 'a') + 'b'), bounded_key(std::string(300, 'a') + 'c')) << "what is cut counts";
}

TEST(BoundedKey, IsCutOnACodePointsBorder) {
  for (std::size_t shift = 0; shift < 3; ++shift) {
    std::string text(shift, 'a');
    while (text.size() < 300) text += "ệ";
    const std::string key = bounded_key(text);
    EXPECT_EQ(well_formed_prefix(key), key.size());
    EXPECT_LE(key.size(), 176U);
    EXPECT_GE(key.size(), 174U);
  }
}

// Xapian writes a zero byte as two, so such a key could be too long for it.
TEST(BoundedKey, HoldsNoZeroByte) {
  const std::string key = bounded_key(std::string("ab\0cd", 5));
  EXPECT_EQ(key.size(), 18U);
  EXPECT_EQ(key.substr(0, 2), "ab");
  EXPECT_EQ(key.find('\0'), std::string::npos);
  EXPECT_NE(key, bounded_key(std::string("ab\0ce", 5)));
  EXPECT_EQ(bounded_key(std::string(300, '\0')).size(), 16U);
}

struct UrlCase {
  std::string_view url, plain, why;
};

TEST(PlainUrl, KeepsWhatTellsOneArticleFromAnother) {
  const std::vector<UrlCase> cases = {
      {"https://example.vn/a.html", "example.vn/a.html", "no scheme"},
      {"http://example.vn/a.html", "example.vn/a.html", "no scheme"},
      {"example.vn/a.html", "example.vn/a.html", "none to begin with"},
      {"https://EXAMPLE.vn/A.html", "example.vn/A.html", "only the host's case goes"},
      {"https://example.vn/a/", "example.vn/a", "the final slash"},
      {"https://example.vn", "example.vn", ""},
      {"https://example.vn/", "example.vn", ""},
      {"https://example.vn/a#tin-moi", "example.vn/a", "the fragment"},
      {"https://example.vn/a?utm_source=fb", "example.vn/a", "a parameter that counts visits"},
      {"https://example.vn/a?id=5&utm_source=fb&p=2", "example.vn/a?id=5&p=2", "the others stay"},
      {"https://example.vn/a?utm_x=1&id=5", "example.vn/a?id=5", ""},
      {"https://example.vn/a/?id=5", "example.vn/a?id=5", "a slash before the parameters"},
      {"https://example.vn/a?", "example.vn/a", "no parameters"},
      {"https://www.example.vn/a", "www.example.vn/a", "www stays"},
      {"https://example.vn/a?u=http://other.vn/b", "example.vn/a?u=http://other.vn/b", "an address as a parameter"},
      {"example.vn/a?u=http://other.vn/b", "example.vn/a?u=http://other.vn/b", "the same without a scheme"},
      {"example.vn/chuyen/http://other.vn/b", "example.vn/chuyen/http://other.vn/b", "an address in the path"},
      {"", "", "nothing"},
      {"://", "", "nothing but a scheme"},
      {"#a", "", "nothing but a fragment"},
  };
  for (const UrlCase& c : cases) EXPECT_EQ(plain_url(c.url), c.plain) << c.why;
  for (const UrlCase& c : cases) EXPECT_EQ(plain_url(plain_url(c.url)), plain_url(c.url)) << "twice is once: " << c.url;
}

TEST(HostTerm, IsTheHostWithoutWww) {
  for (const std::string_view url :
       {"https://www.Example.vn/a", "example.vn", "http://example.vn:8080/a", "example.vn?a=1"})
    EXPECT_EQ(host_term(url), "Hexample.vn") << url;
}

TEST(FilterTerms, HavePrefixesOfTheirOwn) {
  EXPECT_EQ(id_term("2018/phuc-yen.txt"), "Q2018/phuc-yen.txt");
  EXPECT_EQ(path_term("/home/an/bao/a.txt"), "P/home/an/bao/a.txt");
  EXPECT_EQ(url_term("https://Example.vn/a.html#x"), "Uexample.vn/a.html");
  EXPECT_EQ(day_term({2018, 1, 31}), "D20180131");
  EXPECT_EQ(month_term({2018, 1, 31}), "M201801");
  EXPECT_EQ(year_term({2018, 1, 31}), "Y2018");
  EXPECT_EQ(day_term({938, 11, 2}), "D09381102");
}

TEST(NameTerm, IsFoldedWordsJoinedByOneSpace) {
  EXPECT_EQ(name_term("XS", "Báo Tỉnh"), "XSbao tinh");
  EXPECT_EQ(name_term("XS", "  BÁO  tỉnh! "), "XSbao tinh");
  EXPECT_EQ(name_term("XG", "Thời sự – Chính trị"), "XGthoi su chinh tri");
  EXPECT_EQ(name_term("XA", "Nguyê\u0303n Kha\u0301nh"), "XAnguyen khanh");
  EXPECT_EQ(name_term("XA", "Ng\u00ADuyễn"), "XAnguyen");
  EXPECT_EQ(name_term("XS", "!?"), "XS");
}

TEST(Terms, NeverGrowBeyondWhatXapianHolds) {
  const std::string longest(5000, 'x');
  for (const std::string& term : {id_term(longest), path_term(longest), url_term(longest), host_term(longest),
                                  name_term("XA", longest), extra_term({0, 1, ExtraKind::document, longest, ""})})
    EXPECT_LE(term.size(), 245U);
}

}  // namespace
}  // namespace timbao
