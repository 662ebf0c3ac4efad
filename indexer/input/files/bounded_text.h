// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// The text of one record, gathered piece by piece and given up as soon as it is over a limit, so that a record of any
/// length takes no more memory than the limit.
///
///   BoundedText text(5);
///   text.append("123"); text.append("456");   // text.is_too_long() == true, text.bytes() == ""
///   text.clear();                             // for the next record
///
/// Takes    the most bytes that a record may have.
/// Errors   none.
/// Source   covered by line_reader_test, json_records_test and their fuzz targets.
class BoundedText {
 public:
  explicit BoundedText(std::size_t limit_bytes) : limit_bytes_(limit_bytes) {}

  /// Empties the text. Memory above 1 MB is given back, so that one long record does not hold it for the rest.
  void clear() {
    constexpr std::size_t kMostKeptBytes = 1U << 20U;
    if (bytes_.capacity() > kMostKeptBytes) bytes_ = {};
    bytes_.clear();
    is_too_long_ = false;
  }

  /// Appends a piece, or drops everything where the text would then be over the limit.
  void append(std::string_view piece) {
    if (is_too_long_) return;
    is_too_long_ = !has_room_for(piece.size());
    if (is_too_long_)
      bytes_ = {};
    else
      bytes_ += piece;
  }

  /// Whether so many bytes more stay within the limit.
  [[nodiscard]] bool has_room_for(std::size_t count) const { return bytes_.size() + count <= limit_bytes_; }

  [[nodiscard]] bool is_too_long() const { return is_too_long_; }
  [[nodiscard]] std::string& bytes() { return bytes_; }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::size_t limit_bytes_;
  std::string bytes_;
  bool is_too_long_ = false;
};

}  // namespace timbao
