// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// Writes the row of a table as a record of JSON, so that tables and JSON become articles in one way.
///
///   RecordText row;
///   row.begin();
///   row.add("title", "Đê \"mới\"");
///   row.end() == "{\n\"title\":\"Đê \\\"mới\\\"\"}"
///
/// A record has its text in the charset of its file until the charset stage has seen it, and in some charsets control
/// characters are letters. So they stay as they are here, and escape_controls() makes JSON of the record afterwards. Each
/// member stands on a line of its own.
///
/// Takes    keys and values of any bytes in a charset that has ASCII.
/// Errors   none.
/// Source   RFC 8259, section 7; covered by record_text_test and by the fuzz targets of the tables.
class RecordText {
 public:
  /// Begins a record; what the text held is gone.
  void begin();

  /// Adds a member. A value that is empty is left out.
  void add(std::string_view key, std::string_view value);

  /// Ends the record. The text may be changed; begin() empties it.
  std::string& end();

  /// The text so far. Its memory is that of one record.
  [[nodiscard]] std::string& text() { return text_; }

 private:
  void add_string(std::string_view text);

  std::string text_;
};

/// Escapes the control characters within the strings of a record, in place.
///
///   "{\n\"a\":\"x<tab>y\"}"   becomes   "{\n\"a\":\"x\\u0009y\"}"
///
/// Takes    what RecordText wrote, also where its charset was converted since.
/// Errors   none.
void escape_controls(std::string& record);

}  // namespace timbao
