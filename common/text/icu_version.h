// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace timbao {

/// The version of the ICU library that this process runs with: "72.1". One version of ICU has one version of collation
/// and of Unicode's data, on which sort keys and folding depend.
///
/// Errors   none.
/// Source   u_getVersion() of ICU. Covered by collate_test.
std::string icu_version();

}  // namespace timbao
