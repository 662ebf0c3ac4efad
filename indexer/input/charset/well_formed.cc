// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/well_formed.h"

#include <simdjson.h>

#include <utility>

#include "common/base/utf8.h"

namespace timbao {

std::size_t repair_in_place(std::string& text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return 0;
  RepairedText repaired = repair_utf8(text);
  text = std::move(repaired.text);
  return repaired.replaced;
}

Remark ill_formed_remark(std::size_t replaced) {
  return {NoticeKind::ill_formed, replaced, std::to_string(replaced) + " ill-formed parts of UTF-8"};
}

}  // namespace timbao
