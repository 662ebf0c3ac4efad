// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/page_reading.h"

#include <algorithm>

#include "common/base/ascii.h"
#include "indexer/input/pages/page_names.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kLeastArticleBytes = 350;
constexpr std::size_t kLeastLinksOfPaper = 3;
constexpr std::size_t kMostListedArticles = 3;

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return std::string(url.substr(0, url.find_first_of("/?#:")));
}

/// Whether an address names the front page of a site.
bool is_front_page(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::size_t path = url.find('/', scheme + 3);
  return path == std::string_view::npos || url.substr(path).find_first_not_of("/?#") == std::string_view::npos;
}

/// The paper to which most addresses of a page lead, where the page does not say its own.
const PaperRow* most_linked_paper(const Page& page) {
  const PaperRow* most = nullptr;
  std::size_t links = kLeastLinksOfPaper - 1, all = 0;
  for (const auto& [host, count] : page.hosts) {
    all += count;
    const PaperRow* const paper = paper_of(host);
    if (paper == nullptr || count < links || (count == links && (most == nullptr || paper > most))) continue;
    most = paper;
    links = count;
  }
  return links * 2 > all ? most : nullptr;
}

std::string source_of(const PageReading& reading) {
  if (reading.paper != nullptr) return std::string(reading.paper->name);
  for (const std::string& source : reading.claims.sources)
    if (source.find("://") == std::string::npos) return source;
  return reading.host;
}

}  // namespace

PageReading read_page(std::string_view html) {
  PageReading reading;
  reading.page = page_of(html);
  reading.claims = claims_of(reading.page);
  for (const std::string& url : reading.claims.urls)
    if (reading.host.empty()) reading.host = host_of(url);
  reading.paper = reading.host.empty() ? most_linked_paper(reading.page) : paper_of(reading.host);
  reading.source = source_of(reading);
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

bool is_one_article(const PageReading& reading) {
  const PageClaims& claims = reading.claims;
  const MainText& main = reading.main;
  if (claims.articles > kMostListedArticles && main.container == nullptr) return false;
  if (std::any_of(claims.urls.begin(), claims.urls.end(), is_front_page)) return false;
  if (main.sentences == 0) return false;
  const bool is_claimed = claims.articles > 0 || !claims.dates.empty();
  if (is_claimed && !claims.is_collection) return true;
  if (main.headlines > 2 && main.headlines * 3 >= main.sentences * 2) return false;
  if (claims.is_collection && !is_claimed && main.container == nullptr) return false;
  return main.sentence_bytes >= kLeastArticleBytes || reading.page.hosts.empty();
}

}  // namespace timbao
