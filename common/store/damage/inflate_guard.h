// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace timbao {

/// The most bytes that one item of a table may decompress to. A megabyte of zlib's data can become a gigabyte, and an
/// index may come from anybody. So inflate_guard.cc defines inflate() for the whole program, as glass_guard.h does
/// pread(): it calls zlib's, but when libxapian is the caller and has got more than this out of one item, it reports
/// damaged data, which Xapian turns into an error. The largest items of our own are the data of large articles: a token
/// sequence and a stored text, each of at most about kMostStoredBytes (stored.h).
///
/// Source   covered by tests/damage/hostile_contents_test, with an item that decompresses to a gigabyte.
inline constexpr std::size_t kMostItemBytes = std::size_t{128} << 20U;

/// Whether zlib's inflate() is there to be called. open_index.cc asks before it opens a database; that reference also
/// makes the linker keep this unit, in which nothing else is called by name.
///
/// Returns  true also in a build without the guard, where Xapian calls zlib itself.
bool can_inflate();

}  // namespace timbao
