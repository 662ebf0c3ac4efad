// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace timbao {

/// BM25's division by an article's length, worked out when the article is indexed: what a term's list holds for it (its
/// wdf in Xapian) is not how often the term stands there but that number divided, its impact. So a question needs no
/// article's length (docs/ranking.md, "Impacts").
namespace impact {

inline constexpr double kB = 0.75;               ///< BM25's b: how far length counts
inline constexpr double kUsualTokens = 500;      ///< of a news article, its title counted three times
inline constexpr double kUnit = 4;               ///< of one occurrence in an article of usual length
inline constexpr std::uint32_t kGreatest = 127;  ///< in one byte; more hardly tells more

/// By how much an article of so many tokens divides its counts: 1 for one of usual length, ¼ for an empty one.
inline double length_norm(double tokens, double usual_tokens = kUsualTokens) {
  return 1 - kB + kB * tokens / usual_tokens;
}

/// The impact of a term that stands `count` times in an article of this norm; at least 1, so that 0 can mean a term
/// that only restricts.
///
///   impact::of(2, impact::length_norm(500)) == 8
///
/// Source   Anh, de Kretser, Moffat: Vector-space ranking with effective early termination, SIGIR 2001.
inline std::uint32_t of(std::uint32_t count, double norm) {
  return static_cast<std::uint32_t>(std::clamp(std::round(kUnit * count / norm), 1.0, double{kGreatest}));
}

}  // namespace impact
}  // namespace timbao
