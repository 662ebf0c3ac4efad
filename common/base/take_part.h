// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

namespace timbao {

/// Takes what stands before a separator off the front of a text: a line of a list, a column of a line.
///
///   std::string_view rest = "place\tHuế";
///   take_part(rest, "\t") == "place"      // and `rest` is "Huế"
///   take_part(rest, "\t") == "Huế"        // and `rest` is empty
///
/// Takes    any text, and a separator that is not empty.
/// Returns  the part, which points into the text. The separator is taken too, and belongs to neither; where there is none,
///          all of the text is the part. A separator at the end leaves an empty rest, as no separator does.
/// Errors   none.
/// Source   covered by take_part_test.
inline std::string_view take_part(std::string_view& rest, std::string_view separator) {
  const std::string_view part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), part.size() + separator.size()));
  return part;
}

}  // namespace timbao
