// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_repair.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "common/base/ascii.h"
#include "indexer/input/json/json_string.h"

namespace timbao {
namespace {

constexpr std::string_view kNull = "null";

/// -Infinity stands before Infinity, which is a part of it.
constexpr std::array<std::string_view, 3> kOddNumbers{"-Infinity", "Infinity", "NaN"};

bool holds_any(std::string_view json) {
  return json.find("NaN") != std::string_view::npos || json.find("Infinity") != std::string_view::npos;
}

std::string_view odd_number_at(std::string_view json, std::size_t at) {
  const auto* const found = std::find_if(kOddNumbers.begin(), kOddNumbers.end(),
                                         [&](std::string_view odd) { return json.substr(at, odd.size()) == odd; });
  return found == kOddNumbers.end() ? std::string_view() : *found;
}

constexpr std::string_view kSpace = " \t\r\n", kEscaped = "\"\\/bfnrtu";

bool is_word_byte(char byte) { return is_ascii_letter_or_digit(byte) || byte == '_' || byte == '$' || byte == '.'; }

/// What other languages call a value of JSON.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kValues{
    {{"True", "true"}, {"False", "false"}, {"None", "null"}, {"undefined", "null"}}};

/// One pass over a record that makes JSON of it.
class Loosening {
 public:
  explicit Loosening(std::string_view json) : json_(json) { text_.reserve(json.size() + 64); }

  std::string text() {
    while (at_ < json_.size()) {
      const char c = json_[at_];
      if (c == '"' || c == '\'')
        take_string();
      else if (is_word_byte(c) && !is_ascii_digit(c) && c != '.')
        take_word();
      else
        take_sign(c);
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] char next_sign(std::size_t at) const { return byte_at(json_, json_.find_first_not_of(kSpace, at)); }

  /// Passes over a comment of JavaScript. Returns false where none begins.
  bool skip_comment() {
    const std::string_view begin = json_.substr(at_, 2);
    if (begin != "//" && begin != "/*") return false;
    const std::size_t end = json_.find(begin == "//" ? "\n" : "*/", at_ + 2);
    at_ = end == std::string_view::npos ? json_.size() : begin == "//" ? end : end + 2;
    return true;
  }

  void take_sign(char c) {
    if (skip_comment()) return;
    ++at_;
    const char next = c == ',' ? next_sign(at_) : c;
    if (c == ',' && (next == ']' || next == '}' || next == ')')) return;
    text_ += c == '(' ? '[' : c == ')' ? ']' : c;
  }

  void take_word() {
    const std::size_t begin = at_;
    while (at_ < json_.size() && is_word_byte(json_[at_])) ++at_;
    const std::string_view word = json_.substr(begin, at_ - begin);
    const char next = next_sign(at_);
    if (next == '(' || word == "new") return;
    if (next == ':') {
      ((text_ += '"') += word) += '"';
      return;
    }
    const auto* const value =
        std::find_if(kValues.begin(), kValues.end(), [word](const auto& row) { return row.first == word; });
    text_ += value == kValues.end() ? word : value->second;
  }

  void take_string() {
    const char quote = json_[at_++];
    text_ += '"';
    while (at_ < json_.size() && json_[at_] != quote) take_character(json_[at_++]);
    if (at_ < json_.size()) text_ += '"';
    ++at_;
  }

  void take_character(char c) {
    if (c == '\\') return take_escape();
    if (c == '"') text_ += '\\';
    if (static_cast<unsigned char>(c) < 0x20)
      append_unicode_escape(text_, c);
    else
      text_ += c;
  }

  void take_escape() {
    const char name = byte_at(json_, at_);
    const bool is_escape = kEscaped.find(name) != std::string_view::npos && at_ < json_.size();
    if (name != '\'') text_ += is_escape ? "\\" : "\\\\";
    if (!is_escape && name != '\'') return;
    text_ += name;
    ++at_;
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::string text_;
};

}  // namespace

std::string loosened_json(std::string_view json) { return Loosening(json).text(); }

void replace_odd_numbers(std::string& json) {
  if (!holds_any(json)) return;
  std::string result;
  result.reserve(json.size() + kNull.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t end = json[at] == '"' ? end_of_json_string(json, at) : at + 1;
    if (const std::string_view odd = odd_number_at(json, at); !odd.empty()) {
      result += kNull;
      at += odd.size();
    } else {
      result.append(json, at, end - at);
      at = end;
    }
  }
  json = std::move(result);
}

}  // namespace timbao
