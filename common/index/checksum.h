// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// Bytes behind their checksum: how token sequences and stored texts stand in the index.
///
///   without_checksum(with_checksum(content), "a stored text") == content
///
/// Source   docs/index-format.md: the low 32 bits of XXH3, least byte first.
std::string with_checksum(std::string_view content);

/// The content, a view into `bytes`.
///
/// Takes    what the bytes are, for the message.
/// Errors   Error(index_failed) where they do not fit.
std::string_view without_checksum(std::string_view bytes, const char* what);

/// Says of content whose checksum fits that it cannot be what was written.
[[noreturn]] void throw_damaged(const char* what);

}  // namespace timbao
