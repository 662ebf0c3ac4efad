// SPDX-License-Identifier: GPL-2.0-or-later
// The paper that a page is of.
#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/ascii_text.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "indexer/input/pages/page_names.h"
#include "indexer/input/pages/page_reading.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kLeastLinksOfPaper = 3;
constexpr std::size_t kMostSourceWords = 10, kMostNameWords = 6;
constexpr std::size_t kMostHeadBlocks = 12;
constexpr std::size_t kMostMailboxes = 50, kMostHostBytes = 60;  // that are looked at

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.rfind("://");  // "http://web.archive.org/web/2005/http://bao.vn/1" is of bao.vn
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return std::string(url.substr(0, url.find_first_of("/?#:")));
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

/// The paper to whose mailboxes a page asks to write: "toasoan@nhandan.vn".
const PaperRow* mailed_paper(const Page& page) {
  const std::string_view text = page.text;
  std::size_t at = text.find('@');
  for (std::size_t seen = 0; at != std::string_view::npos && seen < kMostMailboxes; ++seen) {
    const std::string_view host = text.substr(at + 1, kMostHostBytes);
    if (const PaperRow* const paper = paper_of(ascii_lower(host.substr(0, host.find_first_of(" \n,;)"))))) return paper;
    at = text.find('@', at + 1);
  }
  return nullptr;
}

bool begins_like_a_source(std::string_view part) {
  constexpr std::array<std::string_view, 9> kBegins{
      "bao ",       "tap chi ",  "dai ",      "cong thong tin ", "trang thong tin ",
      "thong tan ", "nhat bao ", "tuan bao ", "truyen hinh "};
  const std::string folded = fold_text(part);
  const auto* const begin = std::find_if(kBegins.begin(), kBegins.end(), [&folded](std::string_view word) {
    return starts_with(std::string_view(folded), word);
  });
  if (begin == kBegins.end() || words_of(part).size() > kMostSourceWords) return false;
  const std::string_view name = words_of(part)[static_cast<std::size_t>(std::count(begin->begin(), begin->end(), ' '))];
  const std::string_view letter = name.substr(0, read_code_point(name, 0).length);
  return canonical(letter) != letter || starts_with(fold_text(name), "dien");  // "Báo điện tử …"
}

/// The paper that the page's own title names, before or behind the headline.
std::string source_of_title(std::string_view title) {
  const std::vector<std::string_view> parts = parts_of_title(title);
  if (parts.empty()) return {};
  for (const std::string_view part : {parts.back(), parts.front()})
    if (const PaperRow* const paper = paper_called(part)) return std::string(paper->name);
  return begins_like_a_source(parts.back()) ? std::string(parts.back()) : std::string();
}

/// Whether a link is called what links to front pages usually are.
bool is_front_word(std::string_view name) {
  constexpr std::array<std::string_view, 7> kStarts{"home",    "trangchu", "trangnha", "trove",
                                                    "vetrang", "logo",     "banner"};
  const std::string letters = letters_of(name);
  return letters.empty() || std::any_of(kStarts.begin(), kStarts.end(), [&letters](std::string_view start) {
           return starts_with(std::string_view(letters), start);
         });
}

bool may_be_source(std::string_view name) {
  return !is_front_word(name) && name.find_first_of("[|>/:") == std::string_view::npos &&
         name.find("»") == std::string_view::npos && words_of(name).size() <= kMostNameWords;
}

/// The name that a link to the front page has at the beginning of a page, or that stands before it: "[Làng Sen]",
/// "Làng Sen Home Page".
std::string source_of_home_link(const Page& page) {
  for (const PageLink& link : page.links) {
    const std::size_t block = block_from(page, link.begin + 1) - 1;
    if (!link.leads_home || block >= std::min(page.blocks.size(), kMostHeadBlocks)) continue;
    const std::string_view text = page.text;
    const std::string_view name = trim(text.substr(link.begin, link.end - link.begin));
    const std::string_view before = trim(text.substr(page.blocks[block].begin, link.begin - page.blocks[block].begin));
    const std::string_view found = is_front_word(name) ? before : name;
    if (may_be_source(found)) return std::string(found);
  }
  for (const PageMeta& meta : page.metas)
    if (meta.key == "home" && words_of(meta.value).size() > 1 && may_be_source(meta.value)) return meta.value;
  return {};
}

/// The last part of the page's title, if the head claims what stands before it as the title: "Làng họp - Cổng Sen".
std::string source_behind_title(const PageReading& reading) {
  const std::vector<std::string_view> parts = parts_of_title(reading.page.title);
  if (parts.size() < 2 || !may_be_source(parts.back()) || words_of(parts.back()).size() < 2) return {};
  const auto& claimed = reading.claims.titles;
  const bool is_title = std::any_of(claimed.begin(), claimed.end(), [&parts](const std::string& title) {
    return letters_of(title) == letters_of(parts.front());
  });
  return is_title ? std::string(parts.back()) : std::string();
}

std::string source_of(const PageReading& reading) {
  if (reading.paper != nullptr) return std::string(reading.paper->name);
  for (const std::string& source : reading.claims.sources)
    if (source.find("://") == std::string::npos) return source;
  if (std::string source = source_of_title(reading.page.title); !source.empty()) return source;
  if (std::string source = source_of_home_link(reading.page); !source.empty()) return source;
  if (std::string source = source_behind_title(reading); !source.empty()) return source;
  return reading.host;
}

}  // namespace

void find_source(PageReading& reading) {
  for (const std::string& url : reading.claims.urls)
    if (reading.host.empty()) reading.host = host_of(url);
  for (const PageMeta& meta : reading.page.metas)
    if (reading.host.empty() && meta.key == "base") reading.host = host_of(meta.value);
  reading.paper = paper_of(reading.host);
  if (reading.host.empty()) {
    reading.paper = mailed_paper(reading.page);
    if (reading.paper == nullptr) reading.paper = most_linked_paper(reading.page);
  }
  reading.source = source_of(reading);
}

}  // namespace timbao
