// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace timbao {

/// Walks over a JSON object byte by byte to find its end, without looking whether it is valid otherwise.
///
///   ObjectScan scan; scan.walk("{\"a\":\"}\"} x") == 9       scan.is_closed() == true
class ObjectScan {
 public:
  /// Goes on through `json`, which begins with "{" at the first call and with what follows at the next ones.
  ///
  /// Returns  how many bytes belong to the object: all, as long as it is not closed.
  std::size_t walk(std::string_view json);

  [[nodiscard]] bool is_closed() const { return is_closed_; }

 private:
  std::size_t depth_ = 0;
  bool is_in_string_ = false, is_escaped_ = false, is_closed_ = false;
};

/// The text without byte order marks, white space and zero bytes at its beginning.
std::string_view without_leading_space(std::string_view text);

/// Whether a text is one JSON object and nothing else but white space round it and a comma behind it. What the reader
/// of records repairs (ill-formed UTF-8, half surrogate pairs, NaN) does not count against it.
bool is_json_object(std::string_view text);

/// Whether a text can be the beginning of a JSON object that ends behind it: "{" and a key with its colon.
bool may_begin_json_object(std::string_view text);

}  // namespace timbao
