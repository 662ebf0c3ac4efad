// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/input/office/office_paragraphs.h"

namespace timbao {

/// Reads the text of an RTF file.
///
///   {\rtf1\ansi{\fonttbl{\f0\fcharset163 Times New Roman;}}\f0 M\u432?a\par la\'cc}         "Mưa", "là"
///   {\rtf1{\fonttbl{\f0 .VnTime;}}\f0 \'ae\'aa}                                            "®ª" in a font of TCVN3
///
/// Takes    well-formed UTF-8: RTF is ASCII, and raw letters beyond it have been converted with the file.
/// Returns  the paragraphs: of tables cell by cell, footnotes behind their paragraph, the style by its name in the style
///          sheet. Bytes (\'hh) are read as the font's charset says: Windows-1258 for \fcharset163, or where \ansicpg1258
///          is the charset of the file, else Windows-1252; in fonts from before Unicode they stay a character each.
///          Pictures, objects, headers, field codes, deleted text and all that is marked as optional are left out.
/// Errors   none: a file that is cut off, or has groups in groups beyond kMostRtfDepth, gives what stands before.
/// Source   Rich Text Format Specification 1.9.1. Debian has no library for it. Covered by rtf_test and rtf_fuzz.
OfficeText read_rtf(std::string_view rtf);

/// Groups may be nested so deeply.
inline constexpr std::size_t kMostRtfDepth = 512;

}  // namespace timbao
