// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/request/mention.h"

namespace timbao {

/// A mention as bytes, for sorting outside of memory; and the mention that such bytes are of.
///
///   mention_of(mention_record(mention)).left == mention.left
///
/// Takes    any mention; of mention_of(), bytes that mention_record() made in this process.
/// Errors   none.
/// Source   the bytes never outlive the process, so they have no version. Covered by mention_gatherer_test.
std::string mention_record(const Mention& mention);
Mention mention_of(std::string_view record);

}  // namespace timbao
