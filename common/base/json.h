// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace timbao {

/// JSON with its keys in the order in which they were set.
using Json = nlohmann::ordered_json;

/// One line of JSON, for readers that end lines at U+2028 and for terminals too: UTF-8 as it is but for the controls of
/// escape.h, which are \uXXXX; ill-formed bytes become U+FFFD.
///
///   to_line({{"title", "Đảng"}}) == R"({"title":"Đảng"})"
///
/// Errors   none.
std::string to_line(const Json& value);

}  // namespace timbao
