// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace timbao {

/// A stretch of a text, [begin, end), counted in code points: of "Đảng bộ", {0, 4} is "Đảng". Code points and not bytes,
/// since the readers of the JSON output count in the strings of their own language.
struct CharRange {
  std::size_t begin = 0, end = 0;
};

}  // namespace timbao
