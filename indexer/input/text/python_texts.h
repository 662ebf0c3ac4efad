// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// The texts of a list that a Python program wrote as text, as pandas writes the lists of a table.
///
///   python_texts("['Thứ hai, 26/10/2020, 22:21 (GMT+7)']") == {"Thứ hai, 26/10/2020, 22:21 (GMT+7)"}
///   python_texts("['Xã hội', \"Ông 'Ba'\"]") == {"Xã hội", "Ông 'Ba'"}     python_texts("[]") == {}
///   python_texts("['Ảnh'] Lễ hội") == nothing
///
/// Takes    any text.
/// Returns  the texts, where all of the text is a list, a tuple or a set of strings; nothing for every other text. Of the
///          escapes \n, \t, \r, \\, \', \", \xXX and \uXXXX are read; any other backslash is itself.
/// Errors   none.
/// Source   the Python Language Reference, 2.4.1 (string literals); covered by python_texts_test and python_texts_fuzz.
std::optional<std::vector<std::string>> python_texts(std::string_view text);

}  // namespace timbao
