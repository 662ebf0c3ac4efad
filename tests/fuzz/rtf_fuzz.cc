// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "common/base/utf8.h"
#include "indexer/input/office/rtf.h"
#include "indexer/input/office/rtf_words.h"
#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

// Any bytes are paragraphs of well-formed text, not much longer than the file, and an article or a rejection.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string rtf = repair_utf8(fuzz::text_of(data, size)).text;
  if (!rtf.empty() && rtf.front() == '\\') {
    const RtfControl control = read_rtf_control(rtf);
    require(control.length > 0 && control.length <= rtf.size());
  }
  OfficeText text = read_rtf(rtf);
  std::size_t bytes = 0;
  for (const OfficeParagraph& paragraph : text.paragraphs) {
    require(fuzz::is_well_formed(paragraph.text));
    bytes += paragraph.text.size();
  }
  require(bytes <= 4 * rtf.size() + 4);
  const ParsedArticle parsed = article_of_document(std::move(text));
  if (const auto* const read = std::get_if<ReadArticle>(&parsed))
    require(fuzz::is_well_formed(read->article.title) && fuzz::is_well_formed(read->article.body));
  else
    require(std::get<Rejected>(parsed).reason == RejectReason::empty);
  return 0;
}
