// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace timbao {

/// What office document a zip is.
enum class OfficePackage : std::uint8_t {
  none,   ///< an archive of files
  docx,   ///< Word since 2007: Office Open XML
  odt,    ///< OpenDocument text
  other,  ///< a workbook, a presentation, a drawing: no article
};

/// The entry of an OpenDocument file that says what it is.
inline constexpr std::string_view kMediaTypeMember = "mimetype";

/// Tells by its first entry what office document a zip is.
///
///   office_package_of("mimetype", "application/vnd.oasis.opendocument.text") == OfficePackage::odt
///   office_package_of("[Content_Types].xml", "<?xml …") == OfficePackage::docx     of a workbook too: see below
///   office_package_of("2004/a.txt", "…") == OfficePackage::none
///
/// Takes    the name of the first entry that is no folder, and of kMediaTypeMember the beginning of what it holds.
/// Returns  docx for every Office Open XML document whose first name does not tell which one it is; only its later names
///          tell whether it has a text.
/// Errors   none.
/// Source   OpenDocument 1.3, part 2, section 3.3: `mimetype` comes first; ECMA-376, part 2, for the names. Covered by
///          unpack_test.
OfficePackage office_package_of(std::string_view name, std::string_view content);

/// Whether an entry of an office document is the one with its text.
///
///   is_text_member(OfficePackage::docx, "word/document.xml") == true
bool is_text_member(OfficePackage package, std::string_view name);

/// Whether an entry of an office document has notes of the text, or says who wrote it and when.
///
///   is_member_beside_text(OfficePackage::docx, "docProps/core.xml") == true
bool is_member_beside_text(OfficePackage package, std::string_view name);

}  // namespace timbao
