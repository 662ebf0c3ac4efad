// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "common/index/article.h"

namespace timbao {

/// How an article is shown.
struct ArticleLook {
  std::size_t columns = 0;  ///< of a line at most; 0: any number
  std::string index;        ///< that it comes from, where that is to be said
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
/// Takes    the article, and how it is to look.
/// Returns  whole lines in which no control but line ends is left: see on_one_line().
std::string article_as_text(const Article& article, const ArticleLook& look = {});

}  // namespace timbao
