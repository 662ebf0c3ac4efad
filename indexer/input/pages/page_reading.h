// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/pages/block_facts.h"
#include "indexer/input/pages/main_text.h"
#include "indexer/input/pages/page.h"
#include "indexer/input/pages/page_claims.h"
#include "indexer/input/pages/papers.h"

namespace timbao {

/// A page with all that is found out of it, step by step: each function below takes what those before it made.
///
///   PageReading reading = read_page(html, "");
///   const FoundTitle title = find_title(reading);
struct PageReading {
  Page page;
  PageClaims claims;
  std::vector<BlockFacts> facts;
  MainText main;
  const PaperRow* paper = nullptr;  ///< nullptr where the page is of no paper in the table
  std::string host;                 ///< of the page's own address; empty where it names none
  std::string source;               ///< the paper's name; empty where nothing says it
};

/// A field, and the blocks that hold it, which are no part of the body. Without blocks it was claimed by the head.
struct FoundText {
  std::string text;
  std::size_t begin = 0, end = 0;
};

/// Names, and the block that holds them.
struct FoundAuthors {
  std::vector<std::string> names;
  std::size_t block = static_cast<std::size_t>(-1);
};

/// Reads a page as far as the place of its article.
///
/// Takes    the address from which it came, where that is known; what the page says of its own goes before it.
PageReading read_page(std::string_view html, std::string_view address);

/// Sets the host, the paper and the source of a page whose claims are read: by its own address; where it has none, by
/// the mailboxes and links in it. A paper that is not in the table is named by the head of the page, by its title, or by
/// a link to its front page.
///
/// Source   page_source.cc; covered by article_page_test.
void find_source(PageReading& reading);

/// The headline: of those that are printed the one that agrees with the head of the page, has the most telling element,
/// and stands nearest above the article; else a claimed one.
///
/// Source   page_title.cc has the scores; covered by article_page_test.
FoundText find_title(const PageReading& reading);

/// The lead: the paragraph that the paper marks as such, else a first paragraph that is set off, else a claimed one.
FoundText find_lead(const PageReading& reading, const FoundText& title);

/// The writers: those whom the paper marks, else the last line of the article, else names under the headline, else the
/// claimed ones that are not the paper's own name.
FoundAuthors find_authors(const PageReading& reading, const FoundText& title);

/// When the article was published: as claimed, else as printed near the headline, else when it was last changed.
std::optional<std::int64_t> find_date(const PageReading& reading, const FoundText& title);

/// The section: as claimed, else the first step of a path that is printed above the headline, but for the front page.
std::string find_section(const PageReading& reading, const FoundText& title);

/// Whether an address names the front page of a site.
bool is_front_page(std::string_view url);

/// Whether the page is one article, and no list of several.
bool is_one_article(const PageReading& reading, const FoundText& title);

/// The rows to ask for selectors: the paper's, that of the container, those of content systems.
std::vector<const PaperRow*> rows_of(const PageReading& reading);

}  // namespace timbao
