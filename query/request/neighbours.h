// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/base/named_values.h"

namespace timbao {

/// --function-words: with `yes`, words such as *và*, *của*, *những* are neighbours too.
enum class FunctionWords : std::uint8_t { no, yes };
inline constexpr std::array<NamedValue<FunctionWords>, 2> kFunctionWords{
    {{FunctionWords::no, "false"}, {FunctionWords::yes, "true"}}};
static_assert(covers_every_value<kFunctionWords>());

/// How far from a mention --neighbours looks: so many words on each side.
inline constexpr std::size_t kUsualWithin = 5, kMostWithin = 50;

/// A word that stands near mentions of a query more often than in the archive.
///
///   {"kỷ luật", 3, 14, 2.13, 48.2}
struct Neighbour {
  std::string word;           ///< one or two syllables, in small letters and one spelling (written())
  std::uint64_t left = 0;     ///< how often it stands before the nearest mention
  std::uint64_t right = 0;    ///< how often behind it
  double expected = 0;        ///< how often it would if it stood everywhere as often as in the whole archive
  double log_likelihood = 0;  ///< how little chance explains the difference: Dunning's G², above 0

  [[nodiscard]] std::uint64_t observed() const { return left + right; }
};

/// The words near the mentions of a query.
struct Neighbours {
  std::size_t within = kUsualWithin;
  std::uint64_t mentions = 0;    ///< in all counted articles
  std::vector<Neighbour> words;  ///< by log-likelihood, the highest first
};

}  // namespace timbao
