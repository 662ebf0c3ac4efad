// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace timbao {

/// Whether a block begins what stands beside articles or follows them.
///
///   "Tin liên quan"    "Chia sẻ"    "Từ khóa:"    "Lượt xem: 1.204"    "Last updated: …"
///
/// Takes    well-formed UTF-8. A long text is none.
/// Errors   none.
/// Source   the words in page_marks.cc; covered by page_test.
bool is_end_mark(std::string_view text);

/// Whether a link leads to the rest of an article: "Xem chi tiết", "Đọc tiếp »". Lists have one behind each summary.
///
/// Takes    well-formed UTF-8.
/// Errors   none.
/// Source   the words in page_marks.cc; covered by page_test.
bool is_more_link(std::string_view text);

/// Whether a sentence is none of the article, but asks its reader to do something.
///
///   "* Mời bạn đọc vào chuyên mục Chính trị xem các tin, bài liên quan."    "Theo dõi Báo Làng trên Zalo."
///
/// Takes    well-formed UTF-8. A long text is none.
/// Errors   none.
/// Source   the words in page_marks.cc; covered by page_test.
bool is_call_to_readers(std::string_view text);

}  // namespace timbao
