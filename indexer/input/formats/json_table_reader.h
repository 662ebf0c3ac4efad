// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "indexer/input/formats/format_reader.h"

namespace timbao {

/// Whether the beginning of a source is a table in JSON whose rows can be articles, as pandas writes it.
///
///   begins_table_of_articles("[[\"title\",\"url\"],[\"Đê\",") == true     …("[[1,2],[3,4]]") == false
///
/// Takes    the beginning of a source without_leading_space().
bool begins_table_of_articles(std::string_view head);

/// Makes a reader of such a table (json/json_table.h). The names of its columns stand apart from their cells, so all of it is
/// held in memory, and it must not be larger than a record may be.
///
/// Errors   a larger table is a record that is too long; one that is cut off is rejected behind its rows.
/// Source   covered by formats_test and reader_fuzz.
std::unique_ptr<FormatReader> open_json_table(const FormatInput& from);

}  // namespace timbao
