// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace timbao {

/// JSON with its keys in the order in which they were set, so that output is the same in every run.
using Json = nlohmann::ordered_json;

/// A JSON value as one line, for readers that end lines at U+2028 and for terminals too.
///
///   to_line({{"title", "Đảng"}}) == R"({"title":"Đảng"})"
///
/// Takes    any value; its strings may be ill-formed.
/// Returns  UTF-8 as it is but for the controls of escape.h, which are \uXXXX; ill-formed bytes become U+FFFD.
/// Errors   none.
/// Source   RFC 8259; escape_json(). Covered by json_test.
std::string to_line(const Json& value);

/// A text as a value of JSON: null where it is empty, since what is not known has no text.
///
///   text_or_null("") == nullptr     text_or_null("Báo Tỉnh") == "Báo Tỉnh"
///
/// Errors   none.
Json text_or_null(std::string_view text);

}  // namespace timbao
