// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "common/index/article.h"

namespace timbao {

/// Where an article was read.
struct ArticlePlace {
  std::string name;          ///< the name of its file (SourceFile::name); "-" is standard input
  std::uint64_t record = 0;  ///< its number in a file of records, from 1 (of JSON lines: the line); 0 for a text file
};

/// The id of an article. Two articles with the same id are two versions of one article: the later one replaces the
/// other.
///
///   its own id                       "a1"
///   else its url, as plain_url()     "example.vn/tin/1"
///   else its file and record         "/archive/2018/phuc-yen.txt", "/archive/news.jsonl!12"
///   of standard input, its content   "-!" and 32 hexadecimal digits
///
/// Takes    an article and its place.
/// Returns  the id, never empty where the place has a name. An url that names no page ("#", "https://bao.vn/") gives no
///          id. A record of standard input has no place at which it could be found again, so the hash of its content
///          stands for the place.
/// Errors   none.
/// Source   plain_url() and content_hash() in common/index; covered by read_articles_test and article_id_fuzz.
std::string article_id(const Article& article, const ArticlePlace& place);

}  // namespace timbao
