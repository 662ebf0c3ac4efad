// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace timbao {

/// Impacts: BM25's division by the article's length, done when the article is indexed. A posting holds (as Xapian's wdf)
/// not how often the term occurs in the article, but that count divided by the norm of its length. So a query needs no
/// article's length, which Xapian would have to look up for each candidate (docs/ranking.md, "Impacts").
///
///   impact::of(2, impact::length_norm(500)) == 8
///
/// Source   Anh, de Kretser, Moffat: Vector-space ranking with effective early termination, SIGIR 2001. Covered by
///          impact_test.
namespace impact {

inline constexpr double kB = 0.75;               ///< BM25's b: how much the length counts
inline constexpr double kUsualTokens = 500;      ///< of a news article, its title counted three times
inline constexpr double kUnit = 4;               ///< of one occurrence in an article of usual length
inline constexpr std::uint32_t kGreatest = 127;  ///< fits one byte; greater ones hardly change a score

/// The norm of an article's length, by which its counts are divided: 1 for one of usual length, ¼ for an empty one.
///
/// Takes    the length in tokens, those of the title counted as its plain_count says (schema.h).
inline double length_norm(double tokens, double usual_tokens = kUsualTokens) {
  return 1 - kB + kB * tokens / usual_tokens;
}

/// The impact of a term that occurs `count` times in an article of this norm.
///
/// Returns  1 to kGreatest. It is at least 1, because 0 means a term that only restricts (a source, an id).
inline std::uint32_t of(std::uint32_t count, double norm) {
  return static_cast<std::uint32_t>(std::clamp(std::round(kUnit * count / norm), 1.0, double{kGreatest}));
}

}  // namespace impact
}  // namespace timbao
