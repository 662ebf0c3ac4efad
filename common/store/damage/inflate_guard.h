// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace timbao {

/// What an item of a table may become when Xapian decompresses it. A megabyte of zlib's can become a gigabyte, and an
/// index may come from anybody. So inflate_guard.cc defines inflate() for the whole program: it calls zlib's, but where
/// libxapian is the caller and has got this many bytes out of one item, it says that the data are damaged, which Xapian
/// reports as an error. The largest items are the data of large articles: a token sequence and a stored text, each of
/// at most about kMostStoredBytes (stored.h).
inline constexpr std::size_t kMostItemBytes = std::size_t{128} << 20U;

/// Whether zlib's inflate() is there to be called. Whoever opens databases asks, or the linker would leave this unit
/// out of a program: nothing else in it calls inflate().
bool can_inflate();

}  // namespace timbao
