// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "query/plan/needed_lists.h"
#include "query/plan/prepared_question.h"
#include "query/search/open_archive.h"

namespace timbao {

/// Which articles may have the phrases that a clause needs, as far as signatures tell (pair_rows.h). It reads the rows of
/// the phrases' pairs only where that costs less than reading the articles that it saves.
///
///   PairFilter filter(clause, prepared, archive);
///   if (!filter.may_hold(document)) …                            the clause is not true for this article
///   if (const auto possible = filter.possible_articles()) …      all for which it may be true
///
/// Errors   Xapian::Error.
/// Source   docs/ranking.md, "Phrases", has the measurements. Covered by pair_filter_test and search_oracle_test.
/// Threads  one a thread.
class PairFilter {
 public:
  /// Takes    a clause of the prepared question, and the archive that it was prepared for; all must outlive this.
  PairFilter(const Clause& clause, const PreparedQuestion& prepared, const OpenArchive& archive);

  /// Whether the clause needs a phrase with a pair of which signatures tell, whatever the archive has.
  [[nodiscard]] bool needs_pairs() const { return !bits_.empty(); }

  /// Whether the clause may be true for an article. It reads the rows once it has been asked so often that this pays.
  ///
  /// Takes    a document by its number in an archive of one database; of several databases it tells nothing.
  [[nodiscard]] bool may_hold(Xapian::docid document);

  /// All articles for which the clause may be true, in ascending order.
  ///
  /// Returns  nothing where signatures do not tell, or where posting lists alone leave fewer to be read.
  [[nodiscard]] std::optional<std::vector<Xapian::docid>> possible_articles();

 private:
  /// One database of the archive: of each strip of its documents the AND of the pairs' rows, once they were read.
  struct Part {
    Xapian::Database database;
    std::vector<std::vector<std::uint64_t>> strips;
  };

  /// Whether the rows are read. Where a part has none, this forgets all parts.
  bool read_rows();
  /// Of rows that are read: whether they have a document of the archive, how many they have, and which.
  [[nodiscard]] bool stands_in_rows(Xapian::docid document) const;
  [[nodiscard]] std::size_t count_in_rows() const;
  [[nodiscard]] std::vector<Xapian::docid> documents_in_rows() const;
  [[nodiscard]] std::vector<Xapian::docid> in_rows_and_list(const NeededList& list) const;

  const Clause& clause_;
  ClauseContext context_;
  const Xapian::Database& database_;
  std::vector<Part> parts_;          // none where signatures do not tell
  std::vector<std::uint16_t> bits_;  // of the pairs
  std::size_t strips_to_read_ = 0;   // of rows, in all parts
  std::size_t asked_ = 0;
  bool are_read_ = false;
};

}  // namespace timbao
