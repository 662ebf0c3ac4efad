// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/error.h"
#include "common/index/moment_key.h"

namespace timbao {

/// The key by which an article is sorted in time, of slot::kOldest or slot::kNewest.
///
///   bounded_id_of(sound_sort_key(document.get_value(slot::kOldest)))     "phuc-yen.txt"
///
/// Returns  the key as it is given: kMomentKeyBytes bytes of time, and the bounded id behind them.
/// Errors   Error(index_failed) where it is too short, as in a damaged index.
/// Source   docs/index-format.md, "Value slots". Covered by the tests in tests/damage.
inline std::string sound_sort_key(std::string key) {
  if (key.size() < kMomentKeyBytes)
    throw Error(ExitCode::index_failed, "the index is damaged: an article has no place in time",
                "look what is wrong with: timbao-index check");
  return key;
}

/// The article id as the index holds it in its keys: what follows the time of a sound sort key.
inline std::string bounded_id_of(const std::string& sort_key) { return sort_key.substr(kMomentKeyBytes); }

}  // namespace timbao
