// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ctime>

#include "tests/sanitizer.h"

namespace timbao::test {

/// The processor time that a call takes, in seconds: what else the machine does counts little.
template <typename Call>
double processor_seconds(Call&& call) {
  const std::clock_t begin = std::clock();
  call();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// More than any text function takes for a few megabytes, on a slow machine too, and far less than what grows with the
/// square of the length takes for them.
inline constexpr double kSomeSeconds = kHasSanitizer ? 40 : 5;

}  // namespace timbao::test
