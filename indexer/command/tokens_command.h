// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/text/tokenize.h"
#include "indexer/command/command.h"
#include "indexer/streams.h"

namespace timbao {

/// Prints how text is cut, one JSON object a token:
///
///   {"text":"Đảng","start":0,"end":4,"kind":"word","folded":"dang","exact":"đang~3"}
///
/// `start` and `end` count code points. An extra (a whole, a range, a day, a document's number …) stands for several
/// tokens: it is printed as an object of its own kind behind the last of them. A line end ends a paragraph.
///
/// Takes    the stream to print to; any text.
/// Errors   none: the caller flushes the stream and checks whether everything was written.
/// Source   Tokenizer, by the rules of docs/folding.md; README shows real output. Covered by
///          tests/indexer/command/tokens_test.cc.
class TokenPrinter {
 public:
  explicit TokenPrinter(std::ostream& out) : out_(out) {}

  void print(std::string_view text);

 private:
  std::ostream& out_;
  Tokenizer tokenizer_;
};

/// What `timbao-index tokens` was told to do.
struct TokensOptions {
  std::vector<std::string> words;  ///< the text, word by word; none: each line of standard input is a text
};

/// `timbao-index tokens [TEXT...]`: its line in --help. It takes no options of its own.
Command tokens_command();

/// Reads the command line of `tokens`.
///
///   tokens "Đảng bộ" tỉnh
///
/// Takes    the line without the word "tokens". No index is opened.
/// Errors   none.
TokensOptions parse_tokens(const CommandLine& line, const CommonOptions& common);

/// Runs `tokens`: shows how its words, joined by spaces, or else each line of standard input is cut into tokens.
///
/// Returns  done; incomplete where a line was longer than kTokensLineBytes: it is named on standard error, and the
///          others are shown.
/// Errors   Error(io_failed), BrokenPipe.
/// Source   covered by tests/indexer/command/tokens_test.cc.
ExitCode run_tokens(const TokensOptions& options, const IndexStreams& streams);

/// The longest line that `tokens` reads: cutting takes about ten times the memory of the text.
inline constexpr std::size_t kTokensLineBytes = 16U << 20U;

}  // namespace timbao
