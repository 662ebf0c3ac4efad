// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/input/files/byte_source.h"

namespace timbao {

/// What unpacking a 7z archive takes, as its header says.
struct SevenZipNeeds {
  std::uint64_t list_bytes = 0;     ///< about what libarchive keeps of the list of files
  std::uint64_t decoder_bytes = 0;  ///< the dictionaries of the coders of one folder, of the folder that needs most
};

/// Looks at the header of a 7z archive before libarchive does, which would take whatever it asks for.
///
///   const auto needs = seven_zip_needs(file, 64 << 20);
///   if (!needs || needs->list_bytes + needs->decoder_bytes > most) …
///
/// Takes    a source that can seek; what the header itself may take, packed and unpacked.
/// Returns  the needs; nothing where the header is none that is understood, asks for more, or uses coders with several
///          streams (BCJ2), for which libarchive holds whole files in memory.
/// Errors   none.
/// Source   7zFormat.txt of the LZMA SDK; covered by seven_zip_test and container_fuzz.
std::optional<SevenZipNeeds> seven_zip_needs(ByteSource& file, std::size_t memory_bytes);

}  // namespace timbao
