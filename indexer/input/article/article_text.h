// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/input/article/article.h"

namespace timbao {

/// Reads an article out of a text file as news sites print them: title, dateline, lead, paragraphs, captions, byline.
///
///   Chuyện làng tôi                      title: the first paragraph
///   08:01 | 31/01/2018                   date: a line of nothing but a date, among the first four
///   |                                    dropped
///   Sáng nay,                            lead: where a paragraph without its final punctuation begins the next
///   Sáng nay, làng họp. Bà con góp ý.    one, the longer of the two
///   Đường làng mở rộng. …                body
///   Đường làng. Ảnh An Vũ                caption: a paragraph that ends in Ảnh NAME, Ảnh: NAME or (Ảnh: …)
///   Trần Bình                            author: a last paragraph that is a name or an agency, or
///                                        begins with "Theo" or "Tin, ảnh:"
///
/// Takes    well-formed UTF-8 of any length, in any normal form. A paragraph is a line that holds more than white
///          space.
/// Returns  the article without id, path and source. Every part may be missing; a file of one line is a title. A first
///          line of more than kTitleLimitBytes is body, not a title. Rejected{empty} where there is nothing but white
///          space and stray bars.
/// Errors   none.
/// Source   how news sites print an article: each shape is a row of article_text_test. Covered by article_text_fuzz.
ParsedArticle parse_article_text(std::string_view text);

/// The most bytes that a first line may have to be a title.
///
/// Source   no headline is that long; such a first line belongs to a text without line ends. Checked by
///          article_text_test.
inline constexpr std::size_t kTitleLimitBytes = 2000;

}  // namespace timbao
