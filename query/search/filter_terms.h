// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/language/clause.h"

namespace timbao {

/// Which of the filters' terms that a clause asks for an article has. Its list of terms is read for that; once many
/// articles have been asked about, the terms' posting lists are read instead, which then costs less.
///
///   filters.look_at(document);
///   if (filters.has_any(clause.terms)) …
///
/// Threads  one a thread.
class FilterTerms {
 public:
  /// Takes    the clause; the database whose document numbers articles come with, or null where these tell nothing.
  FilterTerms(const Clause& clause, const Xapian::Database* database);

  FilterTerms(const FilterTerms&) = delete;  // what it has read points into it
  FilterTerms& operator=(const FilterTerms&) = delete;

  /// The article that has_any() asks about. Nothing is read before it is asked.
  void look_at(const Xapian::Document& document) {
    document_ = &document;
    is_read_ = false;
  }

  /// Whether the article has one of the terms, which are of the clause.
  [[nodiscard]] bool has_any(const std::vector<std::string>& terms);

 private:
  using Posting = std::pair<Xapian::docid, const std::string*>;

  void read();
  void read_term_list();
  [[nodiscard]] bool pays_to_read_postings();
  void read_postings();

  std::vector<std::string> terms_;  // in their order
  const Xapian::Database* database_;
  const Xapian::Document* document_ = nullptr;
  bool is_read_ = false;
  std::vector<const std::string*> present_;  // those of terms_ that the article has
  std::uint64_t term_lists_ = 0;             // read so far
  std::optional<std::uint64_t> postings_;    // of all terms together, once it was asked for
  std::optional<std::vector<Posting>> by_article_;
};

}  // namespace timbao
