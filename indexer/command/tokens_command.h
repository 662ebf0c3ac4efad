// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <string_view>

#include "common/base/error.h"
#include "common/text/tokenize.h"
#include "indexer/command/index_options.h"
#include "indexer/streams.h"

namespace timbao {

/// Prints how text is cut, one JSON object a token:
///
///   {"text":"Đảng","start":0,"end":4,"kind":"word","folded":"dang","exact":"đang~3"}
///
/// start and end count code points. After the last token that it stands for, an extra (a whole, a range, a day, a
/// document's number …) follows as an object of that kind. A line end is a paragraph's end.
///
/// Takes    the stream to print to; any text.
/// Errors   none; the caller flushes the stream and looks whether all was written.
class TokenPrinter {
 public:
  explicit TokenPrinter(std::ostream& out) : out_(out) {}

  void print(std::string_view text);

 private:
  std::ostream& out_;
  Tokenizer tokenizer_;
};

/// `timbao-index tokens`: shows how its words, joined by spaces, or else each line of standard input is cut.
///
/// Returns  done; incomplete where a line was longer than kTokensLineBytes: it is named, and the others are shown.
/// Errors   Error(io_failed), BrokenPipe.
ExitCode run_tokens(const IndexOptions& options, const IndexStreams& streams);

inline constexpr std::size_t kTokensLineBytes = 16U << 20U;  ///< cutting takes some ten times the memory of the text

}  // namespace timbao
