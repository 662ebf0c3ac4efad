// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/posting_lists.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "common/base/varint.h"
#include "indexer/write/glass/keys.h"
#include "indexer/write/glass/numbered_term.h"

namespace timbao::glass {
namespace {

constexpr std::size_t kChunkBytes = 2000;        // from this size on, a chunk is ended, as Xapian does
constexpr std::size_t kTextBytes = 64UL * 1024;  // terms are kept in pieces of memory of this size

/// One chunk of a posting list.
struct Chunk {
  std::uint32_t first, last;
  std::string_view bytes;  ///< of its postings; the number of the first document is not among them
};

/// Cuts the bytes of a posting list into chunks.
std::vector<Chunk> chunks_of(std::uint32_t first, std::uint32_t last, std::string_view bytes) {
  std::vector<Chunk> chunks;
  std::string_view rest = bytes;
  std::uint32_t document = first;
  while (bytes.size() > kChunkBytes) {
    static_cast<void>(take_varint(rest));  // the wdf
    const std::size_t taken = bytes.size() - rest.size();
    if (rest.empty()) break;
    const auto step = static_cast<std::uint32_t>(take_varint(rest).value_or(0));
    if (taken >= kChunkBytes) {
      chunks.push_back({first, document, bytes.substr(0, taken)});
      bytes = rest;
      first = document + step + 1;
    }
    document += step + 1;
  }
  chunks.push_back({first, last, bytes});
  return chunks;
}

}  // namespace

std::size_t PostingList::add(const Posting& posting) {
  const std::size_t before = bytes_.capacity();
  if (postings_++ == 0)
    first_ = posting.document;
  else
    append_varint(bytes_, posting.document - last_ - 1);
  append_varint(bytes_, posting.wdf);
  last_ = posting.document;
  wdf_sum_ += posting.wdf;
  return bytes_.capacity() - before;
}

void PostingList::write(TableFile& table) const {
  const std::vector<Chunk> chunks = chunks_of(first_, last_, bytes_);
  std::string tag;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const Chunk& chunk = chunks[i];
    tag.clear();
    if (i == 0) {
      // Of the lengths of documents, Xapian counts nothing here.
      append_varint(tag, term_.empty() ? 0 : postings_);
      append_varint(tag, term_.empty() ? 0 : wdf_sum_);
      append_varint(tag, chunk.first - 1);
    }
    tag += i + 1 == chunks.size() ? '1' : '0';
    append_varint(tag, chunk.last - chunk.first);
    tag += chunk.bytes;
    table.add(i == 0 ? posting_key(term_) : posting_chunk_key(term_, chunk.first), {tag});
  }
}

void PostingLists::add(std::string_view term, const Posting& posting) { posting_bytes_ += list_of(term).add(posting); }

PostingList& PostingLists::list_of(std::string_view term) {
  const auto hash_bits = static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
  const Slot* const known = slots_.find(hash_bits, [&](const Slot& slot) {
    return slot.hash_bits == hash_bits && list(slot.list_and_one - 1).term() == term;
  });
  if (known == nullptr) {
    slots_.find_or_add({hash_bits, static_cast<std::uint32_t>(made_ + 1)});
    return new_list(term);
  }
  const std::size_t number = known->list_and_one - 1;
  return lists_[number / kBlockLists][number % kBlockLists];
}

PostingList& PostingLists::new_list(std::string_view term) {
  if (made_++ % kBlockLists == 0) lists_.emplace_back().reserve(kBlockLists);
  return lists_.back().emplace_back(kept(term));
}

/// The term where it stays.
std::string_view PostingLists::kept(std::string_view term) {
  if (texts_.empty() || text_used_ + term.size() > kTextBytes) {
    texts_.push_back(std::make_unique<char[]>(std::max(kTextBytes, term.size())));
    text_used_ = 0;
  }
  char* const place = texts_.back().get() + text_used_;
  term.copy(place, term.size());
  text_used_ += term.size();
  return {place, term.size()};
}

void PostingLists::write(TableFile& table) const {
  std::vector<NumberedTerm> terms;
  terms.reserve(made_);
  for (std::size_t i = 0; i < made_; ++i) terms.emplace_back(list(i).term(), static_cast<std::uint32_t>(i));
  std::sort(terms.begin(), terms.end());
  for (const NumberedTerm& one : terms) list(one.number).write(table);
}

std::size_t PostingLists::held_bytes() const {
  constexpr std::size_t kSlotsAList = 3;  // the table is at most half full, and a third on average
  return made_ * (sizeof(PostingList) + kSlotsAList * sizeof(Slot)) + texts_.size() * kTextBytes + posting_bytes_;
}

}  // namespace timbao::glass
