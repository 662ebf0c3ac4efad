// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/metered_source.h"

namespace timbao {

std::size_t MeteredSource::read(char* to, std::size_t size) {
  const std::size_t count = from_.read(to, size);
  hash_.add({to, count});
  bytes_read_ += count;
  return count;
}

}  // namespace timbao
