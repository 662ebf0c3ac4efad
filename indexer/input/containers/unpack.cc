// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/unpack.h"

#include "indexer/input/containers/descent.h"

namespace timbao {

UnpackReport unpack(const FileToUnpack& file, const UnpackRules& rules, const UnpackEvents& events) {
  Descent descent(rules, events);
  Place place;
  place.name = file.name;
  place.memory_bytes = rules.memory_bytes;
  place.file = &file.bytes;
  descent.look_into(file.bytes, place);
  return descent.report();
}

}  // namespace timbao
