// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace timbao {

/// A score as every format shows it: format_score(17.2345678) == "17.2346".
///
/// Returns  at most six significant digits. The last digits of a double differ between machines and compilers; six are
///          enough to order hits, and equal everywhere.
/// Errors   none.
/// Source   std::to_chars, so no locale changes it. Covered by tests/query/output/output_test.cc.
std::string format_score(double score);

/// The number that format_score() writes, for JSON: rounded_score(17.2345678) == 17.2346.
///
/// Errors   none.
double rounded_score(double score);

}  // namespace timbao
