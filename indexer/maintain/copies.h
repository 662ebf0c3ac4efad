// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>

namespace timbao {

/// How much of an archive is the same story in several newspapers, as far as collapse keys tell.
struct CopyCounts {
  std::uint64_t stories = 0;   ///< keys that several articles have
  std::uint64_t articles = 0;  ///< the articles that have them
};

/// Counts the collapse keys that several articles share.
///
///   count_shared_keys(database).stories == 2   // `stats` prints it
///
/// Takes    an open database of this version.
/// Returns  counts; 8 bytes of memory for each article are used meanwhile, and as much again for the string.
/// Errors   Xapian::Error.
/// Threads  one.
/// Source   docs/index-format.md, "Value slots", slot 11; copies_test.
CopyCounts count_shared_keys(const Xapian::Database& database);

}  // namespace timbao
