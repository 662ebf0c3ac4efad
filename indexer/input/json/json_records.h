// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/files/buffered_input.h"
#include "indexer/input/json/json_scan.h"

namespace timbao {

/// Cuts a file of JSON into its records, in memory for one of them: the objects of a list, or objects one after the
/// other, over any number of lines.
///
///   JsonRecords records(input, 16 << 20);
///   while (records.next()) use(records.text(), records.line(), records.number());
///
/// What stands between two objects and is neither white space, a comma, a bracket nor a byte order mark is a record
/// too, so that its reader can report it. An object over the limit is passed over: its text() is empty and it
/// is_too_long(). Of an object that is cut off only that one is lost, where the file is indented: the next record
/// begins where a line begins like its first line.
class JsonRecords {
 public:
  JsonRecords(BufferedInput& input, std::size_t limit_bytes) : input_(input), limit_bytes_(limit_bytes) {}

  /// Goes to the next record; false where there is none.
  bool next();

  /// Says that the record cannot be read: where another one begins inside it, that is the next one.
  void restart_inside();

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }  ///< from 1
  [[nodiscard]] std::uint64_t line() const { return line_; }      ///< where it begins, from 1
  [[nodiscard]] bool is_too_long() const { return too_long_; }

 private:
  std::string_view bytes();
  void use(std::string_view used);
  bool skip_between();
  bool read_object();
  bool read_stray();
  [[nodiscard]] std::size_t start_inside() const;
  void take(std::string_view piece);

  BufferedInput& input_;
  std::size_t limit_bytes_;
  std::string again_;  // what is to be scanned once more, from again_at_ on
  std::size_t again_at_ = 0;
  std::uint64_t scanned_again_ = 0;  // bytes, of the whole file
  std::string indent_;               // the white space before the record on its line
  std::string text_;
  std::uint64_t number_ = 0, line_ = 0, current_line_ = 1;
  bool too_long_ = false;
};

}  // namespace timbao
