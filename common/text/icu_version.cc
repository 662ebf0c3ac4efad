// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/icu_version.h"

#include <unicode/uversion.h>

#include <array>

namespace timbao {

std::string icu_version() {
  UVersionInfo version{};
  u_getVersion(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  return text.data();
}

}  // namespace timbao
