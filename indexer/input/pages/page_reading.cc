// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/page_reading.h"

#include <algorithm>

#include "common/base/ascii.h"
#include "indexer/input/pages/page_names.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kLeastArticleBytes = 350;
constexpr std::size_t kMostListedArticles = 3;
constexpr std::size_t kLeastSentences = 3;
constexpr std::size_t kHeadlineWords = 5;
constexpr std::size_t kLeastVerses = 30;
constexpr std::size_t kLeastHeadlineWords = 6;
constexpr std::size_t kMostDateBlocks = 4;  // between a date and the article below it

/// The address that a browser writes into a page that it saves: "<!-- saved from url=(0025)https://bao.vn/tin-1.html -->".
std::string_view address_of_saved(std::string_view html) {
  constexpr std::string_view kSign = "<!-- saved from url=(";
  constexpr std::size_t kMostHeadBytes = 4096;
  const std::size_t at = html.substr(0, kMostHeadBytes).find(kSign);
  if (at == std::string_view::npos) return {};
  html.remove_prefix(at + kSign.size());
  html.remove_prefix(std::min(html.find(')') + 1, html.size()));
  return html.substr(0, html.find_first_of(" \n>"));
}

}  // namespace

bool is_front_page(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::size_t path = url.find('/', scheme + 3);
  return path == std::string_view::npos || url.substr(path).find_first_not_of("/?#") == std::string_view::npos;
}

PageReading read_page(std::string_view html, std::string_view address) {
  PageReading reading;
  reading.page = page_of(html);
  reading.claims = claims_of(reading.page);
  for (const std::string_view url : {address, address_of_saved(html)})
    if (url.find("://") != std::string_view::npos) reading.claims.urls.emplace_back(url);
  find_source(reading);
  reading.facts = block_facts(reading.page);
  reading.main = main_text_of(reading.page, reading.facts, reading.paper);
  return reading;
}

std::vector<const PaperRow*> rows_of(const PageReading& reading) {
  std::vector<const PaperRow*> rows;
  if (reading.paper != nullptr) rows.push_back(reading.paper);
  if (reading.main.row != nullptr && reading.main.row != reading.paper) rows.push_back(reading.main.row);
  for (const PaperRow& row : system_rows())
    if (&row != reading.main.row) rows.push_back(&row);
  return rows;
}

namespace {

/// Whether the structure alone shows an article: a container that holds one, or paragraphs with hardly a link between.
bool reads_like_an_article(const MainText& main) {
  return main.sentences >= kLeastSentences && main.sentence_bytes >= 2 * kLeastArticleBytes &&
         main.headlines * 3 <= main.sentences && !main.holds_several;
}

/// Whether a few sentences are an article: they stand among verses, hardly a headline of others stands around, or their
/// date stands above them.
bool is_short_article(const PageReading& reading) {
  const MainText& main = reading.main;
  const auto is_headline = [](const BlockFacts& block) {
    return block.kind == BlockKind::links && block.words >= kHeadlineWords;
  };
  const auto headlines = std::count_if(reading.facts.begin(), reading.facts.end(), is_headline);
  if (static_cast<std::size_t>(headlines) <= main.sentences || main.lines >= kLeastVerses) return true;
  for (std::size_t at = main.begin - std::min(main.begin, kMostDateBlocks); at < main.begin; ++at)
    if (reading.facts[at].kind == BlockKind::line && reading.facts[at].hint == ElementHint::none &&
        !date_inside(reading.page.text_of(reading.page.blocks[at])).empty())
      return true;
  return false;
}

/// Whether a headline of several words is printed, and the head claims it: lists are called by a section or a site.
bool has_claimed_headline(const PageReading& reading, const FoundText& title) {
  if (title.end == 0 || words_of(title.text).size() < kLeastHeadlineWords) return false;
  const auto is_title = [&title](std::string_view claimed) { return are_one_title(claimed, title.text); };
  return is_title(reading.page.title) ||
         std::any_of(reading.claims.titles.begin(), reading.claims.titles.end(), is_title);
}

}  // namespace

bool is_one_article(const PageReading& reading, const FoundText& title) {
  const PageClaims& claims = reading.claims;
  const MainText& main = reading.main;
  if ((claims.articles > kMostListedArticles && main.container == nullptr) || main.sentences == 0) return false;
  const bool is_claimed = claims.articles > 0 || !claims.dates.empty();
  const bool is_front = std::any_of(claims.urls.begin(), claims.urls.end(), is_front_page);
  if (is_claimed && !is_front && !claims.is_collection) return true;
  if (main.headlines > 2 && main.headlines * 3 >= main.sentences * 2) return false;
  if (is_front) return reads_like_an_article(main);
  if (has_claimed_headline(reading, title)) return true;
  if (claims.is_collection && !is_claimed && main.container == nullptr) return reads_like_an_article(main);
  return main.sentence_bytes >= kLeastArticleBytes || is_short_article(reading);
}

}  // namespace timbao
