// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/score.h"

#include <array>
#include <charconv>

namespace timbao {
namespace {

constexpr int kSignificantDigits = 6;

}  // namespace

std::string format_score(double score) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), score, std::chars_format::general,
                                 kSignificantDigits);
  return {buffer.data(), end.ptr};
}

double rounded_score(double score) {
  const std::string text = format_score(score);
  std::from_chars(text.data(), text.data() + text.size(), score);
  return score;
}

}  // namespace timbao
