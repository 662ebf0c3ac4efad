// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// Token sequences and stored texts are stored with a checksum before them, because Xapian's own files have none: a wrong
/// bit becomes an error, and is never shown as text.
///
///   without_checksum(with_checksum(content), "a stored text") == content
///
/// Source   docs/index-format.md: the low 32 bits of XXH3, least byte first. Covered by stored_test, sequence_test and
///          tests/damage/bit_flip_test.

/// The checksum, followed by the content.
std::string with_checksum(std::string_view content);

/// Verifies a checksum.
///
/// Takes    bytes from with_checksum(); what they are ("a stored text"), for the message.
/// Returns  the content, a view into `bytes`.
/// Errors   Error(index_failed) where the checksum does not match, or the bytes are too few to have one.
std::string_view without_checksum(std::string_view bytes, const char* what);

/// Says that content cannot have been written by this program, although its checksum matches: somebody forged it.
///
/// Errors   Error(index_failed), always.
[[noreturn]] void throw_damaged(const char* what);

}  // namespace timbao
