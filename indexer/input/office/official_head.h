// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// What the head of an official document of the Party or the State says.
struct OfficialHead {
  std::size_t title_begin = 0, title_end = 0;  ///< the paragraphs that are its title
  std::optional<std::int64_t> date;            ///< of "Hà Nội, ngày 15 tháng 5 năm 2016"
};

/// Finds the title of an official document, which stands below the names of its authors.
///
///   BỘ CHÍNH TRỊ                            ĐẢNG CỘNG SẢN VIỆT NAM
///   Số: 05-CT/TW                            Hà Nội, ngày 15 tháng 5 năm 2016     date
///   CHỈ THỊ                                 title_begin: a type of document in capitals
///   của Bộ Chính trị về việc …              the line that says what it is about is the last of the title
///   Căn cứ …                                title_end
///
/// Takes    the paragraphs of a document, well-formed UTF-8.
/// Returns  nothing where the first paragraphs have no such line, or neither a number nor a motto before it.
/// Errors   none.
/// Source   Decree 30/2020/NĐ-CP, appendix I, and the Party's Guideline 36-HD/VPTW say how such a head looks;
///          document_type() has the types. Covered by official_head_test.
std::optional<OfficialHead> official_head(const std::vector<std::string_view>& paragraphs);

}  // namespace timbao
