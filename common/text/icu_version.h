// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace timbao {

/// The version of the ICU library that this process runs with: "72.1". One version of ICU has one version of collation.
std::string icu_version();

}  // namespace timbao
