// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "common/base/json.h"
#include "common/text/surrogates.h"
#include "indexer/input/article/article_jsonl.h"
#include "indexer/input/charset/to_utf8.h"
#include "indexer/input/json/json_repair.h"
#include "indexer/input/json/json_scan.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

/// However the text comes in pieces, its object ends at the same byte.
void check_pieces(std::string_view object) {
  ObjectScan whole, pieces;
  const std::size_t end = whole.walk(object);
  std::size_t walked = 0;
  for (std::size_t at = 0; at < object.size() && !pieces.is_closed(); at += 3)
    walked += pieces.walk(object.substr(at, 3));
  require(walked == end && whole.is_closed() == pieces.is_closed());
}

/// What is mended stays as it is, and so does JSON that needs no mending.
void check_mending(std::string_view text) {
  std::string mended(text);
  replace_odd_numbers(mended);
  replace_lone_surrogates(mended);
  std::string again = mended;
  replace_odd_numbers(again);
  require(replace_lone_surrogates(again) == 0 && again == mended);
  if (text.find('\0') != text.npos || !Json::accept(text)) return;  // for which a zero byte is the end
  std::string json(text);
  replace_odd_numbers(json);
  require(json == text);
}

/// What passes for an object is one that the reader of records can read, whatever it makes of it.
void check_reader(std::string_view text) {
  if (!is_json_object(text)) return;
  JsonlParser parser;
  ObjectScan scan;
  const std::string_view object = without_leading_space(text);
  std::string record(object.substr(0, scan.walk(object)));
  if (record.find('\0') != record.npos) return;  // no record with one reaches the parser
  to_utf8_in_place(record, Charset::utf8);
  const ParsedArticle parsed = parser.parse(record);
  const auto* const rejected = std::get_if<Rejected>(&parsed);
  require(rejected == nullptr || rejected->reason != RejectReason::broken_record);
}

}  // namespace

// Looking for objects of JSON in any text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  if (!text.empty() && text.front() == '{') check_pieces(text);
  check_mending(text);
  check_reader(text);
  return 0;
}
