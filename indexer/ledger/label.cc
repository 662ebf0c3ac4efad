// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/label.h"

#include <cstddef>

#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr std::size_t kLabelLimitBytes = 200;

}  // namespace

std::string slot_label(std::string_view name) { return std::string(cut_at_code_point(name, kLabelLimitBytes)); }

}  // namespace timbao
