// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "common/base/utf8.h"
#include "indexer/input/office/office_xml.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

void check_paragraph(const OfficeParagraph& paragraph) {
  require(fuzz::is_well_formed(paragraph.text));
  std::size_t at = 0;
  for (const LegacySpan& span : paragraph.spans) {
    require(at <= span.begin && span.begin < span.end && span.end <= paragraph.text.size());
    at = span.end;
  }
}

}  // namespace

// Any XML is paragraphs of well-formed text, whose fonts are stretches of it, and an article or a rejection.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string xml = repair_utf8(fuzz::text_of(data, size)).text;
  OfficeText text = read_office_xml(xml);
  for (const OfficeParagraph& paragraph : text.paragraphs) check_paragraph(paragraph);
  const ParsedArticle parsed = article_of_document(std::move(text));
  if (const auto* const read = std::get_if<ReadArticle>(&parsed))
    require(fuzz::is_well_formed(read->article.title) && fuzz::is_well_formed(read->article.body));
  else
    require(std::get<Rejected>(parsed).reason == RejectReason::empty);
  return 0;
}
