// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/page.h"

#include <gtest/gtest.h>

#include "indexer/input/pages/block_facts.h"
#include "indexer/input/pages/main_text.h"
#include "indexer/input/pages/page_claims.h"
#include "indexer/input/pages/page_marks.h"
#include "indexer/input/pages/papers.h"

using namespace timbao;

namespace {

TEST(Page, HoldsBlocksAndTheElementsAroundThem) {
  const Page page =
      page_of(R"(<div class="Box-Sapo" id="x"><p align="right">An <a href="/tac-gia/1">Vũ</a></p></div>)");
  ASSERT_EQ(page.blocks.size(), 1U);
  EXPECT_EQ(page.text_of(page.blocks[0]), "An Vũ");
  EXPECT_EQ(page.blocks[0].link_bytes, 4U);
  EXPECT_EQ(page.names_of(page.elements[page.blocks[0].element]), " p ~right ");
  EXPECT_EQ(page.index.elements_with("sapo").size(), 1U);
  EXPECT_EQ(page.index.elements_with("~author").size(), 1U);
  EXPECT_TRUE(page.index.elements_with("nothing").empty());
}

TEST(Page, LeavesOutWhatIsNotShown) {
  const Page page = page_of(R"(<p style="display: none">một</p><p hidden>hai</p><script>ba</script><p>bốn</p>)");
  EXPECT_EQ(page.text, "bốn\n");
}

TEST(Page, LeavesOutTheBarOfTheWaybackMachineAndWhatIsReadAloud) {
  const Page page = page_of(
      "<div id=wm-ipp-base><p>12 captures</p></div><p><span class='x visually-hidden'>Nguồn hình ảnh, </span>TTX</p>");
  EXPECT_EQ(page.text, "TTX\n");
}

TEST(Page, SetsWordsApartThatOnlyStylesSetApart) {
  EXPECT_EQ(page_of("<p><span>An Vũ</span><time>5/10/2023</time></p>").text, "An Vũ 5/10/2023\n");
  EXPECT_EQ(page_of("<p><i>15:10</i><span>Cỡ chữ</span></p>").text, "15:10 Cỡ chữ\n");
  EXPECT_EQ(page_of("<p>CO<sub>2</sub>, m<sup>2</sup>, <b>L</b>àng, họ<b>p</b></p>").text, "CO2, m2, Làng, họp\n");
}

TEST(Page, KnowsLinksToItsFrontPage) {
  for (const char* const address : {"/", "./", "../index.html", "https://bao.vn", "http://bao.vn/", "/Default.aspx"}) {
    const Page page = page_of(std::string("<a href='") + address + "'>Làng</a>");
    ASSERT_EQ(page.links.size(), 1U) << address;
    EXPECT_TRUE(page.links[0].leads_home) << address;
    EXPECT_TRUE(page.blocks[0].leads_home) << address;
  }
  for (const char* const address : {"", "#", "/tin/", "index.php?id=4", "https://bao.vn/tin-1.html", "indexes.html"}) {
    const Page page = page_of(std::string("<p>Làng <a href='") + address + "'>họp</a><a></a></p>");
    ASSERT_EQ(page.links.size(), 1U) << address;
    EXPECT_FALSE(page.links[0].leads_home) << address;
  }
}

TEST(Page, CountsHostsBehindThoseOfArchives) {
  const Page page = page_of("<a href='/web/2005/http://www.bao.vn/1'>một</a><a href='//bao.vn/2'>hai</a>");
  EXPECT_EQ(page.hosts.at("www.bao.vn"), 1U);
  EXPECT_EQ(page.hosts.at("bao.vn"), 1U);
}

TEST(Page, KeepsWhatItsHeadSays) {
  const Page page = page_of(
      "<head><title>Làng\nhọp</title><meta property=og:title content='Làng họp bàn'><link rel=canonical href=//a.vn/1>"
      "<script type='application/ld+json'>{}</script></head><time datetime=2018-01-31>nay</time>");
  EXPECT_EQ(page.title, "Làng\nhọp");
  ASSERT_EQ(page.metas.size(), 3U);
  EXPECT_EQ(page.metas[0].key, "og:title");
  EXPECT_EQ(page.metas[1].value, "//a.vn/1");
  EXPECT_EQ(page.metas[2].key, "time");
  EXPECT_EQ(page.json_ld, std::vector<std::string>{"{}"});
}

TEST(Page, IsCutAtTooManyElements) {
  std::string html;
  for (std::size_t i = 0; i <= kMostPageElements; ++i) html += "<p>a";
  EXPECT_TRUE(page_of(html).is_cut);
}

PageClaims claims_of_script(std::string_view script) {
  PageClaims claims;
  read_json_ld(script, claims);
  return claims;
}

TEST(PageClaims, OfJsonLdAreRead) {
  const PageClaims claims = claims_of_script(R"(<!-- {"@graph":[{"@type":["NewsArticle","X"],"headline":"Làng
họp","datePublished":"2018-01-31","author":[{"name":"An Vũ"},{"name":"Hà Chi"}],"publisher":{"name":"Báo Làng"},},
{"@type":"BreadcrumbList","itemListElement":[{"item":{"name":"Xã hội"}},{"name":"Làng"}]}]} -->)");
  EXPECT_EQ(claims.titles, std::vector<std::string>{"Làng họp"});
  EXPECT_EQ(claims.dates, std::vector<std::string>{"2018-01-31"});
  EXPECT_EQ(claims.authors, (std::vector<std::string>{"An Vũ", "Hà Chi"}));
  EXPECT_EQ(claims.sources, std::vector<std::string>{"Báo Làng"});
  EXPECT_EQ(claims.sections, (std::vector<std::string>{"Xã hội", "Làng"}));
  EXPECT_EQ(claims.articles, 1U);
}

