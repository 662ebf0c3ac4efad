// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/index/article.h"

namespace Xapian {
class Document;
}

namespace timbao {

/// What the index stores of an article beside its terms: its token sequence (sequence.h), and its text, compressed. Both
/// carry a checksum, so damage is an Error(index_failed) and never wrong text.
///
///   put_stored(document, terms.tokens, encode_article(article));
///   decode_article(stored_text(document)) == article
///
/// Source   docs/index-format.md, "Stored text", byte by byte. Covered by stored_test, stored_fuzz, and the indexes of
///          older formats in tests/compat.

/// The most that an article may have, all its fields together, as stored_bytes() counts. A reader refuses a stored text
/// that claims to be larger before it decompresses it, so that no index, whoever made it, makes a reader take more than a
/// few times this. A writer therefore refuses larger articles (--max-article).
inline constexpr std::size_t kMostStoredBytes = std::size_t{64} << 20U;

/// How many bytes an article takes: those of its values, and for each value what a program takes beside them, because
/// an article may have millions of values of one letter.
std::size_t stored_bytes(const Article& article);

/// Compresses an article as printed: the content of slot::kText.
///
/// Errors   Error(io_failed) where zstd fails, as without memory.
std::string encode_article(const Article& article);

/// The article that encode_article() was given.
///
/// Takes    a stored text of this format or an older one, from anybody.
/// Errors   Error(index_failed) where the bytes are damaged, or would become more than kMostStoredBytes.
Article decode_article(std::string_view bytes);

/// 16 bytes that tell one content from another: a hash over all fields but the path, so that an article that moved to
/// another file is still the same.
std::string content_hash(const Article& article);

/// Puts the token sequence and the stored text into a document. What has more than 64 KB goes to the document's data
/// instead of a value slot, because Xapian keeps a whole copy of each slot's least and greatest value.
///
/// Errors   Xapian::Error.
void put_stored(Xapian::Document& document, std::string tokens, std::string text);

/// The token sequence of a document, and its stored text, wherever put_stored() put them.
///
/// Errors   Xapian::Error; Error(index_failed) where the document's data are damaged.
std::string stored_tokens(const Xapian::Document& document);
std::string stored_text(const Xapian::Document& document);

}  // namespace timbao
