// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace timbao {

/// Replaces \u escapes of half a surrogate pair by \ufffd, in place: JSON allows them, UTF-8 has no form for them.
///
///   R"("a\ud83d b")" becomes R"("a\ufffd b")"     R"("\ud83d\ude00")" stays
///
/// Takes    a line of JSON.
/// Returns  how many were replaced.
/// Errors   none.
/// Source   RFC 8259, section 8.2, which leaves open what a reader does with them; docs/archives.md. Covered by
///          surrogates_test and article_jsonl_fuzz.
std::size_t replace_lone_surrogates(std::string& json);

}  // namespace timbao
