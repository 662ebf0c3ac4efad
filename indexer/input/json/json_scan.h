// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace timbao {

/// Finds the end of a JSON object that arrives in pieces, without checking whether it is valid otherwise: it counts
/// brackets outside of strings.
///
///   ObjectScan scan;
///   scan.walk("{\"a\":\"}") == 7;    scan.is_closed() == false    // the bracket stands in a string
///   scan.walk("\"} x") == 2;        scan.is_closed() == true
///
/// Errors   none.
/// Source   RFC 8259, sections 4 and 7; json_scan_fuzz compares one piece with many.
class ObjectScan {
 public:
  /// Walks through the next piece.
  ///
  /// Takes    at the first call a piece that begins with "{", afterwards what follows it.
  /// Returns  how many bytes of the piece belong to the object: all of them, as long as it is not closed.
  std::size_t walk(std::string_view json);

  [[nodiscard]] bool is_closed() const { return is_closed_; }

 private:
  std::size_t depth_ = 0;
  bool is_in_string_ = false, is_escaped_ = false, is_closed_ = false;
};

/// The text without byte order marks, white space and zero bytes at its beginning, which do not count when the format
/// of a source is told by its content.
std::string_view without_leading_space(std::string_view text);

/// The length of the beginning of a script that gives JSON a name, or passes it to a function.
///
///   assignment_before_json("window.tin = {\"a\":1};") == 13     assignment_before_json("tai([{\"a\":1}])") == 4
///   assignment_before_json("{\"a\":1}") == 0
///
/// Takes    a text without leading_space().
/// Returns  the place of the bracket that begins the JSON; 0 where the text begins otherwise.
/// Errors   none.
/// Source   what pages and their services write (JSONP); covered by json_scan_test.
std::size_t assignment_before_json(std::string_view text);

/// Whether a text is one JSON object, with white space before and behind it and at most one comma behind it.
///
///   is_json_object(" {\"a\":NaN},") == true     is_json_object("{\"a\":1} x") == false
///
/// Takes    any bytes. What is repaired before a record is parsed (ill-formed UTF-8, half surrogate pairs, NaN, the
///          notations of loosened_json()) does not count against the text.
/// Errors   none.
/// Source   RFC 8259; json_scan_fuzz checks that the parser of records reads whatever passes here.
bool is_json_object(std::string_view text);

/// Whether a text can be the beginning of a JSON object: "{", a key in quotes of JSON or Python, and its colon. The object
/// may end behind the text.
///
///   may_begin_json_object("{\"title\": \"Ti") == true     may_begin_json_object("{Ảnh} Lễ hội") == false
bool may_begin_json_object(std::string_view text);

}  // namespace timbao
