// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "common/index/article.h"

namespace timbao {

/// Where an article was read.
struct ArticlePlace {
  std::string name;          ///< of its file (SourceFile::name)
  std::uint64_t record = 0;  ///< its number in a file of records, from 1 (of JSON lines: the line); 0 where the file is
                             ///< one article
};

/// The id of an article: what tells that two readings are of one article.
///
///   its own id, else its url (plain_url), else its path: "/archive/2018/phuc-yen.txt", "/archive/news.jsonl!12"
///
/// An url that names no page ("#", "https://bao.vn/") gives no id.
/// Takes    an article and its place.
/// Returns  the id. A record of standard input that names neither id nor url has no place that it could be found at
/// again:
///          its content tells it ("-!" and 32 hexadecimal digits).
/// Errors   none.
std::string article_id(const Article& article, const ArticlePlace& place);

}  // namespace timbao
