// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/request/query_text.h"

#include "common/base/utf8.h"

namespace timbao {

QueryText::QueryText(std::string_view bytes) : text_(repair_utf8(bytes).text) {}

}  // namespace timbao
