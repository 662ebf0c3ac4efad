// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_scan.h"

#include <algorithm>
#include <string>

#include "common/base/ascii.h"
#include "common/base/json.h"
#include "common/base/utf8.h"
#include "common/text/surrogates.h"
#include "indexer/input/json/json_repair.h"
#include "indexer/input/json/json_string.h"

namespace timbao {
namespace {

constexpr std::string_view kSpace{" \t\r\n\0", 5};

/// The object at the beginning of a text; empty where none is closed there.
std::string_view object_at(std::string_view text) {
  if (!starts_with(text, "{")) return {};
  ObjectScan scan;
  const std::size_t length = scan.walk(text);
  return scan.is_closed() ? text.substr(0, length) : std::string_view();
}

}  // namespace

std::size_t ObjectScan::walk(std::string_view json) {
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (is_escaped_) {
      is_escaped_ = false;
    } else if (is_in_string_) {
      is_escaped_ = c == '\\';
      is_in_string_ = c != '"';
    } else if (c == '"') {
      is_in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (c == '}' || c == ']') {
      is_closed_ = --depth_ == 0;
      if (is_closed_) return at + 1;
    }
  }
  return json.size();
}

std::string_view without_leading_space(std::string_view text) {
  for (;;) {
    const std::size_t begin = text.find_first_not_of(kSpace);
    text.remove_prefix(begin == std::string_view::npos ? text.size() : begin);
    if (!starts_with(text, kByteOrderMark)) return text;
    text.remove_prefix(kByteOrderMark.size());
  }
}

bool is_json_object(std::string_view text) {
  text = without_leading_space(text);
  const std::string_view object = object_at(text);
  if (object.empty()) return false;
  std::string_view behind = without_leading_space(text.substr(object.size()));
  if (starts_with(behind, ",")) behind = without_leading_space(behind.substr(1));
  if (!behind.empty()) return false;
  std::string repaired = repair_utf8(object).text;
  replace_lone_surrogates(repaired);
  replace_odd_numbers(repaired);
  return Json::accept(repaired) || Json::accept(loosened_json(repaired));
}

std::size_t assignment_before_json(std::string_view text) {
  constexpr std::size_t kMostBytes = 200;
  const std::string_view head = text.substr(0, kMostBytes);
  const std::size_t sign = head.find_first_of("=(");
  if (sign == std::string_view::npos || sign == 0 || is_ascii_digit(head.front())) return 0;
  const bool is_name = std::all_of(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(sign), [](char byte) {
    return is_ascii_letter_or_digit(byte) || std::string_view("_$.[]'\" \t").find(byte) != std::string_view::npos;
  });
  const std::size_t begin = text.find_first_not_of(kSpace, sign + 1);
  const char bracket = byte_at(text, begin);
  return is_name && is_ascii_letter(head.front()) && (bracket == '{' || bracket == '[') ? begin : 0;
}

bool may_begin_json_object(std::string_view text) {
  if (!starts_with(text, "{")) return false;
  text = without_leading_space(text.substr(1));
  const char quote = byte_at(text, 0);  // Python's may be single ones
  if (quote != '"' && quote != '\'') return false;
  const std::size_t end = quote == '"' ? end_of_json_string(text, 0) : text.find(quote, 1) + 1;  // npos + 1 is 0
  return end > 0 && starts_with(without_leading_space(text.substr(end)), ":");
}

}  // namespace timbao