TEST(PageClaims, OfObjectsThatReferToOthersAreTheirNames) {
  const PageClaims claims = claims_of_script(R"({"@graph":[{"@type":"Person","@id":"#p","name":"An Vũ"},
    {"@type":"Organization","@id":"#o","name":"Báo Làng"},
    {"@type":"Article","author":{"@id":"#p"},"publisher":{"@id":"#o"},"mainEntityOfPage":{"@id":"https://lang.vn/1"}}]})");
  EXPECT_EQ(claims.authors, std::vector<std::string>{"An Vũ"});
  EXPECT_EQ(claims.sources, std::vector<std::string>{"Báo Làng"});
  EXPECT_EQ(claims.urls, std::vector<std::string>{"https://lang.vn/1"});
}

TEST(PageClaims, OfBrokenJsonAreItsDates) {
  const PageClaims claims =
      claims_of_script(R"({"@type":"NewsArticle","headline":"Ông "Ba" họp","datePublished":"2018-01-31"})");
  EXPECT_EQ(claims.dates, std::vector<std::string>{"2018-01-31"});
  EXPECT_EQ(claims.articles, 1U);
}

TEST(PageClaims, OfNothingAreNone) {
  for (const char* const script : {"", "{", "[]", "x", "{}", "[[[[", "{\"@type\":5,\"@graph\":7}"})
    EXPECT_EQ(claims_of_script(script).articles, 0U) << script;
  EXPECT_EQ(claims_of_script(std::string(100'000, '[') + std::string(100'000, ']')).articles, 0U);
}

TEST(Papers, AreFoundByTheirHosts) {
  ASSERT_NE(paper_of("m.vnexpress.net"), nullptr);
  EXPECT_EQ(paper_of("m.vnexpress.net")->name, "VnExpress");
  EXPECT_EQ(paper_of("notvnexpress.net"), nullptr);
  EXPECT_EQ(paper_of(""), nullptr);
}

TEST(Papers, AreFoundByWhatTheyAreCalled) {
  for (const std::string_view name : {"VnExpress", "VNEXPRESS.NET", "Báo VnExpress", "VnExpress Online"}) {
    ASSERT_NE(paper_called(name), nullptr) << name;
    EXPECT_EQ(paper_called(name)->name, "VnExpress") << name;
  }
  EXPECT_EQ(paper_called("TUOI TRE ONLINE")->name, "Tuổi Trẻ");
  EXPECT_EQ(paper_called("Báo Nhân Dân điện tử")->name, "Báo Nhân Dân");
  for (const std::string_view name : {"", "Báo", "Nhân dân cả nước", "Online"})
    EXPECT_EQ(paper_called(name), nullptr) << name;
}

TEST(Papers, HaveSelectors) {
  const Page page = page_of("<h1 class='a b'>một</h1><p class=b>hai</p><p class='b c'></p>");
  ASSERT_NE(select(page, "x|p b"), nullptr);
  EXPECT_EQ(page.line_of(*select(page, "x|p b")), "hai");
  EXPECT_EQ(page.line_of(*select(page, "b")), "một");
  EXPECT_EQ(select_all(page, "b").size(), 2U);
  EXPECT_EQ(select(page, "c"), nullptr);
  EXPECT_EQ(select(page, ""), nullptr);
}

TEST(MainText, IsTheRunThatReadsLikeAnArticle) {
  const Page page = page_of(
      "<ul class=menu><li><a href=/>Trang chủ</a><li><a href=/x>Xã hội</a></ul><h1>Làng họp</h1>"
      "<p>Sáng nay, bà con trong làng đã họp về con đường mới.</p><p>Đường sẽ được mở rộng trong năm nay, theo trưởng "
      "làng.</p>"
      "<h3>Tin liên quan</h3><div><a href=/1>Làng bên cũng họp về đường</a><p>Bà con của làng bên đã họp về "
      "đường.</p></div>");
  const std::vector<BlockFacts> facts = block_facts(page);
  EXPECT_EQ(facts[0].hint, ElementHint::boundary);
  EXPECT_EQ(facts[3].kind, BlockKind::sentence);
  EXPECT_EQ(facts[7].kind, BlockKind::links) << "the summary of a card is no sentence of the article";
  const MainText main = main_text_of(page, facts, nullptr);
  EXPECT_EQ(main.begin, 2U);
  EXPECT_EQ(main.end, 5U);
  EXPECT_EQ(main.sentences, 2U);
}

/// The text of the blocks of a page's article.
std::string main_text(const Page& page) {
  const MainText main = main_text_of(page, block_facts(page), nullptr);
  return main.begin == main.end ? ""
                                : page.text.substr(page.blocks[main.begin].begin,
                                                   page.blocks[main.end - 1].end - page.blocks[main.begin].begin);
}

const std::string kParagraphs =
    "<p>Sáng nay, bà con trong làng đã họp về con đường mới qua cánh đồng của xã bên, với hơn một trăm hộ đến dự.</p>"
    "<p>Đường sẽ được mở rộng trong năm nay, theo trưởng làng, với cầu qua mương và đèn ở những chỗ có đông người.</p>"
    "<p>Đến cuối năm, đường sẽ dài hơn hai cây số, và các hộ bên đường đều đồng ý hiến đất cho làng trong tháng "
    "này.</p>";

TEST(MainText, IsWithoutTheColumnAndTheCommentsBesideIt) {
  const Page page = page_of("<div id=left><h3>Thống kê</h3>Hiện có 14 khách đang xem trang của làng.</div><div id=a>" +
                            kParagraphs + "</div><div id=b><b>Tư</b><p>Đọc mà nhớ cái làng của tôi.</p></div>");
  const std::string text = main_text(page);
  EXPECT_EQ(text.substr(0, 9), "Sáng nay") << text;
  EXPECT_EQ(text.find("nhớ cái làng"), std::string::npos);
  EXPECT_NE(text.find("đông người"), std::string::npos);
}

TEST(MainText, KeepsALongParagraphWhoseElementWasClosedTooEarly) {
  const Page page = page_of(
      "<div>" + kParagraphs + kParagraphs +
      "</div><p>Đến cuối năm, đường sẽ dài hơn hai cây số, và các hộ bên đường đều đồng ý hiến đất cho làng.</p>");
  EXPECT_NE(main_text(page).find("hai cây số"), std::string::npos);
}

TEST(MainText, OfVersesIsNotCutToTheElementOfAFewSentences) {
  std::string html = "<table>";
  for (int i = 0; i < 40; ++i) html += "<tr><td>Nước lên từ độ cau cười</td></tr>";
  const Page page = page_of(html + "<tr><td>" + kParagraphs + "</td></tr></table>");
  EXPECT_EQ(main_text_of(page, block_facts(page), nullptr).begin, 0U);
}

TEST(BlockFacts, OfAListOfLinksAreThoseOfAnAside) {
  const Page page = page_of(kParagraphs +
                            "<section><strong>Đang được đọc</strong><a href=1>Làng bên họp bàn về con đường</a><br>"
                            "<a href=2>Chợ phiên của huyện mở lại sau mùa mưa</a></section>" +
                            kParagraphs);
  const std::vector<BlockFacts> facts = block_facts(page);
  EXPECT_EQ(facts[0].hint, ElementHint::none);
  EXPECT_EQ(facts[3].hint, ElementHint::aside) << page.text_of(page.blocks[3]);
}

TEST(BlockFacts, OfACaptionInASpanAreThoseOfACaption) {
  const Page page = page_of("<div><img><span class=photo-caption>Con đường mới của làng</span></div><p>Làng họp.</p>");
  EXPECT_EQ(block_facts(page)[0].hint, ElementHint::caption);
  EXPECT_EQ(block_facts(page)[1].hint, ElementHint::none);
}

TEST(MainText, KnowsCallsToReaders) {
  for (const char* const text :
       {"* Mời bạn đọc vào chuyên mục Xã hội xem các tin liên quan.", "Mời quý độc giả đón xem."})
    EXPECT_TRUE(is_call_to_readers(text)) << text;
  for (const char* const text : {"Mời cơm khách là nếp nhà.", ""}) EXPECT_FALSE(is_call_to_readers(text)) << text;
}

TEST(MainText, KnowsLinksToTheRestOfArticles) {
  for (const char* const text : {"Xem chi tiết", "Đọc tiếp »", "Read more"}) EXPECT_TRUE(is_more_link(text)) << text;
  for (const char* const text : {"Làng họp", "Xem lễ hội", ""}) EXPECT_FALSE(is_more_link(text)) << text;
}

TEST(MainText, KnowsWhatFollowsArticles) {
  for (const char* const text :
       {"Tin liên quan", "[ Trở về trang đầu ]", "Từ khóa:", "Last updated: 21-12-1999", "© 2018"})
    EXPECT_TRUE(is_end_mark(text)) << text;
  for (const char* const text : {"Làng họp", "", "Tin vui cho làng"}) EXPECT_FALSE(is_end_mark(text)) << text;
}

}  // namespace
