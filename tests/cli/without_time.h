// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/json.h"

namespace timbao::test {

/// An answer without its time, which is another one each time.
inline Json without_time(Json answer) {
  answer.erase("elapsed_ms");
  return answer;
}

}  // namespace timbao::test
