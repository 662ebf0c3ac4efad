// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "common/index/article.h"

namespace timbao {

/// The bytes of an article's text: title, lead, body, captions. What MB/s counts, and what memory follows.
std::size_t text_bytes(const Article& article);

}  // namespace timbao
