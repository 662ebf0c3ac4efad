// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/flat_table.h"
#include "indexer/write/glass/table_file.h"

namespace timbao::glass {

/// One posting: which document, and the term's wdf there.
struct Posting {
  std::uint32_t document;
  std::uint32_t wdf;
};

/// The posting list of a term while it grows. Its bytes are those that the table gets, so writing it copies them.
class PostingList {
 public:
  explicit PostingList(std::string_view term) : term_(term) {}

  [[nodiscard]] std::string_view term() const { return term_; }

  /// Adds a posting of a document after all before; returns by how many bytes the memory of the list grew.
  std::size_t add(const Posting& posting);

  /// Writes it, in chunks.
  void write(TableFile& table) const;

 private:
  std::string_view term_;
  std::uint32_t first_ = 0, last_ = 0, postings_ = 0, wdf_sum_ = 0;
  std::string bytes_;
};

/// The posting lists of a part, gathered in memory: the inversion of its documents. Xapian's own, two levels of trees,
/// took half of the time that indexing took.
///
///   PostingLists lists;
///   lists.add("dang~93", {1, 67});
///   lists.write(table);
///
/// Takes    terms of any bytes but the empty one; documents in ascending order, each term at most once for each.
/// Errors   none of its own.
/// Source   xapian-core/backends/glass/glass_postlist.cc (1.4.22). Covered by part_database_test.
class PostingLists {
 public:
  void add(std::string_view term, const Posting& posting);

  /// Writes all lists in the order of the terms.
  void write(TableFile& table) const;

  /// The memory that it takes.
  [[nodiscard]] std::size_t held_bytes() const;

 private:
  struct Slot {
    std::uint32_t hash_bits = 0;
    std::uint32_t list_and_one = 0;

    [[nodiscard]] bool is_free() const { return list_and_one == 0; }
    [[nodiscard]] std::uint64_t hash() const { return hash_bits; }
    [[nodiscard]] bool is_same(const Slot& other) const { return list_and_one == other.list_and_one; }
  };

  /// Lists lie in blocks of this size: as one vector they would take twice their memory while it grows.
  static constexpr std::size_t kBlockLists = 1024;

  [[nodiscard]] const PostingList& list(std::size_t number) const {
    return lists_[number / kBlockLists][number % kBlockLists];
  }
  PostingList& list_of(std::string_view term);
  PostingList& new_list(std::string_view term);
  std::string_view kept(std::string_view term);

  FlatTable<Slot> slots_;
  std::vector<std::vector<PostingList>> lists_;
  std::vector<std::unique_ptr<char[]>> texts_;  // the terms, one behind the other
  std::size_t made_ = 0, text_used_ = 0, posting_bytes_ = 0;
};

}  // namespace timbao::glass
