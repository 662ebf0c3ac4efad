// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/article_page.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/processor_time.h"

using namespace timbao;

namespace {

constexpr const char* kBody =
    "<p>Sáng nay, bà con trong làng Hạ đã họp về con đường mới qua cánh đồng, theo lời của trưởng làng.</p>"
    "<p>Con đường sẽ được mở rộng trong năm nay, và các hộ bên đường đều đồng ý hiến đất cho làng.</p>"
    "<p>Đến cuối năm, đường sẽ dài hơn hai cây số, với cầu qua mương và đèn ở những chỗ có đông người.</p>";

Article article_of(std::string html, std::string_view address = {}) {
  const ParsedArticle parsed = parse_article_page(html, ListPages::read, address);
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

TEST(ArticlePage, TakesABoldLineWhereNothingElseIsAHeadline) {
  const std::string html = "<title>Bản in</title><div><b>Làng Hạ họp bàn mở đường</b> <i>[31/01/2018 08:01]</i></div>";
  const Article article = article_of(html + kBody);
  EXPECT_EQ(article.title, "Làng Hạ họp bàn mở đường");
  EXPECT_EQ(article.date, 1517360460);
}

TEST(ArticlePage, TakesTheHeadlineThatIsAPartOfThePagesTitle) {
  const Article article =
      article_of(std::string("<title>Ghi Chép Miệt Vườn &raquo; Lưu trữ &raquo; Làng họp bàn "
                             "đường</title><h1><a href='/'>Ghi Chép Miệt Vườn</a></h1><h2><a href=1>Làng họp bàn "
                             "đường</a></h2>") +
                 kBody);
  EXPECT_EQ(article.title, "Làng họp bàn đường");
}

TEST(ArticlePage, OfASiteThatClaimsItsFrontPageEverywhereIsRead) {
  const std::string head =
      "<link rel=canonical href='http://so.vn/'><meta property=og:type content=website><h3 class=title>Làng họp bàn "
      "đường</h3><p>Đăng ngày: 31/01/2018</p>";
  std::string html = head + kBody + kBody, one_line = head + "<p>Chào mừng bạn đến với trang của làng chúng tôi.</p>";
  EXPECT_TRUE(std::holds_alternative<ReadArticle>(parse_article_page(html, ListPages::passed_over)));
  EXPECT_TRUE(std::holds_alternative<Notice>(parse_article_page(one_line, ListPages::passed_over)));
  EXPECT_EQ(article_of(head + kBody, "http://so.vn/tin/1").url, "http://so.vn/tin/1");
}

TEST(ArticlePage, WhoseHeadlineIsClaimedIsReadAlthoughItSaysThatItIsASite) {
  const std::string html =
      "<title>Làng họp bàn mở đường mới</title><meta property=og:type content=website><h1>Làng họp bàn mở đường "
      "mới</h1>"
      "<p>Sáng nay, bà con trong làng đã họp về con đường mới.</p><p><a href=1>Làng bên cũng họp bàn về con "
      "đường</a></p>"
      "<p><a href=2>Chợ phiên của huyện mở lại sau mùa mưa</a></p>";
  std::string article = html, list = html;
  list.replace(0, list.find("</title>"), "<title>Tin tức");
  EXPECT_TRUE(std::holds_alternative<ReadArticle>(parse_article_page(article, ListPages::passed_over)));
  EXPECT_TRUE(std::holds_alternative<Notice>(parse_article_page(list, ListPages::passed_over)));
}

TEST(ArticlePage, KnowsThePaperByTheAddressFromWhichThePageCame) {
  const std::string html = std::string("<h1>Làng họp bàn đường</h1>") + kBody;
  const std::string saved = "<!-- saved from url=(0027)https://tuoitre.vn/lang.htm -->\n";
  EXPECT_EQ(article_of(html).source, "");
  EXPECT_EQ(article_of(html, "https://tuoitre.vn/lang.htm").source, "Tuổi Trẻ");
  EXPECT_EQ(article_of(saved + html).source, "Tuổi Trẻ");
  EXPECT_EQ(article_of(saved + html).url, "https://tuoitre.vn/lang.htm");
  EXPECT_EQ(article_of("<base href='http://www.nhandan.com.vn/'>" + html).source, "Báo Nhân Dân");
  EXPECT_EQ(article_of("<link rel=canonical href=https://vnexpress.net/1>" + html, "https://tuoitre.vn/1").source,
            "VnExpress");
}

TEST(ArticlePage, TakesADatelineForTheSourceButNoNoteOfTheEditors) {
  const std::string title = "<h1>Làng họp bàn đường</h1>";
  EXPECT_EQ(article_of(title + "<p>(TTX) - Sáng nay, bà con trong làng đã họp về con đường mới.</p>" + kBody).source,
            "TTX");
  EXPECT_EQ(article_of(title + "<p>LTS - Sáng nay, bà con trong làng đã họp về con đường mới.</p>" + kBody).source, "");
}

TEST(ArticlePage, KnowsThePaperByWhatThePageShows) {
  const std::string html = std::string("<h1>Làng họp bàn đường</h1>") + kBody;
  EXPECT_EQ(article_of(html + "<footer>toasoan@nhandan.org.vn</footer>").source, "Báo Nhân Dân");
  EXPECT_EQ(article_of("<title>Làng họp bàn đường - TUOI TRE ONLINE</title>" + html).source, "Tuổi Trẻ");
  EXPECT_EQ(article_of("<title>Làng họp bàn đường | Báo Thanh Lĩnh</title>" + html).source, "Báo Thanh Lĩnh");
  EXPECT_EQ(article_of("<title>Làng họp | Báo động đỏ</title>" + html).source, "");
  EXPECT_EQ(article_of("<p>[<a href='../index.html'>Làng Sen</a>]</p><hr>" + html).source, "Làng Sen");
  EXPECT_EQ(article_of("<p>Làng Sen <a href='../index.html'>Home Page</a></p><hr>" + html).source, "Làng Sen");
  EXPECT_EQ(article_of("<p><a href='/'>Trang chủ</a> <a href='/x'>Xã hội</a></p><hr>" + html).source, "");
}

TEST(ArticlePage, ReadsTheSectionFromThePathAboveTheHeadline) {
  const std::string html = std::string("<h1>Làng họp bàn đường</h1>") + kBody;
  for (const char* const path :
       {"<div class=breadcrumb><a href=/>Trang chủ</a><a href=/x>Xã hội</a></div>",
        "<p class=path>Trang chủ » Xã hội » Làng quê</p>", "<td><a href=/x>Xã hội</a> > <a href=/y>Làng quê</a></td>",
        "<div class=news_cat>Xã hội</div>", "<div><a href=/x>Xã hội</a></div>",
        "<ul><li><a href=/a>Thế giới</a><li><a href=/b>Ảnh</a></ul><div class=kicker><a href=/x>Xã hội</a></div>"})
    EXPECT_EQ(article_of(path + html).sections, std::vector<std::string>{"Xã hội"}) << path;
  EXPECT_TRUE(article_of("<ul><li><a href=/a>Thế giới</a><li><a href=/b>Xã hội</a></ul><p>31/01/2018</p>" + html)
                  .sections.empty());
}

TEST(ArticlePage, TakesTheDateOfPublicationOverThatOfTheChange) {
  const std::string title = "<h1>Làng họp bàn đường</h1>";
  for (const char* const dates :
       {"<p>Cập nhật lúc 9h, ngày 2-2-2018 - Đăng lúc 8h01, ngày 31-1-2018</p>",
        "<p>Cập nhật: 02/02/2018 09:00</p><p>Ngày đăng: 31/01/2018 08:01</p>", "<p>Cập nhật 08:01 ngày 31/01/2018</p>"})
    EXPECT_EQ(article_of(title + dates + kBody).date, 1517360460) << dates;
}

TEST(ArticlePage, TakesTheHeadlineOverTheNameOfTheSiteInTheBanner) {
  const Article article = article_of(
      std::string("<title>Khoa học phổ thông</title><font size=6><b>KHOA HỌC PHỔ THÔNG</b></font><ul><li>Tin<li>Bài"
                  "<li>Ảnh<li>Thơ<li>Nhạc<li>Phim<li>Sách</ul><p><font size=5><b>Làng họp bàn đường</b></font></p>") +
      kBody);
  EXPECT_EQ(article.title, "Làng họp bàn đường");
}

TEST(ArticlePage, TakesTheWriterAboveTheSourceOfTheArticle) {
  const std::string html = std::string("<h1>Làng họp bàn đường</h1>") + kBody;
  EXPECT_EQ(article_of(html + "<p align=right><b>An Vũ</b><br><i>(Theo Tạp chí Làng)</i></p>").authors,
            std::vector<std::string>{"An Vũ"});
  EXPECT_EQ(article_of(html + "<p align=right><i>(Theo Tạp chí Làng)</i></p>").authors,
            std::vector<std::string>{"Tạp chí Làng"});
  EXPECT_TRUE(article_of(html + "<p align=right><b>BÍ THƯ</b></p>").authors.empty());
}

TEST(ArticlePage, OfSummariesWithLinksToTheirRestsIsPassedOver) {
  std::string list = "<h1>Tin hoạt động</h1>";
  for (int i = 0; i < 9; ++i)
    list +=
        "<div>31/01/2018<h4>Làng họp bàn đường</h4><p>Bà con của làng đã họp về con đường mới trong sáng nay.</p>"
        "<a href=1>Xem chi tiết</a></div>";
  EXPECT_TRUE(std::holds_alternative<Notice>(parse_article_page(list, ListPages::passed_over)));
}

TEST(ArticlePage, EndsWithTheLineOfItsWriter) {
  const Article article =
      article_of(std::string("<h1>Làng họp bàn đường</h1>") + kBody +
                 "<p align=right><b>An Vũ</b></p><p>Số báo ra ngày thứ sáu, phát hành toàn tỉnh</p>");
  EXPECT_EQ(article.authors, std::vector<std::string>{"An Vũ"});
  EXPECT_EQ(article.body.find("phát hành"), std::string::npos);
}

TEST(ArticlePage, TakesTheWriterDirectlyBehindTheArticle) {
  const std::string html = std::string("<h1>Làng họp bàn đường</h1><div id=x>") + kBody + kBody;
  EXPECT_EQ(article_of(html + "</div><p class=nguon>An Vũ</p>").authors, std::vector<std::string>{"An Vũ"});
  EXPECT_TRUE(article_of(html + "</div><p class=tags>An Vũ</p>").authors.empty());
  EXPECT_TRUE(article_of(html + "</div><p><a href=/1>An Vũ</a></p>").authors.empty());
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

TEST(ArticlePage, TakesTimeThatGrowsWithItsLength) {
  const auto repeated = [](std::string_view piece) {
    std::string html;
    while (html.size() < 1'500'000) html += piece;
    return html + kBody;
  };
  for (const std::string_view piece :
       {"<h1><a href=/x>Làng họp bàn</a></h1>", "<div class=breadcrumb><a href=/>Trang chủ</a></div>", "@", "a@b.vn ",
        "<span class=caption>x</span>", "<section><a href=1>Làng bên họp bàn về</a></section>",
        "<div class=post-content><p>Sáng nay, bà con trong làng đã họp về con đường mới.</p></div>"}) {
    std::string html = repeated(piece);
    const auto parse = [&html] { static_cast<void>(parse_article_page(html, ListPages::passed_over)); };
    EXPECT_LT(test::processor_seconds(parse), test::kSomeSeconds) << piece;
  }
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
