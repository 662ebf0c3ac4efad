// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>

namespace timbao {

/// How much of an archive is the same story in several papers, as far as collapse keys tell.
struct CopyCounts {
  std::uint64_t stories = 0;   ///< keys that several articles have
  std::uint64_t articles = 0;  ///< the articles that have them
};

/// Counts the shared collapse keys of an open database.
CopyCounts count_shared_keys(const Xapian::Database& database);

}  // namespace timbao
