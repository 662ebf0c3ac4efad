// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// How far the value of a key could be turned into texts.
enum class Understanding : std::uint8_t {
  whole,     ///< every part of it is a text, or says nothing
  partly,    ///< it holds an object without a text
  too_deep,  ///< it is nested more deeply than kMostJsonDepth; its texts were not read
};

/// The value of a key of a JSON object, as far as an article can use it.
struct JsonValue {
  std::vector<std::string> texts;  ///< the strings, numbers and truth values that it holds, in their order
  std::string_view raw;            ///< its JSON as it stands in the line, with white space behind it
  Understanding understanding = Understanding::whole;
  bool is_null = false;
  bool is_container = false;  ///< a list or an object
};

/// Lists and objects that are nested more deeply than this are not read.
inline constexpr std::size_t kMostJsonDepth = 32;

/// A record whose values would take more memory than its reader may use.
struct TooManyValues {};

/// Reads the values of a record, and counts the memory that they take.
///
///   ValueReader values(64 << 20);
///   JsonValue authors = values.read(field.value());    // ["An Vũ", {"name": "Hà Chi"}] gives two texts
///
/// Takes    how many bytes all texts of one record may take.
/// Returns  the texts of strings, of numbers as they are printed ("1.50" stays so), of lists and of lists in them. Of
/// an
///          object the text is the member `rendered`, `text`, `name` or another of a table (json_value.cc). `null`,
///          `false`, and as text the empty string, `null`, `nan`, `None` and `N/A` are no texts.
/// Errors   simdjson_error where the value is no JSON; TooManyValues.
class ValueReader {
 public:
  explicit ValueReader(std::size_t most_bytes) : room_(most_bytes) {}

  JsonValue read(simdjson::ondemand::value value);

  /// Notes that `bytes` more are held for the record.
  void hold(std::size_t bytes);

 private:
  static bool is_shallow(JsonValue& taken);
  void flatten(simdjson::ondemand::value value, JsonValue& taken);
  void flatten_list(simdjson::ondemand::array list, JsonValue& taken);
  void flatten_object(simdjson::ondemand::object object, JsonValue& taken);
  void add_text(std::string_view text, JsonValue& taken);

  std::size_t room_;
};

/// Whether a text says that there is nothing: "", "null", "NaN", "None", "N/A" and the like, with white space round it.
bool says_nothing(std::string_view text);

/// The value as JSON text on one line: white space between tokens is left out, strings of their own are written anew.
///
/// Errors   simdjson_error where the raw text is no JSON.
std::string json_of(const JsonValue& value);

}  // namespace timbao
