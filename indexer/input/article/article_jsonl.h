// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "indexer/input/article/article.h"

namespace timbao {

struct RecordMember;

/// Reads articles out of records: JSON objects, each given as text.
///
///   JsonlParser().parse(R"({"id":"a1","title":"Đại hội","sapo":"…","content":["một","hai"],"category":"Thời sự"})")
///
/// Takes    one object with the keys id, title, lead, body, captions, author, source, section, date, url, path, or
/// other
///          names that exports use for them (article_jsonl_keys.cc has the table); json_value.h says which texts a
///          value gives. `tags`, `page`, `issue`, `edition` are kept by name; the members of `extra` and all other keys
///          under "extra.NAME". The text is changed: what is ill-formed UTF-8 or half of a surrogate pair becomes
///          U+FFFD, and the numbers NaN and Infinity become null.
/// Returns  the article, without an id where it names none, and remarks on what was not understood; or
///          Rejected{broken_record} for what is no JSON object, Rejected{empty} where there is neither title nor body,
///          Rejected{too_large} where its values would take more than `most_bytes` of memory, Rejected{binary} where it
///          holds a zero byte. The caller adds path and line.
/// Errors   none.
/// Threads  one parser a thread: it keeps its memory from record to record.
class JsonlParser {
 public:
  explicit JsonlParser(std::size_t most_bytes = std::numeric_limits<std::size_t>::max());
  ~JsonlParser();
  JsonlParser(const JsonlParser&) = delete;
  JsonlParser& operator=(const JsonlParser&) = delete;

  [[nodiscard]] ParsedArticle parse(std::string& record);

 private:
  class Memory;
  ParsedArticle read_record(const std::string& record, std::vector<RecordMember>& members);

  std::unique_ptr<Memory> memory_;
  std::size_t most_bytes_;
};

}  // namespace timbao
