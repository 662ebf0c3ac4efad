// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace timbao::glass {

/// The keys of Xapian's tables "postlist" and "termlist", and numbers as its blocks hold them. Within a table, keys are
/// written in their order: of the postlist table first value_statistics_key(), then value_chunk_key(), then
/// posting_key("") of the lengths, then those of the terms in their order.
///
///   posting_key("dang~93") == "dang~93"     posting_chunk_key("dang~93", 7) == "dang~93\0\0\7"
///
/// Takes    documents by their numbers, from 1 to kMostDocuments; value slots below 128; terms of any bytes.
/// Errors   none: TableFile refuses a key that is too long.
/// Source   xapian-core/common/pack.h, backends/glass/glass_values.cc, glass_postlist.h (1.4.22). Covered by
///          part_database_test, which compares with what Xapian writes.

/// A number of this and below has two bytes in a key, so parts have no more documents.
inline constexpr std::uint32_t kMostDocuments = 0x7FFF;

/// Of the terms of a document, and of anything else whose key is the document's number.
std::string document_key(std::uint32_t document);

/// Of the slots in which a document has values; it follows document_key().
std::string slots_key(std::uint32_t document);

/// Of how many values a slot has, and the least and the greatest of them.
std::string value_statistics_key(unsigned slot);

/// Of the values of a slot from a document on.
std::string value_chunk_key(unsigned slot, std::uint32_t first);

/// Of the first chunk of a term's posting list; of the empty term, the lengths of all documents.
std::string posting_key(std::string_view term);

/// Of a later chunk, which begins with a document.
std::string posting_chunk_key(std::string_view term, std::uint32_t first);

/// Appends the lowest bytes of a number, the highest of them first: append_big_endian(bytes, 258, 2) appends 01 02.
void append_big_endian(std::string& bytes, std::uint64_t number, unsigned count);

}  // namespace timbao::glass
