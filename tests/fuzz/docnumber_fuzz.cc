// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/docnumber.h"
#include "tests/fuzz/require.h"

namespace {

using timbao::fuzz::require;

void check(const timbao::DocNumber& number, std::string_view text, std::size_t at) {
  require(number.length > 0 && at + number.length <= text.size());
  require(number.key.find('/') != std::string::npos && number.key.back() != '/');
  require(number.key.find("//") == std::string::npos);
  std::size_t end = at;
  for (const timbao::ByteRange& part : number.parts) {
    require(end <= part.begin && part.begin < part.end);
    end = part.end;
  }
  require(end == at + number.length);
}

}  // namespace

// Document numbers at every digit of the text: their parts in order, their key whole.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = timbao::fuzz::text_of(data, size);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] < '0' || text[at] > '9') continue;
    if (const auto number = timbao::match_docnumber(text, at)) check(*number, text, at);
  }
  return 0;
}
