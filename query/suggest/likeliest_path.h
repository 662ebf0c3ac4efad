// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace timbao {

/// Places one behind the other, with some choices at each: the readings of each word of a query.
///
/// Takes    the numbers of places and of their choices, from 0 on.
/// Returns  likelihoods as natural logarithms.
/// Source   covered by spell_test and marks_test.
class PathSteps {
 public:
  virtual ~PathSteps() = default;

  [[nodiscard]] virtual std::size_t places() const = 0;

  /// How many choices a place has; at least one.
  [[nodiscard]] virtual std::size_t choices_at(std::size_t place) const = 0;

  /// How likely a choice of the first place is.
  [[nodiscard]] virtual double begins_with(std::size_t choice) const = 0;

  /// How likely a choice is behind a choice of the place before.
  [[nodiscard]] virtual double follows(std::size_t place, std::size_t before, std::size_t choice) const = 0;

  /// What a choice costs, wherever the path comes from.
  [[nodiscard]] virtual double cost_of(std::size_t place, std::size_t choice) const = 0;
};

/// A choice for each place, and how likely they are together.
struct LikelyPath {
  std::vector<std::size_t> choices;
  double score = 0;
};

/// The likeliest way through the choices of all places, by Viterbi's algorithm.
///
///   likeliest_path(readings_of_three_words).choices == {2, 0, 1}
///
/// Takes    the steps, with at least one place.
/// Returns  the choices; of equally likely ones at a place the first.
/// Errors   those of the steps.
/// Source   A. Viterbi, "Error bounds for convolutional codes" (1967). Covered by spell_test and marks_test.
LikelyPath likeliest_path(const PathSteps& steps);

}  // namespace timbao
