// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "common/base/utf8.h"
#include "indexer/input/html/entities.h"
#include "indexer/input/html/html_cut.h"
#include "indexer/input/html/html_parser.h"
#include "indexer/input/html/html_text.h"
#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

namespace {

class Balance : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override {
    require(!name.empty());
    static_cast<void>(attributes.value_of("class"));
    require(++depth <= kMostHtmlDepth);
  }
  void end() override { require(depth-- > 0); }
  void text(std::string_view piece) override { bytes += piece.size(); }

  std::size_t depth = 0, bytes = 0;
};

}  // namespace

// Whatever a page holds, starts and ends are balanced and not too deep, and its text is well-formed paragraphs.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string html = repair_utf8(fuzz::text_of(data, size)).text;
  html.erase(std::remove(html.begin(), html.end(), '\0'), html.end());
  Balance balance;
  parse_html(html, balance);
  require(balance.depth == 0);
  const std::string cut = without_unread_parts(html);
  require(cut.size() <= html.size());
  require(without_unread_parts(cut) == cut);
  const std::string text = text_of_html(html);
  require(well_formed_prefix(text) == text.size());
  require(text.find("\n\n") == std::string::npos);
  require(text.empty() || (text.front() != '\n' && text.back() != '\n'));
  require(has_entities(html) || decode_entities(html) == html);
  require(decode_entities(html).size() <= 3 * html.size());
  return 0;
}
