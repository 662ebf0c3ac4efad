// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace timbao::test {

/// Whether a sanitizer is built in. It keeps what is freed, so memory says nothing, and needs descriptors of its own.
inline constexpr bool kHasSanitizer =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
    true;
#else
    false;
#endif
#else
    false;
#endif

/// How many rounds a test of random cases does: all, or a fifth under a sanitizer, where each takes about ten times as
/// long. The same cases run in a release build, and their first fifth here.
constexpr std::size_t rounds(std::size_t all) { return kHasSanitizer ? (all + 4) / 5 : all; }

/// Whether a test of all cases takes this one: each of them, or under a sanitizer every seventh.
constexpr bool is_sampled(std::size_t number) { return !kHasSanitizer || number % 7 == 0; }

}  // namespace timbao::test
