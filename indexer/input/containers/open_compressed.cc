// SPDX-License-Identifier: GPL-2.0-or-later
// A compressed file: one file, whose name is that of the compressed one without its ending.
#include <algorithm>

#include "indexer/input/containers/decoding_source.h"
#include "indexer/input/containers/descent.h"
#include "indexer/input/containers/limits.h"

namespace timbao {

void open_compressed(Descent& descent, const Opening& opening) {
  Place place = opening.place;
  if (place.compressions == kMostCompressions) {
    descent.cut();
    return descent.reject(place, rejected_as(RejectReason::too_large, "compressed more than three times"));
  }
  if (place.decoder != nullptr) {
    place.decoder->freeze_memory();
    place.memory_bytes -= std::min(place.memory_bytes, place.decoder->memory_bytes());
  }
  DecodingSource unpacked(opening.source, {opening.container, place.memory_bytes});
  ++place.compressions;
  place.name = without_compression(place.name);
  place.decoder = &unpacked;
  place.file = nullptr;
  descent.look_into(unpacked, place);
  descent.reject_failed(unpacked, opening.place);
  if (unpacked.state() != SourceState::ended) descent.cut();
}

}  // namespace timbao
