// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/article_page.h"

#include <gtest/gtest.h>

#include <string>

using namespace timbao;

namespace {

constexpr const char* kBody =
    "<p>Sáng nay, bà con trong làng Hạ đã họp về con đường mới qua cánh đồng, theo lời của trưởng làng.</p>"
    "<p>Con đường sẽ được mở rộng trong năm nay, và các hộ bên đường đều đồng ý hiến đất cho làng.</p>"
    "<p>Đến cuối năm, đường sẽ dài hơn hai cây số, với cầu qua mương và đèn ở những chỗ có đông người.</p>";

Article article_of(std::string html) {
  const ParsedArticle parsed = parse_article_page(html, ListPages::read);
  const auto* const read = std::get_if<ReadArticle>(&parsed);
  return read == nullptr ? Article() : read->article;
}

TEST(ArticlePage, TakesThePrintedHeadlineOverTheClaimedOne) {
  const Article article =
      article_of(std::string("<title>Báo Làng</title><meta property=og:title content='Làng họp bàn mở đường - BL'>"
                             "<h1>Báo Làng</h1><h1 class=title>Làng họp<br>bàn mở đường</h1>") +
                 kBody);
  EXPECT_EQ(article.title, "Làng họp bàn mở đường");
}

TEST(ArticlePage, TakesTheWriterOverThePaper) {
  const std::string head =
      "<meta name=author content='Báo Làng'><meta property=og:site_name content='Báo Làng'><h1>Làng họp bàn đường</h1>";
  EXPECT_EQ(article_of(head + kBody + "<p align=right><strong>An Vũ</strong> <em>(tổng hợp)</em></p>").authors,
            std::vector<std::string>{"An Vũ"});
  EXPECT_EQ(article_of(head + "<p>An Vũ - 31/01/2018 08:01</p>" + kBody).authors, std::vector<std::string>{"An Vũ"});
  EXPECT_EQ(article_of(head + kBody).authors, std::vector<std::string>{});
}

TEST(ArticlePage, ReadsLocalTimesWithAZ) {
  const std::string html =
      "<meta property='article:published_time' content='2018-01-31T08:01:00Z'><h1>Làng họp bàn đường</h1><p>08:01 "
      "31/01/2018</p>";
  EXPECT_EQ(article_of(html + kBody).date, 1517360460);
}

TEST(ArticlePage, LeavesOutWhatIsNotTheArticle) {
  const Article article = article_of(std::string("<h1>Làng họp bàn đường</h1><div class=detail-content>") + kBody +
                                     "<div class=related><a href=/1>Làng bên họp bàn về đường</a></div></div>"
                                     "<footer>Bản quyền của Báo Làng, ghi rõ nguồn khi phát hành lại.</footer>");
  EXPECT_EQ(article.body.find("Làng bên"), std::string::npos);
  EXPECT_EQ(article.body.find("Bản quyền"), std::string::npos);
  EXPECT_NE(article.body.find("hai cây số"), std::string::npos);
}

TEST(ArticlePage, DecodesWhatWasEscapedTwice) {
  EXPECT_EQ(article_of(std::string("<h1>Làng h&amp;#7885;p bàn &#147;đường&#148;</h1>") + kBody).title,
            "Làng họp bàn “đường”");
}

TEST(ArticlePage, OfAListIsPassedOver) {
  std::string list = "<title>Báo Làng</title><h1>Tin mới</h1>", again;
  for (int i = 0; i < 30; ++i)
    list += "<div><h3><a href=/" + std::to_string(i) + ">Làng thứ " + std::to_string(i) +
            " họp về đường mới</a></h3><p>Bà con của làng đã họp về con đường mới trong sáng nay.</p></div>";
  again = list;
  EXPECT_TRUE(std::holds_alternative<Notice>(parse_article_page(list, ListPages::passed_over)));
  EXPECT_TRUE(std::holds_alternative<ReadArticle>(parse_article_page(again, ListPages::read)));
}

TEST(ArticlePage, OfNothingIsRejected) {
  for (const char* const empty : {"<html></html>", "", "<script>x</script>"}) {
    std::string html = empty;
    EXPECT_TRUE(std::holds_alternative<Rejected>(parse_article_page(html, ListPages::passed_over))) << empty;
  }
}

TEST(ArticlePage, IsRecognised) {
  for (const char* const head :
       {"<!DOCTYPE html>", "<html lang=vi>", "\xEF\xBB\xBF\n <!-- x --><html>", "<%@ page %>\n<html>",
        "@extends('x')\n<div class=a><p>một</p>", "<tr><td>một</td></tr>", "<p>một</p><p>hai</p>"})
    EXPECT_TRUE(looks_like_page(head)) << head;
  for (const char* const head :
       {"", "<", "<Bài 1> Làng họp", "Làng <b>họp</b>", "{\"a\":1}", "<?xml version='1.0'?><rss>", "<1>"})
    EXPECT_FALSE(looks_like_page(head)) << head;
}

}  // namespace
