// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/write/glass/deflater.h"
#include "indexer/write/glass/numbered_term.h"
#include "indexer/write/glass/part_document.h"
#include "indexer/write/glass/posting_lists.h"
#include "indexer/write/glass/table_file.h"
#include "indexer/write/glass/value_streams.h"

namespace timbao::glass {

/// Writes a database of Xapian's backend glass: the postings of all documents are gathered in memory and written at the
/// end, and each table is written from its first key to its last. That takes a fraction of the time of Xapian's own way, which can also change a
/// database that is there. Only parts are written so; Xapian merges them into what is published.
///
///   PartDatabase part(path, deflater);
///   part.add(document);
///   part.finish();
///
/// Takes    a path that does not exist; at most kMostDocuments documents, which are numbered from 1; a deflater, which
///          outlives it.
/// Errors   Error(io_failed); Xapian::InvalidArgumentError for a term that is too long, as Xapian.
/// Threads  one thread.
/// Source   xapian-core/backends/glass (1.4.22). part_database_test compares it with what Xapian writes of the same
///          documents, and has Xapian check it.
class PartDatabase {
 public:
  PartDatabase(const std::string& path, Deflater& deflater);

  void add(const PartDocument& document);

  /// Writes all of it. Nothing may be added after it. Nothing is synced.
  void finish();

  [[nodiscard]] std::uint32_t documents() const { return documents_; }

  /// The memory that its postings take, which grows with each document.
  [[nodiscard]] std::size_t held_bytes() const;

 private:
  void sort_terms(const PartDocument& document);
  std::uint32_t add_postings();
  [[nodiscard]] std::string term_list(std::uint32_t length) const;
  void add_values(const Xapian::Document& document);
  void add_data(const std::string& data);
  void add_deflated(const std::string& key, const std::string& tag, TableFile& table);

  std::string path_;
  Deflater& deflater_;
  TableFile lists_, term_lists_;
  std::optional<TableFile> data_;  // of documents that are too large for their slots
  PostingLists postings_;
  PostingList lengths_{{}};
  ValueStreams values_;
  std::vector<std::string> own_terms_;  // of the document that is being added
  std::vector<NumberedTerm> terms_;     // all of them, each with its wdf
  std::size_t length_bytes_ = 0;
  std::uint32_t documents_ = 0, least_length_ = 0, greatest_length_ = 0, greatest_wdf_ = 0;
  std::uint64_t length_sum_ = 0;
};

}  // namespace timbao::glass
