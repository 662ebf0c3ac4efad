// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

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

}  // namespace timbao::test
