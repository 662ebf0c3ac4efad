// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "indexer/input/article/article.h"
#include "indexer/input/article/key_map.h"

namespace timbao {

struct RecordMember;

/// Reads articles out of records: JSON objects, each given as text. The formats `jsonl` and `json` both use it.
///
///   std::string record = R"({"id":"a1","title":"Đại hội","sapo":"…","content":["một","hai"],"category":"Thời sự"})";
///   ParsedArticle parsed = JsonlParser().parse(record);   // id, title, lead, body "một\nhai", section
///
/// Takes    one object with the keys id, title, lead, body, captions, author, source, section, date, url, path, or
///          other names that exports use for them (article_jsonl_keys.cc has the table). json_value.h says which texts
///          a value gives. `tags`, `page`, `issue` and `edition` are kept by name; the members of `extra` and all other
///          keys are kept under "extra.NAME".
///          A map names further keys; they go before all others.
/// Returns  the article, without an id where it names none, and remarks on what was not understood; or
///          Rejected{broken_record} for what is no JSON object, Rejected{empty} where there is neither title nor body,
///          Rejected{too_large} where its values would take more than `most_bytes` of memory. A rejection names the id
///          that stood before the fault. The caller adds path and line.
/// Errors   none.
/// Threads  one parser a thread: it keeps its memory from record to record.
/// Source   RFC 8259; the keys of real exports. Covered by article_jsonl_test, article_jsonl_fuzz and json_scan_fuzz.
class JsonlParser {
 public:
  explicit JsonlParser(std::size_t most_bytes = std::numeric_limits<std::size_t>::max(), KeyMap map = {});
  ~JsonlParser();
  JsonlParser(const JsonlParser&) = delete;
  JsonlParser& operator=(const JsonlParser&) = delete;

  /// Reads one record.
  ///
  /// Takes    well-formed UTF-8 without a zero byte (charset/to_utf8.h). The text is changed: \u escapes of half a
  ///          surrogate pair become \ufffd, which ReadArticle::replaced counts, and the numbers NaN and Infinity become
  ///          null.
  [[nodiscard]] ParsedArticle parse(std::string& record);

 private:
  class Memory;
  ParsedArticle read_record(const std::string& record, std::vector<RecordMember>& members);

  KeyMap map_;
  std::unique_ptr<Memory> memory_;
  std::size_t most_bytes_;
};

}  // namespace timbao
