// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/shown_id.h"

#include "common/base/error.h"
#include "common/text/columns.h"

namespace timbao {
namespace {

constexpr std::size_t kMostChars = 200;

}  // namespace

std::string shown_id(std::string_view id) {
  const std::string_view beginning = cut_at_letter(id, kMostChars);
  return on_one_line(beginning) + (beginning.size() < id.size() ? "…" : "");
}

}  // namespace timbao
