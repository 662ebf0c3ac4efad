// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "common/store/descriptor.h"

namespace timbao {

/// Calls `use` with each name in an open folder but "." and "..", until `use` returns false or the names end. It reads
/// through the descriptor, so a folder that somebody moves or replaces meanwhile stays the folder that was opened.
///
///   for_each_name(folder, "/var/lib/timbao", [&](std::string_view name) { names.emplace_back(name); return true; });
///
/// Takes    an open folder, which stays open; its path, for messages. The names come in no order.
/// Errors   Error(io_failed) where the folder cannot be read; what `use` throws.
void for_each_name(const Descriptor& folder, const std::string& path, const std::function<bool(std::string_view)>& use);

}  // namespace timbao
