// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/decoder.h"

#include <algorithm>
#include <array>

namespace timbao {
namespace {

struct DecoderRow {
  Container compression;
  std::unique_ptr<Decoder> (*make)(std::size_t memory_bytes);
};

constexpr std::array<DecoderRow, 4> kRows{{
    {Container::gzip, gzip_decoder},
    {Container::bzip2, bzip2_decoder},
    {Container::xz, xz_decoder},
    {Container::zstd, zstd_decoder},
}};

}  // namespace

std::unique_ptr<Decoder> make_decoder(Container compression, std::size_t memory_bytes) {
  const auto* const row = std::find_if(kRows.begin(), kRows.end(), [compression](const DecoderRow& candidate) {
    return candidate.compression == compression;
  });
  return row == kRows.end() ? nullptr : row->make(memory_bytes);
}

}  // namespace timbao
