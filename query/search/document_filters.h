// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/plan/clause_kinds.h"

namespace timbao {

/// The filter terms and the day of Xapian documents. Of a few documents it reads the lists of their terms; once it has
/// been asked about many, it reads the posting lists of the terms instead, which then costs less.
///
///   DocumentFilters filters(clause, &database);
///   filters.look_at(document);
///   if (filters.has_any(clause.terms)) …
///
/// Errors   Xapian::Error where the index is damaged.
/// Source   docs/ranking.md, "Days and other filters". Covered by clause_matcher_test and search_oracle_test.
/// Threads  one a thread.
class DocumentFilters : public ArticleFilters {
 public:
  /// Takes    the clause whose terms are looked up; the database that documents have their numbers from, or null where
  ///          their numbers are of other databases.
  DocumentFilters(const Clause& clause, const Xapian::Database* database);

  /// It is not copied: what it has read points to its own terms.
  DocumentFilters(const DocumentFilters&) = delete;
  DocumentFilters& operator=(const DocumentFilters&) = delete;

  /// Chooses the document that the other functions tell about. Nothing is read before one of them is called.
  void look_at(const Xapian::Document& document) {
    document_ = &document;
    has_read_terms_ = has_read_day_ = false;
  }

  /// Whether the document has one of the terms.
  ///
  /// Takes    terms that stand in the clause.
  [[nodiscard]] bool has_any(const std::vector<std::string>& terms) override;

  /// The day in Viet Nam of the article's moment, read from the value that sorts it; nothing where it has no date.
  [[nodiscard]] std::optional<Day> day() override;

  [[nodiscard]] std::optional<std::int64_t> first_indexed() override;

 private:
  using Posting = std::pair<Xapian::docid, const std::string*>;

  /// Finds out which of the terms the document has, by the cheaper of the two ways.
  void read_terms();
  void read_term_list();
  [[nodiscard]] bool pays_to_read_postings();
  void read_postings();

  std::vector<std::string> terms_;  // of the clause, sorted
  const Xapian::Database* database_;
  const Xapian::Document* document_ = nullptr;
  bool has_read_terms_ = false, has_read_day_ = false;
  std::vector<const std::string*> present_;  // those of terms_ that the document has
  std::optional<Day> day_;
  std::uint64_t term_lists_ = 0;           // how many were read
  std::optional<std::uint64_t> postings_;  // of all terms together, once they were counted
  std::optional<std::vector<Posting>> by_article_;
};

}  // namespace timbao
