// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/slips.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"

namespace timbao {
namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";

// Costs are natural logarithms. About one word in forty is mistyped; each cost adds how rare this slip is among all
// slips that the word could have.
constexpr double kAnySlip = 1.5;
constexpr double kDoubled = kAnySlip + 1.0;
constexpr double kExchanged = kAnySlip + 2.0;
constexpr double kNeighbour = kAnySlip + 2.5;
constexpr double kMissing = kAnySlip + 2.0;
constexpr double kTooMany = kAnySlip + 3.3;
constexpr double kWrong = kAnySlip + 3.8;

/// The rows of the keyboard. Two keys are neighbours if they stand beside each other or one above the other.
constexpr std::array<std::string_view, 3> kKeyboardRows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};

struct Key {
  int row = 0, column = 0;
};

Key key_of(char letter) {
  for (std::size_t row = 0; row < kKeyboardRows.size(); ++row) {
    const std::size_t column = kKeyboardRows[row].find(letter);
    if (column != std::string_view::npos) return {static_cast<int>(row), static_cast<int>(column)};
  }
  return {};
}

bool are_neighbours(char a, char b) {
  const Key left = key_of(a), right = key_of(b);
  const int rows = right.row - left.row, columns = right.column - left.column;
  if (rows == 0) return columns == 1 || columns == -1;
  // A lower row is shifted by half a key to the right.
  return (rows == 1 && (columns == 0 || columns == -1)) || (rows == -1 && (columns == 0 || columns == 1));
}

using Slips = std::vector<Slip>;

void add_too_many(std::string_view typed, Slips& slips) {
  for (std::size_t at = 0; at < typed.size(); ++at) {
    const bool is_doubled = at > 0 && typed[at] == typed[at - 1];
    std::string meant(typed);
    slips.push_back({meant.erase(at, 1), is_doubled ? kDoubled : kTooMany});
  }
}

void add_exchanged(std::string_view typed, Slips& slips) {
  for (std::size_t at = 0; at + 1 < typed.size(); ++at) {
    std::string meant(typed);
    std::swap(meant[at], meant[at + 1]);
    slips.push_back({std::move(meant), kExchanged});
  }
}

void add_wrong(std::string_view typed, Slips& slips) {
  for (std::size_t at = 0; at < typed.size(); ++at)
    for (const char letter : kLetters) {
      std::string meant(typed);
      meant[at] = letter;
      slips.push_back({std::move(meant), are_neighbours(letter, typed[at]) ? kNeighbour : kWrong});
    }
}

void add_missing(std::string_view typed, Slips& slips) {
  for (std::size_t at = 0; at <= typed.size(); ++at)
    for (const char letter : kLetters) {
      std::string meant(typed);
      slips.push_back({meant.insert(at, 1, letter), kMissing});
    }
}

/// Each form once, with its lowest cost, and without the typed one.
Slips each_once(Slips slips, std::string_view typed) {
  std::sort(slips.begin(), slips.end(),
            [](const Slip& a, const Slip& b) { return a.meant != b.meant ? a.meant < b.meant : a.cost < b.cost; });
  const auto is_same = [](const Slip& a, const Slip& b) { return a.meant == b.meant; };
  slips.erase(std::unique(slips.begin(), slips.end(), is_same), slips.end());
  const auto is_typed = [&](const Slip& slip) { return slip.meant == typed; };
  slips.erase(std::remove_if(slips.begin(), slips.end(), is_typed), slips.end());
  return slips;
}

bool may_be_mistyped(std::string_view typed) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return typed.size() >= 2 && typed.size() <= kLongestMistyped && std::all_of(typed.begin(), typed.end(), is_letter);
}

}  // namespace

std::vector<Slip> slips_of(std::string_view typed) {
  if (!may_be_mistyped(typed)) return {};
  Slips slips;
  for (const auto add : {add_too_many, add_exchanged, add_wrong, add_missing}) add(typed, slips);
  return each_once(std::move(slips), typed);
}

}  // namespace timbao
