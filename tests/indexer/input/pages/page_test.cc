// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/page.h"

#include <gtest/gtest.h>

#include "indexer/input/pages/block_facts.h"
#include "indexer/input/pages/main_text.h"
#include "indexer/input/pages/page_claims.h"
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

TEST(MainText, KnowsWhatFollowsArticles) {
  for (const char* const text :
       {"Tin liên quan", "[ Trở về trang đầu ]", "Từ khóa:", "Last updated: 21-12-1999", "© 2018"})
    EXPECT_TRUE(is_end_mark(text)) << text;
  for (const char* const text : {"Làng họp", "", "Tin vui cho làng"}) EXPECT_FALSE(is_end_mark(text)) << text;
}

}  // namespace
