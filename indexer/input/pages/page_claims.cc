// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/page_claims.h"

#include <algorithm>
#include <array>

#include "indexer/input/html/html_signs.h"
#include "indexer/input/html/html_text.h"
#include "indexer/input/pages/server_code.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

struct MetaRow {
  std::string_view key;
  std::vector<std::string> PageClaims::*claims;
};

/// The names of properties, for each field the most trusted first. Source: ogp.me; Dublin Core; schema.org; the others
/// are those of the content systems behind Vietnamese papers and of the tools that read them (Parsely, Sailthru).
constexpr auto kTitles = &PageClaims::titles;
constexpr auto kLeads = &PageClaims::leads;
constexpr auto kDates = &PageClaims::dates;
constexpr auto kAuthors = &PageClaims::authors;
constexpr auto kSections = &PageClaims::sections;
constexpr auto kSources = &PageClaims::sources;
constexpr auto kUrls = &PageClaims::urls;
constexpr auto kKeywords = &PageClaims::keywords;
constexpr MetaRow kMetaRows[] = {{"og:title", kTitles},
                                 {"itemprop:headline", kTitles},
                                 {"twitter:title", kTitles},
                                 {"dc.title", kTitles},
                                 {"headline", kTitles},
                                 {"title", kTitles},
                                 {"og:description", kLeads},
                                 {"itemprop:description", kLeads},
                                 {"twitter:description", kLeads},
                                 {"dc.description", kLeads},
                                 {"description", kLeads},
                                 {"article:published_time", kDates},
                                 {"article:published", kDates},
                                 {"og:published_time", kDates},
                                 {"itemprop:datepublished", kDates},
                                 {"datepublished", kDates},
                                 {"pubdate", kDates},
                                 {"publishdate", kDates},
                                 {"publish-date", kDates},
                                 {"publish_date", kDates},
                                 {"published_time", kDates},
                                 {"parsely-pub-date", kDates},
                                 {"sailthru.date", kDates},
                                 {"dc.date.issued", kDates},
                                 {"dc.date", kDates},
                                 {"date", kDates},
                                 {"itemprop:datecreated", kDates},
                                 {"article:author", kAuthors},
                                 {"itemprop:author", kAuthors},
                                 {"author", kAuthors},
                                 {"dc.creator", kAuthors},
                                 {"parsely-author", kAuthors},
                                 {"article:section", kSections},
                                 {"itemprop:articlesection", kSections},
                                 {"section", kSections},
                                 {"og:site_name", kSources},
                                 {"itemprop:sourceorganization", kSources},
                                 {"application-name", kSources},
                                 {"canonical", kUrls},
                                 {"og:url", kUrls},
                                 {"its_url", kUrls},
                                 {"news_keywords", kKeywords},
                                 {"keywords", kKeywords}};

std::string plain_value(std::string_view value) {
  if (is_template_place(value)) return {};
  std::string text = looks_like_html(value) ? text_of_html(value) : std::string(trim(value));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

void read_metas(const Page& page, PageClaims& claims) {
  for (const MetaRow& row : kMetaRows)
    for (const PageMeta& meta : page.metas) {
      if (meta.key != row.key) continue;
      std::string value = plain_value(meta.value);
      if (!value.empty()) (claims.*row.claims).push_back(std::move(value));
    }
  for (const PageMeta& meta : page.metas)
    if (meta.key == "og:type" && (meta.value == "website" || meta.value == "blog")) claims.is_collection = true;
}

}  // namespace

PageClaims claims_of(const Page& page) {
  PageClaims claims;
  for (const std::string& script : page.json_ld) read_json_ld(script, claims);
  read_metas(page, claims);
  claims.sources.insert(claims.sources.end(), claims.sites.begin(), claims.sites.end());
  return claims;
}

}  // namespace timbao
