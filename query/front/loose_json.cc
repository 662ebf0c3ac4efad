// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/loose_json.h"

#include <algorithm>
#include <cstdio>

#include "common/base/ascii.h"
#include "common/text/surrogates.h"

namespace timbao {
namespace {

constexpr std::string_view kSpaces = " ";  // mend_json() makes spaces of tabs and line ends

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

/// Whether the backslash at `at` begins one of JSON's escapes.
bool begins_escape(std::string_view json, std::size_t at) {
  constexpr std::string_view kShort = "\"\\/bfnrt";
  if (at + 1 >= json.size()) return false;
  if (json[at + 1] != 'u') return kShort.find(json[at + 1]) != kShort.npos;
  const std::string_view digits = json.substr(at + 2, 4);
  return digits.size() == 4 && std::all_of(digits.begin(), digits.end(), is_ascii_hex_digit);
}

void append_control(std::string& json, char c) {
  char escape[8];
  std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
  json += escape;
}

/// The place behind the closing quote of the string that begins at `at`; npos where the string is cut off.
std::size_t end_of_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at)
    if (json[at] == '\\') ++at;
  return at < json.size() ? at + 1 : std::string_view::npos;
}

std::size_t after_spaces(std::string_view json, std::size_t at) {
  return std::min(json.find_first_not_of(kSpaces, at), json.size());
}

/// Whether a text is a number as JSON writes it, of any size. The JSON library cannot be used for this, since it refuses
/// numbers that no double can hold.
bool is_number(std::string_view text) {
  std::size_t at = text.substr(0, 1) == "-" ? 1 : 0;
  const std::size_t whole = end_of_digits(text, at);
  if (whole == at || (text[at] == '0' && whole > at + 1)) return false;
  at = whole;
  if (text.substr(at, 1) == ".") {
    const std::size_t end = end_of_digits(text, at + 1);
    if (end == at + 1) return false;
    at = end;
  }
  if (at == text.size()) return true;
  if (text[at] != 'e' && text[at] != 'E') return false;
  ++at;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
  return at < text.size() && end_of_digits(text, at) == text.size();
}

/// The string, number, true, false or null at `at`.
std::optional<JsonIdPlace> scalar_at(std::string_view json, std::size_t at) {
  if (at >= json.size()) return std::nullopt;
  if (json[at] == '"') {
    const std::size_t end = end_of_string(json, at);
    if (end == json.npos) return std::nullopt;
    const Json text = Json::parse(json.substr(at, end - at), nullptr, /*allow_exceptions=*/false);
    if (text.is_discarded()) return std::nullopt;
    return JsonIdPlace{at, end, {to_line(text)}};
  }
  constexpr std::string_view kLetters = "0123456789+-.Eaeflnrstu";  // of numbers and of true, false and null
  const std::size_t end = std::min(json.find_first_not_of(kLetters, at), json.size());
  const std::string_view word = json.substr(at, end - at), after = json.substr(end, 1);
  if (word != "true" && word != "false" && word != "null" && !is_number(word)) return std::nullopt;
  if (!after.empty() && std::string_view(",} ").find(after) == after.npos) return std::nullopt;
  return JsonIdPlace{at, end, {std::string(word)}};
}

/// Whether a string of JSON, with its quotes, means "id". It may be written with escapes: "\u0069d".
bool says_id(std::string_view string) {
  if (string.find('\\') == string.npos) return string == "\"id\"";
  const Json text = Json::parse(string, nullptr, /*allow_exceptions=*/false);
  return text == "id";
}

/// The place of the value behind a key that ends at `at`; npos where no colon follows.
std::size_t value_after(std::string_view json, std::size_t at) {
  const std::size_t colon = after_spaces(json, at);
  return colon < json.size() && json[colon] == ':' ? after_spaces(json, colon + 1) : json.npos;
}

}  // namespace

std::string mend_json(std::string_view json) {
  std::string mended;
  mended.reserve(json.size());
  bool in_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') in_string = !in_string;
    if (is_control(c) && in_string) {
      append_control(mended, c);
    } else if (is_control(c)) {
      mended += ' ';
    } else if (c != '\\' || !in_string) {
      mended += c;
    } else if (begins_escape(json, at)) {
      mended.append(json.substr(at, 2));
      ++at;
    } else {
      mended += "\\\\";
    }
  }
  replace_lone_surrogates(mended);
  return mended;
}

std::optional<JsonIdPlace> find_id(std::string_view json) {
  std::optional<JsonIdPlace> found;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c == '"') {
      const std::size_t end = end_of_string(json, at);
      if (end == json.npos) break;
      const std::size_t value = depth == 1 && says_id(json.substr(at, end - at)) ? value_after(json, end) : json.npos;
      if (value != json.npos) found = scalar_at(json, value);
      at = end;
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0) --depth;
    ++at;
  }
  return found;
}

std::optional<JsonIdPlace> find_any_id(std::string_view json) {
  constexpr std::string_view kKey = "\"id\"";
  for (std::size_t at = json.find(kKey); at != json.npos; at = json.find(kKey, at + 1)) {
    const std::size_t value = value_after(json, at + kKey.size());
    if (value == json.npos) continue;
    if (std::optional<JsonIdPlace> found = scalar_at(json, value)) return found;
  }
  return std::nullopt;
}

}  // namespace timbao
