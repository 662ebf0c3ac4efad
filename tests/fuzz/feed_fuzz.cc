// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "common/base/json.h"
#include "common/base/utf8.h"
#include "indexer/input/xml/feed_record.h"
#include "indexer/input/xml/xml_fields.h"
#include "indexer/input/xml/xml_records.h"
#include "tests/fuzz/require.h"
#include "tests/indexer/input/memory_source.h"

namespace {

using namespace timbao;
using fuzz::require;

/// An item of any text is a record in JSON or a notice, and its fields are parts of it.
void check_item(const std::string& text) {
  for (const XmlField& field : fields_of_xml(text)) {
    require(text.find(field.name) != std::string::npos && text.find(field.inner) != std::string::npos);
    require(fuzz::is_well_formed(text_of_xml(field.inner)) || !fuzz::is_well_formed(field.inner));
  }
  const auto made = feed_record(text);
  if (const auto* const record = std::get_if<FeedRecord>(&made)) require(Json::accept(record->json));
  if (const auto* const notice = std::get_if<Notice>(&made)) require(!notice->remark.detail.empty());
}

}  // namespace

// The items of any file: numbered, in their order, within the limit (the first byte), the same however the bytes come.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::text_of(data, size);
  const unsigned choice = fuzz::take_byte(bytes);
  const std::size_t limit = choice % 2 == 0 ? 4096 : choice / 2 + 20;
  const auto lines = static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
  test::MemorySource source(bytes), slow(bytes, choice % 3 + 1);
  BufferedInput input(source), slow_input(slow);
  XmlRecords records(input, {is_feed_item, limit}), again(slow_input, {is_feed_item, limit});
  std::uint64_t number = 0, line = 1;
  while (records.next()) {
    require(records.number() == ++number && number <= bytes.size());
    require(records.line() >= line && records.line() <= lines);
    line = records.line();
    require(records.text().size() <= limit && records.text().empty() == records.is_too_long());
    require(again.next() && again.text() == records.text() && again.line() == line);
    require(again.is_closed() == records.is_closed());
    check_item(repair_utf8(records.text()).text);
  }
  require(!again.next() && again.root() == records.root());
  return 0;
}
