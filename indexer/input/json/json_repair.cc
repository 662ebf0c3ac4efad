// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_repair.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

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

}  // namespace

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
