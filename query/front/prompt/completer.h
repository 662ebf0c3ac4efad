// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/front/archive.h"
#include "query/front/query_completion.h"

namespace timbao {

/// The characters that end a word on the line of a prompt: what stands between two of them is completed as a whole.
inline constexpr std::string_view kPromptWordBreaks = kQueryWordBreaks;

/// What can stand in place of a word on the line of a prompt.
struct LineCompletions {
  std::vector<std::string> words;  ///< each replaces the whole word; the best is first
  bool are_files = false;          ///< the word is the name of a file: the terminal completes it
};

/// Completes the word at the end of a line: a command, what a command takes, a field, a name, or a word of the archive.
///
///   complete_line(":so", archive).words              // {":sort "}
///   complete_line(":sort n", archive).words          // {"newest"}
///   complete_line("ti", archive).words               // {"title:", "tiếng", "tiền", …}
///   complete_line("title:dan", archive).words        // {"title:đảng", "title:dân", …}
///   complete_line("source:\"báo t", archive).words   // {"tỉnh\""}
///
/// Takes    the line up to the cursor, in any normal form.
/// Returns  nothing where there is nothing to complete, as at the end of a line that ends in a space.
/// Errors   those of the archive.
/// Source   prompt_commands() and query_option_table() for commands, complete_query() for queries. Covered by
///          completer_test.
LineCompletions complete_line(std::string_view line, const Archive& archive);

}  // namespace timbao
