// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/article.h"

namespace Xapian {
class Document;
}

namespace timbao {

/// What an article keeps in the index beside its terms: its token sequence and its text. Byte by byte in
/// docs/index-format.md; both carry a checksum; a damaged one is an Error(index_failed), never wrong text.

/// The most that an article may have, all of its fields together, as stored_bytes() counts them (their bytes, and what
/// a program takes beside them for each value, of which there may be millions of one letter): the reader of an index
/// refuses a stored text that says it is larger, before it decodes it. So whoever takes articles in refuses larger ones
/// (--max-article), and no index makes a reader take more than a few times this.
inline constexpr std::size_t kMostStoredBytes = std::size_t{64} << 20U;
std::size_t stored_bytes(const Article& article);

/// Writes an article as printed, compressed: the content of slot::kText.
std::string encode_article(const Article& article);

/// The article that encode_article() was given.
///
/// Errors   Error(index_failed) where the bytes are damaged, or would become more than kMostStoredBytes.
Article decode_article(std::string_view bytes);

/// 16 bytes that tell one content from another: over everything but the path.
std::string content_hash(const Article& article);

/// Puts both into a document and takes them out again. What is over 64 KB goes to the document's data, since Xapian
/// keeps whole copies of a slot's least and greatest value.
void put_stored(Xapian::Document& document, std::string tokens, std::string text);
std::string stored_tokens(const Xapian::Document& document);
std::string stored_text(const Xapian::Document& document);

}  // namespace timbao
