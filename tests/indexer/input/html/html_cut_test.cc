// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/html_cut.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

using namespace timbao;

namespace {

struct Row {
  std::string_view html, kept;
};

TEST(HtmlCut, LeavesOutTheContentsOfStylesAndScripts) {
  constexpr std::array<Row, 7> kRows{{
      {"<style>p{}</style><p>Làng", "<style></style><p>Làng"},
      {"<STYLE type=\"text/css\">p{}</Style >x", "<STYLE type=\"text/css\"></Style >x"},
      {"a<script>if (a < b) c = \"<p>\";</script>b", "a<script></script>b"},
      {"<script src=\"a.js\"></script>", "<script src=\"a.js\"></script>"},
      {"<script>f('</p>')</script>x", "<script></script>x"},
      {"<script>a<!-- b</script>x<!-- c -->", "<script></script>x<!-- c -->"},
      {"<script>1</script><script>2</script>", "<script></script><script></script>"},
  }};
  for (const Row& row : kRows) EXPECT_EQ(without_unread_parts(row.html), row.kept) << row.html;
}

TEST(HtmlCut, LeavesOutAStyleThatNothingEndsUpToTheNextEndTag) {
  constexpr std::array<Row, 5> kRows{{
      {"<p>x<style>p{}", "<p>x"},
      {"<p>x<script>y</p><p>Làng", "<p>x</p><p>Làng"},
      {"<script type=\"application/json\">{}</p>Làng", "</p>Làng"},
      {"<style>a</p>Làng<style>b</i>họp", "</p>Làng</i>họp"},
      {"<style>a</style>Làng<style>b</i>họp", "<style></style>Làng</i>họp"},
  }};
  for (const Row& row : kRows) EXPECT_EQ(without_unread_parts(row.html), row.kept) << row.html;
}

TEST(HtmlCut, LeavesOutAStyleInWhoseTagThePageEnds) {
  constexpr std::array<Row, 4> kRows{
      {{"Họ<script", "Họ"}, {"<p>x  <style a", "<p>x "}, {"x <script y='", "x "}, {"<script", ""}}};
  for (const Row& row : kRows) EXPECT_EQ(without_unread_parts(row.html), row.kept) << row.html;
}

TEST(HtmlCut, KeepsWhatIsReadOrOnlyLooksLikeAStyle) {
  constexpr std::array<std::string_view, 13> kKept{
      "",
      "Làng họp",
      "<p class=a>1 < 2 & 3</p>",
      "<script type=\"application/ld+json\">{\"a\":\"<b>\"}</script>",
      "<script type='application/ld&#x2B;JSON'>{}</script>",
      "<!-- <style> --><p>Làng</p>",
      "<!--[if IE]><script><![endif]--><p>Làng</p>",
      "<!--><p>Làng<style></style>",
      "<!-- a --!><p>Làng<style></style>",
      "<a title=\"<style>\">Làng</a>",
      "<styles>p</styles><script-x>q</script-x>",
      "<style/>Làng",
      "<p title=\"<style>",
  };
  for (const std::string_view html : kKept) EXPECT_EQ(without_unread_parts(html), html);
}

TEST(HtmlCut, KeepsOneOfSeveralBlanksOutsideOfTags) {
  EXPECT_EQ(without_unread_parts("\n\n<p  class='a  b'>Làng \t\r\n họp  </p>  "), "\n<p  class='a  b'>Làng họp </p> ");
  EXPECT_EQ(without_unread_parts("<script type='application/json'>{  }</script><!--  -->"),
            "<script type='application/json'>{  }</script><!--  -->");
}

TEST(HtmlCut, LeavesOutAttributesThatAreNotRead) {
  constexpr std::array<Row, 6> kRows{{
      {"<a onclick=\"x()\" href='/'>Làng</a>", "<a  href='/'>Làng</a>"},
      {"<p CLASS=\"a\" Data-X='1'>", "<p CLASS=\"a\" >"},
      {"<path d=\"M1 > 2\"/>", "<path />"},
      {"<img src=\"a.png\"\n\tsrcset=\"b.png 2x\" alt=\"=\">", "<img src=\"a.png\"\n\t alt=\"=\">"},
      {"<p data-x=\"1\" data-y=\"2\">a</p>", "<p  >a</p>"},
      {"<p xml:lang='vi' lang_='vi'>", "<p  >"},
  }};
  for (const Row& row : kRows) EXPECT_EQ(without_unread_parts(row.html), row.kept) << row.html;
}

TEST(HtmlCut, KeepsAttributesThatAreRead) {
  for (const std::string_view name : kReadAttributes) {
    const std::string html = "<p " + std::string(name) + "=\"Làng\">";
    EXPECT_EQ(without_unread_parts(html), html);
  }
}

TEST(HtmlCut, KeepsAttributesThatOnlyLookUnread) {
  constexpr std::array<std::string_view, 10> kKept{
      "<p data-x=1>",
      "<p data-x = \"1\">",
      "<p data-x=\"1\"class=\"a\">",
      "<a title='x=\"1\" y=\"2\"'>",
      "<a title = 'x data-y=\"1\"'>",
      "<a href= x=\"1\">",
      "<a href=/tin?x=\"1\">",
      "<p @click=\"f\">",
      "<p=\"1\">",
      "<script data-x=\"json\">{}</script>",
  };
  for (const std::string_view html : kKept) EXPECT_EQ(without_unread_parts(html), html);
  const std::string long_name = "<p " + std::string(100, 'x') + "class=\"a\">";
  EXPECT_EQ(without_unread_parts(long_name), long_name);
}

TEST(HtmlCut, LeavesOutTagsThatAreTooLong) {
  const std::string blanks(kMostTagBytes + 1, ' ');
  EXPECT_EQ(without_unread_parts("a<i" + blanks + "x>b"), "a b");
  EXPECT_EQ(without_unread_parts("a<i title=\"" + blanks + "\">b"), "a<i title=\"" + blanks + "\">b");
  EXPECT_EQ(without_unread_parts("a<i" + blanks), "a ");
  EXPECT_EQ(without_unread_parts("a <i" + blanks + "x> b"), "a b") << "and is not cut again";
  EXPECT_EQ(without_unread_parts("a<i" + blanks + "x><i" + blanks + "x>\n"), "a ");
}

std::string made_page(std::mt19937& random) {
  constexpr std::array<std::string_view, 26> kPieces{
      "<style>", "</style>", "<script>", "</script>", "<script type=\"application/json\">",
      "<!--",    "-->",      "--!>",     "<p>",       "</p>",
      "\"",      "'",        "=",        "<a title=", ">",
      "Làng",    " ",        "/",        "<",         "</",
      "<i>họp",  "</i>",     "data-x=",  "class=",    "x=\"1\"",
      "<p y='2'"};
  std::string page;
  for (std::size_t pieces = random() % 30; pieces > 0; --pieces) page += kPieces.at(random() % kPieces.size());
  return page;
}

bool is_subsequence(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (const char byte : whole)
    if (at < part.size() && part[at] == byte) ++at;
  return at == part.size();
}

TEST(HtmlCut, ACutPageIsAPartOfThePageAndIsNotCutAgain) {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    const std::string page = made_page(random), cut = without_unread_parts(page);
    EXPECT_TRUE(is_subsequence(cut, page)) << page;
    EXPECT_EQ(without_unread_parts(cut), cut) << page;
  }
}

}  // namespace
