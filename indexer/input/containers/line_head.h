// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/input/files/buffered_input.h"

namespace timbao {

/// The lines "Name: value" that stand before a record of a WARC file, an answer of a server and a part of a saved page.
///
///   WARC-Type: response
///   Content-Type: text/html;
///    charset=utf-8                 it goes on where a line begins with a blank
///
/// Source   RFC 5322, section 2.2; RFC 9112, section 5; ISO 28500, section 4.
struct LineHead {
  std::string first;                                        ///< a line that has no name, as "WARC/1.0"
  std::vector<std::pair<std::string, std::string>> fields;  ///< names in lower case, values without blanks around them

  /// The value of a field, empty where there is none; of several fields of the name the first one.
  [[nodiscard]] std::string_view value(std::string_view name) const;
};

/// Whether a head was read to the empty line that ends it.
enum class HeadEnd : std::uint8_t { whole, cut, too_long };

/// Reads a head and the empty line behind it.
///
///   LineHead head;
///   if (read_line_head(input, head) == HeadEnd::whole && head.value("content-length") == "17") …
///
/// Takes    an input of any bytes. Lines end with \n or \r\n.
/// Returns  cut where the input ends before an empty line; too_long beyond 64 KB, of which nothing more is read.
/// Errors   none.
/// Source   covered by warc_test, warc_fuzz and mhtml_fuzz.
HeadEnd read_line_head(BufferedInput& input, LineHead& head);

/// A value without its parameters, in lower case: media_type("Text/HTML; charset=utf-8") == "text/html".
std::string media_type(std::string_view value);

/// A parameter of a value, without quotation marks:
/// parameter("multipart/related; boundary=\"a;b\"", "boundary") == "a;b". The name is given in lower case.
std::string parameter(std::string_view value, std::string_view name);

}  // namespace timbao
