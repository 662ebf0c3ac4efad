// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "common/index/article.h"
#include "indexer/input/notices/notice.h"
#include "indexer/input/notices/rejected.h"

namespace timbao {

/// An article with everything that is known of it: where it was read, how large it is, and what of it was not
/// understood. It travels as a whole from the format's reader to the sink.
///
///   read.article.id == "/archive/news.jsonl!12"   read.file == "news.jsonl"   read.line == 12   read.bytes == 1804
///
/// Who sets what: a format's reader sets `article`, `replaced` and `remarks`; measure() sets `bytes` and `held_bytes`;
/// ArticleReader sets `file`, `inner`, `line`, `record` and completes the article's id, path and source. What the run and the
/// index know of it stands beside it in IncomingArticle (indexer/write/known_articles.h).
struct ReadArticle {
  Article article;
  std::uint64_t line = 0;       ///< in a file of records, from 1: the line where the record begins; 0 elsewhere
  std::uint64_t record = 0;     ///< its number in a file of records, from 1 (of JSON lines: the line); 0 elsewhere
  std::size_t bytes = 0;        ///< of its text: title, lead, body, captions
  std::size_t held_bytes = 0;   ///< about how much memory it takes while it is held
  std::size_t replaced = 0;     ///< how many ill-formed parts its format's reader replaced by U+FFFD
  std::string file;             ///< the file that it was read from, as the user named it
  std::string inner;            ///< the name inside that file, if it is a container; empty elsewhere
  std::vector<Remark> remarks;  ///< what of it was not understood
};

/// What reading one article gives: the article, why it could not be read, or a notice that it is none and is passed over
/// on purpose (NoticeKind::no_article). A reader of a format gives passed_over_as(); path and line follow.
///
///   if (auto* rejected = std::get_if<Rejected>(&parsed)) report(*rejected);
///   else if (auto* notice = std::get_if<Notice>(&parsed)) note(*notice);
///   else index(std::get<ReadArticle>(parsed));
using ParsedArticle = std::variant<ReadArticle, Rejected, Notice>;

}  // namespace timbao
