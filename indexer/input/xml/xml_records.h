// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/files/bounded_text.h"
#include "indexer/input/files/buffered_input.h"
#include "indexer/input/xml/xml_scan.h"

namespace timbao {

/// Cuts a source of XML into the elements that are its records, in memory for one of them.
///
///   <rss><channel><title>Làng</title>
///   <item><title>Một</title></item>      text() == "<item><title>Một</title></item>", line() == 2, number() == 1
///   <item><title>Hai</title></item>      text() == "<item><title>Hai</title></item>", line() == 3, number() == 2
///
///   XmlRecords records(input, {is_item, 16 << 20});
///   while (records.next()) use(records.text(), records.line());
///
/// What stands outside of records is passed over. All records have the name of the first one. Records do not hold each other: where one begins inside another, the
/// end of the first is missing, and it ends there. The attributes of a record's own tag are left out. A record over the
/// limit is passed over: its text() is empty and is_too_long() is true.
///
/// Takes    an input that outlives it.
/// Errors   none; input.source() says how the reading ended.
/// Threads  one thread at a time.
/// Source   XmlScan; covered by xml_records_test and feed_fuzz.
class XmlRecords {
 public:
  struct Cut {
    bool (*is_record)(std::string_view root,
                      std::string_view name);  ///< names with their prefixes; root: the outermost
    std::size_t limit_bytes;                   ///< of a record
  };

  XmlRecords(BufferedInput& input, Cut cut) : input_(input), cut_(cut), text_(cut.limit_bytes) {}

  /// Goes to the next record; false where there is none.
  bool next();

  [[nodiscard]] std::string& text() { return text_.bytes(); }
  [[nodiscard]] std::uint64_t number() const { return number_; }  ///< from 1
  [[nodiscard]] std::uint64_t line() const { return line_; }      ///< where the record begins, from 1
  [[nodiscard]] bool is_too_long() const { return text_.is_too_long(); }
  [[nodiscard]] bool is_closed() const { return is_closed_; }  ///< its end tag was there

  /// The name of the outermost element, once a next() has come past it; the beginning of a very long one.
  [[nodiscard]] const std::string& root() const { return root_; }

 private:
  bool next_piece();
  void fill();
  bool find_start();
  void read_inside();
  bool is_start();

  BufferedInput& input_;
  Cut cut_;
  XmlScan scan_;
  std::string window_;  // bytes of the input, of which those before at_ are done
  std::size_t at_ = 0;
  bool is_last_ = false;
  XmlPiece piece_{XmlPart::hidden, {}};  // within window_
  bool is_kept_ = false;                 // the piece is to be given once more
  BoundedText text_;
  std::string root_, name_;  // of the outermost element, of the record's element
  bool is_closed_ = false;
  std::uint64_t number_ = 0, line_ = 0, piece_line_ = 1, next_line_ = 1;
};

}  // namespace timbao
