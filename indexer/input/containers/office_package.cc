// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/office_package.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"

namespace timbao {
namespace {

struct NameRow {
  std::string_view start;
  OfficePackage package;
};

/// How the names of the first entry begin, as Word, LibreOffice, Google and the common libraries write it.
constexpr std::array<NameRow, 7> kOpenXmlNames{{
    {"[Content_Types].xml", OfficePackage::docx},
    {"_rels/.rels", OfficePackage::docx},
    {"docProps/", OfficePackage::docx},
    {"customXml/", OfficePackage::docx},
    {"word/", OfficePackage::docx},
    {"xl/", OfficePackage::other},
    {"ppt/", OfficePackage::other},
}};

constexpr std::string_view kOpenDocument = "application/vnd.oasis.opendocument.";

OfficePackage package_of_media_type(std::string_view type) {
  if (!starts_with(type, kOpenDocument)) return OfficePackage::none;
  return starts_with(type.substr(kOpenDocument.size()), "text") ? OfficePackage::odt : OfficePackage::other;
}

}  // namespace

OfficePackage office_package_of(std::string_view name, std::string_view content) {
  if (name == kMediaTypeMember) return package_of_media_type(content);
  if (!ends_with(name, ".xml") && !ends_with(name, ".rels")) return OfficePackage::none;
  const auto* const row = std::find_if(kOpenXmlNames.begin(), kOpenXmlNames.end(),
                                       [name](const NameRow& known) { return starts_with(name, known.start); });
  return row == kOpenXmlNames.end() ? OfficePackage::none : row->package;
}

bool is_text_member(OfficePackage package, std::string_view name) {
  if (package == OfficePackage::docx) return starts_with(name, "word/document") && ends_with(name, ".xml");
  return package == OfficePackage::odt && name == "content.xml";
}

bool is_member_beside_text(OfficePackage package, std::string_view name) {
  if (package == OfficePackage::odt) return name == "meta.xml";
  const bool is_notes = starts_with(name, "word/footnotes") || starts_with(name, "word/endnotes");
  return package == OfficePackage::docx && ((is_notes && ends_with(name, ".xml")) || name == "docProps/core.xml");
}

}  // namespace timbao
