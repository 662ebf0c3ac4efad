// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/index/article.h"

namespace timbao {

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
/// Takes    the article, and the index that it comes from where that is to be said.
/// Returns  whole lines; control characters other than line ends are spaces.
std::string article_as_text(const Article& article, const std::string& index = {});

}  // namespace timbao
