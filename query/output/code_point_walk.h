// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "common/base/utf8.h"

namespace timbao {

/// Walks forward through a text by code points, as CharRange counts them.
///
///   CodePointWalk walk("Đảng bộ xã");
///   walk.to(5) == "Đảng "; walk.to(7) == "bộ"; walk.rest() == " xã"
///
/// Takes    well-formed UTF-8, which must outlive it.
/// Errors   none: a place behind the text is its end, and one that was passed already is where the walk stands.
/// Source   covered by output_test, highlight_pattern_test and completer_test.
class CodePointWalk {
 public:
  explicit CodePointWalk(std::string_view text) : text_(text) {}

  /// Goes on to code point `place`, and returns the text on the way.
  std::string_view to(std::size_t place) {
    const std::size_t begin = bytes_;
    for (; code_points_ < place && bytes_ < text_.size(); ++code_points_)
      bytes_ += read_code_point(text_, bytes_).length;
    return text_.substr(begin, bytes_ - begin);
  }

  /// The text from where the walk stands.
  [[nodiscard]] std::string_view rest() const { return text_.substr(bytes_); }

 private:
  std::string_view text_;
  std::size_t bytes_ = 0, code_points_ = 0;
};

}  // namespace timbao
