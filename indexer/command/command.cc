// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/command.h"

#include <cstdint>

#include "common/base/cli_values.h"

namespace timbao {
namespace {

constexpr std::uint64_t kMostWaitSeconds = 1'000'000;

}  // namespace

std::chrono::seconds parse_wait(const OptionValue& value) {
  return std::chrono::seconds(parse_number(value, 0, kMostWaitSeconds));
}

}  // namespace timbao
