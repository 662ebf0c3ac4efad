// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/output/json.h"

namespace timbao {

/// Mends what programs often get wrong within the strings of a JSON object.
///
///   mend_json("{\"q\":\"C:\\dir \t\\ud83d\"}") == R"({"q":"C:\\dir \u0009\ufffd"})"
///
/// Takes    UTF-8: one line of a batch.
/// Returns  the object's text. Within strings, control characters are \u escapes, a backslash that begins no escape is
///          doubled, and half a surrogate pair is \ufffd. Outside of strings, control characters are spaces. All else is
///          as it was, so that what is broken otherwise is still refused.
/// Errors   none.
/// Source   RFC 8259, section 7. Covered by tests/query/front/batch_test.cc and tests/fuzz/loose_json_fuzz.cc.
std::string mend_json(std::string_view json);

/// Where the value of an object's member `id` stands in its text.
struct JsonIdPlace {
  std::size_t begin = 0, end = 0;
  JsonToken token;  ///< the value as it is written into the answer: a number digit for digit
};

/// Finds the id of an object by its text alone, without parsing the object, so that the id is found in an object that is
/// broken elsewhere too: the answer to a bad line still has the line's id.
///
///   find_id(R"({"query":"a","id":1.50,)")->token.text == "1.50"
///
/// Takes    text that mend_json() mended, beginning with `{`.
/// Returns  the last member `id` of the object itself (not of an object within it), where its value is a string, a
///          number, true, false or null. The last one, since parsers of JSON take the last of equal keys.
/// Errors   none.
/// Source   covered by tests/query/front/batch_test.cc and tests/fuzz/loose_json_fuzz.cc. The time grows with the length
///          of the text, whatever stands in it.
std::optional<JsonIdPlace> find_id(std::string_view json);

/// The same for text in which find_id() finds none, because it is cut off or broken: the first `"id":` anywhere in it
/// that has such a value.
std::optional<JsonIdPlace> find_any_id(std::string_view json);

}  // namespace timbao
