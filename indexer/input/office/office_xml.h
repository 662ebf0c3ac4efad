// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/input/office/office_paragraphs.h"

namespace timbao {

/// Reads the text of a word-processor file: `word/document.xml` of DOCX, `content.xml` of ODT, or either as one file of
/// XML. The members with notes and properties may stand behind it (containers/office_members.h).
///
///   <w:document><w:body><w:p><w:r><w:t>Đê</w:t><w:tab/><w:t>lũ</w:t></w:r></w:p></w:body></w:document>   "Đê\tlũ"
///   <office:text><text:h>Đê<text:line-break/>lũ</text:h></office:text>                                   "Đê\nlũ", a heading
///
/// Takes    well-formed UTF-8, with the prefixes that the programs write (w:, text:, office:).
/// Returns  the paragraphs in reading order: of tables each cell by itself, footnotes and text boxes behind the paragraph
///          that they belong to; notes in a member of their own behind the text. Deleted and moved text, comments, field codes and descriptions of pictures are no text.
/// Errors   none: a document that is cut off gives what stands before.
/// Source   ECMA-376, part 1, sections 17.3 and 17.4; OpenDocument 1.3, part 3, sections 5 and 6. Elements are found by
///          XmlScan, so nothing is fetched or expanded. Covered by office_xml_test and office_xml_fuzz.
OfficeText read_office_xml(std::string_view xml);

/// Elements may be nested so deeply.
inline constexpr std::size_t kMostOfficeDepth = 512;

}  // namespace timbao
