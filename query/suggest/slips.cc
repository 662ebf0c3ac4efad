// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/slips.h"

#include <algorithm>
#include <array>
#include <utility>

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

/// Collects the forms that are words. They are made in one buffer, because few of them are.
class SlipFinder {
 public:
  SlipFinder(std::string_view typed, const std::function<bool(std::string_view)>& is_word)
      : typed_(typed), is_word_(is_word) {}

  [[nodiscard]] Slips find() {
    for (std::size_t at = 0; at <= typed_.size(); ++at) add_missing(at);
    for (std::size_t at = 0; at < typed_.size() && typed_.size() > 1; ++at) {
      add_too_many(at);
      add_exchanged(at);
      add_wrong(at);
    }
    return std::move(slips_);
  }

 private:
  void add(double cost) {
    if (is_word_(meant_)) slips_.push_back({meant_, cost});
  }

  void add_missing(std::size_t at) {
    meant_ = typed_;
    meant_.insert(at, 1, ' ');
    for (const char letter : kLetters) {
      meant_[at] = letter;
      add(kMissing);
    }
  }

  void add_too_many(std::size_t at) {
    const bool is_doubled = at > 0 && typed_[at] == typed_[at - 1];
    meant_ = typed_;
    meant_.erase(at, 1);
    add(is_doubled ? kDoubled : kTooMany);
  }

  void add_exchanged(std::size_t at) {
    if (at + 1 == typed_.size()) return;
    meant_ = typed_;
    std::swap(meant_[at], meant_[at + 1]);
    add(kExchanged);
  }

  void add_wrong(std::size_t at) {
    meant_ = typed_;
    for (const char letter : kLetters) {
      meant_[at] = letter;
      if (letter != typed_[at]) add(are_neighbours(letter, typed_[at]) ? kNeighbour : kWrong);
    }
  }

  std::string_view typed_;
  const std::function<bool(std::string_view)>& is_word_;
  std::string meant_;
  Slips slips_;
};

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
  return !typed.empty() && typed.size() <= kLongestMistyped &&
         std::all_of(typed.begin(), typed.end(), is_ascii_small_letter);
}

}  // namespace

std::vector<Slip> slips_of(std::string_view typed, const std::function<bool(std::string_view)>& is_word) {
  if (!may_be_mistyped(typed)) return {};
  return each_once(SlipFinder(typed, is_word).find(), typed);
}

}  // namespace timbao
