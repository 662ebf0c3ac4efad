// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/byte_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace timbao {

struct ByteHash::State {
  XXH3_state_t state;
};

ByteHash::ByteHash() : state_(std::make_unique<State>()) { XXH3_64bits_reset(&state_->state); }
ByteHash::~ByteHash() = default;
ByteHash::ByteHash(ByteHash&&) noexcept = default;
ByteHash& ByteHash::operator=(ByteHash&&) noexcept = default;

void ByteHash::add(std::string_view bytes) { XXH3_64bits_update(&state_->state, bytes.data(), bytes.size()); }

std::uint64_t ByteHash::value() const { return XXH3_64bits_digest(&state_->state); }

}  // namespace timbao
