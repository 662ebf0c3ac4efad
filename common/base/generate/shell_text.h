// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/cli_option.h"

namespace timbao {

/// Text as one word of bash or zsh, in which nothing is expanded or executed: shell_quoted("a'b") == R"('a'\''b')".
///
/// Takes    any text without zero bytes.
/// Returns  the text itself where it is made of letters, digits and -_./=:, alone, else the text in single quotes.
/// Errors   none.
/// Source   POSIX.1, 2.2.2. Covered by completions_test.
std::string shell_quoted(std::string_view text);

/// The same for fish, whose quotes know two escapes: fish_quoted("a'b") == R"('a\'b')".
std::string fish_quoted(std::string_view text);

/// A text with each character of `signs` behind a backslash: backslashed("a:b", ":") == R"(a\:b)".
std::string backslashed(std::string_view text, std::string_view signs);

/// The names of choices as words of a shell, with spaces between: "auto text jsonl".
std::string quoted_names(const std::vector<Choice>& choices);

/// A name as a part of a function's name: shell_name("timbao-index") == "timbao_index".
std::string shell_name(std::string name);

/// A text with each @NAME@ replaced by the text of that name.
///
///   filled("complete -F @FUNCTION@ @PROGRAM@", {{"FUNCTION", "_ls"}, {"PROGRAM", "ls"}}) == "complete -F _ls ls"
///
/// Takes    a text in which @ stands for nothing else where a name that is known and another @ follow it.
/// Returns  the text; what is filled in is not looked at again.
/// Errors   none.
/// Source   covered by completions_test.
std::string filled(std::string_view text, const std::map<std::string, std::string, std::less<>>& values);

}  // namespace timbao
