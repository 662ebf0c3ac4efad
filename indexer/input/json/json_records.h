// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/files/bounded_text.h"
#include "indexer/input/files/buffered_input.h"
#include "indexer/input/json/json_scan.h"

namespace timbao {

/// Cuts a source of JSON into its records, in memory for one of them: the objects of a list, or objects one after the
/// other, over any number of lines.
///
///   [{"title":"một"},            text() == {"title":"một"}, line() == 1, number() == 1
///    {"title":"hai"}]            text() == {"title":"hai"}, line() == 2, number() == 2
///
///   JsonRecords records(input, 16 << 20);
///   while (records.next()) use(records.text(), records.line(), records.number());
///
/// White space, commas, semicolons, brackets and byte order marks between two objects belong to no record. Anything else there is a
/// record too, so that the parser rejects it and the user learns of it. A record over the limit is passed over: its
/// text() is empty and is_too_long() is true. A record that is not closed would take the rest of the source with it;
/// restart_inside() limits the loss to that record, where the source is indented.
///
/// Records may stand inside other objects, {"data":[{…},{…}]}: then what stands around them is no record, and is passed over.
///
/// Takes    an input that outlives it, the most bytes of a record, and in how many objects each record stands.
/// Errors   none; input.source() says how the reading ended.
/// Threads  one thread at a time.
/// Source   RFC 8259 for what ends an object; covered by json_records_test and json_records_fuzz.
class JsonRecords {
 public:
  JsonRecords(BufferedInput& input, std::size_t limit_bytes, std::size_t objects_around = 0)
      : input_(input), text_(limit_bytes), around_(objects_around) {}

  /// Passes over the first bytes, which belong to no record. To be called before next(), with bytes that the input holds.
  void skip(std::size_t count) { use(bytes().substr(0, count)); }

  /// Goes to the next record; false where there is none.
  bool next();

  /// Says that the record is no JSON object. Where a line inside it begins like its own first line (the same white
  /// space, then "{"), the next record begins there instead of behind it.
  ///
  /// The bytes that are scanned again this way are limited to 64 MB and 16 times those of the source, so that broken
  /// records inside broken records cannot take quadratic time.
  void restart_inside();

  [[nodiscard]] const std::string& text() const { return text_.bytes(); }
  [[nodiscard]] std::uint64_t number() const { return number_; }  ///< from 1
  [[nodiscard]] std::uint64_t line() const { return line_; }      ///< where the record begins, from 1
  [[nodiscard]] bool is_too_long() const { return text_.is_too_long(); }

 private:
  std::string_view bytes();
  void use(std::string_view used);
  bool skip_between();
  bool skip_around();
  [[nodiscard]] bool is_at_record(char byte);
  bool read_object();
  bool read_stray();
  [[nodiscard]] std::size_t start_inside() const;

  BufferedInput& input_;
  BoundedText text_;
  std::string rescanned_;  // the end of a broken record, which is scanned again from rescanned_at_ on
  std::size_t rescanned_at_ = 0;
  std::uint64_t rescanned_bytes_ = 0;               // of the whole source
  std::size_t around_, depth_ = 0;                  // objects that stand around records, and around this place
  bool is_in_string_ = false, is_escaped_ = false;  // of what stands around records
  std::string indent_;                              // the white space before the record on its line
  std::uint64_t number_ = 0, line_ = 0, current_line_ = 1;
};

}  // namespace timbao
