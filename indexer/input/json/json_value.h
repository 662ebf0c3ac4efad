// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// How much of a value could be turned into texts.
enum class Understanding : std::uint8_t {
  whole,     ///< every part of it is a text, or says that there is nothing
  partly,    ///< it holds an object without a text
  too_deep,  ///< it is nested more deeply than kMostJsonDepth; its texts were not read
};

/// The value of a key of a JSON object, as an article can use it.
///
///   ["An Vũ", {"name": "Hà Chi"}]   texts == {"An Vũ", "Hà Chi"}, is_container
///   1.50                            texts == {"1.50"}
///   null                            texts == {}, is_null
struct JsonValue {
  std::vector<std::string> texts;  ///< the strings, numbers and truth values that it holds, in their order
  std::string_view raw;            ///< its JSON as it stands in the record, perhaps with white space behind it
  Understanding understanding = Understanding::whole;
  bool is_null = false;
  bool is_container = false;  ///< a list or an object
};

/// Lists and objects that are nested more deeply than this are not read, because the reader is recursive.
inline constexpr std::size_t kMostJsonDepth = 32;

/// Thrown for a record whose values would take more memory than their reader may use.
struct TooManyValues {};

/// Reads the values of one record, and counts the memory that they take: a record of a million short strings takes many
/// times its own bytes.
///
///   ValueReader values(64 << 20);
///   JsonValue authors = values.read(field.value());    // ["An Vũ", {"name": "Hà Chi"}] gives two texts
///
/// Takes    how many bytes all texts of one record may take.
/// Returns  the texts of strings, of numbers as they are printed ("1.50" stays so), of lists and of lists in them. The
///          text of an object is that of its member `rendered`, `text`, `name` or another of a table (json_value.cc).
///          `null`, `false`, and as text the empty string, `null`, `nan`, `None` and `N/A` are no texts.
/// Errors   simdjson_error where the value is no JSON; TooManyValues where `most_bytes` is passed.
/// Source   docs/archives.md; the table of members names where each was seen. Covered by article_jsonl_test.
class ValueReader {
 public:
  explicit ValueReader(std::size_t most_bytes) : room_(most_bytes) {}

  JsonValue read(simdjson::ondemand::value value);

  /// Counts `bytes` more that are held for the record.
  ///
  /// Errors   TooManyValues.
  void hold(std::size_t bytes);

 private:
  static bool is_shallow(JsonValue& taken);
  void flatten(simdjson::ondemand::value value, JsonValue& taken);
  void flatten_list(simdjson::ondemand::array list, JsonValue& taken);
  void flatten_object(simdjson::ondemand::object object, JsonValue& taken);
  void add_text(std::string_view text, JsonValue& taken);

  std::size_t room_;
};

/// Whether a text says that there is nothing: "", "null", "NaN", "None", "N/A" and the like, also with white space
/// before and behind it. Exports write them into columns that have no value.
bool says_nothing(std::string_view text);

/// A value as JSON text on one line, for the fields that are kept but not searched: a list or an object without the
/// white space between its tokens; a string with the escapes that this program writes, so that equal texts have equal
/// JSON.
///
/// Takes    a value whose `raw` is still valid.
/// Errors   simdjson_error where the raw text is no JSON.
std::string json_of(const JsonValue& value);

}  // namespace timbao
