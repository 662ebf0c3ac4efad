// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace timbao::test {

/// Sanitizers keep what is freed, so memory says nothing there.
inline constexpr bool kMemoryCounts =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
    false;
#else
    true;
#endif
#else
    true;
#endif

}  // namespace timbao::test
