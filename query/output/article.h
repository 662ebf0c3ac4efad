// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
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
/// Takes    how many columns a line may have; 0: any number.
/// Returns  whole lines in which no control but line ends is left: see on_one_line().
std::string article_as_text(const Article& article, std::size_t columns = 0);

}  // namespace timbao
