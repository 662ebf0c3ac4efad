// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/keys.h"

#include "common/base/varint.h"

namespace timbao::glass {
namespace {

constexpr std::string_view kValueStatistics("\0\xD0", 2), kValueChunk("\0\xD8", 2), kLengths("\0\xE0", 2);

/// A zero byte inside a term is followed by FF, so that one alone can end it.
void append_term(std::string& key, std::string_view term) {
  for (const char byte : term) {
    key += byte;
    if (byte == '\0') key += '\xFF';
  }
}

}  // namespace

void append_big_endian(std::string& bytes, std::uint64_t number, unsigned count) {
  while (count > 0) bytes += static_cast<char>(number >> (8U * --count));
}

std::string document_key(std::uint32_t document) {
  std::string key;
  append_big_endian(key, document, 2);
  return key;
}

std::string slots_key(std::uint32_t document) { return document_key(document) + '\0'; }

std::string value_statistics_key(unsigned slot) {
  std::string key(kValueStatistics);
  if (slot != 0) key += static_cast<char>(slot);
  return key;
}

std::string value_chunk_key(unsigned slot, std::uint32_t first) {
  std::string key(kValueChunk);
  append_varint(key, slot);
  return key + document_key(first);
}

std::string posting_key(std::string_view term) {
  if (term.empty()) return std::string(kLengths);
  std::string key;
  append_term(key, term);
  return key;
}

std::string posting_chunk_key(std::string_view term, std::uint32_t first) {
  std::string key = posting_key(term);
  if (!term.empty()) key += '\0';
  return key + document_key(first);
}

}  // namespace timbao::glass
