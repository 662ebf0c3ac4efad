// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/pages/page.h"

namespace timbao {

/// What the head of a page says of its article, the most trusted value first: JSON-LD, then Open Graph, then other
/// properties. A reader of the page may see other values; who takes one compares.
struct PageClaims {
  std::vector<std::string> titles;
  std::vector<std::string> leads;
  std::vector<std::string> dates;    ///< of publication, as they are written
  std::vector<std::string> authors;  ///< also those of which each other source has its own
  std::vector<std::string> sections;
  std::vector<std::string> sources;
  std::vector<std::string> urls;
  std::vector<std::string> keywords;
  std::vector<std::string> sites;  ///< the names of web sites and publishers that JSON-LD describes by themselves
  std::size_t articles = 0;        ///< how many objects of JSON-LD are articles
  bool is_collection = false;      ///< JSON-LD or Open Graph say that the page is a list, or the front page of a site
};

/// Reads the claims of a page.
///
///   <meta property="article:published_time" content="2018-01-31">    dates == {"2018-01-31"}
///
/// Takes    a page whose JSON-LD may be broken: raw line ends in strings and trailing commas are repaired.
/// Errors   none: what cannot be read claims nothing.
/// Source   schema.org (Article, BreadcrumbList), ogp.me, and the names in page_claims.cc. Covered by page_test.
PageClaims claims_of(const Page& page);

/// Adds what a script of JSON-LD claims.
///
/// Takes    the text of the script, of any length.
/// Source   covered by page_test and page_fuzz.
void read_json_ld(std::string_view script, PageClaims& claims);

}  // namespace timbao
