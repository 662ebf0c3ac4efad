// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/metered_source.h"

namespace timbao {

std::size_t MeteredSource::read(char* to, std::size_t size) {
  const std::size_t count = from_.read(to, size);
  if (!is_metering_) return count;
  hash_.add({to, count});
  bytes_read_ += count;
  return count;
}

bool MeteredSource::seek(std::uint64_t place) {
  if (!from_.seek(place)) return false;
  is_metering_ = false;
  return true;
}

}  // namespace timbao
