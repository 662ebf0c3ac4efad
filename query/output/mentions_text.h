// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/output/look.h"
#include "query/request/mention.h"
#include "query/request/request.h"

namespace timbao {

/// A mention as a line for people: its date, its newspaper, and what it stands in, so that all mentions begin in one
/// column.
///
///   "2019-03-12  Báo Thanh Lĩnh        …của công tác xây dựng Đảng từ chi bộ\n"
///
/// Takes    a mention, and the look, whose columns the line keeps to; without a width the context is not cut.
/// Returns  one line without control characters.
/// Errors   none.
/// Source   docs/mentions.md. Covered by mentions_output_test.
std::string mention_as_text(const Mention& mention, const TextLook& look);

/// What people are told behind the mentions: "1,234 mentions in 56 articles; 21 to 40 shown, sorted by left".
std::string count_of_mentions(const MentionRequest& request, const Mentions& mentions);

}  // namespace timbao
