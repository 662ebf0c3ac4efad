// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/id_line.h"

#include "common/base/escape.h"
#include "common/base/utf8.h"

namespace timbao {

std::string id_on_line(std::string_view line) { return unescape_line(repair_utf8(line).text); }

}  // namespace timbao
