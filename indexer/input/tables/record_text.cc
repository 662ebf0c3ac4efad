// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/tables/record_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "indexer/input/json/json_string.h"

namespace timbao {
namespace {

constexpr std::size_t kMostKeptBytes = 1U << 20U;  // the memory of a longer record is given back

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20; }

}  // namespace

void RecordText::begin() {
  if (text_.capacity() > kMostKeptBytes) text_ = {};
  text_ = "{";
}

void RecordText::add(std::string_view key, std::string_view value) {
  if (value.empty()) return;
  text_ += text_.size() == 1 ? "\n" : ",\n";
  add_string(key);
  text_ += ':';
  add_string(value);
}

void RecordText::add_string(std::string_view text) {
  text_ += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\"\\", at), text.size());
    text_ += text.substr(at, end - at);
    if (end < text.size()) (text_ += '\\') += text[end];
    at = end + 1;
  }
  text_ += '"';
}

std::string& RecordText::end() { return text_ += '}'; }

void escape_controls(std::string& record) {
  std::string escaped;
  escaped.reserve(record.size() + 64);
  for (std::size_t at = 0; at < record.size();) {
    const std::size_t end = record[at] == '"' ? end_of_json_string(record, at) : at + 1;
    const bool is_string = end > at + 1;
    for (; at < end; ++at)
      if (is_string && is_control(record[at]))
        append_unicode_escape(escaped, record[at]);
      else
        escaped += record[at];
  }
  record = std::move(escaped);
}

}  // namespace timbao
