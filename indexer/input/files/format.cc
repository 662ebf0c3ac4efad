// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/format.h"

#include <algorithm>
#include <string>

#include "common/base/ascii.h"

namespace timbao {

const FormatSuffix* suffix_of(std::string_view path) {
  std::string name(path.substr(path.rfind('/') + 1));
  std::transform(name.begin(), name.end(), name.begin(), to_ascii_lower);
  const auto* const row = std::find_if(kFormatSuffixes.begin(), kFormatSuffixes.end(),
                                       [&](const FormatSuffix& known) { return ends_with(name, known.suffix); });
  return row == kFormatSuffixes.end() ? nullptr : row;
}

Format format_of_name(std::string_view path) {
  const FormatSuffix* const row = suffix_of(path);
  return row == nullptr ? Format::text : row->format;
}

}  // namespace timbao
