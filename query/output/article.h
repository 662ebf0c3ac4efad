// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "common/index/article.h"

namespace timbao {

/// How a whole article is shown to people.
struct ArticleLook {
  std::size_t columns = 0;  ///< of a line, which is broken between words; 0: lines may have any length
  std::string index;        ///< the index that it comes from, where several hold its id; empty: not shown
};

/// A whole article for people: title, what is known about it a line each, lead, body, captions.
///
///   Chuyển biến trong công tác xây dựng đảng ở Phúc Yên
///
///   id:      phuc-yen.txt
///   date:    2018-01-31T08:01:00+07:00
///   author:  Nguyễn Khánh
///
///   Xác định xây dựng đảng là nhiệm vụ then chốt …
///
/// Returns  whole lines without control characters but line ends (see on_one_line()). What the article lacks has no
///          line; an article without a title begins with "(no title)".
/// Errors   none.
/// Source   covered by tests/query/output/output_test.cc and tests/fuzz/answer_fuzz.cc.
std::string article_as_text(const Article& article, const ArticleLook& look = {});

}  // namespace timbao
