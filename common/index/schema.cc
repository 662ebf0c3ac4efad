// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/schema.h"

#include <algorithm>

namespace timbao {

std::optional<Field> field_named(std::string_view name) {
  const auto* row = std::find_if(kFields.begin(), kFields.end(), [name](const FieldRow& r) { return r.name == name; });
  return row == kFields.end() ? std::nullopt : std::optional(row->field);
}

}  // namespace timbao
