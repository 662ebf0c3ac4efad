// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/json.h"

#include "common/base/escape.h"

namespace timbao {

std::string to_line(const Json& value) {
  return escape_json(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace timbao
