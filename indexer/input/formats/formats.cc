// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/formats/formats.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace timbao {
namespace {

using FormatRows = std::array<FormatRow, kFormatNames.size()>;

/// By Format. formats_test checks that each row stands at the place of its format.
const FormatRows& rows() {
  static const FormatRows kRows{text_format(), jsonl_format(), json_format(), feed_format(),
                                html_format(), csv_format(),   tsv_format(),  docx_format(),
                                odt_format(),  rtf_format(),   sql_format()};
  return kRows;
}

}  // namespace

const FormatRow& row_of(Format format) { return rows()[static_cast<std::size_t>(format)]; }

bool shows_format(std::string_view bytes) {
  return std::any_of(rows().begin(), rows().end(), [bytes](const FormatRow& row) {
    return row.is_shown_early != nullptr && row.is_shown_early(bytes);
  });
}

Format format_of_content(const FileHead& head, Format by_name) {
  const auto row = std::find_if(rows().rbegin(), rows().rend(), [&head](const FormatRow& candidate) {
    return candidate.has_content != nullptr && candidate.has_content(head);
  });
  return row == rows().rend() ? by_name : row->format;
}

}  // namespace timbao
