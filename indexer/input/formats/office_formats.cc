// SPDX-License-Identifier: GPL-2.0-or-later
// The formats `docx`, `odt` and `rtf`: the file of a word processor, which is one article. Those of the first two are zips;
// what is read here is the XML of the member that holds the text (word/document.xml, content.xml).
#include <algorithm>
#include <array>
#include <string_view>

#include "common/base/ascii.h"
#include "indexer/input/formats/formats.h"
#include "indexer/input/formats/whole_source.h"
#include "indexer/input/office/office_xml.h"
#include "indexer/input/office/rtf.h"
#include "indexer/input/text/plain_text.h"
#include "indexer/input/xml/xml_scan.h"

namespace timbao {
namespace {

using ReadOffice = OfficeText (*)(std::string_view text);

template <ReadOffice read>
class OfficeReader : public FormatReader {
 public:
  explicit OfficeReader(const FormatInput& from) : whole_(from) {}

  std::optional<Record> next() override { return whole_.next(); }

  ParsedArticle parse(std::string& text) override {
    OfficeText office = read(text);
    text = {};  // the paragraphs are a copy of what counts
    return article_of_document(std::move(office));
  }

 private:
  WholeSource whole_;
};

template <ReadOffice read>
std::unique_ptr<FormatReader> open_office(const FormatInput& from) {
  return std::make_unique<OfficeReader<read>>(from);
}

/// Word's own XML: of a DOCX, and of Word 2003.
bool has_docx_content(const FileHead& head) {
  constexpr std::array<std::string_view, 3> kRoots{"w:document", "w:wordDocument", "pkg:package"};
  return std::find(kRoots.begin(), kRoots.end(), root_of(head.bytes)) != kRoots.end();
}

/// OpenDocument: the content of an ODT, and a document that is one file of XML.
bool has_odt_content(const FileHead& head) {
  constexpr std::array<std::string_view, 2> kRoots{"office:document-content", "office:document"};
  return std::find(kRoots.begin(), kRoots.end(), root_of(head.bytes)) != kRoots.end();
}

bool has_rtf_content(const FileHead& head) { return starts_with(trim(head.bytes), R"({\rtf)"); }

}  // namespace

FormatRow docx_format() { return {Format::docx, has_docx_content, nullptr, open_office<read_office_xml>}; }
FormatRow odt_format() { return {Format::odt, has_odt_content, nullptr, open_office<read_office_xml>}; }
FormatRow rtf_format() { return {Format::rtf, has_rtf_content, nullptr, open_office<read_rtf>}; }

}  // namespace timbao
