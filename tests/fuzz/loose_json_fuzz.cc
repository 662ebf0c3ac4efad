// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/json.h"
#include "query/front/loose_json.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

/// An id is a part of the text. That of an object which is JSON is its last member of that name.
void check_id(const std::string& json, const std::optional<JsonIdPlace>& id) {
  if (id) require(id->begin < id->end && id->end <= json.size() && !id->token.text.empty());
  const Json value = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!value.is_object()) return;
  const auto member = value.find("id");
  if (member == value.end()) return require(!id);
  if (member->is_structured()) return;
  require(id && Json::parse(id->token.text, nullptr, /*allow_exceptions=*/false) == *member);
}

}  // namespace

// Any object is mended once and for all, what is JSON stays the same JSON, and its id is found.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = repair_utf8(fuzz::text_of(data, size)).text;
  const std::string mended = mend_json(text);
  require(mend_json(mended) == mended);
  require(std::none_of(mended.begin(), mended.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
  const bool is_json = text.find('\0') == text.npos && Json::accept(text);  // for which a zero byte is the end
  require(!is_json || Json::accept(mended));
  if (!mended.empty() && mended.front() == '{') check_id(mended, find_id(mended));
  if (const std::optional<JsonIdPlace> id = find_any_id(mended))
    require(id->begin < id->end && id->end <= mended.size());
  return 0;
}
