// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

#include "indexer/input/article.h"

namespace timbao {

/// Reads articles out of lines of JSON.
///
///   JsonlParser().parse(R"({"id":"a1","title":"Đại hội","sapo":"…","content":["một","hai"],"category":"Thời sự"})")
///
/// Takes    one line: an object with the keys id, title, lead, body, captions, author, source, section, date, url,
/// path, or
///          other names that sites use for them (article_jsonl_keys.cc has the table). Lists of strings are taken for
///          body (paragraphs), captions, author, section; numbers and truth values as their text; null is nothing.
///          `tags`, `page`, `issue`, `edition` and other scalars, and those of an object `extra`, become
///          Article::others. The line is changed: what is ill-formed UTF-8 or half of a surrogate pair becomes U+FFFD,
///          and is counted.
/// Returns  the article, without an id where it names none; or Rejected{broken_record} for what is no JSON object,
///          Rejected{empty} where there is neither title nor body. The caller adds path and line.
/// Errors   none.
/// Threads  one parser a thread: it keeps its memory from line to line.
class JsonlParser {
 public:
  JsonlParser();
  ~JsonlParser();
  JsonlParser(const JsonlParser&) = delete;
  JsonlParser& operator=(const JsonlParser&) = delete;

  [[nodiscard]] ParsedArticle parse(std::string& line);

 private:
  class Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace timbao
