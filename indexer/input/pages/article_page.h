// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "indexer/input/article/article.h"

namespace timbao {

/// What becomes of a page that is a list of articles, or the front page of a site.
enum class ListPages : std::uint8_t {
  passed_over,  ///< it is no article
  read,         ///< the user says that it is one
};

/// Reads the article of a web page.
///
///   <h1>Làng họp</h1><p class="sapo">Sáng nay …</p><div class="detail-content"><p>…</p></div>
///     title "Làng họp", lead "Sáng nay …", body
///
/// Each field is taken from where it is most trusted: what the head of the page claims (page_claims.h), what the table
/// of papers and content systems says of the page's parts (papers.h), and the structure (main_text.h). A headline that
/// is printed counts more than the one that is claimed, and a writer more than the paper.
///
/// Takes    a page, or a part of one, as well-formed UTF-8. The text is changed: what a server would run is blanked out.
///          `address` is where it came from, where a container tells it; the page's own word goes before it.
/// Returns  the article without id, path and place; a notice for a page that is no article; Rejected{empty} where it
///          holds no text.
/// Errors   none.
/// Threads  several at once.
/// Source   docs/archives.md, "Web pages"; covered by article_page_test, tests/golden/pages and page_fuzz.
ParsedArticle parse_article_page(std::string& html, ListPages lists, std::string_view address = {});

/// Whether a text begins like a web page, or like a piece of one.
///
///   looks_like_page("<!DOCTYPE html>")     looks_like_page("<%@ page %> <html>")     !looks_like_page("<Bài 1> Làng")
///
/// Takes    the first bytes of a source, of any charset.
/// Source   covered by article_page_test and format_fuzz.
bool looks_like_page(std::string_view head);

}  // namespace timbao
