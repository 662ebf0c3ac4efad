// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/input/article/article.h"

namespace timbao {

/// Reads an article out of a text file as news sites print them: title, dateline, lead, paragraphs, captions, byline.
///
///   Chuyện làng tôi          title: the first paragraph
///   08:01 | 31/01/2018       date: a line of nothing but a date, among the first ones
///   |                        dropped
///   Sáng nay,                lead: where a paragraph without its final punctuation begins the next one, the longer is
///   it Sáng nay, làng họp. Bà con góp ý. …          body Đường làng. Ảnh An Vũ    caption: a paragraph that ends in
///   Ảnh NAME, Ảnh: NAME or (Ảnh: …) Trần Bình                author: a last paragraph that is a name, or "Theo …",
///   "Tin, ảnh: …", an agency
///
/// Takes    the bytes of a file. A paragraph is a line that holds something.
/// Returns  the article without id, path and source; ReadArticle::replaced counts what was ill-formed UTF-8. Every part
/// may
///          be missing; a file of one line is a title. A first line of more than kTitleLimitBytes is body, not a title.
///          Rejected{empty} where there is nothing but white space.
/// Errors   none.
/// Source   how news sites print an article; each shape is a row of article_text_test.
ParsedArticle parse_article_text(std::string_view bytes);

inline constexpr std::size_t kTitleLimitBytes = 2000;

}  // namespace timbao
