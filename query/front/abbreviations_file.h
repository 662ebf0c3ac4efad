// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

#include "query/expand/abbreviation_table.h"

namespace timbao {

/// The abbreviations that are shipped, and those of a file of the user's.
///
///   read_abbreviations_file("mine.tsv")   // --abbreviations mine.tsv
///
/// Takes    the path of a file as read_abbreviation_rows() (query/expand/abbreviation_rows.h) describes it, of at most
///          kAbbreviationsLimitBytes.
/// Errors   Error(usage) for a line that cannot be read, with the path and the number of the line, and for a file that is
///          too large; Error(io_failed) for one that cannot be opened or read.
/// Source   docs/variants.md, "Abbreviations of your own". Covered by abbreviations_file_test.
std::shared_ptr<const AbbreviationTable> read_abbreviations_file(const std::string& path);

}  // namespace timbao
