// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/output/json.h"

namespace timbao {

/// A JSON object's text in which what programs get wrong within strings is mended.
///
///   mend_json("{\"q\":\"C:\\dir \t\\ud83d\"}") == R"({"q":"C:\\dir \u0009\ufffd"})"
///
/// Takes    UTF-8.
/// Returns  within strings, control characters as \u escapes, a backslash that begins no escape doubled, and half a
///          surrogate pair as \ufffd; outside of strings, control characters as spaces. All else is as it was.
/// Errors   none.
std::string mend_json(std::string_view json);

/// The value of an object's member `id`, where its text stands.
struct IdPlace {
  std::size_t begin = 0, end = 0;
  JsonToken token;  ///< as it is given back: a number digit for digit
};

/// Finds the id of an object by looking at its text alone, so that it is found in an object that is broken elsewhere
/// too.
///
///   find_id(R"({"query":"a","id":1.50,)")->token.text == "1.50"
///
/// Takes    mended text that begins with `{`.
/// Returns  the last member `id` of the object itself, where its value is a string, a number, true, false or null.
/// Errors   none.
std::optional<IdPlace> find_id(std::string_view json);

/// The same for text that is no object: the first `"id":` anywhere in it that has such a value.
std::optional<IdPlace> find_any_id(std::string_view json);

}  // namespace timbao
