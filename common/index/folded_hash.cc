// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/folded_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace timbao {

std::uint64_t folded_hash(std::string_view folded) { return XXH3_64bits(folded.data(), folded.size()); }

}  // namespace timbao
